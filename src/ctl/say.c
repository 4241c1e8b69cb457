/* SPDX-License-Identifier: BSD-2-Clause */
/* What every command says alike: JSON, refusals, notes, problems, dates. Tables are table.c's. */
#include "ctl/ctl.h"

#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

int ctl_print(json_t *answer)
{
    char *text = answer ? json_dumps(answer, JSON_INDENT(2)) : NULL;
    json_decref(answer);
    if (!text) {
        fputs("pgyctl: out of memory\n", stderr);
        return CTL_REFUSED;
    }
    puts(text);
    free(text);
    return CTL_DONE;
}

int ctl_refuse(const struct ctl *ctl, int status, const char *nearest, const char *format, ...)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    va_list args;
    va_start(args, format);
    const char *sentence = pgy_arena_vprintf(arena, format, args);
    va_end(args);
    if (nearest)
        fprintf(stderr, "pgyctl: %s; did you mean '%s'?\n", sentence, nearest);
    else
        fprintf(stderr, "pgyctl: %s\n", sentence);
    if (ctl->json) {
        json_t *answer = json_pack("{ss}", "error", sentence);
        if (nearest)
            json_object_set_new(answer, "nearest", json_string(nearest));
        ctl_print(answer);
    }
    return status;
}

void ctl_note(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("pgyctl: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
}

json_t *ctl_text_or_null(const char *text)
{
    return text ? json_string(text) : json_null();
}

json_t *ctl_problems_json(const struct pgy_problems *problems)
{
    json_t *list = json_array();
    for (size_t i = 0; i < problems->n; i++) {
        const struct pgy_problem *p = &problems->list[i];
        json_array_append_new(
            list, json_pack("{ss ss si so so ss so}", "severity", p->error ? "error" : "warning",
                            "file", p->file ? p->file : "", "line", (int)p->line, "section",
                            ctl_text_or_null(p->section), "key", ctl_text_or_null(p->key),
                            "message", p->message, "remedy", ctl_text_or_null(p->remedy)));
    }
    return list;
}

int ctl_problems(const struct ctl *ctl, struct pgy_problems *problems, const char *error)
{
    pgy_problems_sort(problems);
    for (size_t i = 0; i < problems->n; i++)
        fprintf(stderr, "%s\n", pgy_problem_text(&problems->list[i], ctl->arena));
    fprintf(stderr, "pgyctl: %s\n", error);
    if (ctl->json)
        ctl_print(json_pack("{ss so}", "error", error, "problems", ctl_problems_json(problems)));
    return CTL_REFUSED;
}

int ctl_date(const struct ctl *ctl, const char *name, pgy_day *day)
{
    const char *text = ctl_option(ctl, name);
    *day = PGY_NO_DAY;
    int rc = text ? pgy_civil_parse(text, day) : 0;
    if (rc == PGY_EPARSE)
        return ctl_refuse(ctl, CTL_USAGE, NULL, "%s '%s' is not a date: write YYYY-MM-DD", name,
                          text);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_USAGE, NULL, "%s '%s': there is no such date", name, text);
    return CTL_DONE;
}
