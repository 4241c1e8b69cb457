/* SPDX-License-Identifier: BSD-2-Clause */
/* Each service of struct pgyd_host, over the inputs and towards the link; a plugin's answers are
 * checked again in the core (plan/answer.c). */
#include "pgy-build.h"

#include "worker/host.h"

#include "base/err.h"
#include "base/str.h"
#include "base/utf8.h"
#include "plan/item.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FLUSH_AT = 32 * 1024, PARTS_MAX = 64, TEXT_MAX = 16 * 1024 };

/* The first reason stands; it goes on after "plugin 'x' (path) ", but for the plugin's own. */
static void __attribute__((format(printf, 2, 3)))
fail(struct pgy_host *host, const char *format, ...)
{
    if (host->failed)
        return;
    va_list ap;
    va_start(ap, format);
    vsnprintf(host->reason, sizeof host->reason, format, ap);
    va_end(ap);
    host->reason[pgy_utf8_cut(host->reason, strlen(host->reason), sizeof host->reason - 4)] = '\0';
    host->failed = true;
}

void pgy_host_wrote(struct pgy_host *host, size_t mark)
{
    struct pgy_buf *out = host->out;
    host->count++;
    if (out->err)
        fail(host, "answers more than 32 MiB");
    else if (out->len - mark > PGY_W_MAX_FRAME)
        fail(host, "answers with more than 64 KiB at once");
    else if (host->flush && out->len >= FLUSH_AT && host->flush(host->flush_arg, out) < 0)
        fail(host, "answers, and nobody listens");
}

/* ---- places by two words: plugins ask for each of their subjects in turn, and for one beside each
 * other; a search through all would cost n squared ---- */

/* FNV-1a of both words and the end of the first. */
static uint32_t hash(const char *a, const char *b)
{
    enum { PRIME = 16777619 };
    uint32_t h = 2166136261u;
    for (const char *p = a; *p; p++)
        h = (h ^ (unsigned char)*p) * PRIME;
    h *= PRIME;
    for (const char *p = b; *p; p++)
        h = (h ^ (unsigned char)*p) * PRIME;
    return h;
}

static void places_begin(struct pgy_places *places, struct pgy_arena *arena, size_t n)
{
    for (places->nbuckets = 16; places->nbuckets < n; places->nbuckets *= 2)
        ;
    places->bucket = pgy_arena_array(arena, places->nbuckets, sizeof *places->bucket);
    places->next = pgy_arena_array(arena, n + 1, sizeof *places->next);
    for (uint32_t b = 0; b < places->nbuckets; b++)
        places->bucket[b] = (uint32_t)n;
}

/* Called from the last place to the first, so that each bucket is in the order of the list. */
static void places_put(struct pgy_places *places, uint32_t place, const char *a, const char *b)
{
    uint32_t *bucket = &places->bucket[hash(a, b) & (places->nbuckets - 1)];
    places->next[place] = *bucket;
    *bucket = place;
}

static uint32_t places_first(const struct pgy_places *places, const char *a, const char *b)
{
    return places->bucket[hash(a, b) & (places->nbuckets - 1)];
}

/* ---- configuration ---- */

/* Plugins walk instances in order, so it goes on from where the last look-up ended: a walk over n
 * sections costs n, not n squared. */
static const struct pgy_in_section *nth(struct pgy_host *host, const char *kind, uint32_t i)
{
    const struct pgy_inputs *in = host->inputs;
    size_t s = 0;
    uint32_t seen = 0;
    if (host->walk_at < in->nsections && host->walk_i <= i &&
        pgy_streq(in->sections[host->walk_at].kind, kind)) {
        s = host->walk_at;
        seen = host->walk_i;
    }
    for (; s < in->nsections; s++) {
        if (!pgy_streq(in->sections[s].kind, kind))
            continue;
        if (seen == i) {
            host->walk_at = s;
            host->walk_i = i;
            return &in->sections[s];
        }
        seen++;
    }
    return NULL;
}

static const struct pgy_in_section *section(struct pgy_host *host, const char *kind, const char *id)
{
    const struct pgy_inputs *in = host->inputs;
    id = id ? id : "";
    if (!host->sections.bucket) {
        places_begin(&host->sections, in->arena, in->nsections);
        for (uint32_t s = (uint32_t)in->nsections; s-- > 0;)
            places_put(&host->sections, s, in->sections[s].kind, in->sections[s].id);
    }
    for (uint32_t s = kind ? places_first(&host->sections, kind, id) : (uint32_t)in->nsections;
         s < in->nsections; s = host->sections.next[s]) {
        if (strcmp(in->sections[s].id, id) == 0 && strcmp(in->sections[s].kind, kind) == 0)
            return &in->sections[s];
    }
    for (size_t s = 0; *id == '\0' && s < in->ndefaults; s++) {
        if (pgy_streq(in->defaults[s].kind, kind))
            return &in->defaults[s];
    }
    return NULL;
}

static uint32_t section_count(void *ctx, const char *kind)
{
    const struct pgy_host *host = ctx;
    uint32_t n = 0;
    for (size_t s = 0; s < host->inputs->nsections; s++)
        n += pgy_streq(host->inputs->sections[s].kind, kind);
    return n;
}

static const char *section_id(void *ctx, const char *kind, uint32_t i)
{
    const struct pgy_in_section *s = nth(ctx, kind, i);
    return s ? s->id : NULL;
}

static uint32_t section_line(void *ctx, const char *kind, const char *id)
{
    const struct pgy_in_section *s = section(ctx, kind, id);
    return s ? s->line : 0;
}

static int get(void *ctx, const char *kind, const char *id, const char *key,
               struct pgyd_value *value)
{
    const struct pgy_in_section *s = section(ctx, kind, id);
    for (size_t i = 0; s && key && i < s->nvalues; i++) {
        /* The first byte first: a section has dozens of keys, and comparing offers asks for all of
         * each. */
        if (s->values[i].key[0] != key[0] || strcmp(s->values[i].key, key) != 0)
            continue;
        /* An older plugin's struct is shorter, a newer one's longer: the common beginning, and its
         * own size kept. */
        uint32_t size = value->size;
        memcpy(value, &s->values[i].value, size < sizeof *value ? size : sizeof *value);
        value->size = size;
        return 1;
    }
    return 0;
}

static const char *key_name(void *ctx, const char *kind, const char *id, uint32_t i)
{
    const struct pgy_in_section *s = section(ctx, kind, id);
    for (size_t k = 0; s && k < s->nvalues; k++) {
        if (s->values[k].set && i-- == 0)
            return s->values[k].key;
    }
    return NULL;
}

/* ---- journal, busy, data ---- */

static void journal(void *ctx, const char *kind, const char *subject, pgyd_event_fn fn, void *arg)
{
    struct pgy_host *host = ctx;
    const struct pgy_inputs *in = host->inputs;
    bool both = kind && subject;
    if (both && !host->events.bucket) {
        places_begin(&host->events, in->arena, in->nevents);
        for (uint32_t i = (uint32_t)in->nevents; i-- > 0;)
            places_put(&host->events, i, in->events[i].kind, in->events[i].subject);
    }
    for (size_t i = both ? places_first(&host->events, kind, subject) : 0; i < in->nevents;
         i = both ? host->events.next[i] : i + 1) {
        const struct pgyd_event *e = &in->events[i];
        if ((!kind || strcmp(kind, e->kind) == 0) &&
            (!subject || strcmp(subject, e->subject) == 0) && fn(arg, e) != 0)
            return;
    }
}

static void busy(void *ctx, pgyd_busy_fn fn, void *arg)
{
    const struct pgy_host *host = ctx;
    for (size_t i = 0; i < host->inputs->nbusy; i++) {
        if (fn(arg, &host->inputs->busy[i]) != 0)
            return;
    }
}

static void data(void *ctx, const char *kind, pgyd_data_fn fn, void *arg)
{
    const struct pgy_host *host = ctx;
    for (size_t i = 0; i < host->inputs->ndata; i++) {
        if (pgy_streq(host->inputs->data[i].kind, kind) &&
            fn(arg, &host->inputs->data[i].file) != 0)
            return;
    }
}

/* ---- answers ---- */

static int emit(void *ctx, const struct pgyd_item *in)
{
    struct pgy_host *host = ctx;
    struct pgy_item item;
    const char *why = NULL;
    if (host->inputs->verb != PGY_VERB_PLAN)
        why = "only plan emits items";
    if (why || pgy_item_from_plugin(in, host->plugin, NULL, &item, &why) < 0) {
        bool named = in->size > offsetof(struct pgyd_item, slug) && in->slug &&
                     pgy_utf8_valid(in->slug, strnlen(in->slug, 100));
        fail(host, "emits the item '%.80s', which cannot be used: %s", named ? in->slug : "?", why);
        return -1;
    }
    size_t mark = host->out->len;
    pgy_item_put(host->out, PGY_W_ITEM, &item);
    pgy_host_wrote(host, mark);
    return host->failed ? -1 : 0;
}

/* NULL when the part is well formed, else what is wrong with it. */
static const char *part_problem(const struct pgyd_part *p)
{
    if (p->type < PGYD_HEADING || p->type > PGYD_GRID_ROW)
        return "its type is unknown";
    if (p->ncells > PARTS_MAX || p->nnums > PARTS_MAX)
        return "it has more than 64 cells or numbers";
    if ((p->ncells && !p->cells) || (p->nnums && !p->nums))
        return "it has a count without cells or numbers";
    size_t len = p->text ? strnlen(p->text, TEXT_MAX + 1) : 0;
    if (len > TEXT_MAX ||
        (p->text && (!pgy_utf8_valid(p->text, len) || pgy_has_controls(p->text, len, "\n"))))
        return "its text is not at most 16 KiB of UTF-8 without control characters";
    for (uint32_t i = 0; i < p->ncells; i++) {
        size_t n = p->cells[i] ? strnlen(p->cells[i], TEXT_MAX + 1) : 0;
        if (n > TEXT_MAX || (p->cells[i] && (!pgy_utf8_valid(p->cells[i], n) ||
                                             pgy_has_controls(p->cells[i], n, ""))))
            return "one of its cells is not one line of at most 16 KiB of UTF-8";
    }
    return NULL;
}

static int part(void *ctx, const struct pgyd_part *in)
{
    struct pgy_host *host = ctx;
    struct pgyd_part p = {0};
    memcpy(&p, in, in->size < sizeof p ? in->size : sizeof p);
    const char *why =
        host->inputs->verb != PGY_VERB_REPORT ? "only report adds parts" : part_problem(&p);
    if (why) {
        fail(host, "adds a part to its report that cannot be used: %s", why);
        return -1;
    }
    size_t mark = pgy_frame_begin(host->out, PGY_W_PART);
    pgy_put_u32(host->out, p.type);
    pgy_put_u32(host->out, p.level);
    pgy_put_str(host->out, p.text);
    pgy_put_u32(host->out, p.ncells);
    for (uint32_t i = 0; i < p.ncells; i++)
        pgy_put_str(host->out, p.cells[i] ? p.cells[i] : "");
    pgy_put_u32(host->out, p.nnums);
    for (uint32_t i = 0; i < p.nnums; i++)
        pgy_put_f64(host->out, p.nums[i]);
    pgy_frame_end(host->out, mark);
    pgy_host_wrote(host, mark);
    return host->failed ? -1 : 0;
}

/* A plugin's text for people, cut to size and made harmless in `to`; NULL stays NULL. */
enum { SAFE_MAX = 1024 };
static const char *safe(const char *text, char to[SAFE_MAX + 1])
{
    if (!text)
        return NULL;
    return pgy_utf8_tame(to, SAFE_MAX, text, strnlen(text, SAFE_MAX + 4));
}

static void problem(void *ctx, uint32_t severity, const char *kind, const char *id, const char *key,
                    const char *message, const char *remedy)
{
    struct pgy_host *host = ctx;
    char text[SAFE_MAX + 1];
    size_t mark = pgy_frame_begin(host->out, PGY_W_PROBLEM);
    pgy_put_u32(host->out, severity == PGYD_WARN ? PGYD_WARN : PGYD_CRITICAL);
    const char *const texts[] = {kind ? kind : "", id ? id : "", key,
                                 message ? message : "not acceptable", remedy};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        pgy_put_str(host->out, safe(texts[i], text));
    pgy_frame_end(host->out, mark);
    pgy_host_wrote(host, mark);
}

static void say(void *ctx, uint32_t level, const char *message)
{
    struct pgy_host *host = ctx;
    char text[SAFE_MAX + 1];
    size_t mark = pgy_frame_begin(host->out, PGY_W_LOG);
    pgy_put_u32(host->out, level > PGYD_LOG_DEBUG ? PGYD_LOG_DEBUG : level);
    pgy_put_str(host->out, safe(message ? message : "", text));
    pgy_frame_end(host->out, mark);
    pgy_host_wrote(host, mark);
    host->count--; /* END does not count lines of the log */
}

static void error(void *ctx, const char *message)
{
    enum { SENTENCE_MAX = 500 };
    struct pgy_host *host = ctx;
    char text[SAFE_MAX + 1];
    safe(message ? message : "", text);
    text[pgy_utf8_cut(text, strlen(text), SENTENCE_MAX)] = '\0';
    host->refused = host->refused || !host->failed;
    fail(host, "%s", text);
}

/* ---- civil arithmetic ---- */

static pgyd_day day(void *ctx, int32_t year, int32_t month, int32_t dom)
{
    (void)ctx;
    return pgy_civil_day(year, month, dom);
}

/* A day inside the years pgyd knows: the arithmetic below relies on it. */
static bool known(pgyd_day d)
{
    return d >= PGY_DAY_MIN && d <= PGY_DAY_MAX;
}

static void ymd(void *ctx, pgyd_day d, int32_t *year, int32_t *month, int32_t *dom)
{
    (void)ctx;
    struct pgy_ymd y = known(d) ? pgy_civil_ymd(d) : (struct pgy_ymd){0};
    *year = y.year;
    *month = y.month;
    *dom = y.day;
}

static int32_t weekday(void *ctx, pgyd_day d)
{
    (void)ctx;
    return known(d) ? (int32_t)pgy_civil_weekday(d) : -1;
}

static pgyd_day add_months(void *ctx, pgyd_day d, int32_t months)
{
    (void)ctx;
    return known(d) ? pgy_civil_add_months(d, months) : PGYD_NO_DAY;
}

static pgyd_day add_dur(void *ctx, pgyd_day d, int64_t n, uint32_t unit)
{
    (void)ctx;
    enum { ALL_DAYS = (PGY_YEAR_MAX - PGY_YEAR_MIN + 1) * 366 };
    if (!known(d) || n > ALL_DAYS || n < -ALL_DAYS || !pgy_dur_of_days(unit))
        return PGYD_NO_DAY;
    return pgy_civil_add(d, (struct pgy_dur){1, (char)unit}, (int)n);
}

static struct pgy_holidays holidays(const struct pgy_host *host)
{
    return (struct pgy_holidays){host->inputs->holidays, host->inputs->nholidays};
}

static pgyd_day add_business(void *ctx, pgyd_day d, int32_t days)
{
    struct pgy_holidays h = holidays(ctx);
    return known(d) ? pgy_civil_add_business(d, days, &h) : PGYD_NO_DAY;
}

static pgyd_day nth_weekday(void *ctx, int32_t n, int32_t wday, int32_t month, int32_t year)
{
    (void)ctx;
    return wday < 0 || wday > 6 ? PGYD_NO_DAY
                                : pgy_civil_nth(n, (enum pgy_weekday)wday, month, year);
}

static int32_t is_business(void *ctx, pgyd_day d)
{
    struct pgy_holidays h = holidays(ctx);
    return known(d) && pgy_civil_is_business(d, &h);
}

static int32_t academic_year(void *ctx, pgyd_day d)
{
    (void)ctx;
    return known(d) ? pgy_civil_academic_year(d) : 0;
}

static const char *day_text(void *ctx, pgyd_day d, char *text)
{
    (void)ctx;
    return pgy_civil_text(d, text);
}

static const char *day_words(void *ctx, pgyd_day d, char *text)
{
    (void)ctx;
    return pgy_civil_words(d, text);
}

static const char *arg(void *ctx, const char *key)
{
    const struct pgy_host *host = ctx;
    for (size_t i = 0; i < host->inputs->nargs; i++) {
        if (pgy_streq(host->inputs->args[i].key, key))
            return host->inputs->args[i].value;
    }
    return NULL;
}

void pgy_host_init(struct pgy_host *host, const struct pgy_inputs *inputs, struct pgy_buf *out)
{
    *host = (struct pgy_host){.inputs = inputs, .plugin = inputs->plugin, .out = out};
    host->table = (struct pgyd_host){
        .size = sizeof host->table,
        .major = PGYD_API_MAJOR,
        .minor = PGYD_API_MINOR,
        .ctx = host,
        .profile = inputs->profile,
        .timezone = inputs->zone,
        .today = inputs->today,
        .started = inputs->started,
        .section_count = section_count,
        .section_id = section_id,
        .section_line = section_line,
        .get = get,
        .key_name = key_name,
        .journal = journal,
        .busy = busy,
        .data = data,
        .emit = emit,
        .part = part,
        .problem = problem,
        .log = say,
        .error = error,
        .day = day,
        .ymd = ymd,
        .weekday = weekday,
        .add_months = add_months,
        .add_dur = add_dur,
        .add_business = add_business,
        .nth_weekday = nth_weekday,
        .is_business = is_business,
        .academic_year = academic_year,
        .day_text = day_text,
        .day_words = day_words,
        .arg = arg,
    };
}
