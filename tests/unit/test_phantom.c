/* SPDX-License-Identifier: BSD-2-Clause */
/* What a letter may speak of (S0-31): written offers that stand, their figures, and those of
 * [market] and [walkaway]. */
#include "config_fixture.h"

#include "ctl/phantom.h"

#include <dirent.h>
#include <stdio.h>

#define OFFER "offer:"

static const struct pgy_key offer_keys[] = {
    {.section = OFFER,
     .name = "employer",
     .type = PGYD_TEXT,
     .flags = PGYD_KEY_REQUIRED,
     .help = "."},
    {.section = OFFER, .name = "written", .type = PGYD_YN, .help = "."},
    {.section = OFFER,
     .name = "status",
     .type = PGYD_ENUM,
     .choices = "open|paused|accepted|declined|expired",
     .fallback = "open",
     .help = "."},
    {.section = OFFER, .name = "prospect", .type = PGYD_REF, .choices = "prospect", .help = "."},
    {.section = OFFER, .name = "base", .type = PGYD_USD, .max = 5000000, .help = "."},
    {.section = OFFER, .name = "sign_on", .type = PGYD_USD, .max = 5000000, .help = "."},
    {.section = OFFER, .name = "wrvu_rate", .type = PGYD_NUM, .max = 1000, .help = "."},
    {.section = OFFER, .name = "pto_days", .type = PGYD_INT, .max = 365, .help = "."},
    {.section = "prospect:", .name = "name", .type = PGYD_TEXT, .help = "."},
    {.section = "market", .name = "benchmark_p50", .type = PGYD_USD, .max = 5000000, .help = "."},
    {.section = "walkaway", .name = "base_min", .type = PGYD_USD, .max = 5000000, .help = "."},
};
static const struct pgy_declaration declaration[] = {
    {.plugin = "offers",
     .version = "1",
     .summary = "offers",
     .keys = offer_keys,
     .nkeys = sizeof offer_keys / sizeof offer_keys[0],
     .listed = true},
};

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

static int phantom_setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    fixture_init(f, declaration, 1);
    *state = f;
    return (int)f->problems.n;
}

/* What was written down so far; the tests set it. */
static struct pgy_journal written_down;

static void scan(struct fixture *f, const char *ini, const char *text,
                 struct ctl_findings *findings)
{
    struct ctl_facts facts;
    assert_int_equal(parse(f, ini), 0);
    ctl_facts_of(f->config, &written_down, f->arena, &facts);
    *findings = (struct ctl_findings){0};
    ctl_phantom_scan(&facts, text, f->arena, findings);
    ctl_findings_place(findings, text);
}

/* found NULL: nothing is said. */
static void expect(struct fixture *f, const char *ini, const char *text, const char *found,
                   enum ctl_level level)
{
    struct ctl_findings findings;
    scan(f, ini, text, &findings);
    if (findings.n != (found ? 1 : 0))
        fail_msg("%zu findings, first \"%s\", in: %s", findings.n,
                 findings.n ? findings.list[0].found : "", text);
    if (!found)
        return;
    assert_string_equal(findings.list[0].found, found);
    assert_string_equal(findings.list[0].phrase->set, "phantom");
    assert_string_equal(findings.list[0].phrase->ref, "S0-31");
    if (findings.list[0].phrase->level != level)
        fail_msg("level %d of: %s", (int)findings.list[0].phrase->level, text);
}

static void error(struct fixture *f, const char *ini, const char *text, const char *found)
{
    expect(f, ini, text, found, CTL_ERROR);
}

static void fine(struct fixture *f, const char *ini, const char *text)
{
    expect(f, ini, text, NULL, CTL_NOTE);
}

static void offers(void **state)
{
    struct fixture *f = *state;
    error(f, ONE, "I hold another offer in the region.", "another offer");
    fine(f, TWO, "I hold another offer in the region.");
    error(f, ONE, "There is an other written offer.", "other written offer");
    error(f, ONE, "A competing offer\nis on my desk.", "competing offer");
    error(f, ONE, "A second offer came.", "second offer");
    error(f, ONE, "I have two offers.", "two offers");
    fine(f, TWO, "I have two offers.");
    error(f, TWO, "I have several offers.", "several offers");
    error(f, TWO, "I have three written offers.", "three written offers");
    fine(f, THREE, "I have three written offers.");
    error(f, PERSON, "I hold another offer.", "another offer");
    error(f, ONE, "In writing, another employer offers me more.", "another employer offers");
    fine(f, TWO, "In writing, another employer offers me more.");
    fine(f, ONE, "I have no other offer.");
    fine(f, ONE, "Thank you for the offer.");
    fine(f, ONE, "It is another matter.");
}

/* What became of an offer may stand in the journal alone; an entry that was taken back, of another
 * offer or of another kind counts for nothing. */
static void written_off(void **state)
{
    static const char text[] = "I hold another offer with a base of $340,000.";
    struct fixture *f = *state;
    struct pgy_happening happened = {.kind = "offer", .subject = "valley", .event = "declined"};
    struct ctl_findings findings;
    written_down = (struct pgy_journal){.list = &happened, .n = 1};
    scan(f, TWO, text, &findings);
    assert_int_equal(findings.errors, 2);
    happened.event = "expired";
    error(f, TWO, "I hold another offer.", "another offer");
    happened.event = "asked";
    fine(f, TWO, text);
    happened = (struct pgy_happening){
        .kind = "offer", .subject = "valley", .event = "declined", .reversed = true};
    fine(f, TWO, text);
    happened = (struct pgy_happening){.kind = "offer", .subject = "said", .event = "declined"};
    fine(f, TWO, text);
    happened = (struct pgy_happening){.kind = "prospect", .subject = "valley", .event = "declined"};
    fine(f, TWO, text);
    written_down = (struct pgy_journal){0};
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
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        fine(f, ONE, known[i]);
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
        error(f, ONE, unknown[i].text, unknown[i].found);
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        fine(f, ONE, none[i]);
    error(f, TWO, "The base is $325,400 here, and $340,000 there, and $345,000 elsewhere.",
          "$345,000");
}

/* Both ends of a range are figures in the same unit. */
static void ranges(void **state)
{
    struct fixture *f = *state;
    struct ctl_findings findings;
    fine(f, TWO, "Bases from $325-340k are what I see.");
    fine(f, TWO, "Bases from $325 to 340k are what I see.");
    scan(f, TWO,
         "Bases of $500\xe2\x80\x93"
         "520k.",
         &findings);
    assert_int_equal(findings.errors, 2);
    assert_string_equal(findings.list[0].found, "$500");
    assert_string_equal(findings.list[1].found, "520k");
}

/* What somebody asks for, or what a plan gains, is no fact about an offer. */
static void asks(void **state)
{
    struct fixture *f = *state;
    expect(f, ONE, "Is there room to bring the base closer to $335,000?", "$335,000", CTL_NOTE);
    expect(f, ONE, "I ask for a sign-on of $20,000.", "$20,000", CTL_NOTE);
    expect(f, ONE, "Could you move the base up to $335,000?", "$335,000", CTL_NOTE);
    expect(f, ONE, "The plan saves $250,000 a year.", "$250,000", CTL_NOTE);
    error(f, TWO, "Another offer is closer to $450,000.", "$450,000");
    error(f, ONE, "Their base saves me $250,000.", "$250,000");
    error(f, ONE, "They pay $450,000, could you match it?", "$450,000");
}

static void employers(void **state)
{
    struct fixture *f = *state;
    error(f, ONE, "The offer of Said Clinic is higher.", "Said Clinic");
    error(f, ONE, "The GONE GROUP contract has no covenant.", "GONE GROUP");
    error(f, ONE, "Late Partners has a higher base.", "Late Partners");
    error(f, ONE, "Lake Hospital offered me a place.", "Lake Hospital");
    error(f, ONE, "Not Lake Hospitals, but Lake Hospital offered me a place.", "Lake Hospital");
    fine(f, ONE, "The offer of Mercy General is higher.");
    fine(f, ONE, "The offer of Mercy of the Hill is higher.");
    fine(f, ONE, "I visited Lake Hospital. The offer is fair.");
    fine(f, ONE, "The offer from the Lake Hospitalists is fair.");
    fine(f, ONE, "I declined the offer of Gone Group.");
    fine(f, ONE, "Lu has an offer.");
    fine(f, ONE "[offer:again]\nemployer = Gone Group\nwritten = yes\n",
         "The Gone Group contract has no covenant.");
}

/* pgyd's own letters, as they are rendered from two written offers, hold nothing that stops them
 * here. */
static void own_letters(void **state)
{
    static const char ini[] = PERSON
        "[offer:mercy]\nemployer = Mercy Health\nwritten = yes\nbase = 300000\n"
        "[offer:valley]\nemployer = Valley Clinic\nwritten = yes\nbase = 340000\nsign_on = 30000\n"
        "[prospect:county]\nname = County Hospital\n[prospect:north]\nname = North Shore Medical\n"
        "[market]\nbenchmark_p50 = 330000\n";
    struct fixture *f = *state;
    const char *top = getenv("top_srcdir");
    char folder[400], path[700], text[8192];
    size_t letters = 0;
    snprintf(folder, sizeof folder, "%s/tests/golden/letters", top ? top : ".");
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *e; (e = readdir(dir));) {
        struct ctl_findings findings;
        if (e->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        FILE *file = fopen(path, "r");
        assert_non_null(file);
        size_t n = fread(text, 1, sizeof text - 1, file);
        fclose(file);
        text[n] = '\0';
        scan(f, ini, text, &findings);
        if (findings.errors)
            fail_msg("%s: %s: %s", e->d_name, findings.list[0].found,
                     findings.list[0].phrase->reason);
        letters++;
    }
    closedir(dir);
    assert_true(letters >= 20);
}

/* Nothing of a file without offers; a sentence of a quarter of a megabyte. */
static void edges(void **state)
{
    struct fixture *f = *state;
    struct ctl_findings findings;
    size_t size = (size_t)256 * 1024;
    char *text = pgy_arena_alloc(f->arena, size + 1);
    fine(f, PERSON, "");
    error(f, PERSON, "They pay $1.", "$1");
    for (size_t i = 0; i + 4 <= size; i += 4)
        memcpy(text + i, "$1k ", 4);
    scan(f, ONE, text, &findings);
    assert_int_equal(findings.n, 1000);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, phantom_setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {CASE(offers),      CASE(written_off), CASE(figures),
                                       CASE(ranges),      CASE(asks),        CASE(employers),
                                       CASE(own_letters), CASE(edges)};
    return cmocka_run_group_tests_name("phantom", tests, NULL, NULL);
}
