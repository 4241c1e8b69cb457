/* SPDX-License-Identifier: BSD-2-Clause */
/* The boards of etc/packs/boards.ini: their rules held against days that boards have published, and
 * no residency left without a board. Who ends off cycle is test_offcycle.c's. */
#define FAKE_PLUGIN pgyd_plugin_milestones
#define FAKE_PACKS "monthly.ini", "phases.ini"
#include "tests/unit/fake_fixture.h"

#include <stdio.h>
#include <stdlib.h>

#define EXPECTED "(expected, not yet announced)"

/* Who ends residency on June 30 of a year, or on the day `more` says; freed by the caller. */
static struct fake *ending(const char *specialty, int years, int end, const char *more)
{
    char ini[400];
    struct fake *f = fresh("2008-01-01");
    fake_packs(f, "boards.ini");
    snprintf(ini, sizeof ini,
             "[training]\nspecialty = %s\nstart = %d-07-01\nend = %d-06-30\n[goal]\nstart_date = "
             "%d-08-15\n%s",
             specialty, end - years, end, end, more ? more : "");
    fake_ini(f, ini);
    fake_plan(f);
    return f;
}

static const struct pgyd_item *wanted(const struct fake *f, const char *id)
{
    const struct pgyd_item *item = fake_item(f, id);
    if (!item)
        fail_msg("%s is not planned", id);
    return item;
}

static pgyd_day last_day(const struct pgyd_item *item)
{
    return item->end != PGYD_NO_DAY ? item->end : item->start;
}

/* ---- days that were published ---- */

struct cycle {
    const char *specialty;
    int years, end;
    const char *more, *id, *first, *last; /* NULL: not published, or not the rule */
};

#define ICU(end) "[fellowship]\ntype = critical_care\nend = " end "\n"
#define MFM(end) "[fellowship]\ntype = mfm\nend = " end "\n"

static const struct cycle cycles[] = {
    /* medschooltutors.com, ABIM exam, 2021; ABIM blog, 2025 */
    {"internal_medicine", 3, 2021, NULL, "abim-registration", "2020-12-01", "2021-04-15"},
    {"internal_medicine", 3, 2021, NULL, "abim-registration-late", "2021-04-16", "2021-04-28"},
    {"internal_medicine", 3, 2026, NULL, "abim-registration", "2025-12-01", NULL},
    /* ABIM, critical care exam dates, 2025 and 2026 */
    {"internal_medicine", 3, 2023, ICU("2025-06-30"), "abim-sub-registration", "2024-12-01",
     "2025-06-15"},
    {"internal_medicine", 3, 2024, ICU("2026-06-30"), "abim-sub-registration", "2025-12-01",
     "2026-06-15"},
    {"internal_medicine", 3, 2024, ICU("2026-06-30"), "abim-sub-registration-late", "2026-06-16",
     "2026-06-28"},
    /* NEJM Knowledge+, ABFM exams, 2024; ABFM candidate booklet, 2021 (late after January 25) */
    {"family_medicine", 3, 2024, NULL, "abfm-registration", "2023-10-20", "2024-01-22"},
    {"family_medicine", 3, 2021, NULL, "abfm-registration", NULL, "2021-01-25"},
    {"family_medicine", 3, 2024, NULL, "abfm-registration-late", "2024-01-23", "2024-02-29"},
    /* challengercme.com, ABP exam dates, 2026; abp.org, exam dates and fees, 2021 */
    {"pediatrics", 3, 2026, NULL, "abp-registration", "2026-01-14", "2026-03-31"},
    {"pediatrics", 3, 2026, NULL, "abp-registration-late", "2026-04-01", "2026-05-14"},
    {"pediatrics", 3, 2026, NULL, "abp-exam", "2026-10-13", "2026-10-15"},
    {"med_peds", 4, 2026, NULL, "abp-license", "2026-10-01", NULL},
    {"pediatrics", 3, 2021, NULL, "abp-registration", NULL, "2021-03-31"},
    {"pediatrics", 3, 2021, NULL, "abp-exam", "2021-10-12", "2021-10-14"},
    /* ABPN, neurology and child neurology pages, 2024 */
    {"neurology", 4, 2024, NULL, "abpn-license", "2024-09-01", NULL},
    /* ABA, BASIC dates, fees and registration, 2017: the end of CA-1 of the class of 2019 */
    {"anesthesiology", 4, 2019, NULL, "aba-basic-registration", "2017-03-01", "2017-04-27"},
    {"anesthesiology", 4, 2019, NULL, "aba-basic-late", NULL, "2017-05-11"},
    {"anesthesiology", 4, 2019, NULL, "aba-basic", "2017-06-09", "2017-06-10"},
    /* ABA, subspecialty certification exams, 2021 */
    {"anesthesiology", 4, 2020, ICU("2021-06-30"), "aba-critical-care", "2021-03-01", "2021-07-08"},
    {"anesthesiology", 4, 2020, ICU("2021-06-30"), "aba-critical-care-late", NULL, "2021-09-16"},
    /* ABEM, apply for certification, 2024; in 2017 the last day was October 5 */
    {"emergency_medicine", 3, 2024, NULL, "abem-apply", NULL, "2024-09-05"},
    {"emergency_medicine", 3, 2024, NULL, "abem-apply-late", "2024-09-06", "2024-10-04"},
    /* ABS, applying for the QE, 2024 */
    {"general_surgery", 5, 2024, NULL, "abs-case-log", "2024-06-07", NULL},
    /* ABS, vascular surgery qualifying exam, 2024 */
    {"vascular_surgery", 5, 2024, NULL, "vsb-apply", NULL, "2024-07-01"},
    {"vascular_surgery", 5, 2024, NULL, "vsb-apply-late", NULL, "2024-07-15"},
    {"general_surgery", 5, 2022, "[fellowship]\ntype = vascular\nend = 2024-06-30\n",
     "vsb-apply-late", NULL, "2024-07-15"},
    /* ABTS, initial certification, 2020; alternate pathway, 2023 */
    {"cardiothoracic_surgery", 6, 2020, NULL, "abts-apply", "2020-06-22", NULL},
    {"cardiothoracic_surgery", 6, 2023, NULL, "abts-apply", NULL, "2023-08-15"},
    {"general_surgery", 5, 2021, "[fellowship]\ntype = cardiothoracic\nend = 2023-06-30\n",
     "abts-apply", NULL, "2023-08-15"},
    /* challengercme.com, ABOG QE and CE dates, 2026; exampro.com, ABOG schedule, 2018 */
    {"ob_gyn", 4, 2026, NULL, "abog-registration", "2026-01-07", "2026-02-15"},
    {"ob_gyn", 4, 2017, NULL, "abog-certifying", "2018-02-01", "2018-03-15"},
    /* ABOG, subspecialty dates and fees, 2024 and 2025 */
    {"ob_gyn", 4, 2021, MFM("2024-06-30"), "abog-sub-registration", "2024-01-03", "2024-02-16"},
    {"ob_gyn", 4, 2021, MFM("2024-06-30"), "abog-sub-registration-late", NULL, "2024-03-01"},
    {"ob_gyn", 4, 2021, MFM("2024-06-30"), "abog-sub-exam", "2024-07-22", NULL},
    {"ob_gyn", 4, 2022, MFM("2025-06-30"), "abog-sub-registration", "2025-01-03", "2025-02-14"},
    {"ob_gyn", 4, 2022, MFM("2025-06-30"), "abog-sub-registration-late", NULL, "2025-02-28"},
    {"ob_gyn", 4, 2022, MFM("2025-06-30"), "abog-sub-exam", "2025-07-21", NULL},
    {"ob_gyn", 4, 2021, MFM("2024-06-30"), "abog-sub-certifying", NULL, "2025-06-30"},
    {"ob_gyn", 4, 2021, MFM("2024-06-30"), "abog-sub-certifying-late", NULL, "2025-07-15"},
    /* ABR, program administration, 2017 and 2024: R1 is PGY-2 */
    {"diagnostic_radiology", 5, 2021, NULL, "abr-apply", "2017-07-01", "2017-09-30"},
    {"diagnostic_radiology", 5, 2021, NULL, "abr-apply-late", NULL, "2017-10-31"},
    {"diagnostic_radiology", 5, 2028, NULL, "abr-apply-late", NULL, "2024-10-31"},
    /* ABR, calendar for radiation oncology, 2025 and 2026 */
    {"radiation_oncology", 5, 2026, NULL, "abr-ro-physics", "2025-06-26", NULL},
    {"radiation_oncology", 5, 2027, NULL, "abr-ro-physics", "2026-06-25", NULL},
    /* AuntMinnie, ABR timeline shift, 2026: core in June of R3, from the class of 2029 on in the
     * autumn of R4; oral early in 2028 for the class of 2027, in June of R4 from 2028 on */
    {"diagnostic_radiology", 5, 2028, NULL, "abr-core", "2027-06-01", "2027-06-30"},
    {"diagnostic_radiology", 5, 2029, NULL, "abr-core", "2028-10-01", "2028-11-30"},
    {"diagnostic_radiology", 5, 2027, NULL, "abr-certifying", "2028-01-01", "2028-03-31"},
    {"diagnostic_radiology", 5, 2028, NULL, "abr-certifying", "2028-06-01", "2028-06-30"},
    /* ABOS, Part II application instructions, 2026: in practice by November 1, 2024 */
    {"orthopaedic_surgery", 5, 2024, NULL, "abos-part-2-cases", "2025-01-01", "2025-06-30"},
    {"orthopaedic_surgery", 5, 2024, NULL, "abos-part-2-apply", "2025-08-15", NULL},
    {"orthopaedic_surgery", 5, 2024, NULL, "abos-part-2-late", NULL, "2025-08-31"},
    /* ABPath, exam dates, 2019 and 2020 */
    {"pathology", 4, 2019, NULL, "abpath-registration", "2018-09-15", "2019-01-15"},
    {"pathology", 4, 2020, NULL, "abpath-registration", "2019-09-15", "2020-01-15"},
    {"pathology", 4, 2020, NULL, "abpath-registration-late", "2020-01-16", "2020-02-15"},
    /* ABPMR, Part I, 2018 and 2023; apply now for Part II, 2021 */
    {"pmr", 4, 2018, NULL, "abpmr-registration", "2017-11-01", "2018-01-31"},
    {"pmr", 4, 2018, NULL, "abpmr-exam", NULL, "2018-08-13"},
    {"pmr", 4, 2020, NULL, "abpmr-exam", "2020-08-03", NULL},
    {"pmr", 4, 2023, NULL, "abpmr-exam", "2023-08-07", NULL},
    {"pmr", 4, 2021, NULL, "abpmr-part-2", NULL, "2021-10-31"},
    {"pmr", 4, 2021, NULL, "abpmr-part-2-late", "2021-11-01", "2021-11-15"},
    /* ABO, dates and deadlines, 2020 */
    {"ophthalmology", 4, 2020, NULL, "abo-registration", "2020-06-01", NULL},
    {"ophthalmology", 4, 2020, NULL, "abo-registration-late", NULL, "2020-08-01"},
    {"ophthalmology", 4, 2020, NULL, "abo-oral", "2020-11-15", NULL},
    /* ABU, qualifying examination page, 2016; information for applicants, 2016 and 2020 */
    {"urology", 5, 2016, NULL, "abu-apply", NULL, "2015-11-01"},
    {"urology", 5, 2016, NULL, "abu-apply-late", NULL, "2015-12-01"},
    {"urology", 5, 2016, NULL, "abu-part-1", "2016-07-14", "2016-07-15"},
    {"urology", 5, 2019, NULL, "abu-part-1", "2019-07-11", "2019-07-12"},
    {"urology", 5, 2020, NULL, "abu-part-1", "2020-07-09", "2020-07-10"},
    /* ABNS, exam schedule, 2023 */
    {"neurosurgery", 7, 2025, NULL, "abns-primary-latest", "2024-03-01", NULL},
    {"neurosurgery", 7, 2026, NULL, "abns-primary-latest", "2025-03-07", NULL},
    /* ABPS, booklet of information, 2020-21 */
    {"plastic_surgery", 6, 2021, NULL, "abps-apply", NULL, "2020-10-01"},
    {"plastic_surgery", 6, 2021, NULL, "abps-apply-late", NULL, "2020-10-08"},
    {"plastic_surgery", 6, 2021, NULL, "abps-registration", "2021-02-11", NULL},
    {"plastic_surgery", 6, 2020, NULL, "abps-oral", "2021-04-22", NULL},
    {"plastic_surgery", 6, 2021, NULL, "abps-registration-late", NULL, "2021-02-16"},
    /* ABPN, neurocritical care, information for applicants, 2021; neurophysiology, 2013 */
    {"neurology", 4, 2019, "[fellowship]\ntype = neurocritical\nend = 2021-06-30\n",
     "abpn-neurocritical", "2020-12-03", "2021-04-06"},
    {"neurology", 4, 2019, "[fellowship]\ntype = neurocritical\nend = 2021-06-30\n",
     "abpn-neurocritical-late", NULL, "2021-04-27"},
    {"neurology", 4, 2012, "[fellowship]\ntype = neurophysiology\nend = 2013-06-30\n",
     "abpn-neurophysiology", "2013-01-15", "2013-04-15"},
    {"neurology", 4, 2012, "[fellowship]\ntype = neurophysiology\nend = 2013-06-30\n",
     "abpn-neurophysiology-late", NULL, "2013-06-15"},
};

static void published_days(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cycles / sizeof cycles[0]; i++) {
        const struct cycle *c = &cycles[i];
        struct fake *f = ending(c->specialty, c->years, c->end, c->more);
        const struct pgyd_item *item = wanted(f, c->id);
        if ((c->first && item->start != fake_day(c->first)) ||
            (c->last && last_day(item) != fake_day(c->last)))
            fail_msg("%s %d: %s is %s, published %s..%s", c->specialty, c->end, c->id,
                     fake_days(f, c->id), c->first ? c->first : "?", c->last ? c->last : "?");
        fake_free(&f);
    }
}

/* Exams whose days no rule gives: the planned weeks hold those that were. */
static const struct cycle weeks[] = {
    {"internal_medicine", 3, 2021, NULL, "abim-exam", "2021-08-16", "2021-08-30"},
    {"internal_medicine", 3, 2023, ICU("2025-06-30"), "abim-sub-exam", "2025-11-06", "2025-11-06"},
    {"internal_medicine", 3, 2024, ICU("2026-06-30"), "abim-sub-exam", "2026-10-07", "2026-10-07"},
    {"family_medicine", 3, 2024, NULL, "abfm-exam", "2024-04-09", "2024-04-26"},
    {"anesthesiology", 4, 2016, NULL, "aba-advanced", "2016-07-29", "2016-07-30"},
    {"general_surgery", 5, 2020, NULL, "abs-qualifying", "2020-07-16", "2020-07-17"},
    {"vascular_surgery", 5, 2021, NULL, "vsb-certifying", "2022-05-16", "2022-05-17"},
    {"vascular_surgery", 5, 2022, NULL, "vsb-certifying", "2023-05-15", "2023-05-16"},
    {"vascular_surgery", 5, 2022, NULL, "vsb-exam", "2022-09-13", "2022-09-13"},
    {"vascular_surgery", 5, 2024, NULL, "vsb-exam", "2024-09-17", "2024-09-17"},
    {"cardiothoracic_surgery", 6, 2020, NULL, "abts-written", "2020-12-07", "2020-12-18"},
    {"diagnostic_radiology", 5, 2018, NULL, "abr-core", "2017-06-08", "2017-06-09"},
    {"radiation_oncology", 5, 2025, NULL, "abr-ro-clinical", "2025-05-15", "2025-05-15"},
    {"radiation_oncology", 5, 2026, NULL, "abr-ro-clinical", "2026-05-12", "2026-05-12"},
    {"radiation_oncology", 5, 2024, NULL, "abr-ro-oral", "2025-04-06", "2025-04-12"},
    {"radiation_oncology", 5, 2025, NULL, "abr-ro-oral", "2026-04-12", "2026-04-18"},
    {"pmr", 4, 2021, NULL, "abpmr-part-2-exam", "2022-05-16", "2022-05-20"},
    {"ophthalmology", 4, 2019, NULL, "abo-written", "2019-09-14", "2019-09-14"},
    {"ophthalmology", 4, 2025, NULL, "abo-written", "2025-09-27", "2025-09-27"},
    {"otolaryngology", 5, 2025, NULL, "abohns-written", "2025-07-10", "2025-07-10"},
    {"plastic_surgery", 6, 2021, NULL, "abps-written", "2021-05-11", "2021-05-11"},
    {"neurology", 4, 2019, "[fellowship]\ntype = neurocritical\nend = 2021-06-30\n",
     "abpn-neurocritical-exam", "2021-10-04", "2021-10-08"},
    {"pediatrics", 3, 2019, "[fellowship]\ntype = allergy\nend = 2021-06-30\n", "abai-exam",
     "2021-10-04", "2021-10-08"},
};

static void published_exams(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof weeks / sizeof weeks[0]; i++) {
        const struct cycle *c = &weeks[i];
        struct fake *f = ending(c->specialty, c->years, c->end, c->more);
        const struct pgyd_item *item = wanted(f, c->id);
        if (item->start > fake_day(c->first) || last_day(item) < fake_day(c->last))
            fail_msg("%s %d: %s is %s, the exam was %s..%s", c->specialty, c->end, c->id,
                     fake_days(f, c->id), c->first, c->last);
        fake_free(&f);
    }
}

/* ---- the file itself ---- */

static size_t line_length(const char *line)
{
    return strcspn(line, "\n");
}

/* The line of a key within the section that begins at `section`; NULL. */
static const char *line_of(const char *section, const char *key)
{
    const char *line = section;
    do {
        if (strncmp(line, key, strlen(key)) == 0)
            return line;
        line += line_length(line);
        line += *line == '\n';
    } while (*line && *line != '[');
    return NULL;
}

/* For everybody at once: no two rows have one title, and what is fatal has a source. */
static void rows(void **state)
{
    (void)state;
    struct fake *f = fresh("2026-11-22");
    fake_packs(f, "boards.ini");
    const char *text = f->files[f->nfiles - 1].bytes;
    size_t n = 0;
    for (const char *s = strstr(text, "\n[milestone:"); s; s = strstr(s + 1, "\n[milestone:")) {
        const char *title = line_of(s + 1, "title = ");
        assert_non_null(title);
        n++;
        for (const char *t = strstr(title, "\ntitle = "); t; t = strstr(t + 1, "\ntitle = ")) {
            if (line_length(title) == line_length(t + 1) &&
                strncmp(title, t + 1, line_length(title)) == 0)
                fail_msg("twice: %.*s", (int)line_length(title), title);
        }
        if (line_of(s + 1, "stakes = fatal") && !line_of(s + 1, "source = "))
            fail_msg("fatal without a source: %.*s", (int)line_length(title), title);
    }
    assert_true(n > 90);
    fake_free(&f);
}

/* ---- certainty ---- */

static bool is_ask(const struct pgyd_item *item)
{
    return strncmp(item->title, "Ask ", strlen("Ask ")) == 0 &&
           strstr(item->title, "registration closes");
}

/* What a person does with a board by a day that past cycles give. */
static bool is_dated(const struct pgyd_item *item)
{
    return strstr(item->title, EXPECTED) && item->stakes >= PGYD_COSTLY;
}

/* A date from past cycles says so, and nothing of a board's is lost for good without a source. */
static void assert_certain(const char *specialty, const struct pgyd_item *item)
{
    bool said = strstr(item->title, EXPECTED) != NULL;
    if (strlen(item->title) > 60)
        fail_msg("%s: \"%s\" is longer than 60", item->slug, item->title);
    if (said && item->confidence != PGYD_PATTERN)
        fail_msg("%s, %s: expected, and not a pattern", specialty, item->slug);
    if (item->stakes == PGYD_FATAL && (!said || !item->source || !item->source[0]))
        fail_msg("%s, %s: fatal without a source, or without saying that it is expected", specialty,
                 item->slug);
    if (is_ask(item) && (item->stakes != PGYD_COSTLY || item->kind != PGYD_REMINDER))
        fail_msg("%s, %s: asking is costly, and on no day", specialty, item->slug);
}

struct residency {
    char code[40];
    int years;
    unsigned dated, fatal, asks;
    char boards[400];
};

static void look(struct residency *r)
{
    struct fake *f = ending(r->code, r->years, 2031, NULL);
    for (size_t i = 0; i < f->nitems; i++) {
        const struct pgyd_item *item = &f->items[i];
        if (strncmp(item->slug, "step3", 5) == 0)
            continue;
        assert_certain(r->code, item);
        r->dated += is_dated(item);
        r->fatal += item->stakes == PGYD_FATAL;
        r->asks += is_ask(item);
        if (is_ask(item) || strstr(item->title, EXPECTED)) {
            size_t n = strlen(r->boards);
            snprintf(r->boards + n, sizeof r->boards - n, " %s%s", item->slug,
                     is_ask(item) ? "(ask)" : "");
        }
    }
    fake_free(&f);
}

/* The residencies of etc/lists/specialties.tsv but for the years that lead to another. */
static size_t residencies(struct residency *list, size_t most)
{
    const char *text = NULL;
    struct fake *f = fresh("2026-11-22");
    size_t n = 0;
    for (size_t i = 0; i < f->nfiles; i++)
        text = strcmp(f->files[i].name, "specialties.tsv") == 0 ? f->files[i].bytes : text;
    assert_non_null(text);
    for (const char *line = text; *line; line = strchr(line, '\n') + 1) {
        char code[40], years[8], base[16], after[40];
        if (line[0] != '#' &&
            sscanf(line, "%39[^\t]\t%7[^\t]\t%15[^\t]\t%39[^\t]", code, years, base, after) == 4 &&
            strcmp(after, "-") == 0 && strcmp(years, "1") != 0) {
            assert_true(n < most);
            snprintf(list[n].code, sizeof list[n].code, "%s", code);
            list[n++].years = (int)strtol(years, NULL, 10);
        }
        if (!strchr(line, '\n'))
            break;
    }
    fake_free(&f);
    return n;
}

/* Each residency has days of its board, or is told once to ask. PGY_BOARDS prints the table. */
static void no_empty_cell(void **state)
{
    static struct residency list[64];
    (void)state;
    size_t n = residencies(list, sizeof list / sizeof list[0]);
    bool bad = n < 26;
    for (size_t i = 0; i < n; i++)
        look(&list[i]);
    for (size_t i = 0; i < n; i++)
        bad = bad || list[i].asks > 1 || list[i].dated + list[i].asks == 0;
    for (size_t i = 0; i < n && (bad || getenv("PGY_BOARDS")); i++)
        print_message("%-24s dated %u, fatal %u, ask %u:%s\n", list[i].code, list[i].dated,
                      list[i].fatal, list[i].asks, list[i].boards);
    if (bad)
        fail_msg("a residency has no board, or is told to ask twice");
}

/* A field that no row knows asks once; so does a combined one. A preliminary year asks nothing. */
static void unknown_field(void **state)
{
    static struct residency fields[] = {{.code = "im_psych", .years = 5},
                                        {.code = "medical_genetics", .years = 4},
                                        {.code = "prelim_im", .years = 1},
                                        {.code = "transitional_year", .years = 1},
                                        {.code = "general_surgery", .years = 1}};
    (void)state;
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        look(&fields[i]);
        if (fields[i].asks != (fields[i].years > 1) || fields[i].dated)
            fail_msg("%s: %u asks, %u dated", fields[i].code, fields[i].asks, fields[i].dated);
    }
}

/* ---- asking in time ---- */

/* Ten months before an exam, and before what is known of the earliest registrations. */
static void asked_in_time(void **state)
{
    static const struct {
        const char *specialty;
        int years;
        const char *id, *asked, *earliest;
    } asks[] = {
        /* ABPN: the subspecialty that opens earliest did on December 3 */
        {"psychiatry", 4, "abpn-lookup", "2026-11-01", "2026-12-03"},
        {"neurology", 4, "abpn-lookup", "2026-11-01", "2026-12-03"},
        /* ABA: the summer BASIC opened on March 1 */
        {"anesthesiology", 4, "aba-advanced-lookup", "2026-09-01", "2027-03-01"},
        /* ABS: programs are told in mid-March */
        {"general_surgery", 5, "abs-lookup", "2026-09-01", "2027-03-15"},
        /* ABR: invited on March 21, 2016; R3 ends in 2026 */
        {"diagnostic_radiology", 5, "abr-lookup", "2025-08-01", "2026-03-21"},
        /* ABR: the clinical part opens in February; the fourth Thursday of June 2026 is the 25th */
        {"radiation_oncology", 5, "abr-ro-lookup", "2025-08-25", "2026-02-01"},
        /* ABD: applications before March 1 in earlier years */
        {"dermatology", 4, "abd-lookup", "2026-09-01", "2027-03-01"},
        {"otolaryngology", 5, "abohns-lookup", "2026-09-01", "2027-07-01"},
        /* the first Friday of March 2026 is the 6th */
        {"neurosurgery", 7, "abns-lookup", "2025-05-06", "2026-03-06"},
        {"preventive_medicine", 3, "abpm-lookup", "2026-08-30", "2027-06-30"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof asks / sizeof asks[0]; i++) {
        struct fake *f = ending(asks[i].specialty, asks[i].years, 2027, NULL);
        const struct pgyd_item *item = wanted(f, asks[i].id);
        assert_true(item->by < fake_day(asks[i].earliest));
        assert_stakes(f, asks[i].id, PGYD_COSTLY, asks[i].asked);
        fake_free(&f);
    }
}

/* The regular close costs a fee, the last one a year; where an exam comes again within months the
 * last one costs money too. */
static void closes(void **state)
{
    static const struct {
        const char *specialty;
        int years;
        const char *id;
        uint16_t stakes;
    } rows[] = {
        {"family_medicine", 3, "abfm-registration", PGYD_COSTLY},
        {"family_medicine", 3, "abfm-registration-late", PGYD_FATAL},
        {"pediatrics", 3, "abp-registration-late", PGYD_FATAL},
        {"pediatrics", 3, "abp-exam", PGYD_USEFUL},
        {"ob_gyn", 4, "abog-registration", PGYD_FATAL}, /* its late day is not known */
        {"pmr", 4, "abpmr-registration", PGYD_FATAL},   /* nor is this */
        {"anesthesiology", 4, "aba-basic-late", PGYD_COSTLY},
        {"pathology", 4, "abpath-registration-late", PGYD_COSTLY},
        {"diagnostic_radiology", 5, "abr-apply-late", PGYD_COSTLY},
        {"urology", 5, "abu-apply-late", PGYD_FATAL},
        {"plastic_surgery", 6, "abps-apply-late", PGYD_FATAL},
        {"vascular_surgery", 5, "vsb-apply", PGYD_COSTLY},
        {"vascular_surgery", 5, "vsb-apply-late", PGYD_FATAL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fake *f = ending(rows[i].specialty, rows[i].years, 2031, NULL);
        if (wanted(f, rows[i].id)->stakes != rows[i].stakes)
            fail_msg("%s: stakes %u", rows[i].id, fake_item(f, rows[i].id)->stakes);
        fake_free(&f);
    }
}

/* A fellowship has its own board's days or one question; one without a certificate has neither. */
static void fellowships(void **state)
{
    static const struct {
        const char *specialty, *type, *id;
    } rows[] = {
        {"internal_medicine", "cardiology", "abim-sub-registration"},
        {"internal_medicine", "allergy", "sub-lookup"},
        {"internal_medicine", "hospital_medicine", NULL},
        {"psychiatry", "child_psychiatry", "sub-lookup"},
        {"pediatrics", "neonatology", "sub-lookup"},
        {"general_surgery", "colorectal", "sub-lookup"},
        {"general_surgery", "vascular", "vsb-apply"},
        {"family_medicine", "palliative", "sub-lookup"},
        {"internal_medicine", "palliative", "abim-sub-registration"},
        {"emergency_medicine", "critical_care", "sub-lookup"},
        {"family_medicine", "sports", "sub-lookup"},
        {"orthopaedic_surgery", "sports", NULL},
        {"orthopaedic_surgery", "spine", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char more[120];
        snprintf(more, sizeof more, "[fellowship]\ntype = %s\nend = 2033-06-30\n", rows[i].type);
        struct fake *f = ending(rows[i].specialty, 4, 2031, more);
        size_t n = fake_count(f, "sub-lookup") + fake_count(f, "vsb-apply") +
                   fake_count(f, "abim-sub-registration");
        if (rows[i].id)
            wanted(f, rows[i].id);
        else if (n)
            fail_msg("%s, %s: a board of its own", rows[i].specialty, rows[i].type);
        fake_free(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_days), cmocka_unit_test(published_exams),
        cmocka_unit_test(no_empty_cell),  cmocka_unit_test(unknown_field),
        cmocka_unit_test(asked_in_time),  cmocka_unit_test(closes),
        cmocka_unit_test(fellowships),    cmocka_unit_test(rows),
    };
    return cmocka_run_group_tests_name("boards", tests, NULL, NULL);
}
