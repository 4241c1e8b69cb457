/* SPDX-License-Identifier: BSD-2-Clause */
/* The grammar of happenings: what is taken, every refusal word for word, and that what was taken
 * can be said again. */
#include "config_fixture.h"

#include "plan/happening.h"

static const struct pgyd_journal_kind people_kinds[] = {
    {.name = "contact", .subject = "contact:", .keys = "note", .help = "Spoke."},
    {.name = "habit", .subject = "coffee|lunch", .help = "Did it."},
    {.name = "hours", .keys = "clinical:0..672|note", .help = "Hours."},
    {.name = "meeting",
     .subject = "grand-rounds|prospect:",
     .events = "held|moved",
     .keys = "by:date|growing:yes/no|note",
     .help = "Met."},
};

static const struct pgyd_journal_kind offer_kinds[] = {
    {.name = "offer",
     .subject = "offer:",
     .events = "asked|received|accepted",
     .keys = "note",
     .help = "Offers."},
    {.name = "reading", .subject = "*", .help = "Read."},
    {.name = "vacation", .events = "began|ended", .help = "Off."},
    {.name = "rest", .help = "Nothing to add."},
    {.name = "poll", .keys = "a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q", .help = "Many."},
    /* the first that declares it keeps it */
    {.name = "hours", .subject = "*", .help = "Not this one."},
};

static const struct pgyd_journal_kind hidden_kinds[] = {{.name = "hidden", .help = "No."}};

static const struct pgy_declaration talking[] = {
    {.plugin = "networking",
     .version = "1.0",
     .summary = "people",
     .keys = networking_keys,
     .nkeys = 8,
     .kinds = people_kinds,
     .nkinds = 4,
     .listed = true},
    {.plugin = "unlisted",
     .version = "1.0",
     .summary = "beside them",
     .kinds = hidden_kinds,
     .nkinds = 1},
    {.plugin = "offers",
     .version = "1.0",
     .summary = "offers",
     .keys = offers_keys,
     .nkeys = 9,
     .kinds = offer_kinds,
     .nkinds = 6,
     .listed = true},
};

#define FILE_TEXT                                                                                  \
    PERSON "[contact:alvarez]\nname = Dr. Alvarez\n[contact:brown]\nname = B\n"                    \
           "[prospect:mercy]\n[offer:north]\nemployer = North\n"

static int happening_setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (!f)
        return -1;
    fixture_init(f, talking, 3);
    *state = f;
    return (int)f->problems.n + (int)parse(f, FILE_TEXT);
}

/* 2026-12-05; `date -d 2026-12-05 +%s` / 86400. */
enum { TODAY = 20792 };

enum { ARGS = 17 };

struct said {
    const char *kind, *subject, *event, *on;
    const char *args[ARGS + 1];
};

static int take(const struct fixture *f, const struct said *said, struct pgy_happening *what,
                struct pgy_refusal *why)
{
    size_t n = 0;
    while (said->args[n])
        n++;
    struct pgy_told told = {.kind = said->kind,
                            .subject = said->subject,
                            .event = said->event,
                            .on = said->on,
                            .args = said->args,
                            .nargs = n};
    return pgy_happening_parse(f->schema, f->config, &told, TODAY, f->arena, what, why);
}

static void kinds_are_found_by_name(void **state)
{
    const struct fixture *f = *state;
    static const struct {
        const char *name, *plugin, *nearest;
    } cases[] = {
        {"contact", "networking", NULL}, {"offer", "offers", NULL}, {"hours", "networking", NULL},
        {"contcat", NULL, "contact"},    {"Offer", NULL, "offer"},  {"hidden", NULL, NULL},
        {"xyzzy", NULL, NULL},           {"", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *plugin = NULL, *nearest = NULL;
        const struct pgyd_journal_kind *kind =
            pgy_happening_kind(f->schema, cases[i].name, &plugin, &nearest);
        assert_true((kind != NULL) == (cases[i].plugin != NULL));
        if (kind)
            assert_string_equal(kind->name, cases[i].name);
        if (cases[i].plugin)
            assert_string_equal(plugin, cases[i].plugin);
        if (cases[i].nearest)
            assert_string_equal(nearest, cases[i].nearest);
        else
            assert_null(nearest);
        assert_ptr_equal(pgy_happening_kind(f->schema, cases[i].name, NULL, NULL), kind);
    }
}

static void what_fits_its_kind_is_taken(void **state)
{
    const struct fixture *f = *state;
    static const struct said cases[] = {
        {"contact", "alvarez", "", "", {NULL}},
        {"contact", "brown", "", "2026-12-05", {"note=", NULL}},
        {"contact", "alvarez", "", "1999-12-31", {"note=a=b: c|d \xc3\xa9", NULL}},
        {"habit", "coffee", "", "", {NULL}},
        {"habit", "lunch", "", "", {NULL}},
        {"hours", "", "", "", {"clinical=62", NULL}},
        {"hours", "", "", "", {"note=x", "clinical=0", NULL}},
        {"meeting", "grand-rounds", "held", "", {NULL}},
        {"meeting", "mercy", "moved", "", {"by=2028-02-29", "growing=no", "note=x", NULL}},
        {"offer", "north", "asked", "2026-12-04", {NULL}},
        {"reading", "n/a-1.2=\xc3\xa9", "", "", {NULL}},
        {"vacation", "", "began", "", {NULL}},
        {"rest", "", "", "", {NULL}},
        {"poll",
         "",
         "",
         "",
         {"a=1", "b=1", "c=1", "d=1", "e=1", "f=1", "g=1", "h=1", "i=1", "j=1", "k=1", "l=1", "m=1",
          "n=1", "o=1", "p=1", NULL}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pgy_happening what = {.number = 7};
        struct pgy_refusal why = {0};
        pgy_day on = TODAY;
        int rc = take(f, &cases[i], &what, &why);
        if (rc != 0)
            fail_msg("%s %s: %s", cases[i].kind, cases[i].subject, why.sentence);
        assert_string_equal(what.kind, cases[i].kind);
        assert_string_equal(what.subject, cases[i].subject);
        assert_string_equal(what.event, cases[i].event);
        if (*cases[i].on)
            assert_int_equal(pgy_civil_parse(cases[i].on, &on), 0);
        assert_int_equal(what.on, on);
        assert_int_equal(what.number, 0);
        size_t n = 0;
        for (; cases[i].args[n]; n++)
            assert_string_equal(pgy_arena_printf(f->arena, "%s=%s", what.keys[n], what.values[n]),
                                cases[i].args[n]);
        assert_int_equal(what.nargs, n);
    }
}

struct refused {
    struct said said;
    int status;
    const char *sentence, *nearest;
};

static void assert_refused(const struct fixture *f, const struct refused *r)
{
    struct pgy_happening what = {.number = 7, .nargs = 3};
    struct pgy_refusal why = {0};
    assert_int_equal(take(f, &r->said, &what, &why), PGY_EREFUSED);
    assert_string_equal(why.sentence, r->sentence);
    assert_int_equal(why.status, r->status);
    if (r->nearest)
        assert_string_equal(why.nearest, r->nearest);
    else
        assert_null(why.nearest);
    /* nothing of it was written */
    assert_int_equal(what.number, 7);
    assert_int_equal(what.nargs, 3);
    assert_null(what.kind);
}

#define LONG_40 "abcdefghijklmnopqrstuvwxyzabcdefghijklmn"

static void kinds_and_subjects_are_refused(void **state)
{
    static const struct refused cases[] = {
        {{"ofer", "", "", "", {NULL}},
         1,
         "'ofer' is not a kind of happening that a plugin keeps; pgyctl plugin show NAME lists "
         "them",
         "offer"},
        {{"hidden", "", "", "", {NULL}},
         1,
         "'hidden' is not a kind of happening that a plugin keeps; pgyctl plugin show NAME lists "
         "them",
         NULL},
        /* done and its like are the core's own, not to be logged */
        {{"done", "x", "", "", {NULL}},
         1,
         "'done' is not a kind of happening that a plugin keeps; pgyctl plugin show NAME lists "
         "them",
         NULL},
        {{"hours", "clinic", "", "", {NULL}},
         1,
         "'hours' takes no subject, but 'clinic' was given",
         NULL},
        {{"contact", "", "", "", {NULL}},
         1,
         "'contact' needs a subject: an id of your configuration",
         NULL},
        {{"habit", "", "", "", {NULL}}, 1, "'habit' needs a subject: coffee|lunch", NULL},
        {{"meeting", "", "held", "", {NULL}},
         1,
         "'meeting' needs a subject: grand-rounds|prospect:",
         NULL},
        {{"reading", "", "", "", {NULL}}, 1, "'reading' needs a subject: *", NULL},
        {{"contact", "alvares", "", "", {NULL}},
         1,
         "there is no [contact:alvares] in /t/pgyd.ini",
         "alvarez"},
        {{"contact", "mercy", "", "", {NULL}},
         1,
         "there is no [contact:mercy] in /t/pgyd.ini",
         NULL},
        {{"habit", "cofee", "", "", {NULL}}, 1, "'cofee' is none of coffee|lunch", "coffee"},
        {{"habit", "coffee|lunch", "", "", {NULL}},
         1,
         "'coffee|lunch' is none of coffee|lunch",
         NULL},
        {{"meeting", "merci", "held", "", {NULL}},
         1,
         "'merci' is none of grand-rounds|prospect:",
         "mercy"},
        {{"meeting", "grand-round", "held", "", {NULL}},
         1,
         "'grand-round' is none of grand-rounds|prospect:",
         "grand-rounds"},
        {{"meeting", "prospect:", "held", "", {NULL}},
         1,
         "'prospect:' is none of grand-rounds|prospect:",
         NULL},
        {{"reading", "two words", "", "", {NULL}},
         1,
         "the subject of 'reading' is one word of at most 160 bytes",
         NULL},
        {{"reading", "a\tb", "", "", {NULL}},
         1,
         "the subject of 'reading' is one word of at most 160 bytes",
         NULL},
        {{"reading", LONG_40 LONG_40 LONG_40 LONG_40 "x", "", "", {NULL}},
         1,
         "the subject of 'reading' is one word of at most 160 bytes",
         NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_refused(*state, &cases[i]);
}

static void dates_and_events_are_refused(void **state)
{
    static const struct refused cases[] = {
        {{"habit", "coffee", "", "tomorrow", {NULL}},
         2,
         "'tomorrow' is not a date: write YYYY-MM-DD",
         NULL},
        {{"habit", "coffee", "", "2026-02-29", {NULL}},
         2,
         "'2026-02-29' is not a date: write YYYY-MM-DD",
         NULL},
        {{"habit", "coffee", "", "2026-12-06", {NULL}},
         1,
         "2026-12-06 lies in the future: only what happened can be written down",
         NULL},
        {{"habit", "coffee", "twice", "", {NULL}}, 1, "'twice': 'habit' takes no event", NULL},
        {{"offer", "north", "", "", {NULL}},
         1,
         "'offer' needs an event: asked|received|accepted",
         NULL},
        {{"offer", "north", "aksed", "", {NULL}},
         1,
         "'aksed' is none of the events of 'offer': asked|received|accepted",
         "asked"},
        {{"offer", "north", "signed", "", {NULL}},
         1,
         "'signed' is none of the events of 'offer': asked|received|accepted",
         NULL},
        {{"vacation", "", "", "", {NULL}}, 1, "'vacation' needs an event: began|ended", NULL},
        /* what is said first: kind, subject, day, event, arguments */
        {{"offer", "nowhere-near", "aksed", "2027-01-01", {"x", NULL}},
         1,
         "there is no [offer:nowhere-near] in /t/pgyd.ini",
         NULL},
        {{"offer", "north", "aksed", "2027-01-01", {"x", NULL}},
         1,
         "2027-01-01 lies in the future: only what happened can be written down",
         NULL},
        {{"offer", "north", "aksed", "", {"x", NULL}},
         1,
         "'aksed' is none of the events of 'offer': asked|received|accepted",
         "asked"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_refused(*state, &cases[i]);
}

static void arguments_are_refused(void **state)
{
    static const struct refused cases[] = {
        {{"hours", "", "", "", {NULL}},
         1,
         "'hours' alone says nothing: give KEY=VALUE with one of clinical|note",
         NULL},
        {{"hours", "", "", "", {"62", NULL}},
         1,
         "'62' is not KEY=VALUE with one of clinical|note",
         NULL},
        {{"hours", "", "", "", {"clinic=62", NULL}},
         1,
         "'clinic=62' is not KEY=VALUE with one of clinical|note",
         NULL},
        {{"hours", "", "", "", {"=62", NULL}},
         1,
         "'=62' is not KEY=VALUE with one of clinical|note",
         NULL},
        {{"hours", "", "", "", {"clinical=673", NULL}},
         1,
         "'673' is no value of 'clinical': write a number from 0 to 672",
         NULL},
        {{"meeting", "mercy", "held", "", {"by=soon", NULL}},
         1,
         "'soon' is no value of 'by': write a date as YYYY-MM-DD",
         NULL},
        {{"meeting", "mercy", "held", "", {"growing=maybe", NULL}},
         1,
         "'maybe' is no value of 'growing': write one of yes/no",
         NULL},
        {{"habit", "coffee", "", "", {"note=x", NULL}},
         1,
         "'note=x': 'habit' takes no KEY=VALUE",
         NULL},
        {{"rest", "", "", "", {"loud", NULL}}, 1, "'loud': 'rest' takes no KEY=VALUE", NULL},
        {{"contact", "alvarez", "", "", {"note=a\nb", NULL}},
         1,
         "the value of 'note' holds a line break or another control character: write it in one "
         "line",
         NULL},
        {{"contact", "alvarez", "", "", {"note=a\x7f", NULL}},
         1,
         "the value of 'note' holds a line break or another control character: write it in one "
         "line",
         NULL},
        {{"contact", "alvarez", "", "", {"note=a", "note=a", NULL}},
         1,
         "'note' was given twice: write it once",
         NULL},
        {{"hours", "", "", "", {"clinical=1", "note=x", "clinical=2", NULL}},
         1,
         "'clinical' was given twice: write it once",
         NULL},
        /* the first that is wrong, and a value's form before its characters */
        {{"hours", "", "", "", {"clinical=1\n", "loud", NULL}},
         1,
         "'1\n' is no value of 'clinical': write a number from 0 to 672",
         NULL},
        {{"poll",
          "",
          "",
          "",
          {"a=1", "b=1", "c=1", "d=1", "e=1", "f=1", "g=1", "h=1", "i=1", "j=1", "k=1", "l=1",
           "m=1", "n=1", "o=1", "p=1", "q=1", NULL}},
         1,
         "'q=1' is one too many: an entry has at most 16",
         NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_refused(*state, &cases[i]);
}

static void days_lie_behind(void **state)
{
    const struct fixture *f = *state;
    struct pgy_refusal why;
    pgy_day day = 1;
    assert_int_equal(pgy_happening_day("2026-12-06", TODAY, f->arena, &day, &why), PGY_EREFUSED);
    assert_int_equal(day, 1);
    assert_int_equal(pgy_happening_day("2026-12-5", TODAY, f->arena, &day, &why), PGY_EREFUSED);
    assert_int_equal(why.status, 2);
    assert_int_equal(day, 1);
    assert_int_equal(pgy_happening_day("", TODAY, f->arena, &day, &why), 0);
    assert_int_equal(day, TODAY);
    assert_int_equal(pgy_happening_day("2026-12-04", TODAY, f->arena, &day, &why), 0);
    assert_int_equal(day, TODAY - 1);
    assert_int_equal(pgy_happening_day("2026-12-05", TODAY, f->arena, &day, &why), 0);
    assert_int_equal(day, TODAY);
}

static void words_find_their_places(void **state)
{
    const struct fixture *f = *state;
    static const struct {
        const char *kind, *words[4], *subject, *event, *args;
    } cases[] = {
        {"contact", {"alvarez"}, "alvarez", "", ""},
        {"contact", {NULL}, "", "", ""},
        {"contact", {"note=x", "alvarez"}, "alvarez", "", "note=x"},
        {"offer", {"north", "note=x", "asked", "a=b"}, "north", "asked", "note=x a=b"},
        {"offer", {"north"}, "north", "", ""},
        {"vacation", {"began"}, "", "began", ""},
        {"hours", {"clinical=62", "note="}, "", "", "clinical=62 note="},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pgy_told told = {.on = "2026-12-01"};
        struct pgy_refusal why;
        size_t n = 0;
        while (n < 4 && cases[i].words[n])
            n++;
        const struct pgyd_journal_kind *kind =
            pgy_happening_kind(f->schema, cases[i].kind, NULL, NULL);
        assert_int_equal(pgy_happening_sort(kind, cases[i].words, n, f->arena, &told, &why), 0);
        const char *args = "";
        for (size_t j = 0; j < told.nargs; j++)
            args = pgy_arena_printf(f->arena, "%s%s%s", args, j ? " " : "", told.args[j]);
        assert_string_equal(told.kind, cases[i].kind);
        assert_string_equal(told.subject, cases[i].subject);
        assert_string_equal(told.event, cases[i].event);
        assert_string_equal(told.on, "2026-12-01");
        assert_string_equal(args, cases[i].args);
    }
}

static void words_without_a_place_are_refused(void **state)
{
    const struct fixture *f = *state;
    static const struct {
        const char *kind, *words[3], *sentence;
    } cases[] = {
        {"contact",
         {"alvarez", "today"},
         "'today' has no place here: pgyctl log contact ID KEY=VALUE"},
        {"habit", {"coffee", "lunch"}, "'lunch' has no place here: pgyctl log habit coffee|lunch"},
        {"hours", {"62"}, "'62' has no place here: pgyctl log hours KEY=VALUE"},
        {"meeting",
         {"mercy", "held", "twice"},
         "'twice' has no place here: pgyctl log meeting grand-rounds|prospect: held|moved "
         "KEY=VALUE"},
        {"vacation", {"began", "now"}, "'now' has no place here: pgyctl log vacation began|ended"},
        {"reading", {"x", "y"}, "'y' has no place here: pgyctl log reading *"},
        {"rest", {"x"}, "'x' has no place here: pgyctl log rest"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pgy_told told = {.on = "x"};
        struct pgy_refusal why;
        size_t n = 0;
        while (n < 3 && cases[i].words[n])
            n++;
        const struct pgyd_journal_kind *kind =
            pgy_happening_kind(f->schema, cases[i].kind, NULL, NULL);
        assert_int_equal(pgy_happening_sort(kind, cases[i].words, n, f->arena, &told, &why),
                         PGY_EREFUSED);
        assert_string_equal(why.sentence, cases[i].sentence);
        assert_int_equal(why.status, 2);
        assert_null(why.nearest);
        assert_null(told.kind);
    }
}

static void subjects_are_words_without_blanks(void **state)
{
    (void)state;
    assert_true(pgy_happening_is_subject("alvarez"));
    assert_true(pgy_happening_is_subject("offers/mercy@2026-11"));
    assert_true(pgy_happening_is_subject("\xc3\xa9"));
    assert_true(pgy_happening_is_subject(LONG_40 LONG_40 LONG_40 LONG_40));
    assert_false(pgy_happening_is_subject(LONG_40 LONG_40 LONG_40 LONG_40 "x"));
    assert_false(pgy_happening_is_subject(""));
    assert_false(pgy_happening_is_subject(" "));
    assert_false(pgy_happening_is_subject("a b"));
    assert_false(pgy_happening_is_subject("a\n"));
    assert_false(pgy_happening_is_subject("\x1b[31m"));
    assert_false(pgy_happening_is_subject("\xc2\x85"));
}

static void subjects_are_listed(void **state)
{
    const struct fixture *f = *state;
    static const struct {
        const char *kind, *list;
    } cases[] = {
        {"contact", "alvarez (contact) brown (contact) "},
        {"habit", "coffee lunch "},
        {"meeting", "grand-rounds mercy (prospect) "},
        {"offer", "north (offer) "},
        {"reading", ""},
        {"hours", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pgy_subject *list;
        size_t n;
        const char *text = "";
        pgy_happening_subjects(pgy_happening_kind(f->schema, cases[i].kind, NULL, NULL), f->config,
                               f->arena, &list, &n);
        for (size_t j = 0; j < n; j++)
            text = pgy_arena_printf(f->arena, list[j].section ? "%s%s (%s) " : "%s%s ", text,
                                    list[j].name, list[j].section);
        assert_string_equal(text, cases[i].list);
    }
}

static void a_log_is_split(void **state)
{
    const struct fixture *f = *state;
    static const char *const cases[][4] = {
        {"contact alvarez", "contact", "alvarez", ""},
        {"offer mercy touched", "offer", "mercy", "touched"},
        {"offer mercy touched twice", "offer", "mercy", "touched twice"},
        {"hours", "hours", "", ""},
        {"", "", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pgy_happening what = {.number = 7};
        pgy_happening_split(cases[i][0], f->arena, &what);
        assert_string_equal(what.kind, cases[i][1]);
        assert_string_equal(what.subject, cases[i][2]);
        assert_string_equal(what.event, cases[i][3]);
        assert_int_equal(what.number, 7);
    }
}

/* ---- what was taken can be said again ---- */

static uint32_t next(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*seed >> 33);
}

static const char *pick(uint64_t *seed, const char *const *list, size_t n)
{
    return list[next(seed) % n];
}

#define PICK(seed, list) pick(seed, list, sizeof(list) / sizeof(list)[0])

/* The words a person would type for it, arguments before, between and behind the others. */
static int say_again(const struct fixture *f, const struct pgy_happening *what, uint64_t *seed,
                     struct pgy_happening *again)
{
    const char *words[2 + PGY_JOURNAL_ARGS], *plain[2];
    size_t n = 0, nplain = 0, used = 0, args = 0;
    char day[PGY_DAY_TEXT];
    struct pgy_refusal why;
    if (*what->subject)
        plain[nplain++] = what->subject;
    if (*what->event)
        plain[nplain++] = what->event;
    while (used < nplain || args < what->nargs) {
        bool arg = args < what->nargs && (used == nplain || next(seed) % 2);
        words[n++] = arg ? pgy_arena_printf(f->arena, "%s=%s", what->keys[args], what->values[args])
                         : plain[used];
        args += arg;
        used += !arg;
    }
    struct pgy_told told = {.on = pgy_civil_text(what->on, day)};
    const struct pgyd_journal_kind *kind = pgy_happening_kind(f->schema, what->kind, NULL, NULL);
    int rc = kind ? pgy_happening_sort(kind, words, n, f->arena, &told, &why) : PGY_ENOTFOUND;
    return rc ? rc : pgy_happening_parse(f->schema, f->config, &told, TODAY, f->arena, again, &why);
}

static void assert_same(const struct pgy_happening *a, const struct pgy_happening *b)
{
    assert_string_equal(a->kind, b->kind);
    assert_string_equal(a->subject, b->subject);
    assert_string_equal(a->event, b->event);
    assert_int_equal(a->on, b->on);
    assert_int_equal(a->nargs, b->nargs);
    for (size_t i = 0; i < a->nargs; i++) {
        assert_string_equal(a->keys[i], b->keys[i]);
        assert_string_equal(a->values[i], b->values[i]);
    }
}

/* Words drawn from what could be right or nearly so: each is taken, and then the same when it is
 * said again, or refused in a sentence that touches nothing. */
static void whatever_is_taken_can_be_said_again(void **state)
{
    static const char *const kinds[] = {"contact",  "habit", "hours", "meeting", "offer", "reading",
                                        "vacation", "rest",  "poll",  "done",    "",      "contac"};
    static const char *const subjects[] = {"",      "",      "alvarez", "brown",        "coffee",
                                           "mercy", "north", "x\ty",    "grand-rounds", "a b",
                                           "*",     "\xff"};
    static const char *const events[] = {"", "", "", "held", "moved", "asked", "began", "|", "x"};
    static const char *const days[] = {"", "", "2026-12-05", "2020-02-29", "2027-01-01", "soon"};
    static const char *const args[] = {
        "note=x",       "note=",       "note=a=b", "note=a\rb",  "by=2026-01-01", "growing=yes",
        "clinical=7.5", "clinical=-1", "a=1",      "q=\xc3\xa9", "b=c",           "=",
        "word"};
    const struct fixture *f = *state;
    uint64_t seed = 20261205;
    size_t taken = 0, refused = 0;
    for (int i = 0; i < 200000; i++) {
        struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
        struct said said = {PICK(&seed, kinds),
                            PICK(&seed, subjects),
                            PICK(&seed, events),
                            PICK(&seed, days),
                            {NULL}};
        struct pgy_happening what = {.number = 7}, again = {0};
        struct pgy_refusal why = {0};
        for (uint32_t n = next(&seed) % 3, j = 0; j < n; j++)
            said.args[j] = PICK(&seed, args);
        struct fixture own = *f;
        own.arena = arena;
        if (take(&own, &said, &what, &why) == 0) {
            assert_int_equal(say_again(&own, &what, &seed, &again), 0);
            assert_same(&what, &again);
            taken++;
        } else {
            assert_true(why.status == 1 || why.status == 2);
            assert_true(why.sentence && *why.sentence);
            assert_int_equal(what.number, 7);
            refused++;
        }
    }
    /* both happen often enough to mean something */
    assert_true(taken > 500);
    assert_true(refused > 5000);
}

#define HAPPENING(test) cmocka_unit_test_setup_teardown(test, happening_setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HAPPENING(kinds_are_found_by_name),
        HAPPENING(what_fits_its_kind_is_taken),
        HAPPENING(kinds_and_subjects_are_refused),
        HAPPENING(dates_and_events_are_refused),
        HAPPENING(arguments_are_refused),
        HAPPENING(days_lie_behind),
        HAPPENING(words_find_their_places),
        HAPPENING(words_without_a_place_are_refused),
        cmocka_unit_test(subjects_are_words_without_blanks),
        HAPPENING(subjects_are_listed),
        HAPPENING(a_log_is_split),
        HAPPENING(whatever_is_taken_can_be_said_again),
    };
    return cmocka_run_group_tests_name("happening", tests, NULL, NULL);
}
