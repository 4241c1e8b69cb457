/* SPDX-License-Identifier: BSD-2-Clause */
/* HMACs of libsodium in the form of Standard Webhooks. Which secrets is the core's to say. */
#include "courier/sign.h"

#include "base/err.h"

#include <inttypes.h>
#include <sodium.h>
#include <stddef.h>
#include <string.h>

/* The secret's bytes: base64 with or without "whsec_". */
static int decode(const char *text, size_t len, unsigned char key[PGY_SECRET_MAX], size_t *n)
{
    static const char prefix[] = "whsec_";
    if (len > strlen(prefix) && memcmp(text, prefix, strlen(prefix)) == 0) {
        text += strlen(prefix);
        len -= strlen(prefix);
    }
    while (len > 0 && text[len - 1] == '=')
        len--;
    const char *end = NULL;
    if (sodium_base642bin(key, PGY_SECRET_MAX, text, len, NULL, n, &end,
                          sodium_base64_VARIANT_ORIGINAL_NO_PADDING) != 0)
        return PGY_EPARSE;
    return end == text + len && *n >= PGY_SECRET_MIN ? 0 : PGY_EPARSE;
}

/* "v1,BASE64" of one key over "id.timestamp.body". */
static const char *sign(const unsigned char *key, size_t n, const char *head, const char *body,
                        struct pgy_arena *arena)
{
    enum {
        TEXT =
            sodium_base64_ENCODED_LEN(crypto_auth_hmacsha256_BYTES, sodium_base64_VARIANT_ORIGINAL)
    };
    unsigned char mac[crypto_auth_hmacsha256_BYTES];
    char text[TEXT];
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key, n);
    crypto_auth_hmacsha256_update(&state, (const unsigned char *)head, strlen(head));
    crypto_auth_hmacsha256_update(&state, (const unsigned char *)body, strlen(body));
    crypto_auth_hmacsha256_final(&state, mac);
    sodium_memzero(&state, sizeof state);
    return pgy_arena_printf(
        arena, "v1,%s",
        sodium_bin2base64(text, sizeof text, mac, sizeof mac, sodium_base64_VARIANT_ORIGINAL));
}

int pgy_sign_webhook(const char *secrets, const char *id, int64_t timestamp, const char *body,
                     struct pgy_arena *arena, const char **out)
{
    const char *head = pgy_arena_printf(arena, "%s.%" PRId64 ".", id, timestamp);
    const char *all = "";
    size_t count = 0;
    for (const char *s = secrets + strspn(secrets, " \t"); *s; s += strspn(s, " \t")) {
        unsigned char key[PGY_SECRET_MAX];
        size_t n = 0, len = strcspn(s, " \t");
        int rc = ++count > PGY_SECRETS_MAX ? PGY_ELIMIT : decode(s, len, key, &n);
        if (rc == 0)
            all = pgy_arena_printf(arena, "%s%s%s", all, all[0] ? " " : "",
                                   sign(key, n, head, body, arena));
        sodium_memzero(key, sizeof key);
        if (rc)
            return rc;
        s += len;
    }
    *out = all;
    return 0;
}
