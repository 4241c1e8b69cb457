/* SPDX-License-Identifier: BSD-2-Clause */
/* What leaves together is one message; [quiet] digest_at: what is not urgent leaves once a day. */
#include "remind/remind.h"

enum { LINES = 5, LIVES = 7 * 86400 };

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

/* "Answer Mercy General: by Fri Dec 4 (6 days left); and 2 more". */
static const char *headline(const struct pgy_due *first, size_t n, bool discreet,
                            const struct pgy_tz *person, int64_t at, struct pgy_arena *arena)
{
    const char *text = pgy_remind_said(first, discreet, person, at, arena);
    return n > 1 ? pgy_arena_printf(arena, "%s; and %zu more", text, n - 1) : text;
}

static const char *lines(const struct pgy_due *const *list, size_t n, const struct pgy_tz *person,
                         int64_t at, struct pgy_arena *arena)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(64 * 1024);
    for (size_t i = 0; i < n && i < LINES; i++)
        pgy_buf_printf(&text, "%s- %s", i ? "\n" : "",
                       pgy_remind_said(list[i], false, person, at, arena));
    if (n > LINES)
        pgy_buf_printf(&text, "\n- and %zu more", n - LINES);
    return pgy_arena_strdup(arena, pgy_buf_text(&text));
}

static bool graver(const struct pgy_due *a, const struct pgy_due *b)
{
    return a->severity != b->severity ? a->severity > b->severity : a->stakes > b->stakes;
}

/* Graver first, then in their order. */
static const struct pgy_due *const *by_severity(const struct pgy_due *const *list, size_t n,
                                                struct pgy_arena *arena)
{
    const struct pgy_due **sorted = pgy_arena_array(arena, n + 1, sizeof *sorted);
    for (size_t i = 0; i < n; i++) {
        size_t at = i;
        for (; at > 0 && graver(list[i], sorted[at - 1]); at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = list[i];
    }
    return sorted;
}

void pgy_digest_message(const struct pgy_due *const *list, size_t n, const struct pgy_tz *person,
                        int64_t at, struct pgy_arena *arena, struct pgy_due *due)
{
    char day[PGY_DAY_TEXT];
    const struct pgy_due *const *sorted = by_severity(list, n, arena);
    int64_t expires = 0;
    uint16_t stakes = 0;
    for (size_t i = 0; i < n; i++) {
        stakes = list[i]->stakes > stakes ? list[i]->stakes : stakes;
        expires = list[i]->expires > expires ? list[i]->expires : expires;
    }
    *due = (struct pgy_due){
        .item = "",
        .target = pgy_arena_strdup(arena, pgy_civil_text(pgy_tz_day(person, at, NULL), day)),
        .step = "digest",
        .at = at,
        /* What tells of the past only is worth telling later, too. */
        .expires = expires > at ? expires : at + LIVES,
        .severity = sorted[0]->severity,
        .stakes = stakes,
        .plugin = "",
        .title = headline(sorted[0], n, false, person, at, arena),
        .detail = lines(sorted, n, person, at, arena),
        .discreet = headline(sorted[0], n, true, person, at, arena),
        .parts = sorted,
        .nparts = n,
    };
}
