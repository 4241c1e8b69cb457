/* SPDX-License-Identifier: BSD-2-Clause */
/* The key's file, HMACs of it, and their hashes. Which links there are is links.c's. */
#include "store/token.h"

#include "base/err.h"
#include "base/file.h"

#include <errno.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>

int pgy_key_open(int state_dir, unsigned char key[PGY_KEY_BYTES])
{
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(1024);
    struct stat st;
    int rc = pgy_file_read_at(state_dir, "key", &bytes);
    if (rc == -ENOENT) {
        randombytes_buf(key, PGY_KEY_BYTES);
        return pgy_file_replace_at(state_dir, "key", key, PGY_KEY_BYTES, 0600);
    }
    if (rc != 0)
        return rc;
    if (fstatat(state_dir, "key", &st, 0) != 0)
        return -errno;
    if (st.st_mode & 077)
        return PGY_EREFUSED;
    if (bytes.len != PGY_KEY_BYTES)
        return PGY_ECORRUPT;
    memcpy(key, bytes.data, PGY_KEY_BYTES);
    return 0;
}

void pgy_token_make(const unsigned char key[PGY_KEY_BYTES], const char *profile, const char *name,
                    uint32_t generation, char token[PGY_TOKEN_TEXT])
{
    crypto_auth_hmacsha256_state state;
    unsigned char mac[crypto_auth_hmacsha256_BYTES];
    const unsigned char counter[4] = {(unsigned char)generation, (unsigned char)(generation >> 8),
                                      (unsigned char)(generation >> 16),
                                      (unsigned char)(generation >> 24)};
    crypto_auth_hmacsha256_init(&state, key, PGY_KEY_BYTES);
    /* The NULs keep ("ab","c") and ("a","bc") apart. */
    crypto_auth_hmacsha256_update(&state, (const unsigned char *)profile, strlen(profile) + 1);
    crypto_auth_hmacsha256_update(&state, (const unsigned char *)name, strlen(name) + 1);
    crypto_auth_hmacsha256_update(&state, counter, sizeof counter);
    crypto_auth_hmacsha256_final(&state, mac);
    sodium_bin2base64(token, PGY_TOKEN_TEXT, mac, sizeof mac,
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

void pgy_token_hash(const char *token, unsigned char hash[32])
{
    crypto_hash_sha256(hash, (const unsigned char *)token, strlen(token));
}
