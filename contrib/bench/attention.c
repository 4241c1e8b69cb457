/* SPDX-License-Identifier: BSD-2-Clause */
/* How much a tired person is told in a year: simulated people who do half of what is asked, and one
 * table. The days are attentionwalk.c's. */
/* attention [--days N] [--person NAME]... [--today DATE] [--fatal] [--messages] [--check]: what
 * breaks a bound is a line below the table; with --check the program then ends with 1. */
#include "attention.h"

#include "base/log.h"
#include "base/str.h"
#include "calendar/feed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { YEAR = 365, MOST_DAYS = 3660 };

static const char *const people[] = {"im", "ortho", "em", "anesthesia", "gi", "fm", "january"};
enum { PEOPLE = sizeof people / sizeof people[0] };

struct wishes {
    struct attention_options options;
    bool chosen[PEOPLE], any, fatal, check;
};

static void refuse(const char *what)
{
    fprintf(stderr,
            "attention: %s\n"
            "usage: attention [--days N] [--person NAME]... [--today DATE] [--fatal] [--messages] "
            "[--check]\n",
            what);
    exit(2);
}

static void choose(struct wishes *w, const char *name)
{
    size_t i = 0;
    while (i < PEOPLE && strcmp(people[i], name) != 0)
        i++;
    if (i == PEOPLE)
        refuse("--person is one of im, ortho, em, anesthesia, gi, fm, january");
    w->chosen[i] = w->any = true;
}

static bool take_flag(struct wishes *w, const char *option)
{
    bool *const flags[] = {&w->fatal, &w->options.messages, &w->check};
    static const char *const names[] = {"--fatal", "--messages", "--check"};
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
        if (strcmp(names[i], option) == 0)
            return *flags[i] = true;
    }
    return false;
}

static void take_value(struct wishes *w, const char *option, const char *value)
{
    if (strcmp(option, "--days") == 0) {
        if (pgy_str_int(value, 2, MOST_DAYS, &w->options.days) != 0)
            refuse("--days takes a number of days, 2 at least");
    } else if (strcmp(option, "--person") == 0) {
        choose(w, value);
    } else if (strcmp(option, "--today") == 0) {
        if (pgy_civil_parse(value, &w->options.today) != 0)
            refuse("--today takes a date, YYYY-MM-DD");
    } else {
        refuse("that option is not known");
    }
}

static void read_wishes(struct wishes *w, char **argv)
{
    const char *source = getenv("top_srcdir");
    static char dir[4096];
    snprintf(dir, sizeof dir, "%s/contrib/bench/people", source ? source : ATTENTION_SOURCE);
    *w = (struct wishes){.options = {.dir = dir, .days = YEAR, .today = PGY_NO_DAY}};
    for (char **arg = argv + 1; *arg; arg++) {
        if (take_flag(w, *arg))
            continue;
        if (!arg[1])
            refuse("that option is not known, or wants a value");
        take_value(w, arg[0], arg[1]);
        arg++;
    }
}

/* ---- what is printed ---- */

static int by_day(const void *a, const void *b)
{
    const struct attention_fatal *x = a, *y = b;
    return x->by != y->by ? (x->by < y->by ? -1 : 1) : strcmp(x->id, y->id);
}

static void print_fatal(struct attention_figures *f)
{
    char by[PGY_DAY_TEXT], known[PGY_DAY_TEXT];
    printf("%s: fatal items from its day on\n", f->name);
    if (f->nfatal > 0)
        qsort(f->fatal, f->nfatal, sizeof *f->fatal, by_day);
    for (size_t i = 0; i < f->nfatal; i++) {
        const struct attention_fatal *fatal = &f->fatal[i];
        printf("  %s %s %-11s pushed %u  %s  [%s]\n", pgy_civil_text(fatal->by, by),
               fatal->by > f->last ? "(later)" : "       ",
               fatal->caught ? "caught up"
               : fatal->done ? "done"
                             : pgy_civil_text(fatal->known, known),
               fatal->pushes, fatal->title, fatal->id);
    }
}

static void print_head(void)
{
    printf("%-11s %5s  %4s %4s %4s %5s  %5s  %7s  %7s %5s %5s  %5s %4s  %4s %4s  %4s %4s  %6s\n",
           "person", "fatal", "info", "warn", "crit", "brief", "worst", "known", "late", "alone",
           "plain", "lines", "miss", "over", "due", "bars", "max", "CPU");
    printf("%-11s %5s  %20s  %5s  %7s  %7s %5s %5s  %5s %4s  %4s %4s  %4s %4s  %6s\n", "", "items",
           "messages a week", "day", "n x min", "n/short", "", "/week", "", "", "med", "max",
           "mean", "", "s/year");
}

static void print_row(const struct attention_figures *f)
{
    const double weeks = attention_weeks(f), days = f->last - f->first + 1;
    uint32_t fewest, short_of, unused, late_short;
    const uint32_t known = attention_known(f, true, &fewest, &short_of),
                   late = attention_known(f, false, &unused, &late_short);
    char worst[32], ahead[32], behind[32], lines[32];
    double cpu = 0;
    for (size_t i = 0; i < ATTENTION_PARTS; i++)
        cpu += f->cpu[i];
    snprintf(worst, sizeof worst, "%u/%u", f->messages.worst_all, f->messages.worst_plain);
    snprintf(ahead, sizeof ahead, "%u x %u", known, fewest);
    snprintf(behind, sizeof behind, "%u/%u", late, late_short);
    snprintf(lines, sizeof lines, "%u/%u", attention_median(&f->lines), attention_max(&f->lines));
    printf("%-11s %5u  %4.2f %4.2f %4.2f %5.2f  %5s  %7s  %7s %5u %5.2f  %5s %4u  %4u %4u  %4.2f "
           "%4u  %6.2f\n",
           f->name, attention_fatals(f), f->messages.severity[PGYD_INFO] / weeks,
           f->messages.severity[PGYD_WARN] / weeks, f->messages.severity[PGYD_CRITICAL] / weeks,
           f->messages.briefs / weeks, worst, ahead, behind, f->messages.useful_alone,
           f->messages.plain / weeks, lines, f->days.missing, attention_median(&f->overdue),
           attention_max(&f->overdue), attention_mean(&f->bars), attention_max(&f->bars),
           cpu * YEAR / days);
}

static void print_cost(const struct attention_figures *f, size_t n)
{
    static const char *const parts[ATTENTION_PARTS] = {"opening", "plans", "messages", "figures"};
    double sums[ATTENTION_PARTS] = {0}, all = 0, days = 0;
    for (size_t i = 0; i < n; i++) {
        days += f[i].last - f[i].first + 1;
        for (size_t part = 0; part < ATTENTION_PARTS; part++) {
            sums[part] += f[i].cpu[part];
            all += f[i].cpu[part];
        }
    }
    printf("\nCPU %.2f s a person and year:", all * YEAR / days);
    for (size_t part = 0; part < ATTENTION_PARTS; part++)
        printf(" %s %.2f%s", parts[part], sums[part] * YEAR / days,
               part + 1 < ATTENTION_PARTS ? "," : "\n");
}

static size_t print_broken(const struct attention_figures *f, size_t n)
{
    size_t broken = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < f[i].nbroken; k++, broken++)
            printf("BROKEN %s: %s\n", f[i].name, f[i].broken[k]);
    }
    printf("%zu persons, %zu lines about broken bounds\n", n, broken);
    return broken;
}

int main(int argc, char **argv)
{
    static struct attention_figures all[PEOPLE];
    struct wishes wishes;
    size_t n = 0;
    (void)argc;
    read_wishes(&wishes, argv);
    pgy_log_open("attention", PGY_LOG_WARN);
    pgy_calendar_open();
    for (size_t i = 0; i < PEOPLE; i++) {
        struct attention_figures *f = &all[n];
        if (wishes.any && !wishes.chosen[i])
            continue;
        *f = (struct attention_figures){
            .name = people[i], .options = &wishes.options, .arena = pgy_arena_new()};
        attention_walk(f);
        attention_judge(f);
        if (wishes.fatal)
            print_fatal(f);
        n++;
    }
    print_head();
    for (size_t i = 0; i < n; i++)
        print_row(&all[i]);
    print_cost(all, n);
    const size_t broken = print_broken(all, n);
    for (size_t i = 0; i < n; i++)
        pgy_arena_free(&all[i].arena);
    pgy_calendar_close();
    return broken > 0 && wishes.check;
}
