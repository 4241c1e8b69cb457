/* SPDX-License-Identifier: BSD-2-Clause */
/* Collects problems, puts them in order and into words. Finding them is everybody else's. */
#include "config/problems.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *vformat(struct pgy_arena *, const char *, va_list)
    __attribute__((format(printf, 2, 0)));

static const char *vformat(struct pgy_arena *arena, const char *format, va_list ap)
{
    char text[1024] = "";
    int len = vsnprintf(text, sizeof text, format, ap);
    size_t whole = len > 0 ? (size_t)len : 0;
    /* what is cut off is cut between characters */
    return pgy_arena_strndup(
        arena, text,
        whole < sizeof text ? whole : pgy_utf8_cut(text, sizeof text, sizeof text - 4));
}

void pgy_problem_add(struct pgy_problems *problems, bool error, const char *file, uint32_t line,
                     const char *section, const char *key, const char *remedy, const char *format,
                     ...)
{
    if (error)
        problems->errors++;
    /* A file of nothing but mistakes must not cost more memory than it can help anybody. */
    if (problems->n > PGY_PROBLEMS_MAX)
        return;
    struct pgy_problem *p =
        pgy_arena_push(problems->arena, &problems->list, &problems->n, &problems->cap, sizeof *p);
    *p = (struct pgy_problem){
        .error = error, .file = pgy_arena_strdup(problems->arena, file), .line = line};
    if (problems->n > PGY_PROBLEMS_MAX) {
        p->message = "there are more problems than are shown here";
        p->remedy = "mend those above first";
        return;
    }
    p->section = pgy_arena_strdup(problems->arena, section);
    p->key = pgy_arena_strdup(problems->arena, key);
    p->remedy = pgy_arena_strdup(problems->arena, remedy);
    va_list ap;
    va_start(ap, format);
    p->message = vformat(problems->arena, format, ap);
    va_end(ap);
}

struct pgy_problems pgy_problems_copy(const struct pgy_problems *problems, struct pgy_arena *arena)
{
    struct pgy_problems copy = {.arena = arena};
    for (size_t i = 0; i < problems->n; i++) {
        const struct pgy_problem *p = &problems->list[i];
        pgy_problem_add(&copy, p->error, p->file, p->line, p->section, p->key, p->remedy, "%s",
                        p->message);
    }
    return copy;
}

const char *pgy_problem_text(const struct pgy_problem *problem, struct pgy_arena *arena)
{
    return pgy_arena_printf(arena, "%s: %s", problem->error ? "error" : "warning",
                            pgy_problem_line(problem, arena));
}

const char *pgy_problem_line(const struct pgy_problem *problem, struct pgy_arena *arena)
{
    char line[16] = "";
    if (problem->line)
        snprintf(line, sizeof line, ":%u", problem->line);
    return pgy_arena_printf(
        arena, "%s%s: %s%s%s%s%s%s%s", problem->file ? problem->file : "configuration", line,
        problem->section ? problem->section : "", problem->section && problem->key ? "." : "",
        problem->key ? problem->key : "", problem->section || problem->key ? ": " : "",
        problem->message, problem->remedy ? "; " : "", problem->remedy ? problem->remedy : "");
}

struct ranked {
    struct pgy_problem problem;
    size_t rank;
};

static int problem_order(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    int order =
        strcmp(x->problem.file ? x->problem.file : "", y->problem.file ? y->problem.file : "");
    if (order)
        return order;
    if (x->problem.line != y->problem.line)
        return x->problem.line < y->problem.line ? -1 : 1;
    return x->rank < y->rank ? -1 : 1;
}

void pgy_problems_sort(struct pgy_problems *problems)
{
    if (problems->n < 2)
        return;
    struct ranked *ranked = pgy_arena_array(problems->arena, problems->n, sizeof *ranked);
    for (size_t i = 0; i < problems->n; i++)
        ranked[i] = (struct ranked){problems->list[i], i};
    qsort(ranked, problems->n, sizeof *ranked, problem_order);
    for (size_t i = 0; i < problems->n; i++)
        problems->list[i] = ranked[i].problem;
}
