/* SPDX-License-Identifier: BSD-2-Clause */
/* Figures against what may be asked of a tired person. Counting is attentionfigures.c's, printing
 * attention.c's. */
#include "attention.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    AHEAD = 15,      /* days before which a fatal date is known early … */
    PUSHES = 3,      /* … and told of so often at least */
    FATALS = 8,      /* a year */
    WORST = 3,       /* messages of a day without a fatal step */
    PLAIN_A_WEEK = 1 /* messages without a fatal item */
};
static const double bars_a_day = 1.5;

static int by_value(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

uint32_t attention_median(const struct attention_list *list)
{
    if (list->n == 0)
        return 0;
    uint32_t *sorted = malloc(list->n * sizeof *sorted);
    if (!sorted)
        abort();
    memcpy(sorted, list->values, list->n * sizeof *sorted);
    qsort(sorted, list->n, sizeof *sorted, by_value);
    uint32_t median = sorted[list->n / 2];
    free(sorted);
    return median;
}

uint32_t attention_max(const struct attention_list *list)
{
    uint32_t max = 0;
    for (size_t i = 0; i < list->n; i++)
        max = list->values[i] > max ? list->values[i] : max;
    return max;
}

double attention_mean(const struct attention_list *list)
{
    double sum = 0;
    for (size_t i = 0; i < list->n; i++)
        sum += list->values[i];
    return list->n ? sum / (double)list->n : 0;
}

double attention_weeks(const struct attention_figures *f)
{
    return (double)(f->last - f->first + 1) / 7;
}

static bool in_walk(const struct attention_figures *f, const struct attention_fatal *fatal)
{
    return fatal->caught || (fatal->by >= f->first && fatal->by <= f->last);
}

uint32_t attention_fatals(const struct attention_figures *f)
{
    uint32_t n = 0;
    for (size_t i = 0; i < f->nfatal; i++) {
        bool again = !in_walk(f, &f->fatal[i]); /* or its day has moved */
        for (size_t k = 0; k < i && !again; k++)
            again = in_walk(f, &f->fatal[k]) && strcmp(f->fatal[k].id, f->fatal[i].id) == 0;
        n += !again;
    }
    return n;
}

/* It came, with the person still asked for it that day. */
static bool came(const struct attention_figures *f, const struct attention_fatal *fatal)
{
    return !fatal->caught && !fatal->done && fatal->by >= f->first && fatal->by < f->last &&
           fatal->seen >= fatal->by;
}

static bool known_ahead(const struct attention_fatal *fatal)
{
    return fatal->by - fatal->known >= AHEAD;
}

static uint32_t wanted(const struct attention_fatal *fatal)
{
    if (known_ahead(fatal))
        return PUSHES;
    return fatal->steps > 0 ? fatal->steps : 1;
}

uint32_t attention_known(const struct attention_figures *f, bool ahead, uint32_t *fewest,
                         uint32_t *short_of)
{
    uint32_t n = 0;
    *fewest = *short_of = 0;
    for (size_t i = 0; i < f->nfatal; i++) {
        const struct attention_fatal *fatal = &f->fatal[i];
        if (!came(f, fatal) || known_ahead(fatal) != ahead)
            continue;
        *fewest = n == 0 || fatal->pushes < *fewest ? fatal->pushes : *fewest;
        *short_of += fatal->pushes < wanted(fatal);
        n++;
    }
    return n;
}

__attribute__((format(printf, 2, 3))) static void breaks(struct attention_figures *f,
                                                         const char *format, ...)
{
    char line[512];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    *(const char **)pgy_arena_push(f->arena, &f->broken, &f->nbroken, &f->cap_broken,
                                   sizeof(char *)) = pgy_arena_strdup(f->arena, line);
}

static void judge_fatals(struct attention_figures *f)
{
    char by[PGY_DAY_TEXT], known[PGY_DAY_TEXT];
    for (size_t i = 0; i < f->nfatal; i++) {
        const struct attention_fatal *fatal = &f->fatal[i];
        if (came(f, fatal) && fatal->pushes < wanted(fatal))
            breaks(f, "%s of %s, known on %s, was pushed %u times before it; %u are due", fatal->id,
                   pgy_civil_text(fatal->by, by), pgy_civil_text(fatal->known, known),
                   fatal->pushes, wanted(fatal));
    }
}

void attention_judge(struct attention_figures *f)
{
    const double plain = f->messages.plain / attention_weeks(f), bars = attention_mean(&f->bars);
    judge_fatals(f);
    if (attention_fatals(f) > FATALS)
        breaks(f, "%u fatal items; over %d want a reason", attention_fatals(f), FATALS);
    if (f->messages.worst_plain > WORST)
        breaks(f, "%u messages without a fatal step on one day, at most %d",
               f->messages.worst_plain, WORST);
    if (f->messages.useful_alone > 0)
        breaks(f, "%u useful items pushed alone", f->messages.useful_alone);
    if (plain > PLAIN_A_WEEK)
        breaks(f, "%.2f messages a week without a fatal item, at most %d", plain, PLAIN_A_WEEK);
    if (f->days.lines > 0)
        breaks(f, "%u days with more than %d lines besides what is fatal within a week",
               f->days.lines, PGY_TODAY_LINES);
    if (f->days.missing > 0)
        breaks(f, "%u days on which a fatal date within 60 days is neither shown nor counted",
               f->days.missing);
    if (f->days.buried > 0)
        breaks(f, "%u days on which an offer's clock is not among the first lines", f->days.buried);
    if (f->days.overdue > 0)
        breaks(f, "%u days with more than %d overdue rows, %u at most", f->days.overdue,
               ATTENTION_OVERDUE, attention_max(&f->overdue));
    if (bars > bars_a_day)
        breaks(f, "%.2f bars a day in the default feed, at most %.1f", bars, bars_a_day);
    if (f->days.bars > 0)
        breaks(f, "%u days with more bars than five and than fatal or costly dates", f->days.bars);
}
