/* SPDX-License-Identifier: BSD-2-Clause */
/* type = webhook: Standard Webhooks 1.0.0. The body is described in pgyd-webhook(7); it holds
 * nothing of the attempt, so that a retry sends the same bytes. */
#include "base/clock.h"
#include "base/err.h"
#include "courier/sign.h"
#include "courier/target.h"
#include "courier/text.h"

#include <inttypes.h>

enum {
    BODY_BYTES = 20000, /* "under about 20 kB" */
    DETAIL_BYTES = 6000,
    LINE_BYTES = 500,
};

/* Copies what is harmless at every level; the item's id names employers and contacts, so it waits
 * for level title. */
static void copy_fields(const struct pgy_message *m, json_t *data, struct pgy_arena *arena)
{
    static const char *const plain[] = {"plugin", "kind", "stakes", "target",
                                        "step",   "due",  "late"};
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        json_t *v = json_object_get(m->payload, plain[i]);
        if (json_is_string(v))
            json_object_set_new(
                data, plain[i],
                json_string(pgy_text_fit(json_string_value(v), 200, PGY_BYTES, arena)));
        else if (json_is_integer(v) || json_is_boolean(v))
            json_object_set(data, plain[i], v);
    }
}

static json_t *make_data(const struct pgy_message *m, struct pgy_arena *arena)
{
    struct pgy_words words = pgy_message_words(m, arena);
    const char *title = pgy_text_fit(words.title, LINE_BYTES, PGY_BYTES, arena);
    json_t *data = json_pack("{s:s, s:s, s:s}", "profile", m->profile, "severity",
                             pgy_message_severity(m), "text", title);
    copy_fields(m, data, arena);
    const char *id = json_string_value(json_object_get(m->payload, "id"));
    if (m->detail >= PGY_DETAIL_TITLE) {
        if (id)
            json_object_set_new(data, "id", json_string(pgy_text_fit(id, 200, PGY_BYTES, arena)));
        json_object_set_new(data, "title", json_string(title));
    }
    if (m->detail == PGY_DETAIL_FULL)
        json_object_set_new(
            data, "detail",
            json_string(pgy_text_fit(words.detail, DETAIL_BYTES, PGY_BYTES, arena)));
    return data;
}

static int make(const struct pgy_message *m, int64_t now, struct pgy_arena *arena,
                struct pgy_request *request, const char **problem)
{
    char when[24];
    const char *signatures = "";
    *request = (struct pgy_request){.url = m->url};
    json_t *json = json_pack("{s:s, s:s, s:o}", "type", m->kind, "timestamp",
                             pgy_clock_text(m->created, when), "data", make_data(m, arena));
    if (pgy_request_json(request, json, BODY_BYTES, arena) != 0) {
        *problem = "the message is too long for a webhook";
        return PGY_EINVAL;
    }
    if (pgy_sign_webhook(m->secrets, m->id, now, request->body, arena, &signatures) != 0) {
        *problem = pgy_arena_printf(arena,
                                    "[notify:%s] secret: 'whsec_' and the base64 of %d to %d bytes "
                                    "is expected (at most %d of them)",
                                    m->endpoint, PGY_SECRET_MIN, PGY_SECRET_MAX, PGY_SECRETS_MAX);
        return PGY_EINVAL;
    }
    int rc = pgy_request_header(request, "Content-Type", "application/json", arena);
    rc = rc ? rc : pgy_request_header(request, "webhook-id", m->id, arena);
    rc = rc ? rc
            : pgy_request_header(request, "webhook-timestamp",
                                 pgy_arena_printf(arena, "%" PRId64, now), arena);
    if (!rc && signatures[0])
        rc = pgy_request_header(request, "webhook-signature", signatures, arena);
    return rc;
}

static void judge(const struct pgy_answer *answer, const struct pgy_message *message, int64_t now,
                  struct pgy_arena *arena, struct pgy_result *result)
{
    pgy_answer_judge(answer, message, NULL, now, arena, result);
}

const struct pgy_target pgy_target_webhook = {.name = "webhook", .make = make, .judge = judge};
