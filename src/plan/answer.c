/* SPDX-License-Identifier: BSD-2-Clause */
/* Each frame of a worker, checked field by field against the verb it answers. The socket and the
 * deadline are run.c's. */
#include "pgy-build.h"

#include "plan/answer.h"

#include "base/err.h"
#include "base/link.h"
#include "base/log.h"
#include "base/str.h"
#include "base/utf8.h"
#include "plan/rename.h"

#include <stdlib.h>
#include <string.h>

/* The years that dates can be in: 1900 to 9999. */
#define INTERVAL_FIRST INT64_C(-2208988800)
#define INTERVAL_LAST INT64_C(253402300800)

enum { CELLS_MAX = 64, NAME_MAX_BYTES = 64, TEXT_MAX_BYTES = 4096 };

#define KEY_FLAGS (PGYD_KEY_REQUIRED | PGYD_KEY_MANY)

static int bad(const char **why, const char *problem)
{
    *why = problem;
    return PGY_EPARSE;
}

void pgy_answer_log(struct pgy_answer *a, uint32_t level, const char *line)
{
    bool was_room = a->logged <= PGY_W_MAX_LOG;
    a->logged += strlen(line) + 1;
    if (a->logged <= PGY_W_MAX_LOG)
        pgy_log((enum pgy_log_level)(level > PGY_LOG_DEBUG ? PGY_LOG_DEBUG : level),
                "%s '%s'%s%s: %s", a->what, a->plugin, a->profile ? " for " : "",
                a->profile ? a->profile : "", line);
    else if (was_room)
        pgy_warn("%s '%s': it says more than 64 KiB in one request; the rest is dropped", a->what,
                 a->plugin);
}

/* A text for people: one that is too long is cut, a control character shown as '?'. */
static const char *get_plain(struct pgy_frame *frame, struct pgy_arena *arena)
{
    char *text = pgy_get_str(frame, arena);
    if (!text)
        return NULL;
    return pgy_utf8_tame(text, TEXT_MAX_BYTES, text, strlen(text));
}

#define NAME PGY_SMALL PGY_CAPITALS PGY_DIGITS "_-"
static bool is_name(const char *text, const char *alphabet)
{
    return pgy_str_made_of(text, NAME_MAX_BYTES, alphabet);
}

static int take_plugin(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    struct pgy_declaration *d = &a->result->declaration;
    const char *name = get_plain(frame, a->arena), *version = get_plain(frame, a->arena),
               *summary = get_plain(frame, a->arena);
    uint32_t major = pgy_get_u32(frame), minor = pgy_get_u32(frame);
    bool has_check = pgy_get_u8(frame) != 0, has_report = pgy_get_u8(frame) != 0;
    if (pgy_frame_done(frame) || a->named || !pgy_streq(name, a->plugin) || !version || !summary)
        return bad(why, "sent a damaged description of itself");
    a->named = true;
    a->result->batch.version = version;
    *d = (struct pgy_declaration){.plugin = name,
                                  .version = version,
                                  .summary = summary,
                                  .path = d->path,
                                  .major = major,
                                  .minor = minor,
                                  .has_check = has_check,
                                  .has_report = has_report};
    return 0;
}

static int take_look(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    struct pgy_declaration *d = &a->result->declaration;
    const char *label = pgy_get_str(frame, a->arena), *color = pgy_get_str(frame, a->arena);
    if (pgy_frame_done(frame) || a->looked)
        return bad(why, "sent a damaged description of its look");
    if (label && !pgy_declared_line_ok(label, PGY_LABEL_MAX))
        return bad(why, "declares a label that is not one line of 1 to 40 bytes");
    if (color && !pgy_declared_color_ok(color))
        return bad(why, "declares a color that is not # and six hexadecimal digits, like #FF8C00");
    a->looked = true;
    d->label = label;
    d->color = color;
    return 0;
}

static int take_discreet(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    struct pgy_declaration *d = &a->result->declaration;
    uint32_t kind = pgy_get_u32(frame);
    const char *words = pgy_get_str(frame, a->arena);
    if (pgy_frame_done(frame) || kind >= PGY_KINDS)
        return bad(why, "declares discreet words for a kind of items that is unknown to this pgyd");
    if (!words || !pgy_declared_line_ok(words, PGY_DISCREET_MAX))
        return bad(why, "declares discreet words that are not one line of 1 to 80 bytes");
    if (d->discreet[kind])
        return bad(why, "declares discreet words for one kind of items twice");
    d->discreet[kind] = words;
    return 0;
}

static const char *key_problem(const struct pgy_key *k)
{
    size_t len = k->section ? strlen(k->section) : 0;
    bool instances = len > 1 && k->section[len - 1] == ':';
    if (!is_name(k->section, NAME ":") ||
        strchr(k->section, ':') != (instances ? k->section + len - 1 : NULL))
        return "declares a key whose section is not a name like 'habits' or 'contact:'";
    const char *star = k->name ? strchr(k->name, '*') : NULL;
    if (!is_name(k->name, NAME "*") || (star && star[1]) || !star != !(k->flags & PGYD_KEY_MANY))
        return "declares a key whose name is not a word, with '*' at the end just for "
               "PGYD_KEY_MANY";
    if (k->type < PGYD_TEXT || k->type > PGYD_PATH)
        return "declares a key of an unknown type";
    if (k->flags & ~KEY_FLAGS)
        return "declares a key with unknown flags";
    if ((k->type == PGYD_ENUM || k->type == PGYD_REF) && (!k->choices || !*k->choices))
        return "declares a key without the choices that its type needs";
    return k->help && *k->help ? NULL : "declares a key without help";
}

/* A question is shown as it is, its default read as an answer. */
static const char *ask_problem(const struct pgy_key *k)
{
    if (k->ask && !pgy_declared_line_ok(k->ask, PGY_ASK_MAX))
        return "declares a question that is not one line of 1 to 200 bytes";
    if (k->ask_default && !pgy_declared_line_ok(k->ask_default, PGY_ASK_MAX))
        return "declares the default of a question that is not one line of 1 to 200 bytes";
    if (k->ask_unless && !is_name(k->ask_unless, NAME))
        return "declares a question that hangs on what is no key's name";
    if (!k->ask && (k->ask_default || k->ask_unless))
        return "declares what belongs to a question, and no question";
    return k->ask && (k->flags & PGYD_KEY_MANY) ? "declares a question about many keys" : NULL;
}

static int take_key(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    struct pgy_key k = {.owner = a->plugin};
    k.section = get_plain(frame, a->arena);
    k.name = get_plain(frame, a->arena);
    k.type = pgy_get_u32(frame);
    k.flags = pgy_get_u32(frame);
    k.choices = get_plain(frame, a->arena);
    k.fallback = get_plain(frame, a->arena);
    k.min = pgy_get_i64(frame);
    k.max = pgy_get_i64(frame);
    k.help = get_plain(frame, a->arena);
    k.journal = get_plain(frame, a->arena);
    k.ask = pgy_get_str(frame, a->arena);
    k.ask_default = pgy_get_str(frame, a->arena);
    k.ask_unless = pgy_get_str(frame, a->arena);
    const char *problem =
        pgy_frame_done(frame) ? "sent a damaged declaration of a key" : key_problem(&k);
    if (!problem)
        problem = ask_problem(&k);
    if (problem) {
        bool named = is_name(k.section, NAME ":") && is_name(k.name, NAME "*");
        return bad(why, named
                            ? pgy_arena_printf(a->arena, "%s ([%s] %s)", problem, k.section, k.name)
                            : problem);
    }
    struct pgy_declaration *d = &a->result->declaration;
    *(struct pgy_key *)pgy_arena_push(a->arena, &a->keys, &d->nkeys, &a->cap_keys, sizeof k) = k;
    d->keys = a->keys;
    return 0;
}

static int take_kind(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    struct pgyd_journal_kind k = {.size = sizeof k};
    k.name = get_plain(frame, a->arena);
    k.subject = get_plain(frame, a->arena);
    k.events = get_plain(frame, a->arena);
    k.keys = get_plain(frame, a->arena);
    k.help = get_plain(frame, a->arena);
    if (pgy_frame_done(frame) || !is_name(k.name, NAME))
        return bad(why, "declares a journal kind whose name is not a word");
    struct pgy_declaration *d = &a->result->declaration;
    *(struct pgyd_journal_kind *)pgy_arena_push(a->arena, &a->kinds, &d->nkinds, &a->cap_kinds,
                                                sizeof k) = k;
    d->kinds = a->kinds;
    return 0;
}

static int take_report(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    struct pgyd_report r = {.size = sizeof r};
    r.name = get_plain(frame, a->arena);
    r.args = get_plain(frame, a->arena);
    r.help = get_plain(frame, a->arena);
    if (pgy_frame_done(frame) || !is_name(r.name, NAME))
        return bad(why, "declares a report whose name is not a word");
    struct pgy_declaration *d = &a->result->declaration;
    *(struct pgyd_report *)pgy_arena_push(a->arena, &a->reports, &d->nreports, &a->cap_reports,
                                          sizeof r) = r;
    d->reports = a->reports;
    return 0;
}

/* Both ends are kept as ids. */
static int take_rename(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    const char *from = get_plain(frame, a->arena), *to = get_plain(frame, a->arena);
    /* As strict as with items: a plan stored under a name that no item can have could not be read
     * again. */
    if (pgy_frame_done(frame) || !to || !pgy_slug_ok(to))
        return bad(why, "declares a renamed slug whose new name is not 1 to 80 characters of a-z, "
                        "0-9, '.' and '-'");
    struct pgyd_rename r = {.from = from ? pgy_rename_id(a->plugin, from, a->arena) : NULL,
                            .to = pgy_item_id(a->plugin, to, NULL, a->arena)};
    if (!r.from)
        return bad(why, "declares a renamed slug whose old name is neither a slug, 1 to 80 "
                        "characters of a-z, 0-9, '.' and '-', nor PLUGIN/SLUG of the plugin it "
                        "came from");
    struct pgy_declaration *d = &a->result->declaration;
    *(struct pgyd_rename *)pgy_arena_push(a->arena, &a->renames, &d->nrenames, &a->cap_renames,
                                          sizeof r) = r;
    d->renames = a->renames;
    return 0;
}

/* Whether the system knows an item's zone; most items of a batch name the same one, if any. */
static bool zone_known(struct pgy_answer *a, const char *zone)
{
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    if (!zone || pgy_streq(zone, a->zone))
        return true;
    if (pgy_tz_load(zone, &tz) < 0)
        return false;
    a->zone = zone;
    return true;
}

static int take_item(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    struct pgy_batch *batch = &a->result->batch;
    struct pgy_item item;
    const char *problem = NULL;
    if (pgy_item_get(frame, a->plugin, a->arena, &item, &problem) < 0)
        return bad(why,
                   pgy_arena_printf(a->arena, "sent an item that cannot be used: %s", problem));
    if (!zone_known(a, item.zone))
        return bad(why,
                   pgy_arena_printf(
                       a->arena,
                       "sent the item '%s' in a time zone that this system does not know: '%s'",
                       item.slug, item.zone));
    *(struct pgy_item *)pgy_arena_push(a->arena, &batch->items, &batch->n, &batch->cap,
                                       sizeof item) = item;
    return 0;
}

static int take_problem(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    struct pgy_run_result *r = a->result;
    typeof(r->problems) p =
        pgy_arena_push(a->arena, &r->problems, &r->nproblems, &r->cap_problems, sizeof *p);
    p->severity = pgy_get_u32(frame);
    p->section = get_plain(frame, a->arena);
    p->id = get_plain(frame, a->arena);
    p->key = get_plain(frame, a->arena);
    p->message = get_plain(frame, a->arena);
    p->remedy = get_plain(frame, a->arena);
    bool known = p->severity == PGYD_WARN || p->severity == PGYD_CRITICAL;
    return pgy_frame_done(frame) || !known || !p->section || !p->id || !p->message
               ? bad(why, "sent a damaged problem")
               : 0;
}

static bool lines_ok(const char *text, const char *allowed)
{
    return !text || !pgy_has_controls(text, strlen(text), allowed);
}

static int take_part(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    struct pgy_part p = {0};
    uint32_t type = pgy_get_u32(frame), level = pgy_get_u32(frame);
    p.text = pgy_get_str(frame, a->arena);
    p.ncells = pgy_get_u32(frame);
    bool ok = type >= PGYD_HEADING && type <= PGYD_GRID_ROW && level <= UINT16_MAX &&
              p.ncells <= CELLS_MAX && lines_ok(p.text, "\n");
    p.type = (uint16_t)type;
    p.level = (uint16_t)level;
    p.cells = pgy_arena_array(a->arena, ok ? p.ncells : 0, sizeof *p.cells);
    for (uint32_t i = 0; ok && i < p.ncells; i++) {
        p.cells[i] = pgy_get_str(frame, a->arena);
        ok = p.cells[i] && lines_ok(p.cells[i], "");
    }
    p.nnums = ok ? pgy_get_u32(frame) : 0;
    ok = ok && p.nnums <= CELLS_MAX;
    p.nums = pgy_arena_array(a->arena, ok ? p.nnums : 0, sizeof *p.nums);
    for (uint32_t i = 0; ok && i < p.nnums; i++)
        p.nums[i] = pgy_get_f64(frame);
    if (!ok || pgy_frame_done(frame))
        return bad(why, "sent a damaged part of a report");
    struct pgy_run_result *r = a->result;
    *(struct pgy_part *)pgy_arena_push(a->arena, &r->parts, &r->nparts, &r->cap_parts, sizeof p) =
        p;
    return 0;
}

static int take_interval(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    struct pgy_run_result *r = a->result;
    struct pgy_shift shift = {.start = pgy_get_i64(frame), .end = pgy_get_i64(frame)};
    shift.name = get_plain(frame, a->arena);
    bool ordered = r->nshifts == 0 || r->shifts[r->nshifts - 1].start <= shift.start;
    bool ok = shift.start > INTERVAL_FIRST && shift.end > shift.start &&
              shift.end < INTERVAL_LAST && ordered;
    if (pgy_frame_done(frame) || !shift.name || !ok)
        return bad(why, "sent a damaged interval");
    *(struct pgy_shift *)pgy_arena_push(a->arena, &r->shifts, &r->nshifts, &r->cap_shifts,
                                        sizeof shift) = shift;
    return 0;
}

static int take_log(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    /* Past the cap nothing is copied any more. */
    if (a->logged > PGY_W_MAX_LOG)
        return 0;
    uint32_t level = pgy_get_u32(frame);
    const char *line = get_plain(frame, a->arena);
    if (pgy_frame_done(frame) || !line)
        return bad(why, "sent a damaged line for the log");
    pgy_answer_log(a, level, line);
    return 0;
}

static int take_error(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    a->error = get_plain(frame, a->arena);
    if (pgy_frame_done(frame) || !a->error)
        return bad(why, "sent a damaged error");
    return 0;
}

static int take_refusal(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    a->refusal = get_plain(frame, a->arena);
    if (pgy_frame_done(frame) || !a->refusal)
        return bad(why, "sent a damaged refusal");
    return 0;
}

static int take_end(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    uint32_t count = pgy_get_u32(frame);
    if (pgy_frame_done(frame) || count != a->count || (!a->named && a->verb != PGY_VERB_IMPORT))
        return bad(why, pgy_arena_printf(a->arena, "sent %u answers and says they are %u", a->count,
                                         count));
    a->ended = true;
    return 0;
}

/* Which frames answer which verbs, and whether END counts them. */
#define VERB(verb) (1u << (verb))
#define ANY                                                                                        \
    (VERB(PGY_VERB_DESCRIBE) | VERB(PGY_VERB_CHECK) | VERB(PGY_VERB_PLAN) | VERB(PGY_VERB_REPORT))
#define CALLBACKS (VERB(PGY_VERB_CHECK) | VERB(PGY_VERB_PLAN) | VERB(PGY_VERB_REPORT))
static const struct {
    int (*take)(struct pgy_answer *, struct pgy_frame *, const char **);
    unsigned verbs;
    bool counted;
} takers[] = {
    [PGY_W_PLUGIN] = {take_plugin, ANY, true},
    [PGY_W_KEY] = {take_key, VERB(PGY_VERB_DESCRIBE), true},
    [PGY_W_KIND] = {take_kind, VERB(PGY_VERB_DESCRIBE), true},
    [PGY_W_REPORT_DECL] = {take_report, VERB(PGY_VERB_DESCRIBE), true},
    [PGY_W_RENAME] = {take_rename, VERB(PGY_VERB_DESCRIBE), true},
    [PGY_W_ITEM] = {take_item, VERB(PGY_VERB_PLAN), true},
    [PGY_W_PROBLEM] = {take_problem, VERB(PGY_VERB_CHECK), true},
    [PGY_W_PART] = {take_part, VERB(PGY_VERB_REPORT), true},
    [PGY_W_INTERVAL] = {take_interval, VERB(PGY_VERB_IMPORT), true},
    [PGY_W_LOG] = {take_log, ANY | VERB(PGY_VERB_IMPORT), false},
    [PGY_W_ERROR] = {take_error, ANY | VERB(PGY_VERB_IMPORT), false},
    [PGY_W_END] = {take_end, ANY | VERB(PGY_VERB_IMPORT), false},
    [PGY_W_LOOK] = {take_look, VERB(PGY_VERB_DESCRIBE), true},
    [PGY_W_DISCREET] = {take_discreet, VERB(PGY_VERB_DESCRIBE), true},
    [PGY_W_REFUSAL] = {take_refusal, CALLBACKS, false},
};

int pgy_answer_take(struct pgy_answer *a, struct pgy_frame *frame, const char **why)
{
    a->bytes += frame->len;
    if (frame->len >= PGY_W_MAX_FRAME || a->bytes > PGY_W_MAX_BYTES) {
        *why = a->bytes > PGY_W_MAX_BYTES ? "sent more than 32 MiB"
                                          : "sent an answer of more than 64 KiB";
        return PGY_ELIMIT;
    }
    if (!a->hello) {
        int rc = pgy_link_check_hello(frame);
        if (rc < 0)
            *why = rc == PGY_EVERSION ? "was run by a pgyd-worker of another version"
                                      : "did not begin with a hello";
        a->hello = rc == 0;
        return rc;
    }
    if (a->ended || a->error || a->refusal)
        return bad(why, "went on after its end");
    bool known = frame->type < sizeof takers / sizeof takers[0] && takers[frame->type].take;
    if (!known || !(takers[frame->type].verbs & VERB(a->verb)))
        return bad(why, "sent an answer that nobody asked for");
    a->count += takers[frame->type].counted;
    if (a->count > PGY_W_MAX_ITEMS) {
        *why = "sent more than 100000 answers";
        return PGY_ELIMIT;
    }
    return takers[frame->type].take(a, frame, why);
}
