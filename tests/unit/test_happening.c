/* SPDX-License-Identifier: BSD-2-Clause */
/* The grammar of happenings: what is taken, and that what was taken can be said again. What is
 * refused is test_happening_refused.c's. */
#include "happening_fixture.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        HAPPENING(kinds_are_found_by_name),
        HAPPENING(what_fits_its_kind_is_taken),
        HAPPENING(words_find_their_places),
        HAPPENING(words_without_a_place_are_refused),
        cmocka_unit_test(subjects_are_words_without_blanks),
        HAPPENING(subjects_are_listed),
        HAPPENING(a_log_is_split),
        HAPPENING(whatever_is_taken_can_be_said_again),
    };
    return cmocka_run_group_tests_name("happening", tests, NULL, NULL);
}
