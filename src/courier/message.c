/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads and checks a message, and cuts its words to what the endpoint's detail allows. How a target
 * says them is in targets. */
#include "courier/message.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"
#include "base/utf8.h"
#include "courier/text.h"
#include "pgyd/plugin.h"

#include <string.h>

enum { MAX_ALLOW = 64, MAX_PAYLOAD = 128 * 1024, MAX_URL = 4096, MAX_ID = 128 };

static const char *text(struct pgy_frame *frame, struct pgy_arena *arena)
{
    const char *s = pgy_get_str(frame, arena);
    return s ? s : "";
}

static void read_allow(struct pgy_frame *frame, struct pgy_arena *arena, struct pgy_message *m)
{
    uint32_t n = pgy_get_u32(frame);
    if (n > MAX_ALLOW) {
        frame->err = PGY_EPARSE;
        return;
    }
    m->allow = pgy_arena_array(arena, n, sizeof *m->allow);
    for (uint32_t i = 0; i < n && !frame->err; i++) {
        const char *cidr = text(frame, arena);
        if (pgy_cidr_parse(cidr, &m->allow[m->nallow]) == 0) {
            m->nallow++;
        } else {
            m->endpoint_problem = true;
            m->problem = pgy_arena_printf(
                arena,
                "[notify:%s] allow_private: '%s' is no network; right would be 192.168.1.0/24",
                m->endpoint, cidr);
        }
    }
}

/* RFC 3986 scheme and host, nothing that could end a request line. Says nothing of the URL itself,
 * which may be a credential. */
static const char *url_problem(const struct pgy_message *m, struct pgy_arena *arena)
{
    size_t scheme = strncmp(m->url, "https://", 8) == 0  ? 8
                    : strncmp(m->url, "http://", 7) == 0 ? 7
                                                         : 0;
    if (strcmp(m->type, "log") == 0)
        return NULL;
    if (m->url[0] == '\0')
        return pgy_arena_printf(arena, "[notify:%s] url is missing", m->endpoint);
    if (scheme == 0)
        return pgy_arena_printf(arena, "[notify:%s] url must begin with https:// or http://",
                                m->endpoint);
    size_t len = strlen(m->url), host = strcspn(m->url + scheme, "/?#");
    if (len > MAX_URL || host == 0 || pgy_has_controls(m->url, len, "") || strchr(m->url, ' '))
        return pgy_arena_printf(
            arena, "[notify:%s] url has no host, holds blanks, or is longer than %d bytes",
            m->endpoint, MAX_URL);
    return NULL;
}

/* The id goes into headers and the signed bytes, where a dot separates (Standard Webhooks
 * 1.0.0). */
static bool id_ok(const char *id)
{
    return pgy_str_made_of(id, MAX_ID, PGY_CAPITALS PGY_SMALL PGY_DIGITS "-_");
}

static bool kind_ok(const char *kind)
{
    return pgy_str_made_of(kind, MAX_ID, PGY_CAPITALS PGY_SMALL PGY_DIGITS "_.");
}

static void check(struct pgy_message *m, const char *payload, struct pgy_arena *arena)
{
    const char *url = url_problem(m, arena);
    size_t len = strlen(payload);
    if (url) {
        m->problem = url;
        m->endpoint_problem = true;
    }
    if (len <= MAX_PAYLOAD)
        m->payload = json_loadb(payload, len, JSON_REJECT_DUPLICATES, NULL);
    if (m->problem)
        return;
    if (!m->payload || !json_is_object(m->payload))
        m->problem = pgy_arena_printf(arena, "the message is not a JSON object of at most %d bytes",
                                      MAX_PAYLOAD);
    else if (!id_ok(m->id) || !kind_ok(m->kind))
        m->problem = "the message has no usable id or type";
}

int pgy_message_read(struct pgy_frame *frame, struct pgy_arena *arena, struct pgy_message *out)
{
    struct pgy_message m = {.row = pgy_get_i64(frame), .attempt = pgy_get_u32(frame)};
    m.profile = text(frame, arena);
    m.endpoint = text(frame, arena);
    m.type = text(frame, arena);
    m.url = text(frame, arena);
    m.secrets = text(frame, arena);
    m.ca_file = text(frame, arena);
    read_allow(frame, arena, &m);
    uint8_t detail = pgy_get_u8(frame);
    m.id = text(frame, arena);
    m.kind = text(frame, arena);
    m.created = pgy_get_i64(frame);
    m.expires = pgy_get_i64(frame);
    m.severity = pgy_get_u32(frame);
    const char *payload = text(frame, arena);
    if (pgy_frame_done(frame) != 0 || detail > PGY_DETAIL_FULL)
        return PGY_EPARSE;
    m.detail = (enum pgy_detail)detail;
    check(&m, payload, arena);
    *out = m;
    return 0;
}

void pgy_message_free(struct pgy_message *message)
{
    json_decref(message->payload);
    message->payload = NULL;
}

static const char *field(const struct pgy_message *m, const char *key)
{
    return json_string_value(json_object_get(m->payload, key));
}

/* When it should have come, where its text names no day. */
static const char *late_words(const struct pgy_message *m, struct pgy_arena *arena)
{
    const char *was = field(m, "was_due");
    return was && *was ? pgy_arena_printf(arena, "was due %s", pgy_text_clean(was, false, arena))
                       : "";
}

struct pgy_words pgy_message_words(const struct pgy_message *message, struct pgy_arena *arena)
{
    struct pgy_words words = {.detail = "", .late = late_words(message, arena)};
    bool discreet = message->detail == PGY_DETAIL_DISCREET;
    const char *text = field(message, "text");
    words.title = pgy_text_clean(discreet ? field(message, "discreet")
                                 : text   ? text
                                          : field(message, "title"),
                                 false, arena);
    /* Never fall back from the discreet sentence to the title: that would tell what the person
     * wants kept. */
    if (words.title[0] == '\0')
        words.title = discreet ? "something is due: see pgyctl agenda" : message->kind;
    if (message->detail == PGY_DETAIL_FULL)
        words.detail = pgy_text_clean(field(message, "detail"), true, arena);
    return words;
}

const char *pgy_message_severity(const struct pgy_message *message)
{
    return message->severity >= PGYD_CRITICAL ? "critical"
           : message->severity == PGYD_WARN   ? "warn"
                                              : "info";
}
