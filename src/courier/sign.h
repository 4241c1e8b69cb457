/* SPDX-License-Identifier: BSD-2-Clause */
/* Signatures of Standard Webhooks 1.0.0. Pure. */
#ifndef PGY_COURIER_SIGN_H
#define PGY_COURIER_SIGN_H

#include "base/arena.h"

#include <stdint.h>

enum { PGY_SECRET_MIN = 24, PGY_SECRET_MAX = 64 /* bytes */, PGY_SECRETS_MAX = 8 };

/* The webhook-signature header: "v1,BASE64" for each blank-separated secret ("whsec_" and base64,
 * or base64 alone), with blanks between;
 * "" without secrets. `id` must hold no dot. PGY_EPARSE: a secret is not base64 of PGY_SECRET_MIN
 * to PGY_SECRET_MAX bytes; PGY_ELIMIT: too many. */
int pgy_sign_webhook(const char *secrets, const char *id, int64_t timestamp, const char *body,
                     struct pgy_arena *arena, const char **out);

#endif
