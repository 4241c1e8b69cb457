/* SPDX-License-Identifier: BSD-2-Clause */
/* What happened and what comes next: done, snooze, log, the journal, the agenda. */
#include "ctl/ctl.h"

#include "base/err.h"
#include "base/str.h"
#include "plan/happening.h"

#include <stdio.h>
#include <string.h>

/* --on as the core takes it: "" for today. */
static int day_option(const struct ctl *ctl, const char **text)
{
    pgy_day day;
    int rc = ctl_date(ctl, "--on", &day);
    *text = rc == CTL_DONE && ctl_option(ctl, "--on") ? ctl_option(ctl, "--on") : "";
    return rc;
}

int ctl_agenda(struct ctl *ctl)
{
    const char *days = ctl_option(ctl, "--days") ? ctl_option(ctl, "--days") : "30";
    int64_t n;
    json_t *answer;
    if (pgy_str_int(days, 0, 36500, &n) != 0)
        return ctl_refuse(ctl, CTL_USAGE, NULL, "--days '%s' is not a number of days", days);
    int rc = CTL_ASK(ctl, &answer, "agenda", ctl->profile, days);
    if (rc != CTL_DONE || !answer)
        return rc;
    ctl_items(ctl, json_object_get(answer, "items"),
              pgy_arena_printf(ctl->arena, "nothing within %s days", days));
    json_decref(answer);
    return CTL_DONE;
}

/* "mercy-answer-by (Answer Mercy by …) is done", then what follows it. */
static int show_item(struct ctl *ctl, json_t *answer, const char *id, const char *became)
{
    const json_t *item = json_object_get(answer, "item"), *next = json_object_get(answer, "next");
    const char *title = json_is_object(item) ? ctl_text(ctl, item, "title") : "";
    printf("%s%s%s%s %s\n", id, *title ? " (" : "", title, *title ? ")" : "", became);
    if (json_is_object(next))
        printf("next: %s %s (%s)\n", ctl_text(ctl, next, "start"), ctl_text(ctl, next, "title"),
               ctl_text(ctl, next, "id"));
    json_decref(answer);
    return CTL_DONE;
}

int ctl_done(struct ctl *ctl)
{
    const char *on;
    json_t *answer;
    int rc = day_option(ctl, &on);
    if (rc != CTL_DONE ||
        (rc = CTL_ASK(ctl, &answer, "done", ctl->profile, ctl->args[0], on)) != CTL_DONE || !answer)
        return rc;
    return show_item(ctl, answer, ctl->args[0], "is done");
}

int ctl_undone(struct ctl *ctl)
{
    json_t *answer;
    int rc = CTL_ASK(ctl, &answer, "undone", ctl->profile, ctl->args[0]);
    return rc != CTL_DONE || !answer ? rc : show_item(ctl, answer, ctl->args[0], "is open again");
}

int ctl_snooze(struct ctl *ctl)
{
    struct pgy_dur dur;
    json_t *answer;
    if (pgy_dur_parse(ctl->args[1], false, &dur) != 0 || dur.n == 0)
        return ctl_refuse(ctl, CTL_USAGE, NULL, "'%s' is not a duration: write 3d, 2w or 1mo",
                          ctl->args[1]);
    int rc = CTL_ASK(ctl, &answer, "snooze", ctl->profile, ctl->args[0], ctl->args[1]);
    if (rc != CTL_DONE || !answer)
        return rc;
    return show_item(
        ctl, answer, ctl->args[0],
        pgy_arena_printf(ctl->arena, "is quiet until %s", ctl_text(ctl, answer, "until")));
}

/* ---- log ---- */

/* The request of `log`, in *request: the words where the core looks for them. */
static int log_request(struct ctl *ctl, const char *on, const char *const **request, size_t *n)
{
    struct pgy_problems problems = {.arena = ctl->arena};
    struct pgy_house *house = NULL;
    struct pgy_refusal why;
    struct pgy_told told = {.on = on};
    const struct pgyd_journal_kind *kind;
    int rc = ctl_house(ctl, &problems, &house);
    if (rc != CTL_DONE)
        return rc;
    rc = ctl_kind(ctl, house->schema, ctl->args[0], &kind);
    if (rc == CTL_DONE &&
        pgy_happening_sort(kind, ctl->args + 1, ctl->nargs - 1, ctl->arena, &told, &why) != 0)
        rc = ctl_refuse(ctl, why.status, why.nearest, "%s", why.sentence);
    if (rc == CTL_DONE) {
        const char *head[] = {"log", ctl->profile, ctl->args[0], told.subject, told.event, told.on};
        const char **all = pgy_arena_array(ctl->arena, 6 + told.nargs, sizeof *all);
        memcpy(all, head, sizeof head);
        for (size_t i = 0; i < told.nargs; i++)
            all[6 + i] = told.args[i];
        *request = all;
        *n = 6 + told.nargs;
    }
    pgy_house_free(&house);
    return rc;
}

int ctl_log(struct ctl *ctl)
{
    const char *on, *const *request;
    size_t n;
    json_t *answer;
    int rc = day_option(ctl, &on);
    if (rc != CTL_DONE || (rc = log_request(ctl, on, &request, &n)) != CTL_DONE ||
        (rc = ctl_ask(ctl, request, n, &answer)) != CTL_DONE || !answer)
        return rc;
    printf("entry %s: %s%s%s%s%s on %s\n", ctl_text(ctl, answer, "number"),
           ctl_text(ctl, answer, "kind"), *ctl_text(ctl, answer, "subject") ? " " : "",
           ctl_text(ctl, answer, "subject"), *ctl_text(ctl, answer, "event") ? " " : "",
           ctl_text(ctl, answer, "event"), ctl_text(ctl, answer, "on"));
    if (json_array_size(json_object_get(answer, "next")) > 0)
        ctl_items(ctl, json_object_get(answer, "next"), "");
    json_decref(answer);
    return CTL_DONE;
}

/* ---- the journal ---- */

static const char *args_text(const struct ctl *ctl, json_t *args)
{
    const char *text = "", *key;
    json_t *value;
    json_object_foreach(args, key, value) text =
        pgy_arena_printf(ctl->arena, "%s%s%s=%s", text, *text ? " " : "", key,
                         json_string_value(value) ? json_string_value(value) : "");
    return text;
}

int ctl_journal(struct ctl *ctl)
{
    static const struct ctl_column columns[] = {{"N", CTL_RIGHT}, {"ON", 0},    {"KIND", 0},
                                                {"SUBJECT", 0},   {"EVENT", 0}, {"", 0}};
    json_t *answer, *entry;
    size_t i;
    int rc = CTL_ASK(ctl, &answer, "journal", ctl->profile, ctl_arg(ctl, 0));
    if (rc != CTL_DONE || !answer)
        return rc;
    struct ctl_table *table = ctl_table_new(columns, sizeof columns / sizeof columns[0]);
    json_array_foreach(json_object_get(answer, "entries"), i, entry)
    {
        const char *reverses = ctl_text(ctl, entry, "reverses"),
                   *more = args_text(ctl, json_object_get(entry, "args"));
        if (strcmp(reverses, "0") != 0)
            more = pgy_arena_printf(ctl->arena, "takes back %s", reverses);
        else if (json_is_true(json_object_get(entry, "reversed")))
            more = pgy_arena_printf(ctl->arena, "%s%s(taken back)", more, *more ? " " : "");
        const char *cells[] = {ctl_text(ctl, entry, "number"), ctl_text(ctl, entry, "on"),
                               ctl_text(ctl, entry, "kind"),   ctl_text(ctl, entry, "subject"),
                               ctl_text(ctl, entry, "event"),  more};
        ctl_table_row(table, cells, sizeof cells / sizeof cells[0]);
    }
    ctl_table_end(table, "nothing was written down");
    json_decref(answer);
    return CTL_DONE;
}

int ctl_journal_undo(struct ctl *ctl)
{
    int64_t number;
    json_t *answer;
    if (pgy_str_int(ctl->args[0], 1, INT64_MAX, &number) != 0)
        return ctl_refuse(ctl, CTL_USAGE, NULL,
                          "'%s' is not the number of an entry; `pgyctl journal` lists them",
                          ctl->args[0]);
    int rc = CTL_ASK(ctl, &answer, "journal-undo", ctl->profile, ctl->args[0]);
    if (rc == CTL_DONE && answer)
        printf("entry %s is taken back by entry %s\n", ctl->args[0],
               ctl_text(ctl, answer, "number"));
    json_decref(answer);
    return rc;
}

int ctl_journal_move(struct ctl *ctl)
{
    json_t *answer;
    int rc = CTL_ASK(ctl, &answer, "journal-move", ctl->profile, ctl->args[0], ctl->args[1]);
    if (rc == CTL_DONE && answer)
        printf("%s entries about '%s' are about '%s' now\n", ctl_text(ctl, answer, "moved"),
               ctl->args[0], ctl->args[1]);
    json_decref(answer);
    return rc;
}
