/* SPDX-License-Identifier: BSD-2-Clause */
/* The installation's key and the tokens of feed links made from it. A token is a capability: never
 * logged, never stored. */
#ifndef PGY_STORE_TOKEN_H
#define PGY_STORE_TOKEN_H

#include <stdint.h>

enum { PGY_KEY_BYTES = 32, PGY_TOKEN_TEXT = 44 };

/* Reads state_dir/key through its directory descriptor, or makes it (32 random bytes, mode 0600).
 * PGY_ECORRUPT: another size; PGY_EREFUSED: others may read it. */
int pgy_key_open(int state_dir, unsigned char key[PGY_KEY_BYTES]);
/* base64url(HMAC-SHA256(key, profile, name, generation)): 43 characters and a NUL. */
void pgy_token_make(const unsigned char key[PGY_KEY_BYTES], const char *profile, const char *name,
                    uint32_t generation, char token[PGY_TOKEN_TEXT]);
/* SHA-256 of the token's text: what web looks up. */
void pgy_token_hash(const char *token, unsigned char hash[32]);

#endif
