/* SPDX-License-Identifier: BSD-2-Clause */
/* Status codes to outcomes, Retry-After in its three forms, the sentence that status shows. What
 * follows an outcome is outcome.c's. */
#include "pgy-build.h"

#include "courier/answer.h"

#include <string.h>
#include <time.h>

/* What is not here goes by its hundred: 2xx delivered, 3xx the endpoint, 4xx the message, the rest
 * transient. */
static const struct pgy_status_rule common[] = {
    {401, PGY_ENDPOINT_FATAL}, {402, PGY_ENDPOINT_FATAL}, {403, PGY_ENDPOINT_FATAL},
    {404, PGY_ENDPOINT_FATAL}, {405, PGY_ENDPOINT_FATAL}, {407, PGY_ENDPOINT_FATAL},
    {408, PGY_TRANSIENT},      {410, PGY_ENDPOINT_FATAL}, {421, PGY_TRANSIENT},
    {423, PGY_TRANSIENT},      {425, PGY_TRANSIENT},      {429, PGY_THROTTLED},
    {451, PGY_ENDPOINT_FATAL}, {0, PGY_TRANSIENT},
};

static const struct pgy_status_rule *find(const struct pgy_status_rule *table, int status)
{
    for (; table && table->status; table++) {
        if (table->status == status)
            return table;
    }
    return NULL;
}

enum pgy_outcome pgy_status_class(int status, bool has_retry_after,
                                  const struct pgy_status_rule *exceptions)
{
    const struct pgy_status_rule *rule = find(exceptions, status);
    if (!rule)
        rule = find(common, status);
    if (rule)
        return rule->outcome;
    if (status == 503 && has_retry_after)
        return PGY_THROTTLED;
    switch (status / 100) {
    case 2:
        return PGY_DELIVERED;
    case 3:
        return PGY_ENDPOINT_FATAL;
    case 4:
        return PGY_MESSAGE_FATAL;
    default:
        return PGY_TRANSIENT;
    }
}

static int64_t clamp(int64_t seconds)
{
    return seconds < 0 ? 0 : seconds > PGY_RETRY_AFTER_MAX ? PGY_RETRY_AFTER_MAX : seconds;
}

/* The three forms of RFC 9110 5.6.7. */
static int64_t http_date(const char *text, int64_t now)
{
    static const char *const formats[] = {"%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT",
                                          "%a %b %e %H:%M:%S %Y"};
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        struct tm tm = {0};
        const char *end = strptime(text, formats[i], &tm);
        if (end && *end == '\0') {
            int64_t at = timegm(&tm);
            return at <= now ? 0 : clamp(at - now);
        }
    }
    return -1;
}

int64_t pgy_retry_after(const char *header, int64_t now)
{
    size_t digits = strspn(header, "0123456789");
    int64_t seconds = 0;
    if (digits == 0)
        return http_date(header, now);
    for (size_t i = 0; i < digits && seconds <= PGY_RETRY_AFTER_MAX; i++)
        seconds = seconds * 10 + (header[i] - '0');
    const char *rest = header + digits;
    if (*rest == '.') {
        size_t fraction = strspn(rest + 1, "0123456789");
        seconds += strspn(rest + 1, "0") < fraction;
        rest += 1 + fraction;
    }
    return *rest == '\0' ? clamp(seconds) : -1;
}

static const struct {
    int status;
    const char *meaning; /* for people */
} meanings[] = {
    {400, "it does not take this message"},
    {401, "the secret or token is missing or wrong"},
    {403, "it refuses us"},
    {404, "nothing is there: the url is wrong or was removed"},
    {405, "the url takes no messages"},
    {407, "a proxy stands in between"},
    {408, "it waited too long for the message"},
    {410, "it was closed for good"},
    {413, "the message is too long for it"},
    {415, "it does not take JSON"},
    {422, "it does not take this message"},
    {429, "too many messages"},
    {500, "it failed"},
    {502, "the server behind it did not answer"},
    {503, "it is not available now"},
    {504, "the server behind it did not answer in time"},
};

static const char *sentence(const struct pgy_answer *answer, enum pgy_outcome outcome,
                            const struct pgy_message *m, struct pgy_arena *arena)
{
    const char *meaning =
        outcome == PGY_ENDPOINT_FATAL ? "it takes nothing from us" : "it did not take the message";
    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++) {
        if (meanings[i].status == answer->status)
            meaning = meanings[i].meaning;
    }
    if (answer->status / 100 == 3)
        return pgy_arena_printf(arena,
                                "the receiver answered %d%s%s; redirects are not followed: set "
                                "[notify:%s] url to the new place",
                                answer->status, answer->moved_to ? " and points to " : "",
                                answer->moved_to ? answer->moved_to : "", m->endpoint);
    if (outcome == PGY_ENDPOINT_FATAL)
        return pgy_arena_printf(arena, "the receiver answered %d: %s; check [notify:%s]",
                                answer->status, meaning, m->endpoint);
    return pgy_arena_printf(arena, "the receiver answered %d: %s", answer->status, meaning);
}

void pgy_answer_judge(const struct pgy_answer *answer, const struct pgy_message *message,
                      const struct pgy_status_rule *exceptions, int64_t now,
                      struct pgy_arena *arena, struct pgy_result *result)
{
    *result = (struct pgy_result){
        .row = message->row, .attempt = message->attempt, .retry_after = -1, .error = ""};
    if (answer->status == 0) {
        result->outcome = answer->blocked ? PGY_ENDPOINT_FATAL : PGY_TRANSIENT;
        result->error = answer->trouble ? answer->trouble : "no answer came";
        return;
    }
    result->status = answer->status;
    result->outcome = pgy_status_class(answer->status, answer->retry_after != NULL, exceptions);
    if (result->outcome == PGY_DELIVERED)
        return;
    if (answer->retry_after)
        result->retry_after = pgy_retry_after(answer->retry_after, now);
    result->error = sentence(answer, result->outcome, message, arena);
}
