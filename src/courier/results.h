/* SPDX-License-Identifier: BSD-2-Clause */
/* Results on their way to the core. While the core is away they are held back; the last ones before
 * its end are told again, because it may not have written them down. The core fences by attempt, so
 * hearing a result twice is harmless. */
#ifndef PGY_COURIER_RESULTS_H
#define PGY_COURIER_RESULTS_H

#include "base/buf.h"
#include "courier/answer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PGY_RESULTS_MAX = 512, PGY_RESULTS_AGAIN_MS = 5000 };

struct pgy_results {
    struct pgy_kept {
        struct pgy_result result; /* error is owned */
        int64_t told_ms;          /* 0: not told on any link yet; else monotonic milliseconds */
    } list[PGY_RESULTS_MAX];      /* a ring, oldest first */
    size_t first, n;
    uint32_t told; /* on this link */
};

/* Keeps a copy. A full ring forgets its oldest, which the core then repeats with the same message
 * id. */
void pgy_results_add(struct pgy_results *results, const struct pgy_result *result);
/* Writes a PGY_C_RESULT for each not told yet, and marks it. */
void pgy_results_tell(struct pgy_results *results, struct pgy_buf *out, int64_t now_ms);
/* The link is gone: what was told within the last PGY_RESULTS_AGAIN_MS counts as not told, what is
 * older is forgotten. */
void pgy_results_hold(struct pgy_results *results, int64_t now_ms);
void pgy_results_free(struct pgy_results *results);

#endif
