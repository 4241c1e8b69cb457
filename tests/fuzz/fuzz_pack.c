/* SPDX-License-Identifier: BSD-2-Clause */
/* A pack of any bytes, in place of pgyd's own rules: check, plan and the report chain of the
 * milestones plugin end without a crash, and every item is one that the host takes. */
#include "base/civil.h"
#include "base/file.h"
#include "plan/item.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern const struct pgyd_plugin pgyd_plugin_milestones;

struct input {
    const char *bytes;
    size_t len;
    const struct pgy_buf *notes; /* etc/lists/notes.tsv, without which nothing is planned */
};

static void must(bool ok)
{
    if (!ok)
        abort();
}

static const char list[] = "internal_medicine\t3\tno\t-\t-\tgeneral\t\ncardiology\t3\tno\tinternal_"
                           "medicine\teras_july\tgeneral\t\n";

static uint32_t section_count(void *ctx, const char *section)
{
    (void)ctx;
    return strcmp(section, "training") == 0 || strcmp(section, "fellowship") == 0;
}

static const char *section_id(void *ctx, const char *section, uint32_t i)
{
    return i < section_count(ctx, section) ? "" : NULL;
}

static uint32_t section_line(void *ctx, const char *section, const char *id)
{
    return *id == '\0' && section_count(ctx, section) ? 1 : 0;
}

static int get(void *ctx, const char *section, const char *id, const char *key,
               struct pgyd_value *value)
{
    static const struct {
        const char *section, *key, *text;
    } texts[] = {{"training", "specialty", "internal_medicine"},
                 {"fellowship", "type", "cardiology"},
                 {"visa", "type", "j1"},
                 {"goal", "state", "TX"}};
    (void)ctx;
    (void)id;
    if (strcmp(section, "training") == 0 && strcmp(key, "start") == 0) {
        value->day = pgy_civil_day(2024, 7, 1);
        return 1;
    }
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (strcmp(section, texts[i].section) == 0 && strcmp(key, texts[i].key) == 0) {
            value->text = texts[i].text;
            return 1;
        }
    }
    return 0;
}

static void journal(void *ctx, const char *kind, const char *subject, pgyd_event_fn fn, void *arg)
{
    (void)ctx;
    (void)kind;
    (void)subject;
    (void)fn;
    (void)arg;
}

static void busy(void *ctx, pgyd_busy_fn fn, void *arg)
{
    (void)ctx;
    (void)fn;
    (void)arg;
}

static void data_files(void *ctx, const char *kind, pgyd_data_fn fn, void *arg)
{
    const struct input *in = ctx;
    const struct pgyd_data lists[] = {
        {.size = sizeof *lists, .name = "specialties.tsv", .bytes = list, .len = sizeof list - 1},
        {.size = sizeof *lists,
         .name = "notes.tsv",
         .bytes = pgy_buf_text(in->notes),
         .len = strlen(pgy_buf_text(in->notes))}};
    const struct pgyd_data packs[] = {
        {.size = sizeof *packs, .name = "monthly.ini", .bytes = "", .len = 0},
        {.size = sizeof *packs, .name = "phases.ini", .bytes = in->bytes, .len = in->len}};
    const struct pgyd_data *files = strcmp(kind, "packs") == 0 ? packs : lists;
    if (fn(arg, &files[0]) == 0)
        fn(arg, &files[1]);
}

static int emit(void *ctx, const struct pgyd_item *item)
{
    struct pgy_item copy;
    const char *why = NULL;
    (void)ctx;
    must(pgy_item_from_plugin(item, "milestones", NULL, &copy, &why) == 0);
    return 0;
}

static int part(void *ctx, const struct pgyd_part *p)
{
    (void)ctx;
    must(p->ncells <= 64 && p->nnums <= 64);
    return 0;
}

static void problem(void *ctx, uint32_t severity, const char *section, const char *id,
                    const char *key, const char *message, const char *remedy)
{
    (void)ctx;
    (void)severity;
    (void)id;
    (void)key;
    (void)remedy;
    must(section && message && *message);
}

static void say(void *ctx, uint32_t level, const char *message)
{
    (void)ctx;
    must(level <= PGYD_LOG_DEBUG && *message);
}

static void error(void *ctx, const char *message)
{
    (void)ctx;
    must(*message);
}

static pgyd_day day(void *ctx, int32_t y, int32_t m, int32_t d)
{
    (void)ctx;
    return pgy_civil_day(y, m, d);
}

static void ymd(void *ctx, pgyd_day d, int32_t *y, int32_t *m, int32_t *dom)
{
    struct pgy_ymd v = pgy_civil_ymd(d);
    (void)ctx;
    *y = v.year;
    *m = v.month;
    *dom = v.day;
}

static int32_t weekday(void *ctx, pgyd_day d)
{
    (void)ctx;
    return (int32_t)pgy_civil_weekday(d);
}

static pgyd_day add_months(void *ctx, pgyd_day d, int32_t n)
{
    (void)ctx;
    return pgy_civil_add_months(d, n);
}

static pgyd_day add_dur(void *ctx, pgyd_day d, int64_t n, uint32_t unit)
{
    (void)ctx;
    return pgy_civil_add(d, (struct pgy_dur){.n = (int32_t)(n < 0 ? -n : n), .unit = (char)unit},
                         n < 0 ? -1 : 1);
}

static pgyd_day add_business(void *ctx, pgyd_day d, int32_t n)
{
    (void)ctx;
    return pgy_civil_add_business(d, n, NULL);
}

static pgyd_day nth_weekday(void *ctx, int32_t n, int32_t wday, int32_t month, int32_t year)
{
    (void)ctx;
    return pgy_civil_nth(n, (enum pgy_weekday)wday, month, year);
}

static int32_t is_business(void *ctx, pgyd_day d)
{
    (void)ctx;
    return pgy_civil_is_business(d, NULL);
}

static int32_t academic_year(void *ctx, pgyd_day d)
{
    (void)ctx;
    return pgy_civil_academic_year(d);
}

static const char *day_text(void *ctx, pgyd_day d, char *text)
{
    (void)ctx;
    return pgy_civil_text(d, text);
}

static const char *day_words(void *ctx, pgyd_day d, char *text)
{
    (void)ctx;
    return pgy_civil_words(d, text);
}

static const char *arg_of(void *ctx, const char *key)
{
    (void)ctx;
    (void)key;
    return NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pgy_buf notes PGY_BUF_CLEANUP = PGY_BUF_INIT(65536);
    const char *top = getenv("top_srcdir");
    char path[512];
    snprintf(path, sizeof path, "%s/etc/lists/notes.tsv", top ? top : ".");
    must(pgy_file_read(path, &notes) == 0);
    struct input in = {(const char *)data, size, &notes};
    const struct pgyd_host host = {.size = sizeof host,
                                   .major = PGYD_API_MAJOR,
                                   .minor = PGYD_API_MINOR,
                                   .ctx = &in,
                                   .profile = "me",
                                   .timezone = "UTC",
                                   .today = pgy_civil_day(2026, 11, 22),
                                   .started = pgy_civil_day(2026, 11, 1),
                                   .section_count = section_count,
                                   .section_id = section_id,
                                   .section_line = section_line,
                                   .get = get,
                                   .journal = journal,
                                   .busy = busy,
                                   .data = data_files,
                                   .emit = emit,
                                   .part = part,
                                   .problem = problem,
                                   .log = say,
                                   .error = error,
                                   .day = day,
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
                                   .arg = arg_of};
    must(pgyd_plugin_milestones.check(&host) == 0);
    must(pgyd_plugin_milestones.plan(&host) == 0);
    must(pgyd_plugin_milestones.report(&host, "chain") == 0);
    return 0;
}
