/* SPDX-License-Identifier: BSD-2-Clause */
/* Looks through a text for offers, names and figures that the configuration does not hold. The
 * table of phrases is phrases.c's, the command lint.c's. */
#include "pgy-build.h"

#include "ctl/phantom.h"

#include "base/buf.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- what the configuration holds ---- */

static void add_figures(const struct pgy_section *s, struct pgy_arena *arena,
                        struct ctl_facts *facts)
{
    for (size_t i = 0; i < s->nentries; i++) {
        const struct pgy_entry *e = &s->entries[i];
        if (!e->valid || (e->value.type != PGYD_USD && e->value.type != PGYD_NUM))
            continue;
        double *figure = pgy_arena_push(arena, &facts->figures, &facts->nfigures,
                                        &facts->cap_figures, sizeof *figure);
        *figure = e->value.type == PGYD_USD ? (double)e->value.num : e->value.real;
    }
}

struct known {
    const struct pgy_config *config;
    const struct pgy_journal *journal;
};

/* Whether the file or the journal says that this became of it. */
static bool became(const struct known *known, const char *id, const char *word)
{
    for (size_t i = 0; i < known->journal->n; i++) {
        const struct pgy_happening *h = &known->journal->list[i];
        if (!h->reversed && strcmp(h->kind, "offer") == 0 && strcmp(h->subject, id) == 0 &&
            strcmp(h->event, word) == 0)
            return true;
    }
    return strcmp(pgy_config_text(known->config, "offer", id, "status", "open"), word) == 0;
}

/* Why the offer is none to speak of; NULL: it is one. */
static const char *dead_offer(const struct known *known, const char *id)
{
    if (became(known, id, "declined"))
        return "has an offer that is declined";
    if (became(known, id, "expired"))
        return "has an offer that is expired";
    return pgy_config_num(known->config, "offer", id, "written", 0)
               ? NULL
               : "has no written offer (written = no)";
}

static bool prospect_offers(const struct known *known, const char *prospect, const char *name)
{
    const struct pgy_config *config = known->config;
    for (size_t i = 0; i < pgy_config_count(config, "offer"); i++) {
        const char *id = pgy_config_nth(config, "offer", i)->id;
        if (!dead_offer(known, id) &&
            (strcmp(pgy_config_text(config, "offer", id, "prospect", ""), prospect) == 0 ||
             strcasecmp(pgy_config_text(config, "offer", id, "employer", ""), name) == 0))
            return true;
    }
    return false;
}

static void add_dead(struct ctl_facts *facts, struct pgy_arena *arena, const char *name,
                     const char *why)
{
    enum { SHORTEST = 3 };
    if (strlen(name) < SHORTEST)
        return;
    struct ctl_dead *dead =
        pgy_arena_push(arena, &facts->dead, &facts->ndead, &facts->cap_dead, sizeof *dead);
    *dead = (struct ctl_dead){name, why};
}

void ctl_facts_of(const struct pgy_config *config, const struct pgy_journal *journal,
                  struct pgy_arena *arena, struct ctl_facts *facts)
{
    static const char *const figures[] = {"market", "walkaway"};
    const struct known known = {config, journal};
    *facts = (struct ctl_facts){0};
    for (size_t i = 0; i < pgy_config_count(config, "offer"); i++) {
        const struct pgy_section *s = pgy_config_nth(config, "offer", i);
        const char *why = dead_offer(&known, s->id),
                   *name = pgy_config_text(config, "offer", s->id, "employer", "");
        if (!why) {
            facts->live++;
            add_figures(s, arena, facts);
        } else if (!prospect_offers(&known, "", name)) {
            add_dead(facts, arena, name, why);
        }
    }
    for (size_t i = 0; i < pgy_config_count(config, "prospect"); i++) {
        const char *id = pgy_config_nth(config, "prospect", i)->id,
                   *name = pgy_config_text(config, "prospect", id, "name", "");
        if (!prospect_offers(&known, id, name))
            add_dead(facts, arena, name, "has made no written offer");
    }
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        const struct pgy_section *s = pgy_config_section(config, figures[i], "");
        if (s)
            add_figures(s, arena, facts);
    }
}

/* ---- patterns ---- */

enum pattern { TWO, THREE, DENIED, ASKED, REACHED, GAIN, OFFER, CLOSED, PATTERNS };

/* A blank stands for any blanks. TWO and THREE: words that need so many written offers. */
static const char *const patterns[PATTERNS] = {
    [TWO] = "\\b((an)?other (written |firm |live |good |strong |attractive "
            ")?offer|(competing|rival|second) offer|two (written |firm |live )?offers|"
            "other offers?|another (employer|group|practice|hospital|system) (has |also "
            ")?(offer(s|ed)?|pays?))\\b",
    [THREE] =
        "\\b(two (other|competing|more)|three|several|multiple) (written |firm |live )?offers\\b",
    [DENIED] = "\\b(no|not|without|never|cannot|don't|haven't)\\b[^.!?]{0,20}$",
    /* An ask is the person's own, not a fact about somebody: "closer to $330,000". */
    [ASKED] =
        "\\b(closer to|nearer to|towards?|ask(ing|ed)? "
        "(for|about)|request(ing)?|target(ing)?|hop(e|ing) (for|to)|looking for|aim(ing)? (for|at)|"
        "(move|raise|bring|increase|lift|adjust)[^.!?$]{0,40}\\bto)\\b[^.!?$0-9]{0,40}$",
    [REACHED] = "\\b(is|are|was|were|comes?|came|pays?|sits?|offers?|offered) ([a-z]+ "
                ")?(closer|nearer) to[^.!?$0-9]{0,40}$",
    /* What a plan saves or earns is no part of an offer. */
    [GAIN] = "\\b(sav(e[sd]?|ings?)|revenue|costs?|debt|grants?)\\b",
    [OFFER] = "\\b((an?|the|their|its|my|this|that|written|firm|verbal|'?s) ([a-z]+ "
              ")?offers?|offer(s|ed|ing)? me|offers? (from|by|of|at|with)|base|"
              "salary|sign.?on|bonus|contract|package)\\b",
    [CLOSED] = "\\b(declin(e[ds]?|ing)|withdr[ae]w[a-z]*|turn(ed|ing)? down|expired)\\b",
};

struct words {
    regex_t regex[PATTERNS];
    size_t n;
};

static bool open_words(struct words *w, struct pgy_arena *arena)
{
    for (w->n = 0; w->n < PATTERNS; w->n++) {
        struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(4096);
        for (const char *c = patterns[w->n]; *c; c++) {
            if (*c == ' ')
                pgy_buf_str(&text, "[[:space:]]+");
            else
                pgy_buf_char(&text, *c);
        }
        if (text.err || regcomp(&w->regex[w->n], pgy_arena_strdup(arena, pgy_buf_text(&text)),
                                REG_EXTENDED | REG_ICASE) != 0)
            return false;
    }
    return true;
}

static void close_words(struct words *w)
{
    while (w->n)
        regfree(&w->regex[--w->n]);
}

static bool holds(const struct words *w, enum pattern pattern, const char *text)
{
    return regexec(&w->regex[pattern], text, 0, NULL, 0) == 0;
}

/* ---- the text ---- */

struct scan {
    const struct ctl_facts *facts;
    struct words words;
    const char *text;
    struct pgy_arena *arena;
    struct ctl_findings *findings;
    const char *sentence; /* a copy of the one looked at */
    size_t at, end;       /* where it stands in text */
};

static void tell(struct scan *s, enum ctl_level level, size_t at, size_t len, const char *reason,
                 const char *suggestion)
{
    struct ctl_phrase *p = pgy_arena_alloc(s->arena, sizeof *p);
    *p = (struct ctl_phrase){.set = "phantom",
                             .pattern = "",
                             .reason = reason,
                             .suggestion = suggestion,
                             .ref = "S0-31",
                             .level = level};
    ctl_findings_add(s->findings, s->arena, p, s->text, s->at + at, len);
}

/* What the sentence says right before a place in it. */
static const char *before(const struct scan *s, size_t at)
{
    enum { ENOUGH = 200 };
    size_t from = at > ENOUGH ? at - ENOUGH : 0;
    return pgy_arena_strndup(s->arena, s->sentence + from, at - from);
}

static bool scan_offers(struct scan *s, enum pattern pattern, size_t needed)
{
    regmatch_t match;
    if (regexec(&s->words.regex[pattern], s->sentence, 1, &match, 0) != 0)
        return false;
    size_t at = (size_t)match.rm_so, len = (size_t)(match.rm_eo - match.rm_so);
    if (s->facts->live < needed && !holds(&s->words, DENIED, before(s, at)))
        tell(s, CTL_ERROR, at, len,
             pgy_arena_printf(s->arena,
                              "the configuration holds %zu written offer%s that stand%s, not %s",
                              s->facts->live, s->facts->live == 1 ? "" : "s",
                              s->facts->live == 1 ? "s" : "", needed == 2 ? "two" : "three"),
             "write it down first, [offer:ID] with written = yes, or leave it out");
    return true;
}

/* Where a name stands as words of its own; NULL. */
static const char *find_name(const char *text, const char *name)
{
    size_t len = strlen(name);
    for (const char *found = text; (found = strcasestr(found, name)); found++) {
        if ((found == text || !isalnum((unsigned char)found[-1])) &&
            !isalnum((unsigned char)found[len]))
            return found;
    }
    return NULL;
}

static void scan_names(struct scan *s)
{
    if (!holds(&s->words, OFFER, s->sentence) || holds(&s->words, CLOSED, s->sentence))
        return;
    for (size_t i = 0; i < s->facts->ndead; i++) {
        const struct ctl_dead *dead = &s->facts->dead[i];
        const char *found = find_name(s->sentence, dead->name);
        if (found)
            tell(s, CTL_ERROR, (size_t)(found - s->sentence), strlen(dead->name),
                 pgy_arena_printf(s->arena, "%s %s", dead->name, dead->why),
                 "no word of an offer beside its name, unless [offer:ID] has it in writing");
    }
}

/* ---- figures ---- */

struct figure {
    size_t at, len;
    /* slack: half of its last place, when it is a round one: $325k stands for 325,400 too */
    double value, slack;
};

static size_t blanks(const char *text)
{
    return strspn(text, " \t\r\n");
}

/* A word that ends there; its length with the blanks before it, or 0. */
static size_t word(const char *text, const char *name)
{
    size_t skip = blanks(text), len = strlen(name);
    return strncasecmp(text + skip, name, len) == 0 && !isalnum((unsigned char)text[skip + len])
               ? skip + len
               : 0;
}

/* "325,000", "1.2"; *place is 1 for whole numbers, 0.1 with one digit behind the point. */
static size_t number(const char *text, double *value, double *place)
{
    size_t n = 0;
    bool point = false;
    *value = 0;
    *place = 1;
    for (; isdigit((unsigned char)text[n]) ||
           (n && strchr(",.", text[n]) && text[n] && isdigit((unsigned char)text[n + 1]));
         n++) {
        if (text[n] == '.') {
            if (point)
                break;
            point = true;
        } else if (text[n] != ',') {
            *value = *value * 10 + (text[n] - '0');
            *place /= point ? 10 : 1;
        }
    }
    *value *= *place;
    return n;
}

/* k, thousand, m, million behind a number: its length and factor. */
static size_t factor(const char *text, double *times)
{
    static const struct {
        const char *word;
        double times;
    } factors[] = {{"k", 1e3}, {"thousand", 1e3}, {"m", 1e6}, {"mm", 1e6}, {"million", 1e6}};
    for (size_t i = 0; i < sizeof factors / sizeof factors[0]; i++) {
        size_t n = word(text, factors[i].word);
        if (n) {
            *times = factors[i].times;
            return n;
        }
    }
    return 0;
}

/* The factor of a range's end counts for its beginning: $300-320k. */
static void range_factor(const char *text, double *times)
{
    static const char *const joins[] = {"-", "\xe2\x80\x93", " to ", " - "};
    double value, place;
    for (size_t i = 0; i < sizeof joins / sizeof joins[0]; i++) {
        size_t n = strlen(joins[i]);
        if (strncmp(text, joins[i], n) != 0)
            continue;
        n += text[n] == '$';
        size_t digits = number(text + n, &value, &place);
        if (digits)
            factor(text + n + digits, times);
        return;
    }
}

/* "10k RVUs" is no money. */
static bool counts_things(const char *text)
{
    static const char *const things[] = {"RVU",    "RVUs",   "wRVU",     "wRVUs",
                                         "work",   "cases",  "patients", "studies",
                                         "visits", "people", "beds",     "procedures"};
    for (size_t i = 0; i < sizeof things / sizeof things[0]; i++) {
        if (word(text, things[i]))
            return true;
    }
    return false;
}

/* A dollar sign or USD before a place; how far back it begins. */
static size_t dollar_before(const char *text, size_t at)
{
    size_t i = at;
    while (i && (text[i - 1] == ' ' || text[i - 1] == '\t'))
        i--;
    if (i && text[i - 1] == '$')
        return at - i + 1;
    return i >= 3 && strncasecmp(text + i - 3, "USD", 3) == 0 &&
                   (i == 3 || !isalnum((unsigned char)text[i - 4]))
               ? at - i + 3
               : 0;
}

static bool next_figure(const char *text, size_t from, struct figure *figure)
{
    for (size_t i = from; text[i]; i++) {
        if (!isdigit((unsigned char)text[i]) ||
            (i && (isalnum((unsigned char)text[i - 1]) || strchr(".,", text[i - 1]))))
            continue;
        double value, place, times = 1;
        size_t n = number(text + i, &value, &place), dollar = dollar_before(text, i),
               suffix = factor(text + i + n, &times);
        bool named = word(text + i + n + suffix, "dollars") || word(text + i + n + suffix, "USD");
        if (!suffix && dollar)
            range_factor(text + i + n, &times);
        if ((dollar || named || (suffix && times < 1e6)) && !counts_things(text + i + n + suffix)) {
            *figure = (struct figure){i - dollar, dollar + n + suffix, value * times,
                                      times > 1 ? place * times / 2 : 0.005};
            return true;
        }
        i += n - 1;
    }
    return false;
}

static bool known(const struct ctl_facts *facts, const struct figure *figure)
{
    for (size_t i = 0; i < facts->nfigures; i++) {
        if (fabs(facts->figures[i] - figure->value) <= figure->slack)
            return true;
    }
    return false;
}

static void scan_figures(struct scan *s)
{
    struct figure f;
    bool gain = holds(&s->words, GAIN, s->sentence) && !holds(&s->words, OFFER, s->sentence);
    for (size_t at = 0; next_figure(s->sentence, at, &f); at = f.at + f.len) {
        if (known(s->facts, &f))
            continue;
        const char *said = before(s, f.at);
        bool asked = holds(&s->words, ASKED, said) && !holds(&s->words, REACHED, said);
        tell(s, asked || gain ? CTL_NOTE : CTL_ERROR, f.at, f.len,
             "it is no figure of a written offer, of [market] or of [walkaway]",
             asked || gain
                 ? "fine as what you ask for or what a plan gains; never as what somebody offered"
                 : "write the figure down where it belongs, or leave it out");
    }
}

/* A sentence ends with its mark and a blank, or with an empty line. */
static size_t sentence_end(const char *text, size_t at)
{
    for (; text[at]; at++) {
        if (strchr(".!?", text[at]) && (!text[at + 1] || isspace((unsigned char)text[at + 1])))
            return at + 1;
        if (text[at] == '\n' && text[at + 1] == '\n')
            return at + 1;
    }
    return at;
}

void ctl_phantom_scan(const struct ctl_facts *facts, const char *text, struct pgy_arena *arena,
                      struct ctl_findings *findings)
{
    struct scan s = {.facts = facts, .text = text, .arena = arena, .findings = findings};
    if (open_words(&s.words, arena)) {
        for (; text[s.at]; s.at = s.end) {
            s.end = sentence_end(text, s.at);
            s.sentence = pgy_arena_strndup(arena, text + s.at, s.end - s.at);
            if (!scan_offers(&s, THREE, 3))
                scan_offers(&s, TWO, 2);
            scan_names(&s);
            scan_figures(&s);
        }
    }
    close_words(&s.words);
}
