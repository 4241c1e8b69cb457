/* SPDX-License-Identifier: BSD-2-Clause */
/* What is refused of a happening, word for word. What is taken is test_happening.c's. */
#include "happening_fixture.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        HAPPENING(kinds_and_subjects_are_refused),
        HAPPENING(dates_and_events_are_refused),
        HAPPENING(arguments_are_refused),
        HAPPENING(days_lie_behind),
    };
    return cmocka_run_group_tests_name("happening refused", tests, NULL, NULL);
}
