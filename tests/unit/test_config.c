/* SPDX-License-Identifier: BSD-2-Clause */
/* A configuration as a whole: twelve mistakes with their lines, every type and form, references,
 * the sample. Raw lines are test_ini.c's, edits test_edit.c's. */
#include "config_fixture.h"

#include "base/file.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Twelve different mistakes, each once; nothing else may be reported. Line numbers counted by
 * hand. */
static const char twelve[] = "# a resident's file\n" /*  1 */
                             "[person]\n"            /*  2 */
                             /*  3  1: no such zone */
                             "timezone = America/New_Yrok\n"
                             "[training]\n"                    /*  4  2: start is missing */
                             "specialty = internal_medicine\n" /*  5 */
                             /*  6  3: no such section */
                             "[trainin]\n"
                             "x = 1\n"              /*  7 */
                             "[contact:alvarez]\n"  /*  8 */
                             "name = Dr. Alvarez\n" /*  9 */
                             /* 10  4: no such key */
                             "cadance = 60d\n"
                             "last = 2026-02-30\n" /* 11  5: no such date */
                             /* 12  6: no such id */
                             "prospect = mercey\n"
                             "[prospect:mercy]\n"               /* 13 */
                             "name = Mercy\n"                   /* 14 */
                             "name = Mercy General\n"           /* 15  7: twice */
                             "[offer:mercy]\n"                  /* 16 */
                             "employer = Mercy; or # another\n" /* 17 */
                             /* 18  8: not whole dollars */
                             "base = $340,000\n"
                             "written = true\n" /* 19  9: not yes or no */
                             /* 20 10: out of range */
                             "rate_location = 11\n"
                             "[busy:nights]\n"      /* 21 */
                             "start = 2026-12-10\n" /* 22 */
                             /* 23 11: end before start */
                             "end = 2026-12-09\n"
                             "kind nights\n"; /* 24 12: no '=' */

static void twelve_mistakes(void **state)
{
    struct fixture *f = *state;
    static const struct {
        uint32_t line;
        const char *text;
    } expected[] = {
        {3, "error: /t/pgyd.ini:3: person.timezone: there is no time zone 'America/New_Yrok'; did "
            "you mean America/New_York?"},
        {4, "error: /t/pgyd.ini:4: training.start: this key is missing; add `start = date`"},
        {6, "error: /t/pgyd.ini:6: trainin: there is no such section; did you mean [training]?"},
        {10, "error: /t/pgyd.ini:10: contact:alvarez.cadance: there is no such key; did you mean "
             "cadence?"},
        {11, "error: /t/pgyd.ini:11: contact:alvarez.last: there is no such date: '2026-02-30'; "
             "check the day of the month"},
        {12, "error: /t/pgyd.ini:12: contact:alvarez.prospect: there is no [prospect:mercey]; did "
             "you mean mercy?"},
        {15, "error: /t/pgyd.ini:15: prospect:mercy.name: this key was set before, in line 14; "
             "keep one of the two"},
        {18, "error: /t/pgyd.ini:18: offer:mercy.base: '$340,000' is not an amount in whole "
             "dollars; write 340000"},
        {19, "error: /t/pgyd.ini:19: offer:mercy.written: 'true' is neither yes nor no; write yes"},
        {20, "error: /t/pgyd.ini:20: offer:mercy.rate_location: '11' is out of range; write a "
             "whole number from 0 to 10"},
        {23, "error: /t/pgyd.ini:23: busy:nights.end: the end comes before the start, 2026-12-10; "
             "write a later day, or mend start"},
        {24, "error: /t/pgyd.ini:24: 'kind nights' is neither a key nor a section; write `key = "
             "value`, or put # in front of a comment"},
    };
    assert_int_equal(parse(f, twelve), 12);
    assert_int_equal(f->problems.errors, 12);
    for (size_t i = 0; i < 12; i++) {
        assert_int_equal(f->problems.list[i].line, expected[i].line);
        assert_string_equal(problem(f, i), expected[i].text);
    }
    /* what was right is there, what was wrong looks unset */
    assert_string_equal(pgy_config_text(f->config, "offer", "mercy", "employer", ""),
                        "Mercy; or # another");
    assert_string_equal(pgy_config_text(f->config, "prospect", "mercy", "name", ""), "Mercy");
    assert_null(pgy_config_get(f->config, "offer", "mercy", "base"));
    assert_null(pgy_config_get(f->config, "contact", "alvarez", "prospect"));
    assert_int_equal(pgy_config_day(f->config, "contact", "alvarez", "last"), PGY_NO_DAY);
    assert_int_equal(pgy_config_line(f->config, "offer", "mercy", "base"), 18);
}

static const struct pgy_value *value(struct fixture *f, const char *section, const char *id,
                                     const char *key)
{
    const struct pgy_value *v = pgy_config_get(f->config, section, id, key);
    assert_non_null(v);
    return v;
}

static void values_of_every_type(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(
        parse(
            f,
            "[offer:m]\nemployer = M\nbase = 340000\nanswer_by = 2026-12-14 17:00\nanswer_within = "
            "7 - 10\n"
            "written = yes\nrate_pay = 7\nmust_improve = more pay ; fewer, nights;\nprospect = m\n"
            "[prospect:m]\n[hours]\nclinical = 55.5\n[habits]\ncoffee = 1970-01-02\n"
            "[contact:a]\nname = A\ncadence = 6mo\nkind = fellow\n"
            "[offer:n]\nemployer = N\nanswer_by = 2026-12-14 17:00 America/Chicago\nanswer_within "
            "= 90/150\n"
            "[offer:o]\nemployer = O\nanswer_by = 2026-12-14\nanswer_within = 5\n"
            "[goal]\nstate = ny\nflex = location, nights\nwant =\n" PERSON),
        0);
    assert_int_equal(value(f, "offer", "m", "base")->num, 340000);
    assert_int_equal(value(f, "offer", "m", "answer_by")->day, 20801); /* 2026-12-14 */
    assert_int_equal(value(f, "offer", "m", "answer_by")->minute, 1020);
    /* [person] stands below */
    assert_string_equal(value(f, "offer", "m", "answer_by")->text, "America/New_York");
    assert_string_equal(value(f, "offer", "n", "answer_by")->text, "America/Chicago");
    assert_int_equal(value(f, "offer", "o", "answer_by")->minute, -1);
    assert_int_equal(value(f, "offer", "m", "answer_within")->num, 7);
    assert_int_equal(value(f, "offer", "m", "answer_within")->num2, 10);
    assert_int_equal(value(f, "offer", "n", "answer_within")->num2, 150);
    assert_int_equal(value(f, "offer", "o", "answer_within")->num, 5);
    assert_int_equal(value(f, "offer", "o", "answer_within")->num2, 5);
    assert_int_equal(value(f, "offer", "m", "written")->num, 1);
    assert_int_equal(value(f, "offer", "m", "rate_pay")->num, 7);
    assert_int_equal(value(f, "offer", "m", "must_improve")->nlist, 2);
    assert_string_equal(value(f, "offer", "m", "must_improve")->list[0], "more pay");
    assert_string_equal(value(f, "offer", "m", "must_improve")->list[1], "fewer, nights");
    assert_string_equal(value(f, "offer", "m", "prospect")->text, "m");
    assert_true(value(f, "hours", "", "clinical")->real == 55.5);
    assert_int_equal(value(f, "habits", "", "coffee")->day, 1);
    assert_int_equal(value(f, "contact", "a", "cadence")->num, 6);
    assert_int_equal(value(f, "contact", "a", "cadence")->unit, 'm');
    assert_string_equal(value(f, "contact", "a", "kind")->text, "fellow");
    assert_int_equal(value(f, "contact", "a", "kind")->num, 2);
    assert_string_equal(value(f, "goal", "", "state")->text, "NY");
    assert_int_equal(value(f, "goal", "", "flex")->nlist, 2);
    assert_string_equal(value(f, "goal", "", "flex")->list[1], "nights");
    assert_int_equal(value(f, "goal", "", "want")->nlist, 0);
}

static void forms_of_the_core(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(
        parse(f, PERSON
              "[daemon]\nplugins = offers\npass_deadline = 500s\nplugin_path = /a, "
              "sub/b\nstate_dir = st\n"
              "profiles = profiles.d/*.ini\n[serve]\nlisten = [::1]:0\nmetrics_listen = "
              "unix:/run/m.sock\n"
              "public_url = https://cal.example.org:8443/x?y#z\n"
              "[quiet]\nhours = 22:00-07:30\nremind_at = 07:05\noncall = no\n"
              "[oncall:amion]\nurl = https://u:p@h/x.ics\nmatch = (call|backup) [0-9]{1,3}\nzone = "
              "UTC\n"
              "[notify:n]\ntype = webhook\nurl = http://[fd00::1]:80/\nallow_private = fd00::/8, "
              "10.0.0.0/8\n"
              "secret = whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX\n[packs]\npath = packs, /p\n"),
        0);
    assert_int_equal(value(f, "daemon", "", "plugins")->nlist, 1);
    assert_int_equal(value(f, "daemon", "", "pass_deadline")->unit, 's');
    assert_string_equal(value(f, "daemon", "", "plugin_path")->list[0], "/a");
    assert_string_equal(value(f, "daemon", "", "plugin_path")->list[1], "/t/sub/b");
    assert_string_equal(value(f, "daemon", "", "state_dir")->text, "/t/st");
    assert_string_equal(value(f, "daemon", "", "profiles")->text, "/t/profiles.d/*.ini");
    assert_string_equal(value(f, "packs", "", "path")->list[0], "/t/packs");
    assert_string_equal(value(f, "packs", "", "path")->list[1], "/p");
    assert_string_equal(value(f, "serve", "", "listen")->list[0], "::1");
    assert_int_equal(value(f, "serve", "", "listen")->num, 0);
    assert_string_equal(value(f, "serve", "", "metrics_listen")->list[0], "/run/m.sock");
    assert_int_equal(value(f, "serve", "", "metrics_listen")->num, -1);
    assert_int_equal(value(f, "quiet", "", "hours")->num, 1320);
    assert_int_equal(value(f, "quiet", "", "hours")->num2, 450);
    assert_int_equal(value(f, "quiet", "", "remind_at")->num, 425);
}

/* One wrong value a case: the section's line that precedes it is line 3. */
static void wrong_values(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *section, *key, *value, *expected;
    } cases[] = {
        {"offer:m", "base", "340k", "'340k' is not an amount in whole dollars; write 340000"},
        {"offer:m", "base", "340,000", "'340,000' is not an amount in whole dollars; write 340000"},
        {"offer:m", "base", "340.000",
         "'340.000' is not an amount in whole dollars; write whole dollars in digits alone, such "
         "as 340000"},
        {"offer:m", "base", "340.50", "'340.50' is not an amount in whole dollars; write 341"},
        {"offer:m", "base", "$1.2M", "'$1.2M' is not an amount in whole dollars; write 1200000"},
        {"offer:m", "base", "lots",
         "'lots' is not an amount in whole dollars; write whole dollars in digits alone, such as "
         "340000"},
        {"offer:m", "base", "999",
         "'999' is out of range; write whole dollars from 1000 to 5000000"},
        {"offer:m", "base", "5000001",
         "'5000001' is out of range; write whole dollars from 1000 to 5000000"},
        {"offer:m", "base", "99999999999999999999",
         "'99999999999999999999' is out of range; write whole dollars from 1000 to 5000000"},
        {"offer:m", "answer_by", "12/14/2026", "'12/14/2026' is not a date; write 2026-12-14"},
        {"offer:m", "answer_by", "2026-12-14 5pm",
         "'5pm' is not a time of day; write the time as HH:MM, 00:00 to 23:59, such as 17:00"},
        {"offer:m", "answer_by", "2026-12-14 17:00 Chicago",
         "there is no time zone 'Chicago'; did you mean America/Chicago?"},
        {"offer:m", "answer_by", "2026-12-14 17:00 UTC x",
         "'2026-12-14 17:00 UTC x' has more than a date, a time and a zone; write DATE, "
         "DATE HH:MM or DATE HH:MM ZONE, such as 2026-12-14 17:00 America/Chicago"},
        {"offer:m", "answer_within", "10-7",
         "the first number of '10-7' is the larger; write 7-10"},
        {"offer:m", "answer_within", "a week",
         "'a week' is not a pair of numbers; write two whole numbers such as 7-10 or 90/150, or "
         "one"},
        {"offer:m", "answer_within", "7-",
         "'7-' is not a pair of numbers; write two whole numbers such as 7-10 or 90/150, or one"},
        {"offer:m", "written", "",
         "the value is missing; write a value after the '=', or delete the line"},
        {"offer:m", "rate_pay", "7.5",
         "'7.5' is not a whole number; write a whole number from 0 to 10"},
        {"offer:m", "rate_pay", "-1", "'-1' is out of range; write a whole number from 0 to 10"},
        {"offer:m", "rate_", "1", "there is no such key; did you mean rate_*?"},
        {"offer:m", "must_improve", "a;;b", "nothing stands before a ';'; delete the one too many"},
        {"hours", "clinical", "400.5", "'400.5' is out of range; write a number from 0 to 400"},
        {"hours", "clinical", "1e3",
         "'1e3' is not a number; write a number such as 55.5 from 0 to 400"},
        {"habits", "coffee", "26-1-1",
         "'26-1-1' is not a date; write a date as YYYY-MM-DD, such as 2027-06-30"},
        {"goal", "flex", "nights, nights", "'nights' stands twice; keep one of them"},
        {"goal", "flex", "night",
         "'night' is not known here; did you mean nights? It is one of location, nights, skill or "
         "procedure"},
        {"goal", "state", "New York", "'New York' is not a state's two letters; write NY"},
        {"goal", "state", "XX", "'XX' is not a state's two letters; write two letters such as NY"},
        {"goal", "role", "GI Attending",
         "'GI Attending' is not a word of small letters, digits, _ and -; write gi_attending"},
        {"goal", "start_date", "9999-12-32",
         "there is no such date: '9999-12-32'; check the day of the month"},
        {"goal", "start_date", "1899-12-31",
         "the year of '1899-12-31' is out of range; write a year from 1900 to 9999"},
        {"training", "length", "3 years",
         "'3 years' is not a length of time; write a number and a unit without a blank: 3d, 2w, "
         "6mo, 1y"},
        {"training", "length", "36m", "'36m' could be minutes or months; write 36mo for months"},
        {"quiet", "hours", "22-7",
         "'22-7' is not a span of hours; write HH:MM-HH:MM, such as 22:00-07:00"},
        {"quiet", "hours", "07:00-07:00",
         "'07:00-07:00' begins when it ends; write two different times, such as 22:00-07:00"},
        {"quiet", "remind_at", "24:00",
         "'24:00' is not a time of day; write HH:MM from 00:00 to 23:59, such as 08:00"},
        {"daemon", "plugins", "../evil",
         "'../evil' is not the name of a plugin; write names such as milestones, networking, "
         "offers"},
        {"daemon", "profiles", "profiles.d/",
         "'profiles.d/' names a folder; write profiles.d/*.ini"},
        {"serve", "listen", "localhost:80",
         "'localhost:80' does not begin with an IP address; write 127.0.0.1:80"},
        {"serve", "listen", "127.0.0.1:65536",
         "'127.0.0.1:65536' has no port from 0 to 65535; write ADDRESS:PORT, such as "
         "127.0.0.1:8479 or [::1]:8479, or unix:PATH"},
        {"serve", "public_url", "cal.example.org",
         "'cal.example.org' is not a web address; write an address that starts with https:// "
         "or http://"},
        {"serve", "public_url", "https:///x",
         "'https:///x' names no valid host; write https://HOST/PATH, with a port as "
         "https://HOST:8443/PATH"},
        {"serve", "public_url", "https://h:99999/",
         "'https://h:99999/' names no valid host; write https://HOST/PATH, with a port as "
         "https://HOST:8443/PATH"},
        {"person", "id", "Me", "'Me' is not an id; write 1 to 24 of a-z, 0-9 and -"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[512], expected[512];
        const char *s = cases[i].section;
        snprintf(text, sizeof text, "%s[%s]\n%s%s = %s\n", strcmp(s, "person") ? PERSON : "", s,
                 !strcmp(s, "training")    ? "specialty = x\nstart = 2025-07-01\n"
                 : !strncmp(s, "offer", 5) ? "employer = E\n"
                 : !strcmp(s, "person")    ? "timezone = UTC\n"
                                           : "",
                 cases[i].key, cases[i].value);
        assert_int_equal(parse(f, text), 1);
        snprintf(expected, sizeof expected, "%s.%s: %s", s, cases[i].key, cases[i].expected);
        const char *got = strstr(problem(f, 0), s);
        assert_non_null(got);
        assert_string_equal(got, expected);
    }
}

static void secrets_are_not_shown(void **state)
{
    struct fixture *f = *state;
    assert_only(f, PERSON "[notify:s]\ntype = slack\nurl = hooks.slack.com/services/T0/B0/XYZ\n",
                "error: /t/pgyd.ini:5: notify:s.url: the value is not a web address; write an "
                "address that starts with https:// or http://");
    assert_only(f, PERSON "[oncall:a]\nurl = webcal://amion/x?key=SECRET\n",
                "error: /t/pgyd.ini:4: oncall:a.url: the value is not a web address; write "
                "https:// in place of webcal://");
}

static void webhook_secrets(void **state)
{
    struct fixture *f = *state;
    /* 24 bytes are 32 characters, 64 bytes 88 with padding; 23 and 65 bytes are one too few and too
     * many */
    static const struct {
        const char *secret;
        size_t problems;
    } cases[] = {
        {"whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", 0},
        {"whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRY=", 1},
        {"whsec_"
         "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==",
         0},
        {"whsec_"
         "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0A=",
         1},
        {"AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", 1},
        {"whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFR-X", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[256];
        snprintf(text, sizeof text,
                 PERSON "[notify:w]\ntype = webhook\nurl = https://h/\nsecret = %s\n",
                 cases[i].secret);
        assert_int_equal(parse(f, text), cases[i].problems);
        if (cases[i].problems)
            assert_null(strstr(problem(f, 0), "AAECAwQF"));
    }
    assert_int_equal(
        parse(f, PERSON "[notify:w]\ntype = ntfy\nurl = https://h/\nsecret = tk_any\n"), 0);
}

static void regular_expressions(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(parse(f, PERSON "[oncall:a]\nurl = https://h/\nmatch = (call\n"), 1);
    assert_non_null(strstr(problem(f, 0), ":5: oncall:a.match: '(call' is not an expression: "));
    assert_only(f, PERSON "[oncall:a]\nurl = https://h/\nmatch = (((a{1,200}){1,200}){1,200})\n",
                "error: /t/pgyd.ini:5: oncall:a.match: the expression is too large; write words to "
                "look for, such as call|on-call");
}

static void headers_and_ids(void **state)
{
    struct fixture *f = *state;
    assert_only(f, PERSON "[contact]\nname = A\n",
                "error: /t/pgyd.ini:3: contact: this section needs an id; write [contact:id] with "
                "a short id of your choice");
    assert_only(f, PERSON "[contact:Dr_A]\nname = A\n",
                "error: /t/pgyd.ini:3: contact:Dr_A: 'Dr_A' is not an id; an id is made of 1 to 24 "
                "of a-z, 0-9 and -");
    assert_only(f, "[person:me]\ntimezone = UTC\n" PERSON,
                "error: /t/pgyd.ini:1: person:me: this section takes no id; write [person]");
    assert_only(
        f, PERSON "[Contacts:a]\nname = A\n",
        "error: /t/pgyd.ini:3: Contacts:a: there is no such section; did you mean [contact:a]?");
    assert_only(f, PERSON "[zzzzzz]\n",
                "error: /t/pgyd.ini:3: zzzzzz: there is no such section; `pgyctl explain` lists "
                "all sections");
    /* a header that stands twice is told so once, and not again what is wrong with it */
    assert_int_equal(parse(f, PERSON "[contact:A]\nname = A\n[contact:A]\nname = A\n"), 2);
    assert_int_equal(f->problems.list[0].line, 3);
    assert_non_null(strstr(problem(f, 1), ":5: contact:A: this section stands already in line 3"));
    /* Blanks around the colon make no other section of it. */
    assert_only(f, PERSON "[contact:alvarez]\nname = A\n[ contact : alvarez ]\nname = B\n",
                "error: /t/pgyd.ini:5: contact:alvarez: this section stands already in line 3; put "
                "the keys of both together, or give this one"
                " another id");
    assert_int_equal(parse(f, PERSON "[contact:abcdefghijklmnopqrstuvwx]\nname = A\n"), 0);
    assert_int_equal(parse(f, PERSON "[contact:abcdefghijklmnopqrstuvwxy]\nname = A\n"), 1);
}

static void required_keys(void **state)
{
    struct fixture *f = *state;
    assert_only(
        f, "[person]\nname = A\n",
        "error: /t/pgyd.ini:1: person.timezone: this key is missing; add `timezone = IANA zone`");
    assert_int_equal(parse(f, PERSON "[training]\n[busy:x]\n[fellowship]\n"), 5);
    assert_int_equal(f->problems.list[0].line, 3);
    assert_int_equal(f->problems.list[2].line, 4);
    assert_int_equal(f->problems.list[4].line, 5);
    /* wrong is not missing */
    assert_int_equal(parse(f, "[person]\ntimezone = nowhere/atall\n"), 1);
    assert_string_equal(f->problems.list[0].key, "timezone");
}

static void checks_between_keys(void **state)
{
    struct fixture *f = *state;
    static const char training[] = PERSON "[training]\nspecialty = im\nstart = 2025-07-01\n";
    char text[512];
    /* the day before, the day, the day after */
    snprintf(text, sizeof text, "%send = 2025-06-30\n", training);
    assert_only(f, text,
                "error: /t/pgyd.ini:6: training.end: the end comes before the start, 2025-07-01; "
                "write a later day, or mend start");
    snprintf(text, sizeof text, "%send = 2025-07-01\n", training);
    assert_int_equal(parse(f, text), 0);
    snprintf(text, sizeof text, "%send = 2025-07-02\n", training);
    assert_int_equal(parse(f, text), 0);
    snprintf(text, sizeof text, "%spgy = 2\n", training);
    assert_only(f, text,
                "error: /t/pgyd.ini:6: training.pgy: a year of training without its date; add "
                "`as_of = DATE`, the day on which "
                "it is right");
    snprintf(text, sizeof text, "%spgy = 2\nas_of = 2026-07-01\n", training);
    assert_int_equal(parse(f, text), 0);
    assert_only(f, PERSON "[fellowship]\ntype = gi\nstart = 2028-07-01\nend = 2028-06-30\n",
                "error: /t/pgyd.ini:6: fellowship.end: the end comes before the start, 2028-07-01; "
                "write a later day, or mend start");
    assert_only(
        f, PERSON "[notify:w]\ntype = webhook\n",
        "error: /t/pgyd.ini:3: notify:w.url: webhook needs an address; add `url = https://…`");
    assert_int_equal(parse(f, PERSON "[notify:w]\ntype = log\n"), 0);
    assert_only(f, PERSON "[oncall:a]\n",
                "error: /t/pgyd.ini:3: oncall:a.url: there is no calendar to read; add `url = "
                "https://…` or `file = NAME.ics`");
}

static void defaults(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(parse(f, PERSON "[contact:a]\nname = A\n[quiet]\nremind_at = 25:00\n"), 1);
    assert_int_equal(value(f, "contact", "a", "cadence")->num, 90);
    assert_true(value(f, "contact", "a", "cadence")->is_default);
    assert_null(pgy_config_get(f->config, "contact", "b", "cadence")); /* no such instance */
    assert_null(pgy_config_get(f->config, "contact", "", "cadence"));
    assert_int_equal(value(f, "daemon", "", "plugins")->nlist, 3);
    assert_string_equal(pgy_config_text(f->config, "serve", "", "listen", ""), "127.0.0.1:8479");
    assert_int_equal(value(f, "quiet", "", "remind_at")->num, 480); /* the bad one looks unset */
    assert_null(pgy_config_get(f->config, "serve", "", "public_url"));
    assert_null(pgy_config_get(f->config, "nobody", "", "x"));
    assert_int_equal(pgy_config_count(f->config, "contact"), 1);
    assert_string_equal(pgy_config_nth(f->config, "contact", 0)->id, "a");
    assert_null(pgy_config_nth(f->config, "contact", 1));
    assert_string_equal(pgy_config_section(f->config, "contact", "a")->owner, "networking");
    assert_int_equal(pgy_config_line(f->config, "contact", "a", NULL), 3);
    assert_int_equal(pgy_config_line(f->config, "contact", "a", "name"), 4);
}

static void a_zone_without_summer(void **state)
{
    struct fixture *f = *state;
    assert_only(f, "[person]\ntimezone = EST\n",
                "warning: /t/pgyd.ini:2: person.timezone: the zone 'EST' knows no summer time; "
                "write America/New_York unless you mean that");
    assert_int_equal(f->problems.errors, 0);
}

int main(void)
{
#define TEST(t) cmocka_unit_test_setup_teardown(t, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(twelve_mistakes),
        TEST(values_of_every_type),
        TEST(forms_of_the_core),
        TEST(wrong_values),
        TEST(secrets_are_not_shown),
        TEST(webhook_secrets),
        TEST(regular_expressions),
        TEST(headers_and_ids),
        TEST(required_keys),
        TEST(checks_between_keys),
        TEST(defaults),
        TEST(a_zone_without_summer),
    };
    return cmocka_run_group_tests_name("config", tests, NULL, NULL);
}
