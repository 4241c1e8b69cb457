/* SPDX-License-Identifier: BSD-2-Clause */
/* Address books: the forms of RFC 2426 and RFC 6350 that phones write, and what is no address
 * book. */
#include "ctl/vcard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct book {
    struct pgy_arena *arena;
    struct ctl_vcards cards;
};

static int setup(void **state)
{
    static struct book b;
    b = (struct book){.arena = pgy_arena_new()};
    *state = &b;
    return 0;
}

static int teardown(void **state)
{
    pgy_arena_free(&((struct book *)*state)->arena);
    return 0;
}

static void parse(struct book *b, const char *text)
{
    ctl_vcards_parse(text, strlen(text), b->arena, &b->cards);
}

static const struct ctl_vcard *one(struct book *b, const char *text)
{
    parse(b, text);
    if (b->cards.nproblems)
        fail_msg("%zu: %s", b->cards.problems[0].line, b->cards.problems[0].text);
    assert_int_equal(b->cards.n, 1);
    return &b->cards.list[0];
}

/* 4.0 as a phone writes it: groups, parameters in quotes, folds within a word, escapes, an address
 * preferred. */
static void four(void **state)
{
    const struct ctl_vcard *c =
        one(*state,
            "\xef\xbb\xbf"
            "BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//x//y//EN\r\nN:\xc3\x81lvarez;Mar\xc3\xad"
            "a;;Dr.;\r\n"
            "FN:Dr. Mar\xc3\xad"
            "a \xc3\x81l\r\n varez\r\nORG:Mercy\\, Inc.;Cardiology\r\nTITLE:Program Director\r\n"
            "item1.EMAIL;TYPE=\"home;x:y\":m@example.org\r\nitem2.EMAIL;PREF=1:work@example.org\r\n"
            "TEL;VALUE=uri;TYPE=\"voice,pref\":tel:+1-919-555-0100\r\nNOTE:met in Durham\\nlikes "
            "echo\\; runs\r\n"
            "CATEGORIES:friends,work\r\nX-UNKNOWN:1\r\nEND:VCARD\r\n");
    const char *center;
    assert_string_equal(c->name, "Dr. Mar\xc3\xad"
                                 "a \xc3\x81lvarez");
    assert_string_equal(c->org, "Mercy, Inc.");
    assert_string_equal(c->email, "work@example.org");
    assert_string_equal(c->phone, "+1-919-555-0100");
    assert_string_equal(c->note, "met in Durham likes echo; runs");
    assert_string_equal(ctl_vcard_kind(c, &center), "director");
    assert_null(center);
}

/* 3.0 with TYPE=pref, bare line feeds, a tab as fold, small letters, no FN. */
static void three(void **state)
{
    const struct ctl_vcard *c = one(
        *state, "begin:vcard\nversion:3.0\nn:Park;Robin;J.;;\nemail;type=INTERNET:a@example.org\n"
                "email;type=INTERNET,pref:b@exam\n\tple.org\ntel;type=CELL:919 555 0101\nrole:OR "
                "Scheduler\n"
                "photo;encoding=b;type=jpeg:AAAA\nend:vcard\n");
    const char *center;
    assert_string_equal(c->name, "Robin J. Park");
    assert_string_equal(c->email, "b@example.org");
    assert_string_equal(ctl_vcard_kind(c, &center), "admin");
    assert_string_equal(center, "scheduling");
}

/* Without a person's name the organization or address serves; control characters never reach the
 * file. */
static void names(void **state)
{
    struct book *b = *state;
    assert_string_equal(one(b, "BEGIN:VCARD\nVERSION:3.0\nORG:Valley Clinic\nEND:VCARD\n")->name,
                        "Valley Clinic");
    assert_string_equal(one(b, "BEGIN:VCARD\nVERSION:3.0\nEMAIL:x@example.org\nEND:VCARD")->name,
                        "x@example.org");
    assert_string_equal(one(b, "BEGIN:VCARD\nVERSION:4.0\nFN:A\x01\x7f"
                               "B\xc2\x85 \\\\ C \nEND:VCARD\n")
                            ->name,
                        "A B \\ C");
}

static void ids(void **state)
{
    struct book *b = *state;
    assert_string_equal(ctl_vcard_id("Dr. Mar\xc3\xad"
                                     "a \xc3\x81lvarez, MD",
                                     b->arena),
                        "maria-alvarez");
    assert_string_equal(ctl_vcard_id("Sean O'Neil", b->arena), "sean-oneil");
    assert_string_equal(ctl_vcard_id("J\xc3\xb6rg Stra\xc3\x9f"
                                     "er",
                                     b->arena),
                        "joerg-strasser");
    assert_string_equal(ctl_vcard_id("Bartholomew Featherstonehaugh", b->arena), "bartholomew");
    assert_string_equal(ctl_vcard_id("Abcdefghijklmnopqrstuvwxyz", b->arena),
                        "abcdefghijklmnopqrstuvwx");
    assert_string_equal(ctl_vcard_id("\xe5\xb1\xb1\xe7\x94\xb0", b->arena), "contact");
    assert_string_equal(ctl_vcard_id("Dr.", b->arena), "contact");
}

static void garbage(void **state)
{
    static const struct {
        const char *text, *said;
        size_t line;
    } cases[] = {
        {"hello\n", "no property", 1},
        {"", "no card", 1},
        {"BEGIN:VCARD\nVERSION:3.0\nFN:A\n", "does not end", 1},
        {"\n\nBEGIN:VCARD\nFN:A\nEND:VCARD\n", "without VERSION", 3},
        {"BEGIN:VCARD\nVERSION:2.1\nFN:A\nEND:VCARD\n", "'2.1' is not read", 2},
        {"BEGIN:VCARD\nVERSION:3.0\nNOTE:x\nEND:VCARD\n", "without a name", 1},
        {"BEGIN:VCARD\nVERSION:3.0\nFN:A\nBEGIN:VCARD\nVERSION:3.0\nFN:B\nEND:VCARD\n",
         "inside another", 4},
        {"END:VCARD\n", "without a BEGIN", 1},
        {"FN:A\n", "outside of a card", 1},
        {"BEGIN:VCARD\nVERSION:3.0\nFN:A\nTEL;X=\"a:b\nEND:VCARD\n", "no property", 4},
        {"BEGIN:VCARD\nVERSION:3.0\nFN:\xff\nEND:VCARD\n", "UTF-8", 1},
        {"BEGIN:VCARD\nVERSION:3.0\nF N:x\nFN:A\nEND:VCARD\n", "no property", 3},
    };
    struct book *b = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        parse(b, cases[i].text);
        if (b->cards.nproblems < 1 || !strstr(b->cards.problems[0].text, cases[i].said))
            fail_msg("case %zu: %s", i,
                     b->cards.nproblems ? b->cards.problems[0].text : "nothing said");
        assert_int_equal(b->cards.problems[0].line, cases[i].line);
    }
    ctl_vcards_parse("BEGIN:VCARD\n\0\n", 14, b->arena, &b->cards);
    assert_int_equal(b->cards.nproblems, 1);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {CASE(four), CASE(three), CASE(names), CASE(ids),
                                       CASE(garbage)};
    return cmocka_run_group_tests_name("vcard", tests, NULL, NULL);
}
