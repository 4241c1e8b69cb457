/* SPDX-License-Identifier: BSD-2-Clause */
/* Fills a template line by line, remembers each figure it handed out, and has the result checked.
 * What a fact is, is facts/'s. */
#include "plugins/offers/letters/write.h"

#include <string.h>

struct pen {
    struct letter_case *c;
    const struct letter_template *t;
    struct letter *out;
    struct letter_handed handed;
    char missing[LETTER_REASONS]; /* "[offer:mercy] base, [offer:mercy] fit" */
};

/* Remembers what a text holds; false when there is no more room. */
static bool hand_out(struct pen *p, const struct letter_fact *fact)
{
    if (p->handed.n == LETTER_HANDED)
        return false;
    p->handed.list[p->handed.n++] = *fact;
    return true;
}

static void put(struct pen *p, const char *text, size_t len)
{
    pgc_append(p->out->text, sizeof p->out->text, "%.*s", (int)len, text);
}

/* Adds what a fact says is missing, each thing once. */
static void miss(struct pen *p, const char *text)
{
    for (const char *at = text; *at;) {
        const char *comma = strstr(at, ", ");
        size_t len = comma ? (size_t)(comma - at) : strlen(at);
        char one[LETTER_FACT];
        pgc_format(one, sizeof one, "%.*s", (int)len, at);
        if (!strstr(p->missing, one))
            pgc_append(p->missing, sizeof p->missing, "%s%s", p->missing[0] ? ", " : "", one);
        at += len + (comma ? 2 : 0);
    }
}

/* Whether all its placeholders are known; what is not goes to `missing` when the line must
 * stand. */
static bool complete(struct pen *p, const struct letter_line *line)
{
    struct letter_span before;
    struct letter_fact fact;
    char name[LETTER_NAME];
    size_t at = 0;
    bool all = true;
    while (letter_next(&line->text, &at, &before, name)) {
        if (letter_fact(p->c, name, &fact))
            continue;
        all = false;
        if (!line->optional)
            miss(p, fact.text);
    }
    return all;
}

/* What a placeholder holds is put down as it is and never looked through for more of them. */
static void line(struct pen *p, const struct letter_line *line)
{
    struct letter_span before;
    struct letter_fact fact;
    char name[LETTER_NAME];
    size_t at = 0;
    while (letter_next(&line->text, &at, &before, name)) {
        put(p, before.text, before.len);
        if (letter_fact(p->c, name, &fact) && hand_out(p, &fact))
            put(p, fact.text, strlen(fact.text));
    }
    put(p, before.text, before.len);
}

static void body(struct pen *p)
{
    const struct letter_line *last = NULL;
    for (uint32_t i = 0; i < p->t->n; i++) {
        const struct letter_line *l = &p->t->lines[i];
        bool stands = complete(p, l);
        if (!stands)
            continue;
        const char *between = !last || last->paragraph != l->paragraph ? "\n\n"
                              : l->bullet || last->bullet              ? "\n"
                                                                       : " ";
        if (p->out->text[0])
            put(p, between, strlen(between));
        line(p, l);
        last = l;
    }
}

/* "Dear Dr. Chen," or, where nobody knows the name, "Hello,". */
static void greeting(struct pen *p)
{
    struct letter_fact fact;
    if (p->t->format != LETTER_MAIL)
        return;
    if (letter_fact(p->c, "lead", &fact) && hand_out(p, &fact))
        pgc_append(p->out->text, sizeof p->out->text, "%sDear %s,", p->out->text[0] ? "\n\n" : "",
                   fact.text);
    else
        pgc_append(p->out->text, sizeof p->out->text, "%sHello,", p->out->text[0] ? "\n\n" : "");
}

static void closing(struct pen *p)
{
    struct letter_fact fact;
    if (p->t->format == LETTER_PHONE)
        pgc_append(p->out->text, sizeof p->out->text,
                   "\n\n(Stop here, and wait for the answer.)"); /* S0-44 */
    if (p->t->format != LETTER_MAIL)
        return;
    if (!letter_fact(p->c, "name", &fact))
        miss(p, fact.text);
    else if (hand_out(p, &fact))
        pgc_append(p->out->text, sizeof p->out->text, "\n\nBest regards,\n\n%s", fact.text);
}

/* S0-23: what is asked from a letter is asked before the dangerous parts are known. */
static void watermark(struct pen *p)
{
    const struct letter_case *c = p->c;
    if (p->t->asks && c->offer && !letter_has_contract(c))
        pgc_append(p->out->text, sizeof p->out->text,
                   "[Based on an offer letter only; the full contract is still to come.]");
}

static void subject(struct pen *p)
{
    if (p->t->format == LETTER_MAIL)
        pgc_format(p->out->subject, sizeof p->out->subject, "%.*s", (int)p->t->subject.len,
                   p->t->subject.text);
}

/* The rules are read once for all letters of a report. */
static void last_look(struct pen *p)
{
    char text[LETTER_TEXT_MAX + LETTER_HEADER + 32], why[HONESTY_WORDS] = "";
    if (!*p->c->rules)
        *p->c->rules = honesty_open(p->c->h, why);
    if (!*p->c->rules) {
        letter_reason(p->out->reasons, "it cannot be looked through: %s", why);
        return;
    }
    /* As pgyctl letter prints it. */
    pgc_format(text, sizeof text, "%s%s%s%s", p->out->subject[0] ? "Subject: " : "",
               p->out->subject, p->out->subject[0] ? "\n\n" : "", p->out->text);
    letter_check(p->c, *p->c->rules, text, &p->handed, (p->t->needs & NEED_NOT_MET) != 0,
                 p->out->reasons);
}

bool letter_write(struct letter_case *c, const struct letter_template *t, struct letter *out)
{
    struct pen p = {.c = c, .t = t, .out = out};
    *out = (struct letter){.nnotes = 0};
    c->lane = t->lane;
    letter_gates(c, t, out);
    subject(&p);
    watermark(&p);
    greeting(&p);
    body(&p);
    closing(&p);
    if (p.missing[0])
        letter_reason(out->reasons, "missing: %s", p.missing);
    if (p.handed.n == LETTER_HANDED || strlen(out->text) + 1 == sizeof out->text)
        letter_reason(out->reasons, "it is far too long");
    if (!out->reasons[0])
        last_look(&p);
    if (out->reasons[0])
        return false;
    letter_notes(c, t, out);
    return true;
}
