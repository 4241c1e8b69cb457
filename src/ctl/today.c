/* SPDX-License-Identifier: BSD-2-Clause */
/* pgyctl today, which is also pgyctl without a command: what matters, in lines one can act on by
 * number. Which lines these are is decided in plan/today.c. */
#include "ctl/ctl.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "plan/today.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH = 100, INDENT = 4 };

static size_t width(void)
{
    struct winsize size;
    bool terminal = isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
    return terminal && size.ws_col > 2 * INDENT ? size.ws_col : WIDTH;
}

/* A text in lines; those after the first are indented. */
static void print_wrapped(const char *text, size_t indent)
{
    while (*text) {
        size_t len = pgy_wrap_line(text, width() - indent);
        printf("%.*s\n", (int)len, text);
        text = pgy_wrap_next(text + len);
        if (*text)
            printf("%*s", (int)indent, "");
    }
}

static void print_line(const struct ctl *ctl, const json_t *line, bool *gap)
{
    const char *group = ctl_text(ctl, line, "group"), *next = ctl_text(ctl, line, "next");
    bool useful = strcmp(group, "useful") == 0 || strcmp(group, "done") == 0;
    if (useful && *gap)
        puts("");
    *gap = !useful;
    printf("%2s  ", ctl_text(ctl, line, "n"));
    print_wrapped(ctl_text(ctl, line, "text"), INDENT);
    if (*next) {
        printf("%*s", INDENT, "");
        print_wrapped(pgy_arena_printf(ctl->arena, "Next: %s", next), INDENT);
    }
}

static long long count(const json_t *today, const char *key)
{
    return json_integer_value(json_object_get(json_object_get(today, "counts"), key));
}

/* What is not in the lines, each with the command that shows it. */
static void print_rest(const struct ctl *ctl, const json_t *today)
{
    static const struct {
        const char *key, *one, *many, *command;
    } rows[] = {
        {"dated", "more date", "more dates", "agenda"},
        {"late", "old one to sort", "old ones to sort", "catchup"},
        {"missed", "missed", "missed", "agenda"},
        {"useful", "more useful thing", "more useful things", "agenda"},
        {"snoozed", "put off", "put off", "snooze"},
    };
    const char *text = "";
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        long long n = count(today, rows[i].key);
        if (n > 0)
            text = pgy_arena_printf(ctl->arena, "%s%s%lld %s (pgyctl %s)", text, *text ? ", " : "",
                                    n, n == 1 ? rows[i].one : rows[i].many, rows[i].command);
    }
    if (count(today, "habits") > 0)
        text = pgy_arena_printf(ctl->arena, "%s%shabits %lld of %lld", text, *text ? ", " : "",
                                count(today, "habits_done"), count(today, "habits"));
    puts("");
    print_wrapped(*text ? pgy_arena_printf(ctl->arena, "Also: %s.", text)
                        : "Nothing else is planned for now.",
                  0);
}

int ctl_today_print(struct ctl *ctl, json_t *today)
{
    size_t i;
    json_t *line;
    bool gap = false;
    const json_t *lines = json_object_get(today, "lines");
    ctl_numbers_keep(ctl, lines);
    print_wrapped(ctl_text(ctl, today, "sentence"), 0);
    if (json_array_size(lines) > 0)
        puts("");
    json_array_foreach(lines, i, line) print_line(ctl, line, &gap);
    print_rest(ctl, today);
    json_decref(today);
    return CTL_DONE;
}

json_t *ctl_today_json(struct ctl *ctl, const struct ctl_place *place, bool down)
{
    const struct pgy_today_health health = {.down = down};
    struct pgy_today today;
    char day[PGY_DAY_TEXT];
    int64_t now = pgy_clock_now();
    if (ctl_option(ctl, "--today")) /* the morning of that day */
        now = pgy_tz_instant(place->tz, place->today, place->quiet.remind_at * 60);
    pgy_today_make(place->timeline, &health, place->tz, now, pgy_today_week(place->today),
                   ctl->arena, &today);
    json_t *answer =
               json_pack("{ss ss ss}", "profile", place->config->profile, "today",
                         pgy_civil_text(place->today, day), "timezone", pgy_tz_name(place->tz)),
           *lines = pgy_today_json(&today);
    json_object_update(answer, lines);
    json_decref(lines);
    return answer;
}

/* From the configuration alone. down: there should be a daemon, and there is none. */
static int plan_today(struct ctl *ctl, bool down)
{
    struct ctl_place place CTL_PLACE_CLEANUP = {0};
    bool failed;
    int rc = ctl_place_open(ctl, &place);
    if (rc == CTL_DONE)
        rc = ctl_place_journal(ctl, &place);
    if (rc == CTL_DONE)
        rc = ctl_place_plan(ctl, &place, NULL, &failed);
    if (rc != CTL_DONE)
        return rc;
    json_t *answer = ctl_today_json(ctl, &place, down);
    rc = ctl->json ? ctl_print(answer) : ctl_today_print(ctl, answer);
    return rc ? rc : failed ? CTL_REFUSED : CTL_DONE;
}

int ctl_today(struct ctl *ctl)
{
    const char *why, *args[] = {"today", ctl->profile};
    json_t *answer = NULL;
    int status;
    if (ctl_option(ctl, "--stateless") || ctl_option(ctl, "--today"))
        return plan_today(ctl, false);
    int rc = ctl_request(ctl, ctl_state_dir(ctl), args, 2, &status, &answer, &why);
    if (rc == PGY_ENOTFOUND)
        return plan_today(ctl, true);
    if (rc == 0 && status == CTL_DONE)
        return ctl->json ? ctl_print(answer) : ctl_today_print(ctl, answer);
    json_decref(answer);
    return ctl_ask(ctl, args, 2, &answer); /* says what is wrong */
}
