/* SPDX-License-Identifier: BSD-2-Clause */
/* What a letter may speak of (S0-31): written offers that stand, their figures, and those of
 * [market] and [walkaway]. */
#include "plugins/offers/honesty/lint_fixture.h"

#include <dirent.h>

#define PERSON "[person]\nname = Kim Example\n"

/* One written offer stands; the others are not to be spoken of. */
#define ONE                                                                                        \
    PERSON                                                                                         \
    "[offer:mercy]\nemployer = Mercy General\nwritten = yes\nbase = 325400\nsign_on = "            \
    "15000\nwrvu_rate = 52.5\npto_days = 25\nprospect = mercy\n"                                   \
    "[offer:said]\nemployer = Said Clinic\nwritten = no\nbase = 400000\n"                          \
    "[offer:gone]\nemployer = Gone Group\nwritten = yes\nstatus = declined\nbase = 410000\n"       \
    "[offer:late]\nemployer = Late Partners\nwritten = yes\nstatus = expired\n"                    \
    "[prospect:mercy]\nname = Mercy of the Hill\n[prospect:lake]\nname = Lake "                    \
    "Hospital\n[prospect:x]\nname = Lu\n"                                                          \
    "[market]\nbenchmark_p50 = 350000\n[walkaway]\nbase_min = 260000\n"
#define TWO                                                                                        \
    ONE "[offer:valley]\nemployer = Valley Clinic\nwritten = yes\nstatus = paused\nbase = "        \
        "340000\n"
#define THREE TWO "[offer:county]\nemployer = County\nwritten = yes\n"
#define FOUR THREE "[offer:delta]\nemployer = Delta Group\nwritten = yes\n"

static int phantom_setup(void **state)
{
    static struct lint l;
    lint_open(&l);
    *state = &l;
    return 0;
}

static int phantom_teardown(void **state)
{
    struct lint *l = *state;
    printf("%zu verdicts of lint and of the letter check agree\n", l->agreed);
    lint_close(l);
    return 0;
}

/* What was written down so far, "valley declined"; the tests set it. */
static const char *written_down, *written_kind = "offer";

/* Phantoms alone are kept. */
static void scan(struct lint *l, const char *ini, const char *text)
{
    char subject[32] = "";
    size_t n = 0;
    lint_close(l);
    lint_open(l);
    fake_ini(l->f, ini);
    if (written_down) {
        snprintf(subject, sizeof subject, "%.*s", (int)strcspn(written_down, " "), written_down);
        fake_log(l->f, "2026-11-20", written_kind, subject, strchr(written_down, ' ') + 1, NULL);
    }
    lint_scan(l, text);
    for (size_t i = 0; i < l->n; i++) {
        if (strcmp(l->list[i].set, "phantom") == 0)
            l->list[n++] = l->list[i];
    }
    l->n = n;
}

/* found NULL: nothing is said. */
static void expect(struct lint *l, const char *ini, const char *text, const char *found,
                   const char *level)
{
    scan(l, ini, text);
    if (l->n != (found ? 1 : 0))
        fail_msg("%zu findings, first \"%s\", in: %s", l->n, l->n ? l->list[0].found : "", text);
    if (!found)
        return;
    assert_string_equal(l->list[0].found, found);
    assert_string_equal(l->list[0].ref, "S0-31");
    if (strcmp(l->list[0].level, level) != 0)
        fail_msg("%s: %s", l->list[0].level, text);
}

static void error(struct lint *l, const char *ini, const char *text, const char *found)
{
    expect(l, ini, text, found, "error");
}

static void fine(struct lint *l, const char *ini, const char *text)
{
    expect(l, ini, text, NULL, "note");
}

static void offers(void **state)
{
    struct lint *l = *state;
    error(l, ONE, "I hold another offer in the region.", "another offer");
    fine(l, TWO, "I hold another offer in the region.");
    error(l, ONE, "There is an other written offer.", "other written offer");
    error(l, ONE, "A competing offer\nis on my desk.", "competing offer");
    error(l, ONE, "A second offer came.", "second offer");
    error(l, ONE, "I have two offers.", "two offers");
    fine(l, TWO, "I have two offers.");
    error(l, TWO, "I have several offers.", "several offers");
    error(l, TWO, "I have three written offers.", "three written offers");
    fine(l, THREE, "I have three written offers.");
    error(l, PERSON, "I hold another offer.", "another offer");
    error(l, ONE, "In writing, another employer offers me more.", "another employer offers");
    fine(l, TWO, "In writing, another employer offers me more.");
    fine(l, ONE, "I have no other offer.");
    fine(l, ONE, "Thank you for the offer.");
    fine(l, ONE, "It is another matter.");
}

/* What became of an offer may stand in the journal alone; an entry of another offer or of another
 * kind counts for nothing. */
static void written_off(void **state)
{
    static const char text[] = "I hold another offer with a base of $340,000.";
    struct lint *l = *state;
    written_down = "valley declined";
    scan(l, TWO, text);
    assert_int_equal(l->errors, 2);
    written_down = "valley expired";
    error(l, TWO, "I hold another offer.", "another offer");
    written_down = "valley asked";
    fine(l, TWO, text);
    written_down = "said declined";
    fine(l, TWO, text);
    written_down = "valley declined";
    written_kind = "prospect";
    fine(l, TWO, text);
    written_kind = "offer";
    written_down = NULL;
}

static void figures(void **state)
{
    static const char *const known[] = {
        "The base of $325,400 is fair.",
        "The base of $ 325400 is fair.",
        "A base of $325.4k.",
        "A base of 325k.",
        "A base of $325 thousand.",
        "USD 325,400 is fair.",
        "It says 325,400 dollars.",
        "$52.50 a work unit.",
        "The median is $350,000.",
        "Below $260,000 I cannot sign.",
        "A base of $0.3254M.",
    };
    static const struct {
        const char *text, *found;
    } unknown[] = {
        {"They pay $325,401.", "$325,401"},
        {"They pay $ 326k.", "$ 326k"},
        {"They pay 324k a year.", "324k"},
        {"They pay $52.51 a unit.", "$52.51"},
        {"They pay USD 500,000.", "USD 500,000"},
        {"They pay 500,000 dollars.", "500,000"},
        {"They pay $0.5M.", "$0.5M"},
        {"They pay $5 million.", "$5 million"},
        {"They pay 500 thousand.", "500 thousand"},
        {"The sign-on is $16k.", "$16k"},
        {"They said $400,000.", "$400,000"},
        {"They said $410,000.", "$410,000"},
    };
    static const char *const none[] = {"I did 10k RVUs.", "I read 5k studies.",
                                       "Call 555 1000.",  "In 2027 I finish.",
                                       "Room 325k7.",     "25 days, 400,000 people."};
    struct lint *l = *state;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        fine(l, ONE, known[i]);
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
        error(l, ONE, unknown[i].text, unknown[i].found);
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        fine(l, ONE, none[i]);
    error(l, TWO, "The base is $325,400 here, and $340,000 there, and $345,000 elsewhere.",
          "$345,000");
}

/* Both ends of a range are figures in the same unit. */
static void ranges(void **state)
{
    struct lint *l = *state;
    fine(l, TWO, "Bases from $325-340k are what I see.");
    fine(l, TWO, "Bases from $325 to 340k are what I see.");
    scan(l, TWO,
         "Bases of $500\xe2\x80\x93"
         "520k.");
    assert_int_equal(l->errors, 2);
    assert_string_equal(l->list[0].found, "$500");
    assert_string_equal(l->list[1].found, "520k");
}

/* What somebody asks for, or what a plan gains, is no fact about an offer. */
static void asks(void **state)
{
    struct lint *l = *state;
    expect(l, ONE, "Is there room to bring the base closer to $335,000?", "$335,000", "note");
    expect(l, ONE, "I ask for a sign-on of $20,000.", "$20,000", "note");
    expect(l, ONE, "Could you move the base up to $335,000?", "$335,000", "note");
    expect(l, ONE, "Could the base come closer to $315,000?", "$315,000", "note");
    expect(l, ONE, "A base of $315,000 would settle that point for me.", "$315,000", "note");
    error(l, ONE, "A base of $315,000 is what they pay.", "$315,000");
    error(l, TWO, "I hold another offer, and it comes closer to $315,000.", "$315,000");
    expect(l, ONE, "The plan saves $250,000 a year.", "$250,000", "note");
    error(l, TWO, "Another offer is closer to $450,000.", "$450,000");
    error(l, ONE, "Their base saves me $250,000.", "$250,000");
    error(l, ONE, "They pay $450,000, could you match it?", "$450,000");
}

static void employers(void **state)
{
    struct lint *l = *state;
    error(l, ONE, "The offer of Said Clinic is higher.", "Said Clinic");
    error(l, ONE, "The GONE GROUP contract has no covenant.", "GONE GROUP");
    error(l, ONE, "Late Partners has a higher base.", "Late Partners");
    error(l, ONE, "Lake Hospital offered me a place.", "Lake Hospital");
    error(l, ONE, "Not Lake Hospitals, but Lake Hospital offered me a place.", "Lake Hospital");
    fine(l, ONE, "The offer of Mercy General is higher.");
    fine(l, ONE, "The offer of Mercy of the Hill is higher.");
    fine(l, ONE, "I visited Lake Hospital. The offer is fair.");
    fine(l, ONE, "The offer from the Lake Hospitalists is fair.");
    fine(l, ONE, "I declined the offer of Gone Group.");
    fine(l, ONE, "Lu has an offer.");
    fine(l, ONE "[offer:again]\nemployer = Gone Group\nwritten = yes\n",
         "The Gone Group contract has no covenant.");
}

/* What passed once, each with its honest twin: the same words where the offers are there, or words
 * that say less. Held in writing: ONE 1, TWO 2, THREE 3, FOUR 4; the text goes to one of them. */
static void passed_once(void **state)
{
    struct lint *l = *state;
    error(l, ONE, "I have offers in hand.", "offers in hand");
    fine(l, TWO, "I have offers in hand.");
    fine(l, ONE, "I have no offers in hand.");
    error(l, TWO, "I have three other offers.", "three other offers");
    error(l, THREE, "I have three other offers.", "three other offers");
    fine(l, FOUR, "I have three other offers.");
    fine(l, THREE, "I have two other offers.");
    error(l, TWO, "I have two other offers.", "two other offers");
    error(l, ONE, "There is an offer elsewhere.", "offer elsewhere");
    fine(l, TWO, "There is an offer elsewhere.");
    fine(l, ONE, "There is an opera elsewhere.");
    error(l, ONE, "It is a counteroffer from a group nearby.", "counteroffer");
    fine(l, TWO, "It is a counteroffer from a group nearby.");
    fine(l, ONE, "Thank you for your counteroffer.");
    error(l, TWO, "I hold another offer for 400000.", "400000");
    fine(l, TWO, "I hold another offer for 340000.");
    fine(l, TWO, "I hold another offer for 2027.");
    error(l, ONE, "Lake offers more.", "Lake");
    error(l, PERSON "[prospect:mercy]\nname = Mercy General\n", "Mercy offers more.", "Mercy");
    fine(l, ONE, "Mercy offers more.");
    fine(l, ONE, "Lake looks for more.");
    error(l, ONE, "I have a written offer from a clinic.", "written offer from");
    fine(l, ONE, "I have an offer from Mercy General.");
    fine(l, ONE, "I read the written offer from your group.");
    error(l, ONE, "A clinic offered me $325,400.", "offered me");
    fine(l, ONE, "You offered me $325,400.");
    fine(l, ONE, "Mercy General offered me $325,400.");
    error(l, ONE, "I cannot hide that I hold another offer.", "another offer");
}

/* A bare number is a sum beside words of an offer alone, from 1,000, and no year. */
static void bare(void **state)
{
    struct lint *l = *state;
    error(l, ONE, "They pay 400,000 a year.", "400,000");
    error(l, ONE, "It comes with a 20,000 sign-on.", "20,000");
    fine(l, ONE, "The base of 325,400 is fair.");
    fine(l, ONE, "It comes with a 15000 sign-on.");
    fine(l, ONE, "The base of 999 is odd.");
    fine(l, ONE, "The bonus of 4,000 work RVUs is far.");
    fine(l, ONE, "I saw 4,000 patients.");
    expect(l, ONE, "Could you raise the base to 335,000?", "335,000", "note");
}

/* pgyd's own letters, as they are rendered from two written offers, hold nothing that stops them
 * here. */
static void own_letters(void **state)
{
    static const char ini[] = PERSON
        "[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nbase = 300000\n"
        "[offer:valley]\nemployer = Valley Clinic\nwritten = yes\nbase = 340000\nsign_on = 30000\n"
        "[prospect:county]\nname = County Hospital\nstage = advanced\n[prospect:north]\nname = "
        "North Shore Medical\n"
        "[market]\nbenchmark_p50 = 330000\n";
    struct lint *l = *state;
    const char *top = getenv("top_srcdir");
    char folder[400], path[700], text[8192];
    size_t letters = 0;
    snprintf(folder, sizeof folder, "%s/tests/golden/letters", top ? top : ".");
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *e; (e = readdir(dir));) {
        if (e->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        FILE *file = fopen(path, "r");
        assert_non_null(file);
        size_t n = fread(text, 1, sizeof text - 1, file);
        fclose(file);
        text[n] = '\0';
        scan(l, ini, text);
        if (l->errors)
            fail_msg("%s: %s: %s", e->d_name, l->list[0].found, l->list[0].reason);
        letters++;
    }
    closedir(dir);
    assert_true(letters >= 20);
}

/* Nothing of a file without offers; a sentence of a quarter of a megabyte. */
static void edges(void **state)
{
    struct lint *l = *state;
    size_t size = (size_t)256 * 1024;
    char *text = calloc(1, size + 1);
    assert_non_null(text);
    fine(l, PERSON, "");
    error(l, PERSON, "They pay $1.", "$1");
    for (size_t i = 0; i + 4 <= size; i += 4)
        memcpy(text + i, "$1k ", 4);
    scan(l, ONE, text);
    assert_int_equal(l->n, 999); /* the last one that is kept says that there is more */
    free(text);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, phantom_setup, phantom_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(offers),    CASE(written_off), CASE(figures), CASE(ranges),      CASE(asks),
        CASE(employers), CASE(passed_once), CASE(bare),    CASE(own_letters), CASE(edges)};
    return cmocka_run_group_tests_name("phantom", tests, NULL, NULL);
}
