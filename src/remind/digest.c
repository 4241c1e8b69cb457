/* SPDX-License-Identifier: BSD-2-Clause */
/* [quiet] digest_at: what is not urgent is gathered, and one message a day says it. */
#include "remind/remind.h"

#include "base/str.h"

#include <string.h>

enum { LINES = 7, LIVES = 7 * 86400, DATE_LEN = sizeof "2026-11-26" - 1 };

int64_t pgy_digest_instant(const struct pgy_quiet *quiet, const struct pgy_tz *person,
                           int64_t since)
{
    pgy_day day = pgy_tz_day(person, since, NULL);
    if (quiet->digest_at < 0 || day == PGY_NO_DAY)
        return since;
    /* By instants: an hour that comes twice has one digest, one that is skipped still has it. */
    int64_t at = pgy_tz_instant(person, day, quiet->digest_at * 60);
    return at >= since ? at : pgy_tz_instant(person, day + 1, quiet->digest_at * 60);
}

bool pgy_digest_gathers(const struct pgy_quiet *quiet, const struct pgy_tz *person,
                        const struct pgy_due *due, enum pgy_fate fate, int64_t *leaves)
{
    const bool nudge = due->kind != PGYD_DEADLINE && due->kind != PGYD_WINDOW;
    const int64_t at = pgy_digest_instant(quiet, person, due->at);
    if (due->kind == 0 || fate == PGY_FATE_SUPERSEDED)
        return false;
    if (fate == PGY_FATE_MISSED) {
        if (!nudge)
            return false;
    } else if (quiet->digest_at < 0 || due->severity > PGYD_INFO ||
               (!nudge && due->expires <= at)) {
        return false;
    }
    *leaves = at;
    return true;
}

/* "Call Dr Alvarez; Lakeside; and 3 more", by one text of each. */
static const char *join(const struct pgy_due *const *list, size_t n, bool discreet,
                        struct pgy_arena *arena)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(64 * 1024);
    for (size_t i = 0; i < n && i < LINES; i++)
        pgy_buf_printf(&text, "%s%s", i ? "; " : "", discreet ? list[i]->discreet : list[i]->title);
    if (n > LINES)
        pgy_buf_printf(&text, "; and %zu more", n - LINES);
    return pgy_arena_strdup(arena, pgy_buf_text(&text));
}

static const char *lines(const struct pgy_due *const *list, size_t n, struct pgy_arena *arena)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(64 * 1024);
    for (size_t i = 0; i < n && i < LINES; i++) {
        char words[24];
        pgy_day day;
        const char *date =
            pgy_arena_strndup(arena, list[i]->target, strnlen(list[i]->target, DATE_LEN));
        if (pgy_civil_parse(date, &day) == 0)
            pgy_buf_printf(&text, "- %s: %s\n", pgy_civil_words(day, words), list[i]->title);
        else
            pgy_buf_printf(&text, "- %s\n", list[i]->title);
    }
    if (n > LINES)
        pgy_buf_printf(&text, "- and %zu more: see `pgyctl agenda`\n", n - LINES);
    return pgy_arena_strdup(arena, pgy_buf_text(&text));
}

void pgy_digest_message(const struct pgy_due *const *list, size_t n, const struct pgy_tz *person,
                        int64_t at, struct pgy_arena *arena, struct pgy_due *due)
{
    char day[PGY_DAY_TEXT];
    const char *count = n == 1 ? "1 reminder" : pgy_arena_printf(arena, "%zu reminders", n);
    uint16_t severity = PGYD_INFO;
    for (size_t i = 0; i < n; i++)
        severity = list[i]->severity > severity ? list[i]->severity : severity;
    *due = (struct pgy_due){
        .item = "",
        .target = pgy_arena_strdup(arena, pgy_civil_text(pgy_tz_day(person, at, NULL), day)),
        .step = "digest",
        .at = at,
        .expires = at + LIVES,
        .severity = severity,
        .plugin = "",
        .title = pgy_arena_printf(arena, "%s: %s", count, join(list, n, false, arena)),
        .detail = lines(list, n, arena),
        .discreet = pgy_arena_printf(arena, "%s: %s", count, join(list, n, true, arena)),
    };
}
