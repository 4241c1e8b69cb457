/* SPDX-License-Identifier: BSD-2-Clause */
/* The words of rules: every line of the list there is reaches a person and none is missing, a
 * damaged one is a reason, and {words} are filled in. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include "plugins/milestones/notes/notes.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST = 256 };

static const char *shipped(const struct fake *f)
{
    for (size_t i = 0; i < f->nfiles; i++) {
        if (strcmp(f->files[i].name, NOTES_LIST) == 0)
            return f->files[i].bytes;
    }
    fail_msg("there is no " NOTES_LIST);
    return NULL;
}

/* ---- every cell reaches a person ---- */

/* The list with a mark behind each text: "Decide on your niche~7~". A ref is the mark alone, and
 * what to do next, which may not be longer. Stakes have none. */
struct marked {
    char list[65536];
    uint32_t n;
    bool seen[MOST];
};

static void mark_cell(struct marked *m, size_t *used, int column, const char *cell, size_t len)
{
    bool bare = column == 0 || column == 6 || (len == 1 && *cell == '-');
    char mark[16] = "";
    if (!bare) {
        assert_true(m->n < MOST);
        snprintf(mark, sizeof mark, "~%u~", m->n++);
    }
    *used +=
        (size_t)snprintf(m->list + *used, sizeof m->list - *used, "%s%.*s%s", column ? "\t" : "",
                         (column == 5 || column == 7) && !bare ? 0 : (int)len, cell, mark);
    assert_true(*used < sizeof m->list);
}

static void mark(struct marked *m, const char *list)
{
    size_t used = 0;
    *m = (struct marked){.n = 0};
    for (const char *line = list; *line;) {
        const char *end = line + strcspn(line, "\n"), *cell = line;
        for (int column = 0; *line != '#' && cell <= end; column++) {
            size_t len = strcspn(cell, "\t\n");
            mark_cell(m, &used, column, cell, len);
            cell += len + 1;
        }
        used += (size_t)snprintf(m->list + used, sizeof m->list - used, "\n");
        line = end + (*end == '\n');
    }
}

/* A text in front of a person: its marks are seen, and no {word} is left in it. */
static void see(struct marked *m, const char *text)
{
    if (!text)
        return;
    if (strchr(text, '{'))
        fail_msg("not filled in: %s", text);
    for (const char *at = text; (at = strchr(at, '~')); at++) {
        char *end;
        unsigned long n = strtoul(at + 1, &end, 10);
        if (end > at + 1 && *end == '~' && n < m->n)
            m->seen[n] = true;
    }
}

static void see_plan(struct marked *m, struct fake *f, const char *today, const char *started)
{
    f->host.today = fake_day(today);
    fake_started(f, started);
    fake_plan(f);
    for (size_t i = 0; i < f->nitems; i++) {
        const struct pgyd_item *item = &f->items[i];
        see(m, item->title);
        see(m, item->detail);
        see(m, item->source);
        see(m, item->next);
        see(m, item->why);
        for (uint32_t k = 0; k < item->nrefs; k++)
            see(m, item->refs[k]);
    }
}

static void see_report(struct marked *m, struct fake *f, const char *name, const char *id)
{
    fake_forget_args(f);
    if (id)
        fake_arg(f, "id", id);
    fake_report(f, name);
    for (size_t i = 0; i < f->nparts; i++)
        see(m, f->parts[i].text);
}

static struct fake *life(const struct marked *m, const char *training)
{
    struct fake *f = fresh("2026-11-22");
    fake_file(f, "lists", NOTES_LIST, m->list);
    fake_ini(f, training);
    return f;
}

/* Two lanes, one of which says what it is known for; a field of which something is said of
 * fellowships, and one of which nothing is; lanes without a year. */
static void see_training(struct marked *m)
{
    struct fake *f = life(m, "[training]\nspecialty = orthopaedic_surgery\nstart = 2022-07-01\n");
    see_plan(m, f, "2026-11-22", "2022-07-01");
    see_report(m, f, "market", NULL);
    fake_free(&f);
    f = life(m, "[training]\nspecialty = pediatrics\nstart = 2024-07-01\n");
    see_plan(m, f, "2026-11-22", "2024-07-01");
    see_report(m, f, "why", "fellowship-question");
    fake_free(&f);
    f = life(m, "[training]\nspecialty = anesthesiology\nstart = 2023-07-01\n");
    see_plan(m, f, "2026-11-22", "2023-07-01");
    fake_free(&f);
}

static void see_offers(struct marked *m)
{
    static const char *const ids[] = {"phase-compare", "phase-contract", "post-sign",
                                      "post-sign-papers"};
    struct fake *f = life(m, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n");
    fake_log(f, "2026-11-02", "offer", "mercy", "received", NULL);
    fake_log(f, "2026-11-09", "offer", "mercy", "contract-received", NULL);
    fake_log(f, "2026-11-16", "offer", "mercy", "accepted", NULL);
    see_plan(m, f, "2026-11-22", "2024-07-01");
    for (size_t i = 0; i < PGC_COUNT(ids); i++)
        see_report(m, f, "why", ids[i]);
    fake_free(&f);
}

/* 2026-12-08 is the safe day of the waiver's first step; the chain is at risk from 2026-12-09 and
 * too late from 2027-03-05 (test_chain.c); begun on 2027-03-05 it is still too late. */
static void see_chains(struct marked *m)
{
    struct fake *f = life(m, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n"
                             "[visa]\ntype = j1\n");
    fake_packs(f, "immigration.ini");
    see_plan(m, f, "2026-12-08", "2026-11-22");
    see_report(m, f, "why", "waiver-state");
    see_plan(m, f, "2026-12-09", "2026-11-22");
    see_plan(m, f, "2027-03-05", "2026-11-22");
    see_report(m, f, "why", "waiver-state");
    see_report(m, f, "why", "waiver-too-late");
    fake_log(f, "2027-03-05", "done", "milestones/waiver-state", NULL, NULL);
    see_plan(m, f, "2027-03-20", "2026-11-22");
    /* a license, of no state and of one without a published time */
    fake_packs(f, "license.ini");
    see_plan(m, f, "2026-12-08", "2026-11-22");
    fake_ini(f, "[goal]\nstate = AL\n");
    see_plan(m, f, "2026-12-08", "2026-11-22");
    fake_free(&f);
}

/* 21 packs past their day and more, one without the day it was checked on; a list. */
static void see_refresh(struct marked *m)
{
    struct fake *f = life(m, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n");
    fake_file(f, "packs", "a-undated.ini", "[pack]\nsource = s\nvalid_until = 2027-05-31\n");
    fake_file(f, "lists", "old.tsv", "# checked_on 2026-09-01; valid_until 2027-05-31\n");
    see_plan(m, f, "2026-12-01", "2026-11-22");
    see_report(m, f, "why", "refresh-packs@2027");
    for (int i = 0; i < 21; i++)
        fake_file(f, "packs", pgy_arena_printf(f->arena, "b%02d.ini", i),
                  "[pack]\nsource = s\nchecked_on = 2026-01-01\nvalid_until = 2027-05-31\n");
    see_plan(m, f, "2026-12-01", "2026-11-22");
    fake_free(&f);
}

/* A milestone of one's own; facts that are a pattern or nothing certain, with the day somebody
 * looked at them and without. */
static void see_sources(struct marked *m)
{
    struct fake *f = life(m, "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n"
                             "[milestone:lease]\ntitle = L\nwhen = 2027-06-15\n");
    static const char facts[] = "[milestone:%s-pattern]\ntitle = P\nwhen = 2027-01-01\n"
                                "confidence = pattern\n[milestone:%s-unknown]\ntitle = U\n"
                                "when = 2027-01-01\nconfidence = unknown\n";
    fake_file(f, "packs", "dated.ini",
              pgy_arena_printf(f->arena,
                               "[pack]\nsource = s\nchecked_on = 2026-11-01\n"
                               "valid_until = 2029-12-31\n%s",
                               pgy_arena_printf(f->arena, facts, "dated", "dated")));
    fake_file(f, "packs", "undated.ini",
              pgy_arena_printf(f->arena, "[pack]\nsource = s\nvalid_until = 2029-12-31\n%s",
                               pgy_arena_printf(f->arena, facts, "undated", "undated")));
    see_plan(m, f, "2026-12-01", "2026-11-22");
    assert_non_null(fake_item(f, "undated-unknown"));
    fake_free(&f);
}

static void reach_a_person(void **state)
{
    static struct marked m;
    mark(&m, shipped(*state));
    assert_true(m.n > 80); /* 30 notes, many of several cells */
    see_training(&m);
    see_offers(&m);
    see_chains(&m);
    see_refresh(&m);
    see_sources(&m);
    for (uint32_t i = 0; i < m.n; i++) {
        char what[16];
        snprintf(what, sizeof what, "~%u~", i);
        const char *at = strstr(m.list, what);
        if (!m.seen[i])
            fail_msg("nobody is ever told the text before %s: %.60s", what,
                     at > m.list + 60 ? at - 60 : m.list);
    }
}

/* ---- what is missing, and what is damaged ---- */

/* The list without the lines that begin with a text, or with another line in their place. */
static const char *instead(const struct fake *f, const char *start, const char *other)
{
    const char *out = "";
    for (const char *line = shipped(f); *line;) {
        size_t len = strcspn(line, "\n") + 1;
        if (strncmp(line, start, strlen(start)) != 0)
            out = pgy_arena_printf(f->arena, "%s%.*s", out, (int)len, line);
        else if (other)
            out = pgy_arena_printf(f->arena, "%s%s", out, other);
        if (strncmp(line, start, strlen(start)) == 0)
            other = NULL; /* in place of all of them */
        line += len;
    }
    return out;
}

/* Neither plan nor report comes of it, and plan and check say why. */
static void assert_refused(struct fake *f, const char *list, const char *why)
{
    if (list)
        fake_file(f, "lists", NOTES_LIST, list);
    f->nitems = 0;
    f->error = NULL;
    assert_int_equal(f->plugin->plan(&f->host), -1);
    assert_int_equal(f->nitems, 0);
    if (!f->error || !strstr(f->error, why))
        fail_msg("plan says: %s, expected: %s", f->error ? f->error : "nothing", why);
    assert_non_null(strstr(f->error, "lists/" NOTES_LIST));
    assert_non_null(strstr(f->error, "nothing is planned without it"));
    assert_false(fake_try_report(f, "timeline"));
    fake_check(f);
    assert_int_equal(fake_problems(f, PGYD_CRITICAL, "training", "", NULL, why), 1);
}

static const char medicine[] = "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n";

/* Each line that is asked for is missed by its id, on the first day as on any. */
static void missing(void **state)
{
    struct fake *f = *state;
    fake_ini(f, medicine);
    const char *list = shipped(f);
    uint32_t ids = 0;
    for (const char *line = list; *line; line += strcspn(line, "\n") + 1) {
        char id[80], start[81], why[160];
        snprintf(id, sizeof id, "%.*s", (int)strcspn(line, "\t\n"), line);
        snprintf(start, sizeof start, "%s\t", id);
        if (*line == '#')
            continue;
        fake_file(f, "lists", NOTES_LIST, list);
        snprintf(why, sizeof why, "lists/notes.tsv has no line %s that can be used", id);
        assert_refused(f, instead(f, start, NULL), why);
        ids++;
    }
    assert_true(ids >= NOTES);
    fake_forget_files(f);
    fake_packs(f, "monthly.ini");
    fake_packs(f, "phases.ini");
    fake_ini(f, "[training]\nlength = 3y\n");
    assert_refused(f, NULL, "lists/notes.tsv is not installed");
    assert_refused(f, "", "has no line lane-decided");
}

#define LONG "0123456789012345678901234567890123456789012345678901234567890123456789"

static void damaged(void **state)
{
    static const struct {
        const char *line, *why;
    } cases[] = {
        {"no-lane\t-\td\ts\t-\tS2-04\tcontext\t-\t-\n", "it lacks its title"},
        {"no-lane\tt\t-\ts\t-\tS2-04\tcontext\t-\t-\n", "it lacks its detail"},
        {"no-lane\tt\td\ts\t-\t-\tcontext\t-\t-\n", "it lacks its refs"},
        {"no-lane\t\td\ts\t-\tS2-04\tcontext\t-\t-\n",
         "its title is not one line of up to 200 bytes"},
        {"no-lane\t  \td\ts\t-\tS2-04\tcontext\t-\t-\n", "its title is not one line"},
        {"no-lane\t" LONG LONG LONG "\td\ts\t-\tS2-04\tcontext\t-\t-\n",
         "its title is not one line"},
        {"no-lane\tt\td\xff\ts\t-\tS2-04\tcontext\t-\t-\n",
         "its detail is not one line of up to 255 bytes"},
        {"no-lane\tt\td\ts\x01\t-\tS2-04\tcontext\t-\t-\n", "its source is not one line"},
        {"no-lane\tt\td\ts\t-\tS2-04,,S2-05\tcontext\t-\t-\n", "its refs are up to 16 IDs"},
        {"no-lane\tt\td\ts\t-\t" LONG "\tcontext\t-\t-\n", "its refs are up to 16 IDs"},
        {"no-lane\tt\td\ts\t-\tS2-04\t-\t-\t-\n", "it lacks its stakes"},
        {"no-lane\tt\td\ts\t-\tS2-04\thuge\t-\t-\n",
         "its stakes are one of context|useful|costly|fatal"},
        {"no-lane\tt\td\ts\t-\tS2-04\tfatal\t" LONG "\t-\n",
         "its next is not one line of up to 40 bytes"},
        {"no-lane\tt\td\ts\t-\tS2-04\tfatal\t-\t" LONG LONG LONG "\n",
         "its why is not one line of up to 200 bytes"},
        {"no-lane\tt\td\ts\t-\tS2-04\tfatal\tn {x}\t-\n", "{x} in its next is not filled in"},
        {"no-lane\tt\td {lanes}\ts\t-\tS2-04\tcontext\t-\t-\n",
         "{lanes} in its detail is not filled in"},
        {"no-lane\tt\td {\ts\t-\tS2-04\tcontext\t-\t-\n", "in its detail is not filled in"},
        {"no-lane\tt\td\t{lanes}\t-\tS2-04\tcontext\t-\t-\n",
         "{lanes} in its source is not filled in"},
        {"no-lane\tt\td\ts\t-\tS2-04\tcontext\t-\t-\nno-lane\tt\td\ts\t-\tS2-04\tcontext\t-\t-\n",
         "no-lane: it stands twice"},
        {"no-lane\tt\td\ts\t-\tS2-04\tcontext\t-\t-\nlate\t-\td\t-\t-\t-\t-\t-\t-\nno-lane\t-\td\t-"
         "\t-\t-\t-\t-\t-\n",
         "no-lane: it stands twice"},
        {"no-lane\tt\td\ts\t-\tS2-04\tcontext\t-\t-\nno-lane\t-\t{x}\t-\t-\t-\t-\t-\t-\n",
         "{x} in its detail"},
        {"no-lane\tt\td\ts\tS2-04\n", "has no line no-lane"},
        {"no-lane\tt\td\ts\t-\tS2-04\tcontext\t-\t-\nno-lane\t-\td\n",
         "1 line of lists/notes.tsv cannot be used"},
        {"no-lane\tt\td\ts\t-\tS2-04\tcontext\t-\t-\t-\n", "has no line no-lane"},
    };
    struct fake *f = *state;
    fake_ini(f, medicine);
    const char *list = shipped(f);
    for (size_t i = 0; i < PGC_COUNT(cases); i++) {
        fake_file(f, "lists", NOTES_LIST, list);
        assert_refused(f, instead(f, "no-lane\t", cases[i].line), cases[i].why);
    }
    /* The line is named: of the list, 3 lines of which are ours. */
    fake_file(f, "lists", NOTES_LIST, list);
    assert_refused(f, "# a\n# b\nno-lane\t-\td\ts\t-\tS2-04\tcontext\t-\t-\n",
                   "lists/notes.tsv, line 3, no-lane:");
    /* One that pgyd does not know is a newer one's. */
    fake_file(f, "lists", NOTES_LIST, list);
    fake_file(f, "lists", NOTES_LIST,
              pgy_arena_printf(f->arena, "new-one\tt\td {x}\ts\t-\tS2-04\t-\t-\t-\n%s", list));
    fake_plan(f);
}

/* A detail has 4,000 bytes: 15 lines of 255 and their ends are 3,839, a further one is too much. */
static void too_long(void **state)
{
    struct fake *f = *state;
    char line[300];
    fake_ini(f, medicine);
    const char *list = shipped(f), *mine = "no-lane\tt\td\ts\t-\tS2-04\tcontext\t-\t-\n";
    snprintf(line, sizeof line, "no-lane\t-\t%0255d\t-\t-\t-\t-\t-\t-\n", 1);
    for (int i = 0; i < 15; i++)
        mine = pgy_arena_printf(f->arena, "%s%s", mine, line);
    fake_file(f, "lists", NOTES_LIST, instead(f, "no-lane\t", mine));
    fake_plan(f);
    fake_file(f, "lists", NOTES_LIST, list);
    mine = pgy_arena_printf(f->arena, "%s%s", mine, line);
    assert_refused(f, instead(f, "no-lane\t", mine), "its detail is longer than 4000 bytes");
}

/* Cut anywhere it is refused or whole, and nothing reads beyond it. */
static void cut(void **state)
{
    static struct notes notes;
    struct fake *f = *state;
    const char *list = pgy_arena_strdup(f->arena, shipped(f));
    size_t len = strlen(list), whole = 0;
    for (size_t n = 0; n <= len; n += 3) {
        char wrong[NOTES_WRONG];
        fake_file(f, "lists", NOTES_LIST, pgy_arena_strndup(f->arena, list, n));
        bool good = notes_load(&notes, &f->host, wrong);
        assert_int_equal(good, wrong[0] == '\0');
        whole += good;
    }
    assert_true(whole < 100); /* only within its last line */
}

/* ---- words ---- */

static void fills(void **state)
{
    static const struct {
        const char *text, *before, *after;
    } cases[] = {
        {"plain", "", "plain"},
        {"{a}", "", "one"},
        {"{a}{a} and {two}.", "", "oneone and {a}."},
        {"{none}", "", ""},
        {"x\n{none} is left out\ny", "", "x\ny"},
        {"{none}\nx", "before", "before\nx"},
        {"{list}", "before", "before\n- p\n- q"},
        {"x {other} {a", "", "x {other} {a"},
    };
    (void)state;
    for (size_t i = 0; i < PGC_COUNT(cases); i++) {
        char out[64];
        snprintf(out, sizeof out, "%s", cases[i].before);
        notes_add(out, sizeof out, cases[i].text,
                  NOTE_WORDS({"a", "one"}, {"two", "{a}"}, {"none", ""}, {"list", "- p\n- q"}));
        assert_string_equal(out, cases[i].after);
    }
    char small[8] = "gone";
    assert_string_equal(notes_fill(small, sizeof small, "{a} and {a}", NOTE_WORDS({"a", "one"})),
                        "one and");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(reach_a_person), CASE(missing), CASE(damaged),
        CASE(too_long),       CASE(cut),     cmocka_unit_test(fills),
    };
    return cmocka_run_group_tests_name("notes", tests, NULL, NULL);
}
