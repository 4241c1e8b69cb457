/* SPDX-License-Identifier: BSD-2-Clause */
/* The words of networking: each line of the shipped list is said, with all that it leaves open, and
 * without one of them nothing is planned. */
#define FAKE_PLUGIN pgyd_plugin_networking
#include "tests/unit/fake_fixture.h"

#include "plugins/networking/nudges/nudges.h"

#include <stdio.h>

#define MEDICINE "[training]\nspecialty = internal_medicine\nstart = 2024-07-01\n"
#define SINCE "kind = attending\nlast = 2026-11-02\n"

/* Nobody and nothing; people and places enough; a place alone, and one of each kind of contact. */
static const char *const persons[] = {
    MEDICINE,
    MEDICINE "[contact:a]\nname = A\ncenter = attending\nreference = yes\n" SINCE
             "[contact:b]\nname = B\ncenter = staff\nreference = yes\nasked_on = 2026-03-01\n" SINCE
             "[contact:c]\nname = C\ncenter = scheduling\n" SINCE
             "[contact:d]\nname = D\ncenter = referring\n" SINCE
             "[prospect:p]\nname = P\nstretch = yes\npath = warm\nvisit_on = 2027-03-01\n"
             "[prospect:q]\nname = Q\nstretch = yes\nrotated_there = yes\n"
             "[prospect:r]\nname = R\nstretch = yes\n"
             "[event:e]\nname = E\nstart = 2027-02-05\n"
             "[rotation:away]\nprospect = p\nstart = 2026-10-05\nend = 2026-10-30\n",
    MEDICINE "[prospect:p]\nname = P\nlast_activity = 2026-11-02\n[contact:a]\nname = A\n" SINCE
             "[contact:chief]\nname = C\nkind = chief\n"
             "[contact:director]\nname = D\nkind = director\n"
             "[contact:fellow]\nname = F\nkind = fellow\n"
             "[contact:grad]\nname = G\nkind = grad\n"
             "[contact:rep]\nname = R\nkind = rep\n"
             "[contact:admin]\nname = A\nkind = admin\n"
             "[contact:recruiter]\nname = R\nkind = recruiter\n"
             "[contact:left-job]\nname = L\nkind = left_job\n"
             "[contact:other]\nname = O\nkind = other\n",
};
enum { PERSONS = sizeof persons / sizeof persons[0] };

/* Started a whole month ago; six letters to strangers; a tenth of no hours for people. */
static struct fake *person(size_t i)
{
    struct fake *f = fresh("2026-11-22");
    fake_started(f, "2026-10-01");
    fake_ini(f, persons[i]);
    for (int n = 0; n < 6; n++)
        fake_log(f, "2026-11-10", "intel", "cold", NULL, NULL);
    fake_log(f, "2026-11-20", "hours", NULL, NULL, "clinical=90");
    return f;
}

/* The shipped list with a title for each line: its id. */
static const char *titled(struct fake *f, char out[20480])
{
    size_t used = 0;
    const char *line = NULL;
    for (size_t i = 0; i < f->nfiles; i++) {
        if (strcmp(f->files[i].name, "nudges.tsv") == 0)
            line = f->files[i].bytes;
    }
    assert_non_null(line);
    for (const char *end; *line; line = end) {
        size_t id = strcspn(line, "\t"), stakes = id + 1 + strcspn(line + id + 1, "\t"),
               title = stakes + 1 + strcspn(line + stakes + 1, "\t");
        end = line + strcspn(line, "\n") + 1;
        if (*line == '#')
            continue;
        int n = snprintf(out + used, 20480 - used, "%.*s\t%.*s%.*s", (int)stakes, line, (int)id,
                         line, (int)(end - line - (ptrdiff_t)title), line + title);
        assert_in_range(n, 1, 20479 - (int)used);
        used += (size_t)n;
    }
    return out;
}

static bool titles(const struct fake *f, const char *title, size_t len)
{
    for (size_t i = 0; i < f->nitems; i++) {
        const char *said = f->items[i].title;
        if (strlen(said) == len && memcmp(said, title, len) == 0)
            return true;
    }
    return false;
}

/* What the list and the code promise of every item: its own stakes, and nothing else that rings;
 * words for a person, within what a small screen shows. */
static void well_said(const struct pgyd_item *item)
{
    static const char *const inside[] = {"pgyctl", "[", "{", "\\", " = "};
    const char *const texts[] = {item->title, item->detail, item->next, item->why};
    size_t points = 0;
    if (!item->stakes || item->nsteps || item->severity)
        fail_msg("%s: stakes %u, steps %u, severity %u", item->slug, item->stakes, item->nsteps,
                 item->severity);
    if (item->kind == PGYD_HABIT && item->stakes != PGYD_USEFUL)
        fail_msg("%s: a habit that is not just useful", item->slug);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        for (size_t k = 0; texts[i] && k < sizeof inside / sizeof inside[0]; k++) {
            if (strstr(texts[i], inside[k]))
                fail_msg("%s: %s", item->slug, texts[i]);
        }
    }
    for (const char *at = item->detail; (at = strstr(at, "\n- ")); at += 3)
        points++;
    if (strlen(item->title) > 60 || strstr(item->title, ": ") || points > 5 ||
        (item->next && strlen(item->next) > 40))
        fail_msg("%s: %s: %s: %zu points", item->slug, item->title, item->next, points);
}

/* Every id that the code asks for is in the list, or the plan would fail; no line is left over, or
 * the check would say so; each line is asked for by one of the three; and no brace is left. */
static void every_line(void **state)
{
    struct fake *planned[PERSONS];
    char list[20480];
    size_t lines = 0;
    (void)state;
    for (size_t i = 0; i < PERSONS; i++) {
        planned[i] = person(i);
        fake_check(planned[i]);
        assert_int_equal(fake_problems(planned[i], PGYD_WARN, NULL, NULL, NULL, "nudges.tsv"), 0);
        fake_plan(planned[i]);
        for (size_t k = 0; k < planned[i]->nitems; k++)
            well_said(&planned[i]->items[k]);
        titled(planned[i], list);
        fake_file(planned[i], "lists", "nudges.tsv", list);
        fake_plan(planned[i]);
    }
    for (const char *line = list; *line; line += strcspn(line, "\n") + 1, lines++) {
        bool said = false;
        for (size_t i = 0; i < PERSONS; i++)
            said |= titles(planned[i], line, strcspn(line, "\t"));
        if (!said)
            fail_msg("nobody asks for %.*s", (int)strcspn(line, "\t"), line);
    }
    assert_int_equal(lines, NUDGES);
    for (size_t i = 0; i < PERSONS; i++)
        fake_free(&planned[i]);
}

/* With another line for cold-outreach, which is the last one, or with none. */
static void spoil(struct fake *f, const char *line)
{
    char list[20480];
    titled(f, list);
    char *last = strstr(list, "\ncold-outreach\t");
    assert_non_null(last);
    snprintf(last + 1, sizeof list - (size_t)(last + 1 - list), "%s", line);
    fake_file(f, "lists", "nudges.tsv", list);
}

/* What cannot be said is a reason for a person: it names the list and the line, and nothing is
 * planned. */
static void spoiled(void **state)
{
    static const char *const lines[] = {
        "",
        "cold-outreach\tuseful\tT\t-\t-\tD\ts\n",
        "cold-outreach\tuseful\tT\t-\t-\tD\ts\t-\tmore\n",
        "cold-outreach\tuseful\t\t-\t-\tD\ts\t-\n",
        "cold-outreach\tuseful\tT\t-\t-\t \ts\t-\n",
        "cold-outreach\tuseful\tT\t-\t-\tD\xff\ts\t-\n",
        "cold-outreach\tuseful\tT {name}\t-\t-\tD\ts\t-\n",
        "cold-outreach\tuseful\tT\t-\t-\tD {name\ts\t-\n",
        "cold-outreach\tuseful\tT\t-\t-\tD\t\t-\n",
        "cold-outreach\tuseful\tT\t-\t-\tD\ts\t\n",
        "cold-outreach\tuseful\tT\t-\t-\tD\ts\tS1-01 S1-02\n",
        "cold-outreach\tuseful\tT\t-\t-\tD\ts\tS1-01,S1-02,S1-03,S1-04,S1-05\n",
        "cold-outreach2\tuseful\tT\t-\t-\tD\ts\t-\n",
        "cold-outreach\t-\tT\t-\t-\tD\ts\t-\n",
        "cold-outreach\tfatal\tT\t-\t-\tD\ts\t-\n",
        "cold-outreach\t\tT\t-\t-\tD\ts\t-\n",
        "cold-outreach\tuseful\tT\t\t-\tD\ts\t-\n",
        "cold-outreach\tuseful\tT\t-\t\tD\ts\t-\n",
        "cold-outreach\tuseful\tT\tN {name}\t-\tD\ts\t-\n",
        "cold-outreach\tuseful\tT\t-\tW {name}\tD\ts\t-\n",
        "cold-outreach\tuseful\tT\\nT\t-\t-\tD\ts\t-\n",
        "cold-outreach\tuseful\tT\t-\tW\\nW\tD\ts\t-\n",
    };
    static const char said[] = "lists/nudges.tsv has no line for 'cold-outreach' that can be used";
    struct fake *f = *state;
    fake_ini(f, MEDICINE);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        fake_forget_files(f);
        fake_list(f, "nudges.tsv");
        spoil(f, lines[i]);
        f->nitems = 0;
        f->error = NULL;
        if (f->plugin->plan(&f->host) == 0 || f->nitems || !f->error || !strstr(f->error, said))
            fail_msg("line %zu: %s", i, f->error ? f->error : "is taken");
        fake_check(f);
        assert_int_equal(fake_problems(f, PGYD_CRITICAL, "networking", "", NULL, said), 1);
    }
    fake_forget_files(f);
    assert_int_not_equal(f->plugin->plan(&f->host), 0);
    assert_non_null(strstr(f->error, "lists/nudges.tsv is not installed"));
    fake_check(f);
    assert_int_equal(
        fake_problems(f, PGYD_CRITICAL, "networking", "", NULL, "nudges.tsv is not installed"), 1);
}

/* A line of one's own words is said; one that nobody asks for, and a second one, are left out, and
 * the check says so. */
static void own_words(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MEDICINE "[prospect:p]\nname = {month}\\n\n");
    spoil(f, "cold-outreach\tcostly\tMine\tWrite\tIt helps.\tOne.\\nTwo \\ "
             "three}.\tmine\tS2-24,S1-01\n"
             "cold-outreach\tcostly\tAgain\t-\t-\tD\ts\t-\n"
             "mine\tuseful\tT\t-\t-\tD\ts\t-\n");
    for (int n = 0; n < 6; n++)
        fake_log(f, "2026-11-10", "intel", "cold", NULL, NULL);
    fake_plan(f);
    const struct pgyd_item *item = fake_item(f, "cold-outreach@2026-11");
    assert_string_equal(item->title, "Mine");
    assert_string_equal(item->detail, "One.\nIt helps.\nTwo \\ three}.");
    assert_string_equal(item->next, "Write");
    assert_string_equal(item->why, "It helps.");
    assert_int_equal(item->stakes, PGYD_COSTLY);
    assert_string_equal(item->source, "mine");
    assert_true(item->nrefs == 2 && fake_has_ref(item, "S2-24") && fake_has_ref(item, "S1-01"));
    fake_check(f);
    assert_int_equal(
        fake_problems(f, PGYD_WARN, "networking", "", NULL, "2 lines of lists/nudges.tsv"), 1);
    /* What stands in a name is not looked at. */
    fake_forget_files(f);
    fake_list(f, "nudges.tsv");
    fake_list(f, "specialties.tsv");
    fake_plan(f);
    assert_string_equal(fake_item(f, "prospect-p-known")->title, "Find a way in at {month}\\n");
}

/* A place with a long name: what would be longer than the host takes is left out, the rest stands.
 */
static void long_names(void **state)
{
    struct fake *f = *state;
    fake_ini(f, MEDICINE "[prospect:p]\nname = St. Somewhere of the Lakes\n");
    char list[20480];
    titled(f, list);
    char *line = strstr(list, "\nprospect-known\t");
    assert_non_null(line);
    memcpy(line + 1, "#", 1);
    size_t used = strlen(list);
    snprintf(list + used, sizeof list - used,
             "prospect-known\tuseful\tT\tAsk at {place} who knows\t-\tD\ts\t-\n");
    fake_file(f, "lists", "nudges.tsv", list);
    fake_plan(f);
    assert_null(fake_item(f, "prospect-p-known")->next); /* 17 + 26 = 43 */
    fake_ini(f, "[prospect:p]\nname = St. Somewhere, Lakes\n");
    fake_plan(f);
    assert_string_equal(fake_item(f, "prospect-p-known")->next,
                        "Ask at St. Somewhere, Lakes who knows");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line),
        CASE(spoiled),
        CASE(own_words),
        CASE(long_names),
    };
    return cmocka_run_group_tests_name("nudgelist", tests, NULL, NULL);
}
