/* SPDX-License-Identifier: BSD-2-Clause */
/* Requests that are looked at and those that are turned away, byte by byte. */
#include "pgy-build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "web/policy.h"

#include <string.h>

/* Headers as pairs, ended by NULL. */
static unsigned status_of(const char *method, const char *version, const char *const *headers)
{
    struct pgy_policy policy = {0};
    for (; headers[0]; headers += 2)
        pgy_policy_header(&policy, headers[0], strlen(headers[0]), headers[1], strlen(headers[1]));
    return pgy_policy_status(&policy, method, version, true);
}

static void test_headers(void **state)
{
    static const struct {
        const char *headers[7];
        unsigned status;
    } table[] = {
        {{"Host", "a"}, 0},
        {{"host", "a", "Accept", "*/*", "X-Tab", "a\tb"}, 0},
        {{"Host", "a", "Content-Length", "0"}, 0},
        {{NULL}, 400},
        {{"Host", "a", "HOST", "a"}, 400},
        {{"Host", "a", "Content-Length", "0", "content-length", "0"}, 400},
        {{"Host", "a", "Content-Length", "1"}, 400},
        {{"Host", "a", "Content-Length", "00"}, 400},
        {{"Host", "a", "Content-Length", ""}, 400},
        {{"Host", "a", "Content-Length", "+0"}, 400},
        {{"Host", "a", "Content-Length", "0, 0"}, 400},
        {{"Host", "a", "Transfer-Encoding", "chunked"}, 400},
        {{"Host", "a", "transfer-encoding", "identity"}, 400},
        {{"Host", "a", "Content-Length ", "0"}, 400},
        {{"Host", "a", " X", "0"}, 400},
        {{"Host", "a", "X\tY", "0"}, 400},
        {{"Host", "a", "", "0"}, 400},
        {{"Host", "a", "X:", "0"}, 400},
        {{"Host", "a", "X", "b\rc"}, 400},
        {{"Host", "a", "X", "b\nc"}, 400},
        {{"Host", "a", "X", "b\x7f"}, 400},
        {{"Host", "a", "X", "\xc3\xa4"}, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        assert_int_equal(status_of("GET", "HTTP/1.1", table[i].headers), table[i].status);
}

static void test_nul(void **state)
{
    struct pgy_policy policy = {0};
    (void)state;
    pgy_policy_header(&policy, "Host", 4, "a", 1);
    pgy_policy_header(&policy, "X", 1, "a\0b", 3);
    assert_int_equal(pgy_policy_status(&policy, "GET", "HTTP/1.1", true), 400);
    policy = (struct pgy_policy){.hosts = 1};
    pgy_policy_header(&policy, "X\0", 2, "a", 1);
    assert_int_equal(pgy_policy_status(&policy, "GET", "HTTP/1.1", true), 400);
}

static void test_lines(void **state)
{
    static const char *const host[] = {"Host", "a", NULL};
    static const char *const none[] = {NULL};
    static const char *const body[] = {"Host", "a", "Content-Length", "5", NULL};
    static const char *const two[] = {"Host", "a", "Host", "b", NULL};
    (void)state;
    assert_int_equal(status_of("HEAD", "HTTP/1.1", host), 0);
    assert_int_equal(status_of("GET", "HTTP/1.0", none), 0);
    assert_int_equal(status_of("get", "HTTP/1.1", host), 405);
    assert_int_equal(status_of("POST", "HTTP/1.1", body), 405);
    assert_int_equal(status_of("POST", "HTTP/1.1", two), 400);
    assert_int_equal(status_of("GET", "HTTP/1.2", host), 505);
    assert_int_equal(status_of("GET", "", host), 505);
    struct pgy_policy policy = {.hosts = 1};
    assert_int_equal(pgy_policy_status(&policy, "GET", "HTTP/1.1", false), 400);
}

static void test_uri(void **state)
{
    char longest[PGY_URI_MAX + 1];
    (void)state;
    memset(longest, 'a', sizeof longest);
    longest[0] = '/';
    assert_true(pgy_policy_uri(longest, PGY_URI_MAX));
    assert_false(pgy_policy_uri(longest, PGY_URI_MAX + 1));
    assert_true(pgy_policy_uri("/f/aZ09_-./pgyd.ics", 19));
    static const char *const bad[] = {"",     "f",     "*",         "/%00", "/a b",     "/a?b",
                                      "/a#b", "/a\\b", "/\xc3\xa4", "/a\n", "http://a/"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_false(pgy_policy_uri(bad[i], strlen(bad[i])));
    assert_false(pgy_policy_uri("/a\0b", 4));
}

/* A block as the server leaves it: '_' stands for a NUL it wrote or the sender sent. One header, X,
 * whose value starts at `value`. */
static unsigned block(const char *picture, size_t value, size_t value_len)
{
    char bytes[128];
    struct pgy_policy policy = {.hosts = 1};
    size_t len = strlen(picture);
    for (size_t i = 0; i < len; i++)
        bytes[i] = picture[i] == '_' ? '\0' : picture[i];
    pgy_policy_block(&policy, bytes, len, bytes, bytes + 4, 2, bytes + 7);
    pgy_policy_header(&policy, bytes + 17, 1, bytes + value, value_len);
    pgy_policy_end(&policy);
    return pgy_policy_status(&policy, bytes, bytes + 7, true);
}

static void test_block(void **state)
{
    (void)state;
    assert_int_equal(block("GET_/a_HTTP/1.1__X_ b____", 20, 1), 0);
    assert_int_equal(block("GET_/a_HTTP/1.1__X_b____", 19, 1), 0);
    assert_int_equal(block("GET_/a_HTTP/1.1__X_b \t____", 19, 1), 0);
    assert_int_equal(block("GET_/a_HTTP/1.1__X_____", 19, 0), 0);
    /* a NUL in the value hides the rest */
    assert_int_equal(block("GET_/a_HTTP/1.1__X_b_c____", 19, 1), 400);
    assert_int_equal(block("GET_/a_HTTP/1.1__X_b_____", 19, 1), 400);     /* a NUL at its end */
    assert_int_equal(block("GET_/a_HTTP/1.1__X_b__", 19, 1), 400);        /* bare LF */
    assert_int_equal(block("GET_/a_HTTP/1.1__X_b__\tc____", 19, 1), 400); /* folded */
    /* a header nobody named */
    assert_int_equal(block("GET_/a_HTTP/1.1__X_b__Y_c____", 19, 1), 400);
    assert_int_equal(block("GET_/a_HTTP/1.1__X_b____", 40, 1), 400); /* a value from elsewhere */
    assert_int_equal(block("GET_/a_HTTP/1.1__X_b____", 19, 90), 400);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headers), cmocka_unit_test(test_nul),   cmocka_unit_test(test_lines),
        cmocka_unit_test(test_uri),     cmocka_unit_test(test_block),
    };
    return cmocka_run_group_tests_name("policy", tests, NULL, NULL);
}
