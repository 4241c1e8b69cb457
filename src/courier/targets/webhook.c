/* SPDX-License-Identifier: BSD-2-Clause */
/* type = webhook: Standard Webhooks 1.0.0. The body is described in pgyd-webhook(7); it holds nothing of the attempt, so that a retry sends the same
 * bytes. */
#include "base/clock.h"
#include "base/err.h"
#include "courier/target.h"
#include "courier/text.h"

#include <inttypes.h>
#include <sodium.h>
#include <string.h>

enum {
    BODY_BYTES = 20000, /* "under about 20 kB" */
    DETAIL_BYTES = 6000,
    LINE_BYTES = 500,
    MIN_SECRET = 24,
    MAX_SECRET = 64,
    MAX_SECRETS = 8,
};

/* The secret's bytes: base64 with or without "whsec_". */
static int decode(const char *text, size_t len, unsigned char key[MAX_SECRET], size_t *n)
{
    static const char prefix[] = "whsec_";
    if (len > strlen(prefix) && memcmp(text, prefix, strlen(prefix)) == 0) {
        text += strlen(prefix);
        len -= strlen(prefix);
    }
    while (len > 0 && text[len - 1] == '=')
        len--;
    const char *end = NULL;
    if (sodium_base642bin(key, MAX_SECRET, text, len, NULL, n, &end, sodium_base64_VARIANT_ORIGINAL_NO_PADDING) != 0)
        return PGY_EPARSE;
    return end == text + len && *n >= MIN_SECRET ? 0 : PGY_EPARSE;
}

/* "v1,BASE64" of one key over "id.timestamp.body". */
static const char *sign(const unsigned char *key, size_t n, const char *head, const char *body, struct pgy_arena *arena)
{
    enum { TEXT = sodium_base64_ENCODED_LEN(crypto_auth_hmacsha256_BYTES, sodium_base64_VARIANT_ORIGINAL) };
    unsigned char mac[crypto_auth_hmacsha256_BYTES];
    char text[TEXT];
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key, n);
    crypto_auth_hmacsha256_update(&state, (const unsigned char *)head, strlen(head));
    crypto_auth_hmacsha256_update(&state, (const unsigned char *)body, strlen(body));
    crypto_auth_hmacsha256_final(&state, mac);
    sodium_memzero(&state, sizeof state);
    return pgy_arena_printf(arena, "v1,%s", sodium_bin2base64(text, sizeof text, mac, sizeof mac, sodium_base64_VARIANT_ORIGINAL));
}

/* One signature a secret, so that old and new verify while a secret is changed. "" without secrets. */
static int sign_all(const struct pgy_message *m, int64_t now, const char *body, struct pgy_arena *arena, const char **out)
{
    const char *head = pgy_arena_printf(arena, "%s.%" PRId64 ".", m->id, now);
    const char *all = "";
    size_t count = 0;
    for (const char *s = m->secrets + strspn(m->secrets, " \t"); *s; s += strspn(s, " \t")) {
        unsigned char key[MAX_SECRET];
        size_t n = 0, len = strcspn(s, " \t");
        int rc = ++count > MAX_SECRETS ? PGY_ELIMIT : decode(s, len, key, &n);
        if (rc == 0)
            all = pgy_arena_printf(arena, "%s%s%s", all, all[0] ? " " : "", sign(key, n, head, body, arena));
        sodium_memzero(key, sizeof key);
        if (rc)
            return rc;
        s += len;
    }
    *out = all;
    return 0;
}

/* Copies what is harmless at every level; the item's id names employers and contacts, so it waits for level title. */
static void copy_fields(const struct pgy_message *m, json_t *data, struct pgy_arena *arena)
{
    static const char *const plain[] = {"plugin", "kind", "target", "step", "due", "late"};
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        json_t *v = json_object_get(m->payload, plain[i]);
        if (json_is_string(v))
            json_object_set_new(data, plain[i], json_string(pgy_text_fit(json_string_value(v), 200, PGY_BYTES, arena)));
        else if (json_is_integer(v) || json_is_boolean(v))
            json_object_set(data, plain[i], v);
    }
}

static json_t *make_data(const struct pgy_message *m, struct pgy_arena *arena)
{
    struct pgy_words words = pgy_message_words(m, arena);
    const char *title = pgy_text_fit(words.title, LINE_BYTES, PGY_BYTES, arena);
    json_t *data = json_pack("{s:s, s:s, s:s}", "profile", m->profile, "severity", pgy_message_severity(m), "text", title);
    copy_fields(m, data, arena);
    const char *id = json_string_value(json_object_get(m->payload, "id"));
    if (m->detail >= PGY_DETAIL_TITLE) {
        if (id)
            json_object_set_new(data, "id", json_string(pgy_text_fit(id, 200, PGY_BYTES, arena)));
        json_object_set_new(data, "title", json_string(title));
    }
    if (m->detail == PGY_DETAIL_FULL)
        json_object_set_new(data, "detail", json_string(pgy_text_fit(words.detail, DETAIL_BYTES, PGY_BYTES, arena)));
    return data;
}

static int make(const struct pgy_message *m, int64_t now, struct pgy_arena *arena, struct pgy_request *request, const char **problem)
{
    char when[24];
    const char *signatures = "";
    *request = (struct pgy_request){.url = m->url};
    json_t *json = json_pack("{s:s, s:s, s:o}", "type", m->kind, "timestamp", pgy_clock_text(m->created, when), "data", make_data(m, arena));
    if (pgy_request_json(request, json, BODY_BYTES, arena) != 0) {
        *problem = "the message is too long for a webhook";
        return PGY_EINVAL;
    }
    if (sign_all(m, now, request->body, arena, &signatures) != 0) {
        *problem = pgy_arena_printf(arena, "[notify:%s] secret: 'whsec_' and the base64 of %d to %d bytes is expected (at most %d of them)",
                                    m->endpoint, MIN_SECRET, MAX_SECRET, MAX_SECRETS);
        return PGY_EINVAL;
    }
    int rc = pgy_request_header(request, "Content-Type", "application/json", arena);
    rc = rc ? rc : pgy_request_header(request, "webhook-id", m->id, arena);
    rc = rc ? rc : pgy_request_header(request, "webhook-timestamp", pgy_arena_printf(arena, "%" PRId64, now), arena);
    if (!rc && signatures[0])
        rc = pgy_request_header(request, "webhook-signature", signatures, arena);
    return rc;
}

static void judge(const struct pgy_answer *answer, const struct pgy_message *message, int64_t now, struct pgy_arena *arena,
                  struct pgy_result *result)
{
    pgy_answer_judge(answer, message, NULL, now, arena, result);
}

const struct pgy_target pgy_target_webhook = {.name = "webhook", .make = make, .judge = judge};
