/* SPDX-License-Identifier: BSD-2-Clause */
/* The services of a fake host and the lists its answers land in. What the real one does with them
 * is test_host.c's and test_item.c's. */
#include "fake_host.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/wrap.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- services ---- */

static uint32_t section_count(void *ctx, const char *section)
{
    const struct fake *f = ctx;
    uint32_t n = 0;
    for (size_t i = 0; i < f->nsections; i++)
        n += strcmp(f->sections[i].kind, section) == 0;
    return n;
}

static const struct fake_section *nth(const struct fake *f, const char *section, uint32_t i)
{
    for (size_t k = 0; k < f->nsections; k++) {
        if (strcmp(f->sections[k].kind, section) == 0 && i-- == 0)
            return &f->sections[k];
    }
    return NULL;
}

static const char *section_id(void *ctx, const char *section, uint32_t i)
{
    const struct fake_section *s = nth(ctx, section, i);
    return s ? s->id : NULL;
}

static uint32_t section_line(void *ctx, const char *section, const char *id)
{
    const struct fake *f = ctx;
    for (size_t k = 0; k < f->nsections; k++) {
        if (strcmp(f->sections[k].kind, section) == 0 && strcmp(f->sections[k].id, id) == 0)
            return f->sections[k].line;
    }
    return 0;
}

static int get(void *ctx, const char *section, const char *id, const char *key,
               struct pgyd_value *value)
{
    struct fake *f = ctx;
    assert_int_equal(value->size, sizeof *value);
    for (size_t k = 0; k < f->nvalues; k++) {
        const struct fake_value *v = &f->values[k];
        /* The first bytes first: property tests look up millions. */
        if (v->key[0] == key[0] && v->section[0] == section[0] && strcmp(v->key, key) == 0 &&
            strcmp(v->section, section) == 0 && strcmp(v->id, id) == 0) {
            *value = v->value;
            value->size = sizeof *value;
            value->line = v->line;
            return 1;
        }
    }
    const struct pgyd_key *declared = fake_key(f, section, key);
    if (!declared)
        fail_msg("the plugin reads a key that nobody declares: %s.%s", section, key);
    if (!declared->fallback)
        return 0;
    fake_parse_value(f, declared, declared->fallback, value);
    value->is_default = 1;
    return 1;
}

static const char *key_name(void *ctx, const char *section, const char *id, uint32_t i)
{
    const struct fake *f = ctx;
    for (size_t k = 0; k < f->nvalues; k++) {
        const struct fake_value *v = &f->values[k];
        if (strcmp(v->section, section) == 0 && strcmp(v->id, id) == 0 && i-- == 0)
            return v->key;
    }
    return NULL;
}

static int event_order(const void *a, const void *b)
{
    const struct pgyd_event *x = a, *y = b;
    if (x->on != y->on)
        return x->on < y->on ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static void journal(void *ctx, const char *kind, const char *subject, pgyd_event_fn fn, void *arg)
{
    struct fake *f = ctx;
    if (f->nevents)
        qsort(f->events, f->nevents, sizeof *f->events, event_order);
    for (size_t i = 0; i < f->nevents; i++) {
        const struct pgyd_event *e = &f->events[i];
        if ((kind && strcmp(kind, e->kind) != 0) || (subject && strcmp(subject, e->subject) != 0))
            continue;
        if (fn(arg, e) != 0)
            return;
    }
}

static void busy(void *ctx, pgyd_busy_fn fn, void *arg)
{
    const struct fake *f = ctx;
    for (size_t i = 0; i < f->nbusy; i++) {
        if (fn(arg, &f->busy[i]) != 0)
            return;
    }
}

static void data(void *ctx, const char *kind, pgyd_data_fn fn, void *arg)
{
    const struct fake *f = ctx;
    for (size_t i = 0; i < f->nfiles; i++) {
        struct pgyd_data d = {.size = sizeof d,
                              .name = f->files[i].name,
                              .bytes = f->files[i].bytes,
                              .len = f->files[i].len};
        if (strcmp(f->files[i].kind, kind) == 0 && fn(arg, &d) != 0)
            return;
    }
}

static void check_text(const char *text, size_t max, const char *allowed)
{
    size_t len = strlen(text);
    assert_true(len > 0 && len <= max);
    assert_true(pgy_utf8_valid(text, len));
    assert_false(pgy_has_controls(text, len, allowed));
}

static void check_stakes(const struct pgyd_item *item)
{
    assert_true(item->stakes <= PGYD_FATAL);
    if (item->about && *item->about)
        assert_true(pgy_str_made_of(item->about, 64, PGY_SMALL PGY_DIGITS "_:-"));
    if (item->next && *item->next) {
        check_text(item->next, 160, "");
        assert_true(pgy_wrap_width(item->next, strlen(item->next)) <= 40);
    }
    if (item->why && *item->why)
        check_text(item->why, 200, "");
}

static int emit(void *ctx, const struct pgyd_item *item)
{
    struct fake *f = ctx;
    assert_int_equal(item->size, sizeof *item);
    assert_true(item->kind >= PGYD_MILESTONE && item->kind <= PGYD_ALERT);
    assert_true(item->severity <= PGYD_CRITICAL && item->confidence <= PGYD_UNKNOWN);
    assert_true(strlen(item->slug) >= 1 && strlen(item->slug) <= 80);
    assert_int_equal(strspn(item->slug, "abcdefghijklmnopqrstuvwxyz0123456789.-"),
                     strlen(item->slug));
    check_text(item->title, 200, "");
    if (item->detail)
        check_text(item->detail, 4000, "\n");
    if (item->next)
        check_text(item->next, 160, "");
    if (item->why)
        check_text(item->why, 200, "");
    assert_true(!item->about || strlen(item->about) <= 64);
    assert_true(item->stakes <= PGYD_FATAL);
    assert_true(item->start != PGYD_NO_DAY);
    assert_true(item->end == PGYD_NO_DAY || item->end >= item->start);
    assert_true(item->nrefs <= 16 && item->nsteps <= 16);
    check_stakes(item);
    char id[200];
    snprintf(id, sizeof id, item->occurrence ? "%s@%s" : "%s", item->slug, item->occurrence);
    if (fake_item(f, id))
        fail_msg("emitted twice: %s", id);

    struct pgyd_item *copy =
        pgy_arena_push(f->arena, &f->items, &f->nitems, &f->cap_items, sizeof *copy);
    *copy = *item;
    copy->slug = pgy_arena_strdup(f->arena, item->slug);
    copy->occurrence = pgy_arena_strdup(f->arena, item->occurrence);
    copy->title = pgy_arena_strdup(f->arena, item->title);
    copy->detail = pgy_arena_strdup(f->arena, item->detail);
    copy->source = pgy_arena_strdup(f->arena, item->source);
    copy->zone = pgy_arena_strdup(f->arena, item->zone);
    copy->done_log = pgy_arena_strdup(f->arena, item->done_log);
    copy->about = pgy_arena_strdup(f->arena, item->about);
    copy->next = pgy_arena_strdup(f->arena, item->next);
    copy->why = pgy_arena_strdup(f->arena, item->why);
    struct pgyd_step *steps = pgy_arena_array(f->arena, item->nsteps + 1, sizeof *steps);
    const char **refs = pgy_arena_array(f->arena, item->nrefs + 1, sizeof *refs);
    for (uint32_t i = 0; i < item->nsteps; i++)
        steps[i] = item->steps[i];
    for (uint32_t i = 0; i < item->nrefs; i++)
        refs[i] = pgy_arena_strdup(f->arena, item->refs[i]);
    copy->steps = steps;
    copy->refs = refs;
    return 0;
}

static int part(void *ctx, const struct pgyd_part *p)
{
    struct fake *f = ctx;
    assert_int_equal(p->size, sizeof *p);
    struct pgyd_part *copy =
        pgy_arena_push(f->arena, &f->parts, &f->nparts, &f->cap_parts, sizeof *copy);
    *copy = *p;
    copy->text = pgy_arena_strdup(f->arena, p->text);
    const char **cells = pgy_arena_array(f->arena, p->ncells + 1, sizeof *cells);
    double *nums = pgy_arena_array(f->arena, p->nnums + 1, sizeof *nums);
    for (uint32_t i = 0; i < p->ncells; i++)
        cells[i] = pgy_arena_strdup(f->arena, p->cells[i]);
    for (uint32_t i = 0; i < p->nnums; i++)
        nums[i] = p->nums[i];
    copy->cells = cells;
    copy->nums = nums;
    return 0;
}

static void problem(void *ctx, uint32_t severity, const char *section, const char *id,
                    const char *key, const char *message, const char *remedy)
{
    struct fake *f = ctx;
    struct fake_problem *p =
        pgy_arena_push(f->arena, &f->problems, &f->nproblems, &f->cap_problems, sizeof *p);
    *p = (struct fake_problem){severity,
                               pgy_arena_strdup(f->arena, section),
                               pgy_arena_strdup(f->arena, id),
                               pgy_arena_strdup(f->arena, key),
                               pgy_arena_strdup(f->arena, message),
                               pgy_arena_strdup(f->arena, remedy)};
}

static void log_line(void *ctx, uint32_t level, const char *message)
{
    (void)ctx;
    (void)level;
    (void)message;
}

static void error(void *ctx, const char *message)
{
    struct fake *f = ctx;
    f->error = pgy_arena_strdup(f->arena, message);
}

/* Holidays near the figures of the tests. */
static const char *const holiday_texts[] = {"2026-11-26", "2026-12-25", "2027-01-01", "2027-01-18"};
enum { HOLIDAYS = 4 };

static void holidays(pgy_day days[HOLIDAYS], struct pgy_holidays *list)
{
    for (size_t i = 0; i < HOLIDAYS; i++)
        days[i] = fake_day(holiday_texts[i]);
    *list = (struct pgy_holidays){days, HOLIDAYS};
}

static pgyd_day day_of(void *ctx, int32_t y, int32_t m, int32_t d)
{
    (void)ctx;
    return pgy_civil_day(y, m, d);
}

static void ymd(void *ctx, pgyd_day day, int32_t *y, int32_t *m, int32_t *d)
{
    (void)ctx;
    struct pgy_ymd v = pgy_civil_ymd(day);
    *y = v.year;
    *m = v.month;
    *d = v.day;
}

static int32_t weekday(void *ctx, pgyd_day day)
{
    (void)ctx;
    return (int32_t)pgy_civil_weekday(day);
}

static pgyd_day add_months(void *ctx, pgyd_day day, int32_t months)
{
    (void)ctx;
    return pgy_civil_add_months(day, months);
}

static pgyd_day add_dur(void *ctx, pgyd_day day, int64_t n, uint32_t unit)
{
    (void)ctx;
    return pgy_civil_add(day, (struct pgy_dur){.n = (int32_t)n, .unit = (char)unit}, 1);
}

static pgyd_day add_business(void *ctx, pgyd_day day, int32_t n)
{
    pgy_day days[HOLIDAYS];
    struct pgy_holidays list;
    (void)ctx;
    holidays(days, &list);
    return pgy_civil_add_business(day, n, &list);
}

static pgyd_day nth_weekday(void *ctx, int32_t n, int32_t wday, int32_t month, int32_t year)
{
    (void)ctx;
    return pgy_civil_nth(n, (enum pgy_weekday)wday, month, year);
}

static int32_t is_business(void *ctx, pgyd_day day)
{
    pgy_day days[HOLIDAYS];
    struct pgy_holidays list;
    (void)ctx;
    holidays(days, &list);
    return pgy_civil_is_business(day, &list);
}

static int32_t academic_year(void *ctx, pgyd_day day)
{
    (void)ctx;
    return pgy_civil_academic_year(day);
}

static const char *day_text(void *ctx, pgyd_day day, char *text)
{
    (void)ctx;
    return pgy_civil_text(day, text);
}

static const char *day_words(void *ctx, pgyd_day day, char *text)
{
    (void)ctx;
    return pgy_civil_words(day, text);
}

static const char *arg_of(void *ctx, const char *key)
{
    const struct fake *f = ctx;
    for (size_t i = 0; i < f->nargs; i++) {
        if (strcmp(f->args[i].key, key) == 0)
            return f->args[i].value;
    }
    return NULL;
}

/* ---- set-up ---- */

void fake_list(struct fake *f, const char *name)
{
    const char *top = getenv("top_srcdir");
    char path[512], bytes[65536];
    snprintf(path, sizeof path, "%s/etc/lists/%s", top ? top : ".", name);
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("cannot open %s: run it from make check, or in the source folder", path);
    size_t n = fread(bytes, 1, sizeof bytes - 1, file);
    fclose(file);
    bytes[n] = '\0';
    fake_file(f, "lists", name, bytes);
}

struct fake *fake_new(const struct pgyd_plugin *plugin, const char *today)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct fake *f = pgy_arena_alloc(arena, sizeof *f);
    f->arena = arena;
    f->plugin = plugin;
    f->host = (struct pgyd_host){
        .size = sizeof f->host,
        .major = PGYD_API_MAJOR,
        .minor = PGYD_API_MINOR,
        .ctx = f,
        .profile = "me",
        .timezone = "America/New_York",
        .today = fake_day(today),
        .started = fake_day(today),
        .section_count = section_count,
        .section_id = section_id,
        .section_line = section_line,
        .get = get,
        .key_name = key_name,
        .journal = journal,
        .busy = busy,
        .data = data,
        .emit = emit,
        .part = part,
        .problem = problem,
        .log = log_line,
        .error = error,
        .day = day_of,
        .ymd = ymd,
        .weekday = weekday,
        .add_months = add_months,
        .add_dur = add_dur,
        .add_business = add_business,
        .nth_weekday = nth_weekday,
        .is_business = is_business,
        .academic_year = academic_year,
        .day_text = day_text,
        .day_words = day_words,
        .arg = arg_of,
    };
    static const char *const lists[] = {
        "asks.tsv",        "cards.tsv",   "fellowships.tsv",
        "flags.tsv",       "lanes.tsv",   "leverage-modifiers.tsv",
        "leverage.tsv",    "markets.tsv", "notes.tsv",
        "nudges.tsv",      "phrases.tsv", "prompts.tsv",
        "specialties.tsv", "states.tsv",  "terms.tsv",
    };
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        fake_list(f, lists[i]);
    return f;
}

void fake_free(struct fake **fake)
{
    struct pgy_arena *arena = (*fake)->arena;
    *fake = NULL;
    pgy_arena_free(&arena);
}

void fake_started(struct fake *f, const char *day)
{
    f->host.started = fake_day(day);
}

void fake_log(struct fake *f, const char *day, const char *kind, const char *subject,
              const char *event, const char *arg)
{
    struct pgyd_event *e =
        pgy_arena_push(f->arena, &f->events, &f->nevents, &f->cap_events, sizeof *e);
    *e = (struct pgyd_event){.size = sizeof *e,
                             .number = (int64_t)f->nevents,
                             .on = fake_day(day),
                             .kind = pgy_arena_strdup(f->arena, kind),
                             .subject = pgy_arena_strdup(f->arena, subject ? subject : ""),
                             .event = pgy_arena_strdup(f->arena, event ? event : "")};
    uint32_t most = 1, n = 0;
    for (const char *p = arg; p && *p; p++)
        most += *p == ';';
    const char **key = pgy_arena_array(f->arena, most, sizeof *key),
               **value = pgy_arena_array(f->arena, most, sizeof *value);
    for (const char *p = arg; p && *p; n++) {
        size_t len = strcspn(p, ";"), equals = strcspn(p, "=");
        assert_true(equals < len);
        key[n] = pgy_arena_strndup(f->arena, p, equals);
        value[n] = pgy_arena_strndup(f->arena, p + equals + 1, len - equals - 1);
        p += len + (p[len] == ';');
    }
    e->keys = key;
    e->values = value;
    e->nargs = n;
}

void fake_forget_args(struct fake *f)
{
    f->nargs = 0;
}

void fake_arg(struct fake *f, const char *key, const char *value)
{
    *(struct pgyd_arg *)pgy_arena_push(f->arena, &f->args, &f->nargs, &f->cap_args,
                                       sizeof *f->args) =
        (struct pgyd_arg){pgy_arena_strdup(f->arena, key), pgy_arena_strdup(f->arena, value)};
}

void fake_file(struct fake *f, const char *kind, const char *name, const char *bytes)
{
    size_t i = 0;
    while (i < f->nfiles &&
           (strcmp(f->files[i].kind, kind) != 0 || strcmp(f->files[i].name, name) != 0))
        i++;
    if (i == f->nfiles) /* else it stands in for the one of its name */
        pgy_arena_push(f->arena, &f->files, &f->nfiles, &f->cap_files, sizeof *f->files);
    f->files[i] = (struct fake_file){kind, name, pgy_arena_strdup(f->arena, bytes), strlen(bytes)};
}

void fake_busy(struct fake *f, bool oncall, const char *start, const char *end, const char *kind,
               const char *name)
{
    *(struct pgyd_busy *)pgy_arena_push(f->arena, &f->busy, &f->nbusy, &f->cap_busy,
                                        sizeof *f->busy) =
        (struct pgyd_busy){.size = sizeof(struct pgyd_busy),
                           .oncall = oncall,
                           .start = fake_day(start),
                           .end = fake_day(end),
                           .kind = kind,
                           .name = name};
}

void fake_forget_busy(struct fake *f)
{
    f->nbusy = 0;
}

/* The files of etc/KIND with a suffix, all or one. */
static void read_folder(struct fake *f, const char *kind, const char *suffix, const char *name)
{
    const char *top = getenv("top_srcdir");
    char dir[400], path[700];
    struct dirent **names;
    snprintf(dir, sizeof dir, "%s/etc/%s", top ? top : ".", kind);
    int n = scandir(dir, &names, NULL, alphasort);
    if (n < 0)
        fail_msg("cannot open %s: run it from make check, or in the source folder", dir);
    for (int i = 0; i < n; i++) {
        struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(1024 * 1024);
        if (strstr(names[i]->d_name, suffix) && (!name || strcmp(name, names[i]->d_name) == 0)) {
            snprintf(path, sizeof path, "%s/%s", dir, names[i]->d_name);
            assert_int_equal(pgy_file_read(path, &bytes), 0);
            fake_file(f, kind, pgy_arena_strdup(f->arena, names[i]->d_name), pgy_buf_text(&bytes));
        }
        free(names[i]);
    }
    free(names);
}

void fake_packs(struct fake *f, const char *name)
{
    read_folder(f, "packs", ".ini", name);
}

void fake_letters(struct fake *f)
{
    read_folder(f, "letters", ".txt", NULL);
}

void fake_forget_files(struct fake *f)
{
    f->nfiles = 0;
}
