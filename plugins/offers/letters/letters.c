/* SPDX-License-Identifier: BSD-2-Clause */
/* Finds a template and whom it goes to, and the two reports about letters. A letter is written in
 * write.c, its gates are in gate.c. */
#include "plugins/offers/letters/letters.h"

#include "plugins/common/parts.h"
#include "plugins/common/texts/near.h"
#include "plugins/offers/honesty/honesty.h"
#include "plugins/offers/letters/write.h"

#include <string.h>

enum { KIND_MAX = 64, TEMPLATES = 128, TRIED = 8 /* offers, people or places, for the list */ };

static const char suffix[] = ".txt";

const struct letter_rule *letter_rule_of(const char *kind)
{
    static const struct letter_rule rules[] = {{"full", true, false},
                                               {"preferred_call", true, false},
                                               {"decline", false, true}},
                                    plain = {"", false, false};
    for (uint32_t i = 0; i < PGC_COUNT(rules); i++) {
        if (strcmp(rules[i].kind, kind) == 0)
            return &rules[i];
    }
    return &plain;
}

/* ---- templates ---- */

struct templates {
    struct {
        char kind[KIND_MAX];
        const char *bytes;
        size_t len;
    } list[TEMPLATES];
    uint32_t n;
};

static int take(void *arg, const struct pgyd_data *data)
{
    struct templates *all = arg;
    size_t len = strlen(data->name), cut = strlen(suffix);
    if (all->n == TEMPLATES)
        return 1;
    if (len <= cut || len - cut >= KIND_MAX || strcmp(data->name + len - cut, suffix) != 0)
        return 0;
    pgc_format(all->list[all->n].kind, KIND_MAX, "%.*s", (int)(len - cut), data->name);
    all->list[all->n].bytes = data->bytes;
    all->list[all->n++].len = data->len;
    return 0;
}

static void __attribute__((format(printf, 2, 3)))
refuse(const struct pgyd_host *h, const char *format, ...)
{
    char text[LETTER_REASONS + 120];
    va_list ap;
    va_start(ap, format);
    pgc_vformat(text, sizeof text, format, ap);
    va_end(ap);
    h->error(h->ctx, text);
}

/* The template of a kind, parsed; refuses with the nearest kind, or with its first mistake. */
static bool find(const struct pgyd_host *h, const struct templates *all, const char *kind,
                 struct letter_template *t)
{
    struct letter_error error;
    struct pgc_near near = {.wanted = kind};
    for (uint32_t i = 0; i < all->n; i++) {
        if (strcmp(all->list[i].kind, kind) == 0) {
            if (letter_parse(all->list[i].bytes, all->list[i].len, letter_fact_known, t, &error))
                return true;
            refuse(h, "letters/%s%s:%u: %s", kind, suffix, error.line, error.text);
            return false;
        }
        pgc_near_try(&near, all->list[i].kind);
    }
    const char *nearest = pgc_near_best(&near);
    refuse(h, "there is no letter \"%.40s\"%s%s%s; `pgyctl report letters` lists them", kind,
           nearest ? ", did you mean " : "", nearest ? nearest : "", nearest ? "?" : "");
    return false;
}

bool letter_template_of(const struct pgyd_host *h, const char *kind, struct letter_template *t)
{
    struct templates all = {.n = 0};
    h->data(h->ctx, "letters", take, &all);
    return find(h, &all, kind, t);
}

/* ---- to whom ---- */

static bool section_exists(const struct pgyd_host *h, const char *section, const char *id)
{
    const char *one;
    for (uint32_t i = 0; (one = h->section_id(h->ctx, section, i)); i++) {
        if (strcmp(one, id) == 0)
            return true;
    }
    return false;
}

bool letter_named(const struct pgyd_host *h, const char *section, const char **id)
{
    *id = h->arg(h->ctx, section);
    if (*id && !**id)
        *id = NULL;
    if (!*id || section_exists(h, section, *id))
        return true;
    refuse(h, "there is no [%s:%.24s]", section, *id);
    return false;
}

static bool same_name(const char *a, const char *b)
{
    char one[LETTER_FACT], other[LETTER_FACT];
    return strcmp(fold_words(a, one, sizeof one), fold_words(b, other, sizeof other)) == 0;
}

/* Whether a prospect is a place of its own: neither the one written to, under whatever id, nor one
 * that was counted. */
static bool elsewhere(const struct letter_case *c, const char *id, uint32_t nth)
{
    const struct pgyd_host *h = c->h;
    const char *name = pgc_text(h, "prospect", id, "name", id), *place = letter_place(c), *earlier;
    if ((c->prospect && strcmp(id, c->prospect) == 0) || (place && same_name(name, place)))
        return false;
    for (uint32_t i = 0; i < nth && (earlier = h->section_id(h->ctx, "prospect", i)); i++) {
        if (letter_advanced(h, earlier) &&
            same_name(name, pgc_text(h, "prospect", earlier, "name", earlier)))
            return false;
    }
    return true;
}

/* Whatever its stage says, where every offer was declined or ran out the talks are over. */
static bool talks_go_on(const struct letter_case *c, const char *prospect)
{
    bool any = false, live = false;
    for (uint32_t i = 0; i < c->offers.n; i++) {
        bool its = pgc_is(c->h, "offer", c->offers.list[i].id, "prospect", prospect);
        any |= its;
        live |= its && c->offers.list[i].live;
    }
    return live || !any;
}

/* S0-61 and the like: what is not the letter's own offer but matters for it. */
void letter_case_fill(struct letter_case *c)
{
    const struct pgyd_host *h = c->h;
    const char *id;
    offers_lapse(&c->offers, h->today);
    c->rule = letter_rule_of(c->kind);
    c->names = pgc_yes(h, "decide", "", "name_rivals");
    c->rival = c->accepted = NULL;
    c->advanced = 0;
    if (!c->prospect && c->offer)
        c->prospect = pgc_text(h, "offer", c->offer->id, "prospect", NULL);
    if (!c->prospect && c->contact)
        c->prospect = pgc_text(h, "contact", c->contact, "prospect", NULL);
    if (c->offer) {
        asks_of(h, &c->offers, c->offer, &c->asks);
        lane_of(h, &c->offers, c->offer, &c->choice);
    }
    for (uint32_t i = 0; i < c->offers.n; i++) {
        const struct offer *o = &c->offers.list[i];
        bool same = o == c->offer || (!c->offer && c->prospect &&
                                      pgc_is(h, "offer", o->id, "prospect", c->prospect));
        if (!same && o->live && o->written &&
            (!c->rival || (c->offer && c->choice.rival && strcmp(c->choice.rival->id, o->id) == 0)))
            c->rival = o;
        if (!same && strcmp(o->status, "accepted") == 0)
            c->accepted = o;
    }
    for (uint32_t i = 0; (id = h->section_id(h->ctx, "prospect", i)); i++)
        c->advanced += letter_advanced(h, id) && talks_go_on(c, id) && elsewhere(c, id, i);
    letter_points(c);
}

static const struct offer *only_live(const struct offers *offers)
{
    const struct offer *one = NULL;
    for (uint32_t i = 0; i < offers->n; i++) {
        if (!offers->list[i].live)
            continue;
        if (one)
            return NULL;
        one = &offers->list[i];
    }
    return one;
}

/* What `to` takes, and what is said to whoever names nobody, or somebody it is not for. */
static const struct {
    bool offer, contact, prospect, must;
    const char *what;
} takes[] = {
    [LETTER_TO_NONE] = {false, false, false, false,
                        "it goes to nobody: no offer=, contact= or prospect="},
    [LETTER_TO_OFFER] = {true, false, false, true, "it is about one offer: offer=ID"},
    [LETTER_TO_CONTACT] = {false, true, false, true, "it goes to one person: contact=ID"},
    [LETTER_TO_PROSPECT] = {false, false, true, true, "it goes to a place: prospect=ID"},
    [LETTER_TO_PLACE] = {true, false, true, true, "it goes to a place: offer=ID or prospect=ID"},
    [LETTER_TO_ANY] = {true, true, true, false, "say to whom: offer=ID, contact=ID or prospect=ID"},
};

static bool goes_to(struct letter_case *c, const struct letter_template *t)
{
    if (t->to == LETTER_TO_OFFER && !c->offer && !c->contact && !c->prospect)
        c->offer = only_live(&c->offers);
    if ((c->offer && !takes[t->to].offer) || (c->contact && !takes[t->to].contact) ||
        (c->prospect && !takes[t->to].prospect))
        return false;
    return !takes[t->to].must || c->offer || c->contact || c->prospect;
}

bool letter_addressed(struct letter_case *c, const struct letter_template *t)
{
    bool fine = goes_to(c, t);
    if (!fine)
        refuse(c->h, "letter %s: %s", c->kind, takes[t->to].what);
    return fine;
}

/* ---- the reports ---- */

/* A letter's paragraphs and bullets, each a part: what lies between line breaks. */
static int paragraphs(const struct pgyd_host *h, const char *text)
{
    char one[LETTER_TEXT_MAX];
    for (const char *p = text; *p; p += strspn(p, "\n")) {
        size_t len = strcspn(p, "\n"), mark = strncmp(p, "- ", 2) == 0 ? 2 : 0;
        pgc_format(one, sizeof one, "%.*s", (int)(len - mark), p + mark);
        struct pgyd_part part = {
            .size = sizeof part, .type = mark ? PGYD_LIST_ITEM : PGYD_PARAGRAPH, .text = one};
        if (h->part(h->ctx, &part) != 0)
            return -1;
        p += len;
    }
    return 0;
}

static int show(const struct pgyd_host *h, const struct letter_template *t,
                const struct letter *letter)
{
    char about[LETTER_HEADER + 1];
    if (pgc_heading(h, 1,
                    pgc_format(about, sizeof about, "%.*s", (int)t->about.len, t->about.text)) != 0)
        return -1;
    if (letter->subject[0] && pgc_paragraph(h, "Subject: %s", letter->subject) != 0)
        return -1;
    if (paragraphs(h, letter->text) != 0)
        return -1;
    if (letter->nnotes && pgc_heading(h, 2, "Notes, not part of the letter") != 0)
        return -1;
    for (uint32_t i = 0; i < letter->nnotes; i++) {
        if (pgc_bullet(h, "%s", letter->notes[i]) != 0)
            return -1;
    }
    return 0;
}

static int write_one(struct letter_case *c, const struct letter_template *t)
{
    struct letter letter;
    letter_case_fill(c);
    if (letter_write(c, t, &letter))
        return show(c->h, t, &letter);
    refuse(c->h, "letter %s%s%s is not written: %s", c->kind, c->offer ? " to " : "",
           c->offer ? c->offer->employer : "", letter.reasons);
    return -1;
}

int letter_report(const struct pgyd_host *h, struct honesty_table **rules)
{
    const char *kind = h->arg(h->ctx, "kind"), *force = h->arg(h->ctx, "force"), *offer;
    struct letter_case c = {
        .h = h, .kind = kind, .force = force && strcmp(force, "yes") == 0, .rules = rules};
    struct letter_template t;
    if (!letter_template_of(h, kind, &t) || !letter_named(h, "offer", &offer) ||
        !letter_named(h, "contact", &c.contact) || !letter_named(h, "prospect", &c.prospect))
        return -1;
    offers_read(h, &c.offers);
    c.offer = offer ? offers_find(&c.offers, offer) : NULL;
    return letter_addressed(&c, &t) ? write_one(&c, &t) : -1;
}

int offers_report_letter(const struct pgyd_host *h)
{
    const char *kind = h->arg(h->ctx, "kind");
    struct honesty_table *rules = NULL;
    if (!kind || !*kind)
        return offers_report_letters(h);
    int rc = letter_report(h, &rules);
    honesty_close(rules);
    return rc;
}

/* The section whose ids are tried for the list; NULL: nobody. */
static const char *tried(const struct letter_template *t)
{
    uint16_t to = t->needs & NEED_NOT_MET ? LETTER_TO_PROSPECT : t->to;
    return to == LETTER_TO_OFFER                               ? "offer"
           : to == LETTER_TO_CONTACT                           ? "contact"
           : to == LETTER_TO_PROSPECT || to == LETTER_TO_PLACE ? "prospect"
                                                               : NULL;
}

/* What all letters of the list are made from. */
struct trial {
    const struct pgyd_host *h;
    const struct offers *offers;
    struct honesty_table *rules;
};

static bool try_one(struct trial *trial, const char *kind, const struct letter_template *t,
                    const char *id, char *why, size_t size)
{
    const char *section = tried(t);
    struct letter_case c = {
        .h = trial->h, .kind = kind, .offers = *trial->offers, .rules = &trial->rules};
    struct letter letter;
    if (section && strcmp(section, "offer") == 0)
        c.offer = offers_find(&c.offers, id);
    else if (section)
        *(strcmp(section, "contact") == 0 ? &c.contact : &c.prospect) = id;
    letter_case_fill(&c);
    bool written = letter_write(&c, t, &letter);
    if (!written && !why[0])
        pgc_format(why, size, "%s", letter.reasons);
    return written;
}

/* Whether it can be written now: to whom, or why not to the first. */
static void standing(struct trial *trial, const char *kind, const struct letter_template *t,
                     char *text, size_t size)
{
    const struct pgyd_host *h = trial->h;
    const struct offers *offers = trial->offers;
    const char *section = tried(t), *id = NULL;
    char why[LETTER_REASONS] = "";
    text[0] = '\0';
    if (!section && try_one(trial, kind, t, NULL, why, sizeof why))
        pgc_format(text, size, "yes");
    for (uint32_t i = 0, n = 0; section && n < TRIED && (id = h->section_id(h->ctx, section, i));
         i++) {
        const struct offer *o = strcmp(section, "offer") == 0 ? offers_find(offers, id) : NULL;
        if (o && !o->live)
            continue;
        n++;
        if (try_one(trial, kind, t, id, why, sizeof why))
            pgc_append(text, size, "%s%s=%s", text[0] ? ", " : "yes: ", section, id);
    }
    if (!text[0])
        pgc_format(text, size, "no: %s",
                   why[0] ? why
                   : strcmp(section ? section : "", "offer") == 0 && offers->n > 0
                       ? "no offer is open"
                       : takes[t->to].what);
}

/* A row of the list: what it is for, and whether it can be written. */
static int list_one(struct trial *trial, const char *kind, const char *bytes, size_t len)
{
    struct letter_template t;
    struct letter_error error;
    char about[LETTER_HEADER + 1] = "", now[LETTER_REASONS];
    if (letter_parse(bytes, len, letter_fact_known, &t, &error)) {
        pgc_format(about, sizeof about, "%.*s", (int)t.about.len, t.about.text);
        standing(trial, kind, &t, now, sizeof now);
    } else {
        pgc_format(now, sizeof now, "no: letters/%s%s:%u: %s", kind, suffix, error.line,
                   error.text);
    }
    const char *const cells[] = {kind, about, now};
    return pgc_row(trial->h, false, cells, PGC_COUNT(cells));
}

int offers_report_letters(const struct pgyd_host *h)
{
    static const char *const head[] = {"Letter", "What it is for", "Can be written now"};
    struct templates all = {.n = 0};
    struct offers offers;
    struct trial trial = {.h = h, .offers = &offers};
    h->data(h->ctx, "letters", take, &all);
    offers_read(h, &offers);
    if (pgc_heading(h, 1, "Letters and scripts") != 0)
        return -1;
    if (all.n == 0)
        return pgc_paragraph(h, "No templates are installed.");
    int rc = pgc_row(h, true, head, PGC_COUNT(head));
    for (uint32_t i = 0; rc == 0 && i < all.n; i++)
        rc = list_one(&trial, all.list[i].kind, all.list[i].bytes, all.list[i].len);
    honesty_close(trial.rules);
    return rc;
}
