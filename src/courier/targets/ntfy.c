/* SPDX-License-Identifier: BSD-2-Clause */
/* type = ntfy: the JSON form of publishing, posted to the root of the server with the topic inside
 * (docs.ntfy.sh/publish). `secret` is an access token (tk_…) or name:password. */
#include "base/err.h"
#include "base/str.h"
#include "courier/target.h"
#include "courier/text.h"
#include "pgyd/plugin.h"

#include <string.h>

enum {
    TITLE_BYTES = 250,
    MESSAGE_BYTES = 4096,
    BODY_BYTES = 8192,
    TOPIC_BYTES = 64,
    DAY = 86400,
    QUOTA_DAY = 42908
};

/* "https://host/base/topic?query" -> "https://host/base/?query" and "topic". */
static int split(const char *url, struct pgy_arena *arena, const char **root, const char **topic)
{
    size_t end = strcspn(url, "?#");
    const char *host = strstr(url, "://");
    if (!host || (size_t)(host - url) > end)
        return PGY_EPARSE;
    while (end > 0 && url[end - 1] == '/')
        end--;
    size_t at = end;
    while (at > 0 && url[at - 1] != '/')
        at--;
    if (at <= (size_t)(host - url) + 3 || end - at > TOPIC_BYTES)
        return PGY_EPARSE;
    *topic = pgy_arena_strndup(arena, url + at, end - at);
    if (!pgy_str_made_of(*topic, TOPIC_BYTES, PGY_CAPITALS PGY_SMALL PGY_DIGITS "-_"))
        return PGY_EPARSE;
    const char *query = strchr(url, '?');
    *root = pgy_arena_printf(arena, "%.*s%s", (int)at, url, query ? query : "");
    return 0;
}

static int add_secret(const struct pgy_message *m, struct pgy_arena *arena,
                      struct pgy_request *request)
{
    if (m->secrets[0] == '\0')
        return 0;
    if (strchr(m->secrets, ' '))
        return PGY_EINVAL;
    if (strchr(m->secrets, ':')) {
        request->user = m->secrets;
        return 0;
    }
    return pgy_request_header(request, "Authorization",
                              pgy_arena_printf(arena, "Bearer %s", m->secrets), arena);
}

/* The message shrinks until the escaped body fits: newlines and quotes count twice there. */
static int fill(const struct pgy_message *m, const char *topic, struct pgy_arena *arena,
                struct pgy_request *request)
{
    struct pgy_words words = pgy_message_words(m, arena);
    const char *title = words.detail[0] ? words.title : "Reminder",
               *text = words.detail[0] ? words.detail : words.title;
    int priority = m->severity >= PGYD_CRITICAL ? 5 : m->severity == PGYD_WARN ? 4 : 3;
    size_t room = MESSAGE_BYTES;
    int rc = PGY_ELIMIT;
    if (words.late[0])
        text = pgy_arena_printf(arena, "(%s) %s", words.late, text);
    for (; rc == PGY_ELIMIT && room >= 64; room -= room / 8) {
        json_t *json = json_pack("{s:s, s:s, s:s, s:i}", "topic", topic, "title",
                                 pgy_text_fit(title, TITLE_BYTES, PGY_BYTES, arena), "message",
                                 pgy_text_fit(text, room, PGY_BYTES, arena), "priority", priority);
        rc = pgy_request_json(request, json, BODY_BYTES, arena);
    }
    return rc;
}

static int make(const struct pgy_message *m, int64_t now, struct pgy_arena *arena,
                struct pgy_request *request, const char **problem)
{
    const char *topic;
    (void)now;
    *request = (struct pgy_request){0};
    if (split(m->url, arena, &request->url, &topic) != 0) {
        *problem = pgy_arena_printf(arena,
                                    "[notify:%s] url: an ntfy address ends in a topic of letters, "
                                    "digits, - and _, as in https://ntfy.sh/my-topic",
                                    m->endpoint);
        return PGY_EINVAL;
    }
    if (add_secret(m, arena, request) != 0) {
        *problem = pgy_arena_printf(
            arena,
            "[notify:%s] secret: an access token (tk_...) or name:password is expected, one only",
            m->endpoint);
        return PGY_EINVAL;
    }
    int rc = fill(m, topic, arena, request);
    return rc ? rc : pgy_request_header(request, "Content-Type", "application/json", arena);
}

static void judge(const struct pgy_answer *answer, const struct pgy_message *message, int64_t now,
                  struct pgy_arena *arena, struct pgy_result *result)
{
    pgy_answer_judge(answer, message, NULL, now, arena, result);
    if (answer->status != 429)
        return;
    json_t *json = json_loads(answer->body, 0, NULL);
    /* The day's quota comes back at midnight UTC, not after the usual seconds. */
    if (json_integer_value(json_object_get(json, "code")) == QUOTA_DAY) {
        result->retry_after = DAY - now % DAY;
        result->error = "the ntfy server's quota for today is used up";
    }
    json_decref(json);
}

const struct pgy_target pgy_target_ntfy = {.name = "ntfy", .make = make, .judge = judge};
