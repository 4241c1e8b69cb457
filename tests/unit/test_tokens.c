/* SPDX-License-Identifier: BSD-2-Clause */
/* The list of tokens: what is found, what is malformed, and that a new list keeps what was noted of
 * a token. */
#include "pgy-build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/err.h"
#include "web/tokens.h"

#include <string.h>

/* printf abcdefghijklmnop | sha256sum, and with a q. */
#define P "f39dac6cbaba535e2c207cd0cd8f154974223c848f727f98b3564cea569b41cf"
#define Q "918a954ac4dfb54ac39f068d9868227f69ab39bc362e2c9b0083bf6a109d6ad7"

static const struct pgy_token *find(const struct pgy_tokens *tokens, const char *token)
{
    uint8_t hash[PGY_TOKEN_HASH];
    return pgy_tokens_find(tokens, token, strlen(token), hash);
}

static int parse(struct pgy_tokens *tokens, const char *text)
{
    return pgy_tokens_parse(tokens, text, strlen(text));
}

static void test_find(void **state)
{
    struct pgy_tokens tokens = {0};
    (void)state;
    assert_null(find(&tokens, "abcdefghijklmnop"));
    /* sorted or not */
    assert_int_equal(parse(&tokens, Q " me/all.quiet\n" P " me/all.generic\n"), 0);
    assert_int_equal(tokens.n, 2);
    assert_string_equal(find(&tokens, "abcdefghijklmnop")->path, "me/all.generic");
    assert_string_equal(find(&tokens, "abcdefghijklmnopq")->path, "me/all.quiet");
    assert_null(find(&tokens, "abcdefghijklmno"));
    assert_null(find(&tokens, "abcdefghijklmnoP"));
    assert_null(find(&tokens, ""));
    assert_int_equal(parse(&tokens, P " me/all.generic\n"), 0);
    assert_null(find(&tokens, "abcdefghijklmnopq"));
    assert_int_equal(parse(&tokens, ""), 0);
    assert_null(find(&tokens, "abcdefghijklmnop"));
    pgy_tokens_free(&tokens);
}

static void test_told_is_kept(void **state)
{
    struct pgy_tokens tokens = {0};
    uint8_t hash[PGY_TOKEN_HASH];
    (void)state;
    assert_int_equal(parse(&tokens, P " me/a.b\n"), 0);
    pgy_tokens_find(&tokens, "abcdefghijklmnop", 16, hash)->told = 7;
    assert_int_equal(parse(&tokens, Q " me/a.b\n" P " me/c.d\n"), 0);
    assert_int_equal(find(&tokens, "abcdefghijklmnop")->told, 7);
    assert_int_equal(find(&tokens, "abcdefghijklmnopq")->told, 0);
    pgy_tokens_free(&tokens);
}

static void test_malformed(void **state)
{
    static const char *const bad[] = {
        "x",
        "\n",
        P "\n",
        P " \n",
        P " me/all.generic",
        P "  me/all\n",
        P " me\n",
        P " /etc/passwd\n",
        P " me/../x\n",
        P " ../x\n",
        P " me/.hidden\n",
        P " me/a/b\n",
        P " me/\n",
        P " me/a b\n",
        P "0 me/a\n",
        "g" P " me/a\n",
        P " me/a\n\n",
        P "\tme/a\n",
    };
    struct pgy_tokens tokens = {0};
    (void)state;
    assert_int_equal(parse(&tokens, P " me/all.generic\n"), 0);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        if (parse(&tokens, bad[i]) != PGY_EPARSE)
            fail_msg("accepted '%s'", bad[i]);
        assert_string_equal(find(&tokens, "abcdefghijklmnop")->path, "me/all.generic");
    }
    assert_int_equal(pgy_tokens_parse(&tokens, P " me/a\0b\n", 64 + 8), PGY_EPARSE);
    pgy_tokens_free(&tokens);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_told_is_kept),
        cmocka_unit_test(test_malformed),
    };
    return cmocka_run_group_tests_name("tokens", tests, NULL, NULL);
}
