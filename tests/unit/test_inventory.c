/* SPDX-License-Identifier: BSD-2-Clause */
/* Every line of tests/inventory.tsv, against the plugins themselves, and what of the inventory's
 * rows they cover. */
#include "fake_host.h"
#include "inventory_lint.h"

#include "base/str.h"
#include "plan/timeline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

extern const struct pgyd_plugin pgyd_plugin_milestones, pgyd_plugin_networking, pgyd_plugin_offers;

enum { COLUMNS = 6, LINE = 1024, FILE_SIZE = 16384, ROWS = 256, LOG_WORDS = 5 };

static FILE *open_test(const char *folder, const char *name, const char *suffix)
{
    const char *top = getenv("top_srcdir");
    char path[512];
    snprintf(path, sizeof path, "%s/tests/%s%s%s", top ? top : ".", folder, name, suffix);
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("cannot open %s", path);
    return file;
}

static const struct pgyd_plugin *plugin_of(const char *name)
{
    const struct pgyd_plugin *const plugins[] = {&pgyd_plugin_milestones, &pgyd_plugin_networking,
                                                 &pgyd_plugin_offers};
    size_t len = strcspn(name, " ");
    for (size_t i = 0; i < 3; i++) {
        if (strlen(plugins[i]->name) == len && strncmp(plugins[i]->name, name, len) == 0)
            return plugins[i];
    }
    fail_msg("no plugin %s", name);
    return NULL;
}

/* ---- fixtures ---- */

/* "2026-11-23 offer mercy received by=2026-12-07"; - for what is left out. */
static void log_happening(struct fake *f, const char *text)
{
    char copy[LINE];
    const char *word[LOG_WORDS] = {NULL};
    size_t n = 0;
    snprintf(copy, sizeof copy, "%s", text);
    for (char *save = NULL, *p = strtok_r(copy, " \r\n", &save); p && n < LOG_WORDS;
         p = strtok_r(NULL, " \r\n", &save))
        word[n++] = strcmp(p, "-") == 0 ? NULL : p;
    if (!word[0] || !word[1])
        fail_msg("a happening is DATE KIND SUBJECT EVENT KEY=VALUE: %s", text);
    fake_log(f, word[0], word[1], word[2], word[3], word[4]);
}

/* The plugin's own sections of a fixture, and pgyd's: another plugin's are not its business. "#log"
 * lines are the journal. */
static void read_fixture(struct fake *f, const char *name)
{
    static const char *const common[] = {"person", "training", "fellowship", "goal"};
    FILE *file = open_test("inventory/", name, ".ini");
    char line[LINE], text[FILE_SIZE] = "";
    bool mine = false;
    while (fgets(line, sizeof line, file)) {
        if (strncmp(line, "#log ", strlen("#log ")) == 0)
            log_happening(f, line + strlen("#log "));
        if (strncmp(line, "#started ", strlen("#started ")) == 0) {
            line[strcspn(line, "\r\n")] = '\0';
            fake_started(f, line + strlen("#started "));
        }
        if (line[0] == '#')
            continue;
        if (line[0] == '[') {
            char kind[32];
            snprintf(kind, sizeof kind, "%.*s", (int)strcspn(line + 1, ":]"), line + 1);
            mine = false;
            for (size_t i = 0; i < sizeof common / sizeof common[0]; i++)
                mine |= strcmp(kind, common[i]) == 0;
            for (uint32_t i = 0; i < f->plugin->nkeys && !mine; i++)
                mine = strncmp(f->plugin->keys[i].section, kind, strlen(kind)) == 0;
        }
        if (mine) {
            assert_true(strlen(text) + strlen(line) < sizeof text);
            memcpy(text + strlen(text), line, strlen(line) + 1);
        }
    }
    fclose(file);
    fake_ini(f, text);
}

/* "[goal] lane = spine" or "log DATE KIND …", several separated by " ;; ". */
static void change(struct fake *f, const char *text)
{
    char copy[LINE];
    snprintf(copy, sizeof copy, "%s", text);
    for (char *p = copy; p;) {
        char *next = strstr(p, " ;; "), ini[LINE + 2];
        if (next) {
            *next = '\0';
            next += strlen(" ;; ");
        }
        char *end = *p == '[' ? strchr(p, ']') : NULL;
        if (strncmp(p, "log ", 4) == 0)
            log_happening(f, p + 4);
        else if (end && snprintf(ini, sizeof ini, "%.*s\n%s\n", (int)(end + 1 - p), p, end + 1) > 0)
            fake_ini(f, ini);
        else
            fail_msg("a change is [section] key = value, or log DATE KIND …: %s", p);
        p = next;
    }
}

/* ---- lines ---- */

struct row {
    const char *id, *fixture, *today, *command, *expected, *near;
    char item[128];   /* of expected, or the report's text */
    const char *days; /* NULL: a report */
    const char *report;
    bool first_run;
};

/* "letter kind=full offer=mercy": a report with arguments. It may be refused: then it says
 * nothing. */
static void report_with(struct fake *f, const char *text)
{
    char copy[LINE], *save = NULL, *name = NULL;
    snprintf(copy, sizeof copy, "%s", text);
    for (char *p = strtok_r(copy, " ", &save); p; p = strtok_r(NULL, " ", &save)) {
        char *equals = strchr(p, '=');
        if (!name) {
            name = p;
            continue;
        }
        if (!equals)
            fail_msg("an argument is KEY=VALUE: %s", text);
        *equals = '\0';
        fake_arg(f, p, equals + 1);
    }
    fake_letters(f);
    fake_try_report(f, name);
}

static size_t characters(const char *text)
{
    size_t n = 0;
    for (; *text; text++)
        n += ((unsigned char)*text & 0xc0) != 0x80;
    return n;
}

/* What every item of offers says: what is lost, in words for somebody who reads them once. The date
 * of an offer alone has steps of its own. */
static void check_words(const struct fake *f)
{
    static const char *const turns[] = {"pgyctl", "[goal]", "[offer", "[decide]", "{", "}"};
    for (size_t i = 0; i < f->nitems; i++) {
        const struct pgyd_item *item = &f->items[i];
        const char *texts[] = {item->title, item->detail, item->next, item->why};
        bool own = strstr(item->slug, "-answer-by") || strstr(item->slug, "-outcome");
        if (item->stakes == 0)
            fail_msg("%s does not say what is lost by missing it", item->slug);
        if (item->severity != 0 || (item->nsteps > 0 && !own))
            fail_msg("%s has a severity or steps of its own", item->slug);
        if (characters(item->title) > 60 || strchr(item->title, ':'))
            fail_msg("%s: a title of 60 characters at most, without a colon: %s", item->slug,
                     item->title);
        if (item->next && characters(item->next) > 40)
            fail_msg("%s: a next step of 40 characters at most: %s", item->slug, item->next);
        if (item->stakes >= PGYD_USEFUL && item->kind != PGYD_MILESTONE && !item->next)
            fail_msg("%s: what is to be done has a next step", item->slug);
        for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++) {
            for (size_t t = 0; texts[k] && t < sizeof turns / sizeof turns[0]; t++) {
                if (strstr(texts[k], turns[t]))
                    fail_msg("%s says %s: %s", item->slug, turns[t], texts[k]);
            }
        }
    }
}

/* What the plugin gives for a fixture and changes; the caller frees it. */
static struct fake *run(const struct row *row, const char *today, const char *fixture,
                        const char *changes)
{
    const struct pgyd_plugin *plugin = plugin_of(row->command);
    bool now = row->first_run || plugin == &pgyd_plugin_milestones ||
               plugin == &pgyd_plugin_offers || row->report ||
               strncmp(row->item, "habit-", strlen("habit-")) == 0;
    struct fake *f = fake_new(plugin, now ? today : "2026-11-22");
    fake_packs(f, NULL);
    if (plugin == &pgyd_plugin_milestones && !row->first_run)
        fake_started(f, "2022-07-01");
    read_fixture(f, fixture);
    if (changes)
        change(f, changes);
    fake_check(f);
    if (fake_problems(f, PGYD_CRITICAL, NULL, NULL, NULL, NULL) > 0)
        fail_msg("%s: %s: %s", row->id, fixture, f->problems[0].message);
    if (!row->report) {
        fake_plan(f);
        if (plugin == &pgyd_plugin_offers)
            check_words(f);
    } else if (strchr(row->report, ' '))
        report_with(f, row->report);
    else
        fake_report(f, row->report);
    return f;
}

/* What the core makes of the item when pgyd is first run on that day. */
static void first_run(const struct row *row, const char *today, char days[32], char state[16])
{
    struct fake *f = run(row, today, row->fixture, NULL);
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_batch batch = {
        .plugin = f->plugin->name, .version = f->plugin->version, .arena = arena};
    struct pgy_journal journal = {.arena = arena};
    const struct pgy_share share = {&batch};
    for (size_t i = 0; i < f->nitems; i++) {
        const char *why = NULL;
        struct pgy_item *item =
            pgy_arena_push(arena, &batch.items, &batch.n, &batch.cap, sizeof *item);
        if (pgy_item_from_plugin(&f->items[i], f->plugin->name, arena, item, &why) != 0)
            fail_msg("%s: %s", f->items[i].slug, why);
    }
    const struct pgy_timeline_input input = {.profile = "me",
                                             .zone = "America/New_York",
                                             .today = fake_day(today),
                                             .started = fake_day(today),
                                             .shares = &share,
                                             .nshares = 1,
                                             .journal = &journal};
    struct pgy_timeline *timeline = pgy_timeline_build(&input);
    char id[160], start[PGY_DAY_TEXT];
    snprintf(id, sizeof id, "%s/%s", f->plugin->name, row->item);
    const struct pgy_item *item = pgy_timeline_find(timeline, id);
    snprintf(days, 32, "%s", item ? pgy_civil_text(item->start, start) : "none");
    snprintf(state, 16, "%s", item ? pgy_state_text(item->state) : "none");
    pgy_timeline_free(&timeline);
    pgy_arena_free(&arena);
    fake_free(&f);
}

/* On its day it is caught up on, with that day; the day before its own day it is still ahead. */
static void check_first_run(const struct row *row)
{
    char days[32], state[16], near[LINE], *word;
    first_run(row, row->today, days, state);
    if (strcmp(days, row->days) != 0 || strcmp(state, "overdue") != 0)
        fail_msg("%s: %s is %s, %s; expected %s, overdue", row->id, row->item, days, state,
                 row->days);
    snprintf(near, sizeof near, "%s", row->near);
    word = strrchr(near, ' ');
    assert_non_null(word);
    *word++ = '\0';
    first_run(row, near, days, state);
    if (strcmp(state, word) != 0)
        fail_msg("%s: %s on %s is %s", row->id, row->item, near, state);
}

/* The state an item has on a day by its dates alone. */
static const char *state_on(const struct pgyd_item *item, pgyd_day day)
{
    pgyd_day end = item->end == PGYD_NO_DAY ? item->start : item->end;
    return day < item->start ? "future" : day > end ? "past" : "open";
}

static bool says(const struct fake *f, const char *text)
{
    for (size_t i = 0; i < f->nparts; i++) {
        if (f->parts[i].text && strstr(f->parts[i].text, text))
            return true;
        for (uint32_t c = 0; c < f->parts[i].ncells; c++) {
            if (strstr(f->parts[i].cells[c], text))
                return true;
        }
    }
    return false;
}

static void expect_item(const struct row *row, const struct fake *f)
{
    if (row->report) {
        if (!says(f, row->item))
            fail_msg("%s: report %s does not say: %s%s%s", row->id, row->report, row->item,
                     f->error ? "; refused: " : "", f->error ? f->error : "");
        return;
    }
    const struct pgyd_item *item = fake_item(f, row->item);
    if (strcmp(fake_days(f, row->item), row->days) != 0)
        fail_msg("%s: %s is %s, expected %s", row->id, row->item, fake_days(f, row->item),
                 row->days);
    if (!fake_has_ref(item, row->id))
        fail_msg("%s: %s does not name it in refs", row->id, row->item);
    if (strcmp(state_on(item, fake_day(row->today)), "open") != 0)
        fail_msg("%s: %s is not open on %s", row->id, row->item, row->today);
}

/* "DATE future|past": the item of the plan on another day. "in FIXTURE absent", "with CHANGES
 * absent": the rule stays silent. */
static void check_near_miss(const struct row *row, const struct fake *planned)
{
    char near[LINE], *word;
    snprintf(near, sizeof near, "%s", row->near);
    word = strrchr(near, ' ');
    if (!word)
        fail_msg(
            "%s: a near miss is DATE future|past, or in FIXTURE absent, or with CHANGES absent",
            row->id);
    *word++ = '\0';
    if (strcmp(word, "absent") == 0) {
        bool with = strncmp(near, "with ", strlen("with ")) == 0;
        assert_true(with || strncmp(near, "in ", strlen("in ")) == 0);
        struct fake *f = run(row, row->today, with ? row->fixture : near + strlen("in "),
                             with ? near + strlen("with ") : NULL);
        if (row->report ? says(f, row->item) : fake_item(f, row->item) != NULL)
            fail_msg("%s: %s is not silent %s", row->id, row->item, near);
        fake_free(&f);
        return;
    }
    const struct pgyd_item *item = fake_item(planned, row->item);
    assert_non_null(item);
    if (strcmp(state_on(item, fake_day(near)), word) != 0)
        fail_msg("%s: %s on %s is %s", row->id, row->item, near, state_on(item, fake_day(near)));
}

static void check_line(char *const column[COLUMNS])
{
    if (strcmp(column[3], "lint") == 0) {
        inventory_lint(column[0], column[1], column[4], column[5]);
        return;
    }
    struct row row = {
        column[0], column[1], column[2], column[3], column[4],
        column[5], "",        NULL,      NULL,      strstr(column[3], " first-run") != NULL};
    const char *report = strstr(column[3], " report "), *days = strrchr(column[4], '=');
    if (report) {
        row.report = report + strlen(" report ");
        snprintf(row.item, sizeof row.item, "%s", column[4]);
    } else {
        if (!days)
            fail_msg("%s: expected is ITEM=DAYS", row.id);
        snprintf(row.item, sizeof row.item, "%.*s", (int)(days - column[4]), column[4]);
        row.days = days + 1;
    }
    if (row.first_run) {
        check_first_run(&row);
        return;
    }
    struct fake *f = run(&row, row.today, row.fixture, NULL);
    expect_item(&row, f);
    check_near_miss(&row, f);
    fake_free(&f);
}

/* ---- coverage ---- */

static struct known {
    char id[8], tags[32], priority;
    bool covered;
} rows[ROWS];
static size_t nrows;

static size_t split(char *line, char *column[], size_t max)
{
    size_t n = 0;
    line[strcspn(line, "\r\n")] = '\0';
    for (char *p = line; p && n < max; n++) {
        column[n] = p;
        p = strchr(p, '\t');
        if (p)
            *p++ = '\0';
        if (p && n + 1 == max)
            return 0;
    }
    return n;
}

static void read_rows(void)
{
    FILE *file = open_test("inventory/", "rows", ".tsv");
    char line[LINE], *column[3];
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#')
            continue;
        assert_int_equal(split(line, column, 3), 3);
        assert_true(nrows < ROWS);
        struct known *row = &rows[nrows++];
        snprintf(row->id, sizeof row->id, "%s", column[0]);
        snprintf(row->tags, sizeof row->tags, "%s", column[1]);
        row->priority = column[2][0];
    }
    fclose(file);
}

static struct known *find_row(const char *id)
{
    for (size_t i = 0; i < nrows; i++) {
        if (strcmp(rows[i].id, id) == 0)
            return &rows[i];
    }
    fail_msg("%s is no row of the inventory", id);
    return NULL;
}

static bool tagged(const struct known *row, const char *tag)
{
    size_t len = strlen(tag);
    for (const char *p = row->tags; *p; p += strcspn(p, ",") + (p[strcspn(p, ",")] == ',')) {
        if (strncmp(p, tag, len) == 0 && strcspn(p, ",") == len)
            return true;
    }
    return false;
}

/* Rows of priority M and S with a tag (NULL: any), and how many of them have a line that holds.
 * Prints; returns how many are missing. */
static size_t coverage(const char *tag)
{
    size_t all = 0, covered = 0, must = 0, must_covered = 0;
    for (size_t i = 0; i < nrows; i++) {
        if ((tag && !tagged(&rows[i], tag)) || !strchr("MS", rows[i].priority))
            continue;
        all++;
        covered += rows[i].covered;
        must += rows[i].priority == 'M';
        must_covered += rows[i].priority == 'M' && rows[i].covered;
    }
    printf("inventory %s: %zu of %zu rows of priority M and S (M: %zu of %zu)\n", tag ? tag : "all",
           covered, all, must_covered, must);
    for (size_t i = 0; tag && i < nrows; i++) {
        if (tagged(&rows[i], tag) && strchr("MS", rows[i].priority) && !rows[i].covered)
            printf("  without a line: %s (%c)\n", rows[i].id, rows[i].priority);
    }
    return all - covered;
}

static void inventory(void **unused)
{
    FILE *file = open_test("", "inventory", ".tsv");
    char line[LINE];
    (void)unused;
    read_rows();
    while (fgets(line, sizeof line, file)) {
        char *column[COLUMNS];
        if (line[0] == '#')
            continue;
        if (split(line, column, COLUMNS) != COLUMNS)
            fail_msg("six columns: %s", line);
        struct known *row = find_row(column[0]);
        check_line(column);
        row->covered = true;
    }
    fclose(file);
    static const char *const tags[] = {"NW", "OF", "MKT"};
    coverage(NULL);
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
        size_t missing = coverage(tags[i]);
        if (strcmp(tags[i], "OF") != 0)
            assert_int_equal(missing, 0);
    }
    assert_int_equal(coverage("MS"), 0);
    assert_int_equal(coverage("CMP"), 0);
    assert_int_equal(coverage("CTR"), 0);
    assert_int_equal(coverage("SIG"), 0);
    assert_int_equal(coverage("LTR"), 0);
    assert_int_equal(coverage("DEC"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(inventory)};
    return cmocka_run_group_tests_name("inventory", tests, NULL, NULL);
}
