/* SPDX-License-Identifier: BSD-2-Clause */
/* Nothing untrue leaves (S0-31, S0-46, S0-47, S0-61): configurations, honest and hostile, every
 * kind of letter, and a checker that knows the configuration alone and shares no code with the
 * renderer. Six hundred of them; with PGY_TEST_LONG two thousand. */
#include "pgy-build.h"

#include "plugins/offers/honesty/lint_fixture.h"
#include "plugins/offers/letters/letter_fixture.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

enum {
    CONFIGURATIONS = 600,
    ALL_CONFIGURATIONS = 2000,
    OFFERS = 4,
    INI = 16384,
    TOKENS = 2048,
    FIGURES = 64,
    LEAST_RENDERED = 15
};

static uint64_t seed;

static uint32_t dice(uint32_t n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)((seed >> 11) % n);
}

static bool once_in(uint32_t n)
{
    return dice(n) == 0;
}

/* ---- configurations ---- */

static const char *const names[] = {"Mercy Health",
                                    "Mercy",
                                    "MERCY HEALTH EAST",
                                    "Valley Clinic",
                                    "St. Mary's",
                                    "Clinic 24",
                                    "Route 66 Group",
                                    "Unity",
                                    "\xc3\x9cmlaut Clinic",
                                    "{base}",
                                    "A&B Medical",
                                    "Lake-Side Physicians",
                                    "Health",
                                    "340 Clinic Partners",
                                    "North"};
static const char *const ids[OFFERS] = {"aster", "birch", "cedar", "daisy"};

struct made {
    const char *name;
    bool written, live, accepted;
    long base, sign_on, threshold, miles, months, history;
};

struct config {
    struct made offers[OFFERS];
    uint32_t n;
    bool names;
    uint32_t advanced;
    char ini[INI];
};

/* A figure that is no round one, so that it is nobody else's. */
static long mark(long from, long span)
{
    return (from + (long)dice((uint32_t)span)) / 10 * 10 + 1 + (long)dice(9);
}

__attribute__((format(printf, 2, 3))) static void add(struct config *c, const char *format, ...)
{
    va_list ap;
    size_t used = strlen(c->ini);
    va_start(ap, format);
    vsnprintf(c->ini + used, sizeof c->ini - used, format, ap);
    va_end(ap);
    assert_true(strlen(c->ini) + 1 < sizeof c->ini);
}

/* A typed text: mostly harmless, at times with what must not leave. */
static const char *typed(struct config *c, char text[256])
{
    static const char *const plain[] = {"the team", "a fair schedule; the case mix", "the teaching",
                                        "an advanced fellowship in community care",
                                        "calm partners"};
    const struct made *other = &c->offers[dice(c->n)];
    if (!once_in(5)) {
        snprintf(text, 256, "%s", plain[dice(5)]);
        return text;
    }
    switch (dice(12)) {
    case 0:
        snprintf(text, 256, "better than %s", other->name);
        break;
    case 1:
        snprintf(text, 256, "more than at %s-", other->name);
        for (char *p = text; *p; p++)
            *p = (char)(once_in(2) ? toupper((unsigned char)*p) : tolower((unsigned char)*p));
        break;
    case 2:
        snprintf(text, 256, "what %ld pays", other->base);
        break;
    case 3:
        snprintf(text, 256, "close to $%ld,%03ld", other->base / 1000, other->base % 1000);
        break;
    case 4:
        snprintf(
            text, 256,
            "a base of \xef\xbc\x94\xef\xbc\x92\xef\xbc\x90\xef\xbc\x90\xef\xbc\x90\xef\xbc\x91");
        break;
    case 5:
        snprintf(text, 256, "{base} and {rival_terms} and {name}");
        break;
    case 6:
        snprintf(text, 256, "my other offer is in hand");
        break;
    case 7:
        snprintf(text, 256, "I am in the final round with two others");
        break;
    case 8:
        snprintf(text, 256, "sorry, unfortunately");
        break;
    case 9:
        snprintf(text, 256, "see /home/kim/%s.pdf", other->name);
        break;
    case 10:
        snprintf(text, 256, "as %s said", ids[dice(OFFERS)]);
        break;
    default:
        snprintf(text, 256, "paid four hundred thousand, at %s\xe2\x80\x8b or so", other->name);
        break;
    }
    return text;
}

static void make_offer(struct config *c, uint32_t i)
{
    static const char *const statuses[] = {"open",   "open",     "open",    "open",
                                           "paused", "declined", "expired", "accepted"};
    static const char *const scopes[] = {"none", "primary_site", "any_facility"};
    struct made *m = &c->offers[i];
    const char *status = statuses[dice(i == 0 ? 5 : 8)];
    char text[256];
    *m = (struct made){.name = names[dice(sizeof names / sizeof names[0])],
                       .written = !once_in(4),
                       .base = mark(250000, 150000),
                       .sign_on = mark(20000, 30000),
                       .threshold = mark(4000, 3000),
                       .miles = 1 + (long)dice(40),
                       .months = 1 + (long)dice(36),
                       .history = mark(3500, 3000)};
    m->live = strcmp(status, "open") == 0 || strcmp(status, "paused") == 0;
    m->accepted = strcmp(status, "accepted") == 0;
    add(c,
        "[offer:%s]\nemployer = %s\nwritten = %s\nstatus = %s\nreceived = "
        "2026-11-1%u\nanswer_within = 7-10\n",
        ids[i], m->name, m->written ? "yes" : "no", status, dice(9));
    add(c,
        "must_improve = base; noncompete; call\nbase = %ld\nnoncompete_scope = "
        "%s\nnoncompete_miles = %ld\nnoncompete_months = %ld\n",
        m->base, scopes[dice(3)], m->miles, m->months);
    if (!once_in(4))
        add(c, "sign_on = %ld\n", m->sign_on);
    if (!once_in(4))
        add(c, "wrvu_rate = 50\nwrvu_threshold = %ld\n", m->threshold);
    if (!once_in(3))
        add(c, "wrvu_history_new_hire = %ld\n", m->history);
    if (!once_in(4))
        add(c, "call_days_month = %u\nnights_month = %u\n", 1 + dice(12), dice(8));
    if (!once_in(3))
        add(c, "moonlighting = %s\ntail = physician\ncall_change = unilateral\n",
            once_in(2) ? "allowed" : "restricted");
    if (!once_in(3))
        add(c, "doc = contract\n");
    if (!once_in(3))
        add(c, "fit = %s\n", typed(c, text));
    if (!once_in(3))
        add(c, "prospect = %s\n", ids[i]);
    if (once_in(3))
        add(c, "physician_lead = %s\n", once_in(5) ? typed(c, text) : "Dr. Chen");
}

static const char *place_of(const struct config *c, uint32_t i)
{
    return i < c->n ? c->offers[i].name : "Elsewhere";
}

static void make_places(struct config *c)
{
    static const char *const stages[] = {"none", "visit", "advanced", "offer", "closed"};
    char text[256];
    bool far[OFFERS];
    for (uint32_t i = 0; i < OFFERS; i++) {
        const char *stage = stages[dice(5)];
        /* The addressee is always the first: talks with the others count. */
        bool counted = i == 0;
        far[i] = stage[0] == 'a' || stage[0] == 'o';
        for (uint32_t k = 0; k < i; k++)
            counted |= (k == 0 || far[k]) && strcasecmp(place_of(c, k), place_of(c, i)) == 0;
        c->advanced += !counted && far[i];
        add(c, "[prospect:%s]\nname = %s\nstage = %s\nregion = midwest\npriorities = %s\n", ids[i],
            place_of(c, i), stage, typed(c, text));
    }
    add(c, "[contact:kim]\nname = Dr. Stone\n%s", once_in(2) ? "met_at = the meeting\n" : "");
}

static void make(struct config *c)
{
    char text[256];
    *c = (struct config){.n = 1 + dice(OFFERS), .names = once_in(4)};
    add(c,
        "[person]\nname = Kim Example%s\n[training]\nspecialty = internal_medicine\nstart = "
        "2024-07-01\nlength = 3y\nvolumes = 1,234 admissions a year\n"
        "call = night float\nbreadth = %s\nautonomy = runs the service\n[goal]\ninternal_deadline "
        "= 2026-12-20\n",
        once_in(9) ? " 3rd" : "", "wards");
    for (uint32_t i = 0; i < c->n; i++)
        make_offer(c, i);
    make_places(c);
    add(c,
        "[decide]\nsign_today = aster\nwhy = %s\nbatna = none\nok_if_no = yes\nvalue_case = "
        "yes\nname_rivals = %s\n",
        typed(c, text), c->names ? "yes" : "no");
    add(c, "[walkaway]\nbase_min = 200000\n[review]\ndone = 2026-11-20\n[market]\npower = 70\n%s",
        once_in(2) ? "benchmark_p50 = 455000\n" : "");
    add(c, "[value]\nmetric = %s\n", once_in(2) ? "a 12 percent shorter stay" : typed(c, text));
    add(c,
        "story = %s\nbenefit_them = %s\nresources = a nurse\ncases_week = 25\ncase_type = "
        "%s\ndischarges = 4000\nreadmit_rate = 15\nreadmit_cut = 10\n"
        "readmit_cost = 15000\n",
        typed(c, text), "you keep the service", "colonoscopies");
}

/* ---- the checker ---- */

struct tokens {
    char text[LETTER_SAMPLE_TEXT];
    const char *list[TOKENS];
    uint32_t n;
    bool own[TOKENS]; /* part of the name of the place written to */
};

/* Words of letters and digits, in small letters; any byte beyond ASCII is a letter, but what cannot
 * be seen is not there. */
static void split(struct tokens *t, const char *text)
{
    size_t out = 0;
    bool in = false;
    memset(t, 0, sizeof *t);
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        if (p[0] == 0xe2 && p[1] == 0x80 && p[2] == 0x8b) {
            p += 2;
            continue;
        }
        bool word = isalnum(*p) || *p >= 0x80;
        if (p[0] == 0xe2 && p[1] == 0x80) {
            word = false;
            p += 2;
        }
        if (word && !in) {
            assert_true(t->n < TOKENS);
            t->list[t->n++] = t->text + out;
        }
        if (word)
            t->text[out++] = (char)(p[0] == 0x9c && p > (const unsigned char *)text && p[-1] == 0xc3
                                        ? 0xbc
                                        : tolower(*p));
        else if (in)
            t->text[out++] = '\0';
        in = word;
    }
}

static bool at(const struct tokens *t, uint32_t i, const struct tokens *name)
{
    for (uint32_t k = 0; k < name->n; k++) {
        if (i + k >= t->n || strcmp(t->list[i + k], name->list[k]) != 0)
            return false;
    }
    return name->n > 0;
}

static void own_name(struct tokens *t, const char *text)
{
    static struct tokens name;
    split(&name, text);
    for (uint32_t i = 0; i < t->n; i++) {
        for (uint32_t k = 0; at(t, i, &name) && k < name.n; k++)
            t->own[i + k] = true;
    }
}

static bool names_other(const struct tokens *t, const char *text)
{
    static struct tokens name;
    split(&name, text);
    for (uint32_t i = 0; i < t->n; i++) {
        for (uint32_t k = 0; at(t, i, &name) && k < name.n; k++) {
            if (!t->own[i + k])
                return true;
        }
    }
    return false;
}

static bool has_digit(const char *text)
{
    for (const char *p = text; *p; p++) {
        if (isdigit((unsigned char)*p) || strncmp(p, "\xef\xbc", 2) == 0)
            return true;
    }
    return false;
}

/* Whole numbers of the text, commas taken out. */
static uint32_t figures(const char *text, long list[FIGURES])
{
    uint32_t n = 0;
    for (const char *p = text; *p;) {
        long value = 0;
        if (!isdigit((unsigned char)*p)) {
            p++;
            continue;
        }
        for (; isdigit((unsigned char)*p) || (*p == ',' && isdigit((unsigned char)p[1])); p++)
            value = *p == ',' ? value : value * 10 + (*p - '0');
        if (n < FIGURES)
            list[n++] = value;
    }
    return n;
}

static bool is_of(const struct made *m, long figure)
{
    return figure == m->base || figure == m->sign_on || figure == m->threshold ||
           figure == m->history;
}

/* Own figures, asks in whole hundreds, one's own work, dates: what a letter to the first offer may
 * hold. */
static bool may_stand(const struct config *c, const char *letter, long figure)
{
    return figure <= 100 || is_of(&c->offers[0], figure) || figure % 50 == 0 || figure == 1234 ||
           (figure >= 2026 && figure <= 2040) ||
           (strcasestr(letter, c->offers[0].name) && figure == strtol(c->offers[0].name, NULL, 10));
}

static void check_figures(const struct config *c, const struct letter_sample *s, const char *letter)
{
    long list[FIGURES];
    bool quotes = strcmp(s->kind, "full") == 0 || strcmp(s->kind, "preferred_call") == 0;
    uint32_t n = figures(letter, list);
    for (uint32_t i = 0; i < n; i++) {
        bool fine = may_stand(c, letter, list[i]), others = false;
        for (uint32_t k = 1; k < c->n; k++) {
            const struct made *m = &c->offers[k];
            others |= is_of(m, list[i]) && !is_of(&c->offers[0], list[i]);
            fine |= quotes && m->written && m->live && is_of(m, list[i]);
            fine |= c->names && m->written && m->live && strtol(m->name, NULL, 10) == list[i];
            if (is_of(m, list[i]) && !is_of(&c->offers[0], list[i]) &&
                (!quotes || !m->written || !m->live))
                fail_msg("%s says %ld of %s\n%s\n%s", s->kind, list[i], m->name, letter, c->ini);
        }
        if (!fine)
            fail_msg("%s says %ld%s\n%s\n%s", s->kind, list[i], others ? " of another" : "", letter,
                     c->ini);
    }
    if (strstr(letter, "\xef\xbc"))
        fail_msg("%s: wide digits\n%s", s->kind, letter);
}

static void check_names(const struct config *c, const struct letter_sample *s, const char *letter)
{
    static struct tokens t;
    bool decline = strcmp(s->kind, "decline") == 0,
         to_offer = s->key && (strcmp(s->key, "offer") == 0 || strcmp(s->key, "prospect") == 0);
    split(&t, letter);
    if (to_offer && !decline)
        own_name(&t, c->offers[0].name);
    for (uint32_t k = 0; k < c->n; k++) {
        const struct made *m = &c->offers[k];
        bool may = c->names && m->written && m->live && !decline;
        if (!may && names_other(&t, m->name)) {
            /* The same name may be another's who may be named. */
            for (uint32_t i = 1; i < c->n && !may; i++)
                may = c->names && !decline && c->offers[i].written && c->offers[i].live &&
                      strcasestr(c->offers[i].name, m->name);
            if (!may)
                fail_msg("%s names %s\n%s\n%s", s->kind, m->name, letter, c->ini);
        }
    }
}

static void check_claims(const struct config *c, const struct letter_sample *s, const char *letter)
{
    static const char *const claims[] = {"another written offer", "another employer", "other offer",
                                         "another offer", "a written offer from"};
    bool other = false;
    for (uint32_t k = 1; k < c->n; k++)
        other |= c->offers[k].written && c->offers[k].live;
    for (size_t i = 0; i < sizeof claims / sizeof claims[0]; i++) {
        if (strcasestr(letter, claims[i]) && !other)
            fail_msg("%s: \"%s\"\n%s\n%s", s->kind, claims[i], letter, c->ini);
    }
    if (strcasestr(letter, "advanced talks") && c->advanced < 2)
        fail_msg("%s: advanced talks with %u\n%s\n%s", s->kind, c->advanced, letter, c->ini);
    if (strcasestr(letter, "final round") && c->advanced == 0)
        fail_msg("%s: a stage\n%s", s->kind, letter);
    if (strcasestr(letter, ".pdf"))
        fail_msg("%s: a file\n%s", s->kind, letter);
    bool accepted = false;
    for (uint32_t k = 1; k < c->n; k++)
        accepted |= c->offers[k].accepted;
    if (accepted && s->key && strcmp(s->key, "offer") == 0 && strcmp(s->kind, "decline") != 0)
        fail_msg("%s: another offer was accepted\n%s", s->kind, letter);
    if (strcmp(s->kind, "decline") != 0)
        return;
    if (has_digit(letter) || strcasestr(letter, "sorry") || strcasestr(letter, "apolog") ||
        strcasestr(letter, "regret") || strcasestr(letter, "unfortunately"))
        fail_msg("decline:\n%s\n%s", letter, c->ini);
    if ((strstr(letter, "I have accepted") != NULL) != accepted)
        fail_msg("nothing was accepted:\n%s\n%s", letter, c->ini);
}

/* Each kind, to the first offer or what belongs to it. */
static void samples(struct letter_sample list[LETTER_SAMPLES])
{
    for (size_t i = 0; i < LETTER_SAMPLES; i++) {
        list[i] = letter_samples[i];
        if (!list[i].key)
            continue;
        list[i].value = strcmp(list[i].key, "contact") == 0 ? "kim" : ids[0];
        list[i].force = strcmp(list[i].kind, "decline") == 0;
        if (strcmp(list[i].kind, "value_comp") == 0)
            list[i].key = "offer";
    }
}

/* What left as a letter is fine as a text, with the kind said and without it. */
static void check_lint(struct lint *l, const struct config *c, const struct letter_sample *s,
                       const char *letter)
{
    for (int kind = 0; kind < 2; kind++) {
        lint_as(l, letter, kind ? s->kind : NULL, s->key, s->value);
        for (size_t i = 0; i < l->n; i++) {
            if (strcmp(l->list[i].level, "error") == 0)
                fail_msg("%s%s: lint says \"%s\": %s\n%s\n%s", s->kind, kind ? "" : " unsaid",
                         l->list[i].found, l->list[i].reason, letter, c->ini);
        }
        l->agreed++;
    }
}

/* As the report does it, but for the rules, which are read once. */
static bool write_letter(struct lint *l, const struct letter_sample *s)
{
    struct fake *f = l->f;
    fake_forget_args(f);
    fake_arg(f, "kind", s->kind);
    if (s->key)
        fake_arg(f, s->key, s->value);
    if (s->force)
        fake_arg(f, "force", "yes");
    f->nparts = 0;
    f->error = NULL;
    return letter_report(&f->host, &l->rules) == 0;
}

static void property(void **state)
{
    static struct config c;
    static struct lint l;
    struct letter_sample list[LETTER_SAMPLES];
    unsigned rendered[LETTER_SAMPLES] = {0};
    (void)state;
    samples(list);
    seed = 0x9e3779b97f4a7c15u;
    const int rounds = getenv("PGY_TEST_LONG") ? ALL_CONFIGURATIONS : CONFIGURATIONS;
    for (int round = 0; round < rounds; round++) {
        struct fake *f = fake_new(&pgyd_plugin_offers, "2026-11-22");
        fake_letters(f);
        make(&c);
        fake_ini(f, c.ini);
        for (size_t i = 0; i < LETTER_SAMPLES; i++) {
            l.f = f;
            if (!write_letter(&l, &list[i])) {
                assert_true(f->error && f->error[0]);
                continue;
            }
            const char *letter = letter_shown(f);
            rendered[i]++;
            check_figures(&c, &list[i], letter);
            check_names(&c, &list[i], letter);
            check_claims(&c, &list[i], letter);
            check_lint(&l, &c, &list[i], letter);
        }
        fake_free(&f);
    }
    honesty_close(l.rules);
    printf("%zu lints of letters without an error\n", l.agreed);
    for (size_t i = 0; i < LETTER_SAMPLES; i++) {
        printf("%s %u\n", list[i].kind, rendered[i]);
        if (rendered[i] < LEAST_RENDERED)
            fail_msg("%s was written %u times only: the test says little of it", list[i].kind,
                     rendered[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(property)};
    return cmocka_run_group_tests_name("letterhonesty", tests, NULL, NULL);
}
