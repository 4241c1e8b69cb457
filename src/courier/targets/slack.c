/* SPDX-License-Identifier: BSD-2-Clause */
/* type = slack: incoming webhooks of Slack and Mattermost. The URL is the credential. */
#include "base/buf.h"
#include "base/err.h"
#include "courier/target.h"
#include "courier/text.h"

#include <string.h>

enum { HEADER_UNITS = 150, SECTION_UNITS = 3000, BODY_BYTES = 32768 };

/* Slack's three: nothing of a title may become a mention such as <!channel>. */
static const char *escape(const char *text, struct pgy_arena *arena)
{
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(128 * 1024);
    for (; *text; text++) {
        if (*text == '&')
            pgy_buf_str(&buf, "&amp;");
        else if (*text == '<')
            pgy_buf_str(&buf, "&lt;");
        else if (*text == '>')
            pgy_buf_str(&buf, "&gt;");
        else
            pgy_buf_char(&buf, *text);
    }
    return pgy_arena_strdup(arena, pgy_buf_text(&buf));
}

/* Cut first, then escape, so that no entity is cut in two. */
static const char *escape_fit(const char *text, size_t max, struct pgy_arena *arena)
{
    for (size_t room = max;; room -= room / 8) {
        const char *out = escape(pgy_text_fit(text, room, PGY_UTF16, arena), arena);
        if (pgy_text_count(out, PGY_UTF16) <= max)
            return out;
    }
}

static json_t *section(const char *text)
{
    return json_pack("{s:s, s:{s:s, s:s, s:b}}", "type", "section", "text", "type", "mrkdwn",
                     "text", text, "verbatim", 1);
}

static int make(const struct pgy_message *m, int64_t now, struct pgy_arena *arena,
                struct pgy_request *request, const char **problem)
{
    (void)now;
    struct pgy_words words = pgy_message_words(m, arena);
    const char *title =
        words.late[0] ? pgy_arena_printf(arena, "%s (%s)", words.title, words.late) : words.title;
    json_t *blocks = json_array();
    json_array_append_new(blocks, json_pack("{s:s, s:{s:s, s:s}}", "type", "header", "text", "type",
                                            "plain_text", "text",
                                            pgy_text_fit(title, HEADER_UNITS, PGY_UTF16, arena)));
    /* A header cannot hold a long title: the whole of it follows. */
    if (pgy_text_count(title, PGY_UTF16) > HEADER_UNITS)
        json_array_append_new(blocks, section(escape_fit(title, SECTION_UNITS, arena)));
    if (words.detail[0])
        json_array_append_new(blocks, section(escape_fit(words.detail, SECTION_UNITS, arena)));
    *request = (struct pgy_request){.url = m->url};
    /* What Slack shows in a notification, and all that Mattermost shows: it knows no blocks. */
    const char *text =
        words.detail[0] ? pgy_arena_printf(arena, "%s\n%s", title, words.detail) : title;
    json_t *json =
        json_pack("{s:s, s:o}", "text", escape_fit(text, SECTION_UNITS, arena), "blocks", blocks);
    if (pgy_request_json(request, json, BODY_BYTES, arena) != 0) {
        *problem = "the message is too long for Slack";
        return PGY_EINVAL;
    }
    return pgy_request_header(request, "Content-Type", "application/json", arena);
}

static bool says_ok(const char *body)
{
    size_t n = strcspn(body, " \r\n");
    return n == 2 && memcmp(body, "ok", 2) == 0 && body[n + strspn(body + n, " \r\n")] == '\0';
}

static void judge(const struct pgy_answer *answer, const struct pgy_message *message, int64_t now,
                  struct pgy_arena *arena, struct pgy_result *result)
{
    /* Slack answers 404 no_service and 410 channel_is_archived; 500 rollup_error is worth another
     * try: all as for everybody. */
    pgy_answer_judge(answer, message, NULL, now, arena, result);
    if (result->outcome == PGY_DELIVERED && !says_ok(answer->body)) {
        /* A page of a captive network or a proxy; the message was not taken. */
        result->outcome = PGY_TRANSIENT;
        result->error = "the receiver answered 200, but not with Slack's 'ok'";
    }
}

const struct pgy_target pgy_target_slack = {.name = "slack", .make = make, .judge = judge};
