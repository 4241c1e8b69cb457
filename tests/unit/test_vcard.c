/* SPDX-License-Identifier: BSD-2-Clause */
/* Address books: the forms of RFC 2426 and RFC 6350 that phones write, what is no address book, and
 * what the installed list of titles makes of a card. */
#include "ctl/titles.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct book {
    struct pgy_arena *arena;
    struct ctl_vcards cards;
    struct ctl_titles titles;
};

static void read_titles(struct book *b)
{
    const char *top = getenv("top_srcdir"), *why = "";
    char path[512], bytes[16384];
    size_t line = 0;
    snprintf(path, sizeof path, "%s/etc/lists/titles.tsv", top ? top : ".");
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("cannot open %s: run it from make check, or in the source folder", path);
    size_t n = fread(bytes, 1, sizeof bytes - 1, file);
    fclose(file);
    bytes[n] = '\0';
    if (ctl_titles_parse(bytes, b->arena, &b->titles, &line, &why) != 0)
        fail_msg("%s:%zu: %s", path, line, why);
}

static int setup(void **state)
{
    static struct book b;
    b = (struct book){.arena = pgy_arena_new()};
    read_titles(&b);
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
    struct book *b = *state;
    const struct ctl_vcard *c = one(
        b, "\xef\xbb\xbf"
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
    assert_string_equal(ctl_titles_kind(&b->titles, c, &center), "director");
    assert_null(center);
}

/* 3.0 with TYPE=pref, bare line feeds, a tab as fold, small letters, no FN. */
static void three(void **state)
{
    struct book *b = *state;
    const struct ctl_vcard *c =
        one(b, "begin:vcard\nversion:3.0\nn:Park;Robin;J.;;\nemail;type=INTERNET:a@example.org\n"
               "email;type=INTERNET,pref:b@exam\n\tple.org\ntel;type=CELL:919 555 0101\nrole:OR "
               "Scheduler\n"
               "photo;encoding=b;type=jpeg:AAAA\nend:vcard\n");
    const char *center;
    assert_string_equal(c->name, "Robin J. Park");
    assert_string_equal(c->email, "b@example.org");
    assert_string_equal(ctl_titles_kind(&b->titles, c, &center), "admin");
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
    assert_string_equal(ctl_titles_id(&b->titles,
                                      "Dr. Mar\xc3\xad"
                                      "a \xc3\x81lvarez, MD",
                                      b->arena),
                        "maria-alvarez");
    assert_string_equal(ctl_titles_id(&b->titles, "Sean O'Neil", b->arena), "sean-oneil");
    assert_string_equal(ctl_titles_id(&b->titles,
                                      "J\xc3\xb6rg Stra\xc3\x9f"
                                      "er",
                                      b->arena),
                        "joerg-strasser");
    assert_string_equal(ctl_titles_id(&b->titles, "Bartholomew Featherstonehaugh", b->arena),
                        "bartholomew");
    assert_string_equal(ctl_titles_id(&b->titles, "Abcdefghijklmnopqrstuvwxyz", b->arena),
                        "abcdefghijklmnopqrstuvwx");
    assert_string_equal(ctl_titles_id(&b->titles, "\xe5\xb1\xb1\xe7\x94\xb0", b->arena), "contact");
    assert_string_equal(ctl_titles_id(&b->titles, "Dr.", b->arena), "contact");
}

/* Every title and role of before the list; the first role that fits counts, in small letters and
 * large, and a category before a title. */
static void words(void **state)
{
    static const struct {
        const char *role, *categories, *kind, *center;
    } cases[] = {{"Fellowship Director", NULL, "director", NULL},
                 {"Chief Fellow", NULL, "chief", NULL},
                 {"PHYSICIAN RECRUITER", NULL, "recruiter", NULL},
                 {"Talent partner", NULL, "recruiter", NULL},
                 {"Program Coordinator", NULL, "admin", "scheduling"},
                 {"Administrative assistant", NULL, "admin", "scheduling"},
                 {"Nurse Manager", NULL, "admin", "scheduling"},
                 {"Charge nurse", NULL, "other", "staff"},
                 {"Echo technician", NULL, "other", "staff"},
                 {"Cath lab technologist", NULL, "other", "staff"},
                 {"Sales", NULL, "rep", NULL},
                 {"Representative", NULL, "rep", NULL},
                 {"Attending physician", NULL, "attending", "attending"},
                 {"Graduate of 2024", NULL, "grad", NULL},
                 {"Nurse", "fellows", "fellow", NULL},
                 {"Nurse", "friends", "other", "staff"},
                 {"Plumber", NULL, NULL, NULL},
                 {NULL, NULL, NULL, NULL}};
    struct book *b = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct ctl_vcard card = {.role = cases[i].role, .categories = cases[i].categories};
        const char *center, *kind = ctl_titles_kind(&b->titles, &card, &center);
        const char *got[] = {kind, center}, *want[] = {cases[i].kind, cases[i].center};
        for (size_t k = 0; k < 2; k++) {
            if (!got[k] != !want[k] || (got[k] && strcmp(got[k], want[k]) != 0))
                fail_msg("case %zu: %s", i, got[k] ? got[k] : "none");
        }
    }
    assert_string_equal(ctl_titles_id(&b->titles,
                                      "Prof. Professor Mr. Mrs. Ms. Ann MD DO PhD MPH FACS FACP RN "
                                      "NP PA",
                                      b->arena),
                        "ann");
}

/* A list that somebody spoiled is refused with its line. */
static void spoiled_list(void **state)
{
    static const char *const lines[] = {"title\tdr\t-\n",
                                        "title\tDr\t-\t-\n",
                                        "title\t\t-\t-\n",
                                        "title\tdr\tother\t-\n",
                                        "title\tdr\t-\tstaff\n",
                                        "role\tnurse\t-\t-\n",
                                        "role\tnurse\tother\t\n",
                                        "role\t\tother\t-\n",
                                        "rolle\tnurse\tother\t-\n",
                                        "role\tnurse\tother\t-\tx\n",
                                        "role\tnurse\tother x\t-\n",
                                        "role\tnurse\tother\tthe staff\n"};
    struct book *b = *state;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct ctl_titles titles = {0};
        const char *why = NULL;
        char text[128];
        size_t line = 0;
        snprintf(text, sizeof text, "# titles\n\n%s", lines[i]);
        if (ctl_titles_parse(text, b->arena, &titles, &line, &why) == 0 || line != 3 || !why)
            fail_msg("case %zu: line %zu", i, line);
    }
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
    const struct CMUnitTest tests[] = {CASE(four),  CASE(three),        CASE(names),  CASE(ids),
                                       CASE(words), CASE(spoiled_list), CASE(garbage)};
    return cmocka_run_group_tests_name("vcard", tests, NULL, NULL);
}
