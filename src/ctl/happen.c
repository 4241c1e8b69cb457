/* SPDX-License-Identifier: BSD-2-Clause */
/* What happened and what comes next: done, snooze, log, the journal, the agenda. */
#include "ctl/ctl.h"

#include "base/err.h"
#include "base/str.h"
#include "base/when.h"
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

static const char *const group_titles[][2] = {
    {"burning", "BURNING"},         {"dated", "DATES"},
    {"week", "THIS WEEK"},          {"waiting", "WAITING"},
    {"context", "FOR ORIENTATION"},
};

/* Numbered across the groups, so that `done 12` means one line. */
static void print_groups(struct ctl *ctl, const json_t *items)
{
    size_t i, at = 0;
    json_t *item;
    for (size_t g = 0; g < sizeof group_titles / sizeof group_titles[0]; g++) {
        json_t *list = json_array();
        json_array_foreach(items, i, item)
        {
            if (strcmp(ctl_text(ctl, item, "group"), group_titles[g][0]) == 0)
                json_array_append(list, item);
        }
        if (json_array_size(list) > 0) {
            printf("%s%s\n", at ? "\n" : "", group_titles[g][1]);
            ctl_items_from(ctl, list, at + 1, "");
        }
        at += json_array_size(list);
        json_decref(list);
    }
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
    const json_t *items = json_object_get(answer, "items");
    ctl_numbers_keep(ctl, items);
    print_groups(ctl, items);
    if (json_array_size(items) == 0)
        printf("nothing within %s days\n", days);
    json_decref(answer);
    return CTL_DONE;
}

/* A numbered list of what was set aside. */
static int list_aside(struct ctl *ctl, const char *which, const char *otherwise, const char *hint)
{
    json_t *answer;
    int rc = CTL_ASK(ctl, &answer, "set-aside", ctl->profile, which);
    if (rc != CTL_DONE || !answer)
        return rc;
    const json_t *items = json_object_get(answer, "items");
    ctl_numbers_keep(ctl, items);
    ctl_items_from(ctl, items, 1, otherwise);
    if (json_array_size(items) > 0)
        printf("\n%s\n", hint);
    json_decref(answer);
    return CTL_DONE;
}

int ctl_catchup(struct ctl *ctl)
{
    return list_aside(ctl, "late", "nothing old is left to sort",
                      "pgyctl done 1-3 5 for what was done, pgyctl dismiss 4 for what is not for "
                      "you; the rest stays.");
}

/* "Apply for your Ohio license (by Mon Jan 4) is done", then what follows it. */
static int show_item(struct ctl *ctl, json_t *answer, const char *id, const char *became)
{
    const json_t *item = json_object_get(answer, "item"), *next = json_object_get(answer, "next");
    const char *title = json_is_object(item) ? ctl_text(ctl, item, "title") : "",
               *by = json_is_object(item) ? ctl_text(ctl, item, "by") : "";
    const bool fatal = json_is_object(item) && strcmp(ctl_text(ctl, item, "stakes"), "fatal") == 0;
    char words[24];
    pgy_day day;
    const char *when = "";
    if (fatal && pgy_civil_parse(pgy_arena_strndup(ctl->arena, by, 10), &day) == 0)
        when = pgy_arena_printf(ctl->arena, " (by %s)", pgy_civil_words(day, words));
    printf("%s%s %s\n", *title ? title : id, when, became);
    if (json_is_object(next))
        printf("next: %s %s (%s)\n", ctl_text(ctl, next, "start"), ctl_text(ctl, next, "title"),
               ctl_text(ctl, next, "id"));
    json_decref(answer);
    return CTL_DONE;
}

int ctl_done(struct ctl *ctl)
{
    const char *on;
    struct ctl_ids ids;
    int rc = day_option(ctl, &on);
    if (rc == CTL_DONE)
        rc = ctl_numbers_ids(ctl, ctl->args, ctl->nargs, true, &ids);
    for (size_t i = 0; rc == CTL_DONE && i < ids.n; i++) {
        json_t *answer;
        rc = CTL_ASK(ctl, &answer, "done", ctl->profile, ids.list[i], on);
        if (rc == CTL_DONE && answer)
            rc = show_item(ctl, answer, ids.list[i], "is done");
    }
    return rc;
}

int ctl_undone(struct ctl *ctl)
{
    json_t *answer;
    struct ctl_ids ids;
    int rc = ctl_numbers_ids(ctl, ctl->args, 1, false, &ids);
    if (rc == CTL_DONE)
        rc = CTL_ASK(ctl, &answer, "undone", ctl->profile, ids.list[0]);
    return rc != CTL_DONE || !answer ? rc : show_item(ctl, answer, ids.list[0], "is open again");
}

int ctl_dismiss(struct ctl *ctl)
{
    struct ctl_ids ids;
    if (ctl->nargs == 0)
        return list_aside(ctl, "dismissed", "you dismissed nothing",
                          "pgyctl undone 2 brings one back.");
    int rc = ctl_numbers_ids(ctl, ctl->args, ctl->nargs, false, &ids);
    for (size_t i = 0; rc == CTL_DONE && i < ids.n; i++) {
        json_t *answer;
        rc = CTL_ASK(ctl, &answer, "dismiss", ctl->profile, ids.list[i]);
        if (rc == CTL_DONE && answer)
            rc = show_item(ctl, answer, ids.list[i], "is dismissed");
    }
    return rc;
}

int ctl_snooze(struct ctl *ctl)
{
    struct ctl_ids ids;
    json_t *answer;
    pgy_day day;
    char words[24];
    const char *when = "";
    if (ctl->nargs == 0)
        return list_aside(ctl, "snoozed", "you put nothing off",
                          "pgyctl undone 2 brings one back.");
    for (size_t i = 1; i < ctl->nargs; i++)
        when = pgy_arena_printf(ctl->arena, "%s%s%s", when, *when ? " " : "", ctl->args[i]);
    if (pgy_when_parse(when, 0, &day) != 0)
        return ctl_refuse(ctl, CTL_USAGE, NULL, "'%s' is not a day to come: write " PGY_WHEN_FORMS,
                          when);
    int rc = ctl_numbers_ids(ctl, ctl->args, 1, false, &ids);
    if (rc == CTL_DONE)
        rc = CTL_ASK(ctl, &answer, "snooze", ctl->profile, ids.list[0], when,
                     ctl_option(ctl, "--force") ? "1" : "");
    if (rc != CTL_DONE || !answer)
        return rc;
    const char *until = ctl_text(ctl, answer, "until");
    return show_item(
        ctl, answer, ids.list[0],
        pgy_arena_printf(ctl->arena, "is quiet until %s",
                         pgy_civil_parse(until, &day) == 0 ? pgy_civil_words(day, words) : until));
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
