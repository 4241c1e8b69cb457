/* SPDX-License-Identifier: BSD-2-Clause */
/* What each target sends. Bodies were written by hand; signatures come from Python's hmac. */
#include "base/err.h"
#include "base/frame.h"
#include "base/utf8.h"
#include "base/wire.h"
#include "courier/sign.h"
#include "courier/target.h"
#include "courier/text.h"
#include "pgyd/plugin.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants those first. */
#include <cmocka.h>

#define SECRET "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
#define SECRET2 "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
#define PAYLOAD                                                                                    \
    "{\"id\":\"offers/"                                                                            \
    "mercy-answer-by\",\"plugin\":\"offers\",\"kind\":\"deadline\",\"stakes\":\"fatal\","          \
    "\"title\":\"Answer <Mercy> & "                                                                \
    "co\",\"detail\":\"One\\ntwo\","                                                               \
    "\"discreet\":\"an offer answer is "                                                           \
    "due\",\"target\":\"2026-11-26\",\"step\":\"-3d\",\"severity\":\"warn\",\"due\":\"2026-11-"    \
    "22T08:00:00Z\",\"late\":false,"                                                               \
    "\"future\":\"field\"}"

struct fixture {
    struct pgy_arena *arena;
    struct pgy_message message;
    struct pgy_request request;
    const char *problem;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    f->arena = pgy_arena_new();
    f->message = (struct pgy_message){.row = 1,
                                      .attempt = 1,
                                      .profile = "me",
                                      .endpoint = "phone",
                                      .type = "webhook",
                                      .url = "https://hooks.example/in",
                                      .secrets = SECRET,
                                      .ca_file = "",
                                      .detail = PGY_DETAIL_FULL,
                                      .id = "msg_1",
                                      .kind = "reminder.due",
                                      .created = 1795334401, /* 2026-11-22T08:00:01Z */
                                      .expires = 1795420801,
                                      .severity = PGYD_WARN,
                                      .payload = json_loads(PAYLOAD, 0, NULL)};
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    pgy_message_free(&f->message);
    pgy_arena_free(&f->arena);
    free(f);
    return 0;
}

static int make(struct fixture *f, const char *target, int64_t now)
{
    f->problem = NULL;
    return pgy_target_find(target)->make(&f->message, now, f->arena, &f->request, &f->problem);
}

static void set(struct fixture *f, const char *key, const char *value)
{
    json_object_set_new(f->message.payload, key, json_string(value));
}

static const char *header(const struct fixture *f, const char *name)
{
    size_t n = strlen(name);
    for (size_t i = 0; i < f->request.nheaders; i++) {
        if (strncmp(f->request.headers[i], name, n) == 0 &&
            strncmp(f->request.headers[i] + n, ": ", 2) == 0)
            return f->request.headers[i] + n + 2;
    }
    return NULL;
}

/* The vector of the Standard Webhooks libraries. */
static void signature_is_the_standards(void **state)
{
    struct fixture *f = *state;
    const char *out;
    assert_int_equal(pgy_sign_webhook(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
                                      "{\"test\": 2432232314}", f->arena, &out),
                     0);
    assert_string_equal(out, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    assert_int_equal(pgy_sign_webhook(SECRET "  " SECRET2, "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                      1614265330, "{\"test\": 2432232314}", f->arena, &out),
                     0);
    assert_string_equal(out, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= "
                             "v1,O4Gjv1HqPqsMrjmczoggs/sWA8gZD0VyHG+fLh4+ktI=");
    assert_int_equal(pgy_sign_webhook("", "msg_1", 1, "{}", f->arena, &out), 0);
    assert_string_equal(out, "");
}

static void secrets_have_24_to_64_bytes(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *secret;
        int rc;
    } rows[] = {
        {"whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRY=", PGY_EPARSE}, /* 23 */
        {"whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", 0},          /* 24 */
        {"AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", 0},
        {"whsec_"
         "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==",
         0}, /* 64 */
        /* 65 */
        {"whsec_"
         "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0A=",
         PGY_EPARSE},
        {"whsec_", PGY_EPARSE},
        {"whsec_not*base64*AAAAAAAAAAAAAAAAAAAAAA", PGY_EPARSE},
        {SECRET " whsec_short", PGY_EPARSE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *out = "unchanged";
        assert_int_equal(pgy_sign_webhook(rows[i].secret, "m", 1, "{}", f->arena, &out),
                         rows[i].rc);
        assert_true(rows[i].rc == 0 || strcmp(out, "unchanged") == 0);
    }
    f->message.secrets = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRY=";
    assert_int_equal(make(f, "webhook", 1), PGY_EINVAL);
    assert_string_equal(f->problem, "[notify:phone] secret: 'whsec_' and the base64 of 24 to 64 "
                                    "bytes is expected (at most 8 of them)");
}

#define WEBHOOK_HEAD                                                                               \
    "{\"type\":\"reminder.due\",\"timestamp\":\"2026-11-22T08:00:01Z\",\"data\":{\"profile\":"     \
    "\"me\",\"severity\":\"warn\",\"text\":"
#define WEBHOOK_FIELDS                                                                             \
    ",\"plugin\":\"offers\",\"kind\":\"deadline\",\"stakes\":\"fatal\",\"target\":\"2026-11-26\"," \
    "\"step\":\"-3d\","                                                                            \
    "\"due\":\"2026-11-22T08:00:00Z\",\"late\":false"

static void webhook_body(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(make(f, "webhook", 1795334405), 0);
    assert_string_equal(f->request.body,
                        WEBHOOK_HEAD "\"Answer <Mercy> & co\"" WEBHOOK_FIELDS
                                     ",\"id\":\"offers/mercy-answer-by\",\"title\":\"Answer "
                                     "<Mercy> & co\",\"detail\":\"One\\ntwo\"}}");
    assert_string_equal(header(f, "webhook-id"), "msg_1");
    assert_string_equal(header(f, "webhook-timestamp"), "1795334405");
    f->message.detail = PGY_DETAIL_TITLE;
    assert_int_equal(make(f, "webhook", 1795334405), 0);
    assert_string_equal(f->request.body, WEBHOOK_HEAD
                        "\"Answer <Mercy> & co\"" WEBHOOK_FIELDS
                        ",\"id\":\"offers/mercy-answer-by\",\"title\":\"Answer <Mercy> & co\"}}");
    f->message.detail = PGY_DETAIL_DISCREET;
    assert_int_equal(make(f, "webhook", 1795334405), 0);
    assert_string_equal(f->request.body,
                        WEBHOOK_HEAD "\"an offer answer is due\"" WEBHOOK_FIELDS "}}");
}

static void a_retry_has_the_same_body(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(make(f, "webhook", 1795334405), 0);
    const char *body = f->request.body, *signature = header(f, "webhook-signature");
    f->message.attempt = 2;
    assert_int_equal(make(f, "webhook", 1795334406), 0);
    assert_string_equal(f->request.body, body);
    assert_string_equal(header(f, "webhook-timestamp"), "1795334406");
    assert_string_not_equal(header(f, "webhook-signature"), signature);
    f->message.secrets = "";
    assert_int_equal(make(f, "webhook", 1795334406), 0);
    assert_null(header(f, "webhook-signature"));
}

static void no_discreet_sentence_is_no_reason_to_tell(void **state)
{
    struct fixture *f = *state;
    static const char *const targets[] = {"webhook", "ntfy", "slack"};
    f->message.detail = PGY_DETAIL_DISCREET;
    f->message.secrets = "";
    json_object_del(f->message.payload, "discreet");
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(make(f, targets[i], 1795334405), 0);
        assert_non_null(strstr(f->request.body, "something is due: see pgyctl agenda"));
        assert_null(strcasestr(f->request.body, "mercy"));
    }
}

static void ntfy_body(void **state)
{
    struct fixture *f = *state;
    f->message.url = "https://ntfy.example:8443/base/my-topic?auth=x";
    f->message.secrets = "tk_abc";
    assert_int_equal(make(f, "ntfy", 1795334405), 0);
    assert_string_equal(f->request.url, "https://ntfy.example:8443/base/?auth=x");
    assert_string_equal(f->request.body, "{\"topic\":\"my-topic\",\"title\":\"Answer <Mercy> & "
                                         "co\",\"message\":\"One\\ntwo\",\"priority\":4}");
    assert_string_equal(header(f, "Authorization"), "Bearer tk_abc");
    f->message.detail = PGY_DETAIL_DISCREET;
    f->message.severity = PGYD_CRITICAL;
    f->message.secrets = "ann:secret";
    json_object_set(f->message.payload, "late", json_true());
    json_object_set_new(f->message.payload, "was_due", json_string("Sun Nov 22, 3 AM"));
    assert_int_equal(make(f, "ntfy", 1795334405), 0);
    assert_string_equal(f->request.body,
                        "{\"topic\":\"my-topic\",\"title\":\"Reminder\",\"message\":\"(was due "
                        "Sun Nov 22, 3 AM) an offer answer is due\","
                        "\"priority\":5}");
    assert_string_equal(f->request.user, "ann:secret");
    f->message.severity = PGYD_INFO;
    assert_int_equal(make(f, "ntfy", 1795334405), 0);
    assert_non_null(strstr(f->request.body, "\"priority\":3"));
}

static void ntfy_addresses(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *url, *root;
    } rows[] = {
        {"https://ntfy.sh/t", "https://ntfy.sh/"},
        {"https://ntfy.sh/t/", "https://ntfy.sh/"},
        {"https://ntfy.sh/t#x", "https://ntfy.sh/"},
        {"https://ntfy.sh", NULL},
        {"https://ntfy.sh/", NULL},
        {"https://ntfy.sh/a%20b", NULL},
        {"https://ntfy.sh/?t", NULL},
        {"https://", NULL},
        {"https://ntfy.sh/0123456789012345678901234567890123456789012345678901234567890123",
         "https://ntfy.sh/"}, /* 64 */
        {"https://ntfy.sh/01234567890123456789012345678901234567890123456789012345678901234", NULL},
    };
    f->message.secrets = "";
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        f->message.url = rows[i].url;
        assert_int_equal(make(f, "ntfy", 1), rows[i].root ? 0 : PGY_EINVAL);
        if (rows[i].root)
            assert_string_equal(f->request.url, rows[i].root);
        else
            assert_non_null(strstr(f->problem, "[notify:phone] url"));
    }
    f->message.url = "https://ntfy.sh/t";
    f->message.secrets = "tk_a tk_b";
    assert_int_equal(make(f, "ntfy", 1), PGY_EINVAL);
}

static void slack_body(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(make(f, "slack", 1), 0);
    assert_string_equal(
        f->request.body,
        "{\"text\":\"Answer &lt;Mercy&gt; &amp; co\\nOne\\ntwo\",\"blocks\":[" /* Mattermost takes
                                                                                  the text alone */
        "{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"Answer <Mercy> & co\"}},"
        "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"One\\ntwo\",\"verbatim\":"
        "true}}]}");
    assert_string_equal(f->request.url, "https://hooks.example/in");
    assert_null(header(f, "webhook-signature"));
}

/* "😀" is 4 bytes, 2 UTF-16 units; "…" 3 bytes, 1 unit. */
static void texts_are_cut_between_characters(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *text;
        size_t max;
        enum pgy_unit unit;
        const char *want;
    } rows[] = {
        {"abcdef", 6, PGY_BYTES, "abcdef"},
        {"abcdefg", 6, PGY_BYTES, "abc…"},
        {"😀😀😀", 12, PGY_BYTES, "😀😀😀"},
        {"😀😀😀", 11, PGY_BYTES, "😀😀…"},
        {"😀😀😀", 10, PGY_BYTES, "😀…"},
        {"😀😀😀", 6, PGY_UTF16, "😀😀😀"},
        {"😀😀😀", 5, PGY_UTF16, "😀😀…"},
        {"😀😀😀", 4, PGY_UTF16, "😀…"},
        {"漢字漢字", 11, PGY_BYTES, "漢字…"},
        {"漢字漢字", 3, PGY_UTF16, "漢字…"},
        {"é́é́", 3, PGY_UTF16, "é́…"},
        {"one two", 6, PGY_UTF16, "one t…"},
        {"one twos", 5, PGY_UTF16, "one…"}, /* no blank before the dots */
        {"👩‍🚀👩‍🚀", 14, PGY_BYTES, "👩‍🚀…"},
        {"👩‍🚀👩‍🚀", 13, PGY_BYTES, "👩…"}, /* the joiner goes with what it joined */
        {"abc", 2, PGY_BYTES, ""},
        {"", 0, PGY_BYTES, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_string_equal(pgy_text_fit(rows[i].text, rows[i].max, rows[i].unit, f->arena),
                            rows[i].want);
}

static void controls_do_not_get_through(void **state)
{
    struct fixture *f = *state;
    struct pgy_request request = {0};
    assert_string_equal(pgy_text_clean("a\r\nb\tc\x7f"
                                       "d\xc2\x85"
                                       "e",
                                       false, f->arena),
                        "a ; b c d e");
    assert_string_equal(pgy_text_clean("a\nb\n", true, f->arena), "a\nb\n");
    assert_string_equal(pgy_text_clean("\na\n", false, f->arena), " a ");
    assert_string_equal(pgy_text_clean(NULL, false, f->arena), "");
    assert_int_equal(pgy_request_header(&request, "X", "a\r\nEvil: 1", f->arena), PGY_EINVAL);
    assert_int_equal(pgy_request_header(&request, "X", "a\nb", f->arena), PGY_EINVAL);
    assert_int_equal(request.nheaders, 0);
    for (int i = 0; i < PGY_REQUEST_HEADERS; i++)
        assert_int_equal(pgy_request_header(&request, "X", "a", f->arena), 0);
    assert_int_equal(pgy_request_header(&request, "X", "a", f->arena), PGY_EINVAL);
    set(f, "title", "Evil\r\nwebhook-id: other");
    assert_int_equal(make(f, "webhook", 1), 0);
    assert_null(strchr(f->request.body, '\n'));
    assert_non_null(strstr(f->request.body, "\"title\":\"Evil ; webhook-id: other\""));
}

/* Texts of 9000 quotation marks, emoji and angle brackets, the worst for each limit. */
static void long_texts_stay_under_every_limit(void **state)
{
    struct fixture *f = *state;
    static const char *const units[] = {"\"", "😀", "<&>", "\\", "漢"};
    f->message.url = "https://ntfy.example/topic";
    f->message.secrets = "";
    for (size_t u = 0; u < sizeof units / sizeof units[0]; u++) {
        struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(64 * 1024);
        for (int i = 0; i < 9000; i++)
            pgy_buf_str(&text, units[u]);
        set(f, "title", pgy_buf_text(&text));
        set(f, "detail", pgy_buf_text(&text));
        set(f, "id", pgy_buf_text(&text));
        assert_int_equal(make(f, "webhook", 1), 0);
        assert_in_range(strlen(f->request.body), 6000, 20000);
        assert_true(pgy_utf8_valid(f->request.body, strlen(f->request.body)));

        assert_int_equal(make(f, "ntfy", 1), 0);
        assert_in_range(strlen(f->request.body), 3000, 8192);
        json_t *json = json_loads(f->request.body, 0, NULL);
        assert_in_range(strlen(json_string_value(json_object_get(json, "message"))), 3000, 4096);
        assert_in_range(strlen(json_string_value(json_object_get(json, "title"))), 240, 250);
        json_decref(json);

        assert_int_equal(make(f, "slack", 1), 0);
        json = json_loads(f->request.body, 0, NULL);
        json_t *blocks = json_object_get(json, "blocks"), *block;
        size_t i;
        json_array_foreach(blocks, i, block)
        {
            const char *shown =
                json_string_value(json_object_get(json_object_get(block, "text"), "text"));
            assert_in_range(pgy_text_count(shown, PGY_UTF16), i == 0 ? 149 : 2500,
                            i == 0 ? 150 : 3000);
        }
        assert_int_equal(json_array_size(blocks), 3);
        json_decref(json);
    }
}

static void put_message(struct pgy_buf *buf, const char *cidr, uint8_t detail, const char *payload)
{
    size_t mark = pgy_frame_begin(buf, PGY_C_SEND);
    pgy_put_i64(buf, 77);
    pgy_put_u32(buf, 3);
    static const char *const texts[] = {"me", "phone", "webhook", "https://hooks.example/",
                                        NULL, NULL};
    for (size_t i = 0; i < 6; i++)
        pgy_put_str(buf, texts[i]);
    pgy_put_u32(buf, 1);
    pgy_put_str(buf, cidr);
    pgy_put_u8(buf, detail);
    pgy_put_str(buf, "msg-1");
    pgy_put_str(buf, "reminder.due");
    pgy_put_i64(buf, 10);
    pgy_put_i64(buf, 20);
    pgy_put_u32(buf, 2);
    pgy_put_str(buf, payload);
    pgy_frame_end(buf, mark);
}

static int read_message(struct fixture *f, const char *cidr, uint8_t detail, const char *payload,
                        size_t cut)
{
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(1 << 20);
    struct pgy_frame frame;
    size_t used;
    put_message(&buf, cidr, detail, payload);
    assert_int_equal(pgy_frame_cut(buf.data, buf.len, PGY_FRAME_MAX, &frame, &used), 0);
    frame.len -= cut;
    pgy_message_free(&f->message);
    return pgy_message_read(&frame, f->arena, &f->message);
}

static void frames_are_checked_again(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(read_message(f, "10.0.0.0/8", 2, PAYLOAD, 0), 0);
    assert_null(f->message.problem);
    assert_int_equal(f->message.row, 77);
    assert_int_equal(f->message.attempt, 3);
    assert_string_equal(f->message.ca_file, "");
    assert_int_equal(f->message.nallow, 1);
    assert_int_equal(f->message.detail, PGY_DETAIL_FULL);
    assert_int_equal(f->message.expires, 20);
    assert_int_equal(read_message(f, "10.0.0.0/99", 2, PAYLOAD, 0), 0);
    assert_string_equal(
        f->message.problem,
        "[notify:phone] allow_private: '10.0.0.0/99' is no network; right would be 192.168.1.0/24");
    assert_true(f->message.endpoint_problem);
    assert_int_equal(read_message(f, "10.0.0.0/8", 2, "[]", 0), 0);
    assert_non_null(f->message.problem);
    assert_false(f->message.endpoint_problem);
    assert_int_equal(read_message(f, "10.0.0.0/8", 2, "{\"a\":", 0), 0);
    assert_non_null(f->message.problem);
    assert_int_equal(read_message(f, "10.0.0.0/8", 3, PAYLOAD, 0), PGY_EPARSE);
    for (size_t cut = 1; cut < 60; cut++)
        assert_int_equal(read_message(f, "10.0.0.0/8", 2, "{}", cut), PGY_EPARSE);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(signature_is_the_standards),
        TEST(secrets_have_24_to_64_bytes),
        TEST(webhook_body),
        TEST(a_retry_has_the_same_body),
        TEST(no_discreet_sentence_is_no_reason_to_tell),
        TEST(ntfy_body),
        TEST(ntfy_addresses),
        TEST(slack_body),
        TEST(texts_are_cut_between_characters),
        TEST(controls_do_not_get_through),
        TEST(long_texts_stay_under_every_limit),
        TEST(frames_are_checked_again),
    };
    return cmocka_run_group_tests_name("targets", tests, NULL, NULL);
}
