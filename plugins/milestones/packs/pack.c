/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads packs into sections with typed places, checks them, finds them by id. What becomes of them
 * is in maker.c and plugins/milestones/chain, their lines are in ini.c. */
#include "plugins/milestones/packs/pack.h"

#include "plugins/common/dates.h"
#include "plugins/common/texts/near.h"
#include "plugins/milestones/packs/ini.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SECTIONS = 100000, MOST_SAID = 200, ID_MAX = 48 };

static const char *const kind_names[PACK_KINDS] = {"pack", "milestone", "case", "chain", "step"};

#define IN(kind) (1u << (kind))
#define ONE (IN(PACK_MILESTONE) | IN(PACK_CASE))
static const struct {
    const char *name;
    unsigned kinds;
} keys[P_KEYS] = {
    [P_TITLE] = {"title", ONE | IN(PACK_CHAIN) | IN(PACK_STEP)},
    [P_WHEN] = {"when", ONE},
    [P_UNTIL] = {"until", ONE},
    [P_TIME] = {"time", ONE},
    [P_DETAIL] = {"detail", ONE | IN(PACK_CHAIN) | IN(PACK_STEP)},
    [P_IF] = {"if", ONE | IN(PACK_CHAIN) | IN(PACK_STEP)},
    [P_REMIND] = {"remind", ONE | IN(PACK_STEP)},
    [P_SEVERITY] = {"severity", ONE},
    [P_KIND] = {"kind", ONE},
    [P_CHECKLIST] = {"checklist", ONE | IN(PACK_STEP)},
    [P_POINT] = {"point", ONE},
    [P_REFS] = {"refs", ONE | IN(PACK_CHAIN)},
    [P_AFTER] = {"after", ONE | IN(PACK_STEP)},
    [P_EACH] = {"each", IN(PACK_MILESTONE)},
    [P_EVERY] = {"every", IN(PACK_MILESTONE)},
    [P_LATE] = {"late", IN(PACK_HEAD) | IN(PACK_MILESTONE)},
    [P_THEN] = {"then", IN(PACK_MILESTONE)},
    [P_STAKES] = {"stakes", ONE | IN(PACK_STEP)},
    [P_BY] = {"by", ONE},
    [P_FINAL] = {"final", ONE | IN(PACK_STEP)},
    [P_ABOUT] = {"about", ONE | IN(PACK_STEP)},
    [P_NEXT] = {"next", ONE | IN(PACK_STEP)},
    [P_WHY] = {"why", ONE | IN(PACK_STEP)},
    [P_QUIET] = {"quiet", IN(PACK_HEAD) | IN(PACK_MILESTONE)},
    [P_NOTE] = {"note", IN(PACK_HEAD) | ONE | IN(PACK_CHAIN)},
    [P_SOURCE] = {"source", IN(PACK_HEAD) | ONE | IN(PACK_CHAIN)},
    [P_CHECKED_ON] = {"checked_on", IN(PACK_HEAD) | IN(PACK_MILESTONE) | IN(PACK_CHAIN)},
    [P_VALID_UNTIL] = {"valid_until", IN(PACK_HEAD) | IN(PACK_MILESTONE) | IN(PACK_CHAIN)},
    [P_CONFIDENCE] = {"confidence", IN(PACK_HEAD) | IN(PACK_MILESTONE) | IN(PACK_CHAIN)},
    [P_NAME] = {"name", IN(PACK_HEAD)},
    [P_TO] = {"to", IN(PACK_CHAIN) | IN(PACK_HEAD) | IN(PACK_MILESTONE)},
    [P_CHAIN] = {"chain", IN(PACK_STEP)},
    [P_DAYS] = {"days", IN(PACK_STEP)},
    [P_DAYS_KEY] = {"days_key", IN(PACK_STEP)},
    [P_FROM] = {"from", IN(PACK_STEP) | IN(PACK_HEAD) | IN(PACK_MILESTONE)},
};

const char *packs_key_name(enum pack_key key)
{
    return keys[key].name;
}

/* ---- mistakes ---- */

static void say(struct packs *packs, const char *text)
{
    const struct pgyd_host *h = packs->h;
    uint32_t most = packs->say == PACK_REPORTS ? MOST_SAID : 1;
    if (packs->say == PACK_SILENT || packs->said > most)
        return;
    if (packs->said++ == most)
        text = packs->say == PACK_REPORTS
                   ? "there are more mistakes in the packs"
                   : "there are more mistakes in the packs: pgyctl check lists them";
    if (packs->say == PACK_REPORTS)
        h->problem(h->ctx, PGYD_WARN, "packs", "", NULL, text, NULL);
    else
        h->log(h->ctx, PGYD_LOG_WARN, text);
}

static void say_at(struct packs *packs, const char *file, uint32_t line, uint32_t column,
                   const char *message)
{
    char text[512];
    if (column)
        pgc_format(text, sizeof text, "packs/%s:%u:%u: %s", file, line, column, message);
    else
        pgc_format(text, sizeof text, "packs/%s:%u: %s", file, line, message);
    say(packs, text);
}

void packs_problem(struct packs *packs, const struct pack_section *s, enum pack_key key,
                   unsigned column, const char *format, ...)
{
    char message[400];
    va_list ap;
    va_start(ap, format);
    pgc_vformat(message, sizeof message, format, ap);
    va_end(ap);
    const struct pack_text *at = key < P_KEYS ? &s->v[key] : NULL;
    if (s->pack != PACK_OWN) {
        uint32_t place = at && at->text ? at->column + (column ? column - 1 : 0) : 0;
        say_at(packs, packs->list[s->pack].file, place ? at->line : s->line, place, message);
    } else if (packs->say == PACK_REPORTS && column) {
        pgc_error(packs->h, "milestone", s->id, key < P_KEYS ? keys[key].name : NULL, NULL,
                  "column %u: %s", column, message);
    } else if (packs->say == PACK_REPORTS) {
        pgc_error(packs->h, "milestone", s->id, key < P_KEYS ? keys[key].name : NULL, NULL, "%s",
                  message);
    }
}

/* ---- memory ---- */

static void no_memory(struct packs *packs)
{
    if (!packs->failed)
        packs->h->error(packs->h->ctx,
                        "there is no memory for the packs: fewer or smaller ones are needed");
    packs->failed = true;
}

/* The array with room for one more of `size` bytes at its end, or NULL: then the old one stands. */
static void *grown(struct packs *packs, void *array, size_t n, size_t *cap, size_t size)
{
    if (n < *cap)
        return array;
    size_t more = *cap ? 2 * *cap : 16;
    void *moved = realloc(array, more * size);
    if (moved)
        *cap = more;
    else
        no_memory(packs);
    return moved;
}

void packs_free(struct packs *packs)
{
    for (size_t i = 0; i < packs->nblocks; i++)
        free(packs->blocks[i]);
    free(packs->blocks);
    free(packs->list);
    free(packs->sections);
    free(packs->points);
    free(packs->index);
    *packs = (struct packs){.h = packs->h};
}

/* ---- reading ---- */

struct reading {
    struct packs *packs;
    bool skipping; /* the keys of a section that is not understood */
};

static struct pack_section *last_section(const struct packs *packs)
{
    return &packs->sections[packs->nsections - 1];
}

static bool good_id(const char *id)
{
    return pgc_made_of(id, ID_MAX, PGC_SMALL PGC_DIGITS "-");
}

/* A case stands below its milestone, or another case of it. */
static bool misplaced(const struct packs *packs, enum pack_kind kind, const char *id)
{
    const struct pack_section *last = packs->nsections ? last_section(packs) : NULL;
    return kind == PACK_CASE && (!last || last->pack != packs->n - 1 || strcmp(last->id, id) != 0 ||
                                 (last->kind != PACK_MILESTONE && last->kind != PACK_CASE));
}

static int take_section(struct reading *r, const struct packini_line *line)
{
    struct packs *packs = r->packs;
    const char *file = packs->list[packs->n - 1].file;
    enum pack_kind kind = PACK_HEAD;
    r->skipping = true;
    while (kind < PACK_KINDS && strcmp(line->name, kind_names[kind]) != 0)
        kind++;
    if (kind == PACK_KINDS) {
        say_at(packs, file, line->line, line->column,
               "unknown section: a pack has [pack], [milestone:id], [case:id], [chain:id] and "
               "[step:id]");
        return 0;
    }
    if (kind == PACK_HEAD ? line->value[0] != '\0' : !good_id(line->value)) {
        say_at(packs, file, line->line, line->column,
               kind == PACK_HEAD ? "[pack] has no id"
                                 : "an id of 1 to 48 characters of a-z, 0-9 and - is missing, as "
                                   "in [milestone:board-exam]");
        return 0;
    }
    if (misplaced(packs, kind, line->value)) {
        say_at(packs, file, line->line, line->column,
               "a case stands below the milestone of its id");
        return 0;
    }
    if (packs->nsections == MOST_SECTIONS) {
        say_at(packs, file, line->line, line->column, "no more than 100,000 sections are read");
        return 1;
    }
    struct pack_section *sections = grown(packs, packs->sections, packs->nsections,
                                          &packs->cap_sections, sizeof *packs->sections);
    if (!sections)
        return 1;
    packs->sections = sections;
    packs->sections[packs->nsections++] = (struct pack_section){.kind = kind,
                                                                .pack = (uint32_t)(packs->n - 1),
                                                                .line = line->line,
                                                                .id = line->value,
                                                                .day = PGYD_NO_DAY};
    if (kind == PACK_HEAD)
        packs->list[packs->n - 1].head = packs->nsections - 1;
    r->skipping = false;
    return 0;
}

static void unknown_key(struct packs *packs, const struct pack_section *s,
                        const struct packini_line *line)
{
    char message[200];
    struct pgc_near near = {.wanted = line->name};
    for (int i = 0; i < P_KEYS; i++) {
        if (keys[i].kinds & IN(s->kind))
            pgc_near_try(&near, keys[i].name);
    }
    const char *best = pgc_near_best(&near);
    if (best)
        pgc_format(message, sizeof message, "[%s] has no key %.40s: did you mean %s?",
                   kind_names[s->kind], line->name, best);
    else
        pgc_format(message, sizeof message, "[%s] has no key %.40s; pgyd-pack(5) lists them",
                   kind_names[s->kind], line->name);
    say_at(packs, packs->list[s->pack].file, line->line, 0, message);
}

/* "days.tx": kept when it is the person's state, understood in any case. */
static bool days_of_state(struct packs *packs, struct pack_section *s,
                          const struct packini_line *line)
{
    if (s->kind != PACK_STEP || strncmp(line->name, "days.", 5) != 0 || strlen(line->name) != 7)
        return false;
    if (strcmp(line->name, packs->state) == 0)
        s->states = (struct pack_text){line->value, line->line, line->column};
    return true;
}

static int add_point(struct packs *packs, struct pack_section *s, const struct packini_line *line)
{
    struct pack_text *points =
        grown(packs, packs->points, packs->npoints, &packs->cap_points, sizeof *points);
    if (!points)
        return 1;
    packs->points = points;
    if (s->npoints++ == 0)
        s->point = (uint32_t)packs->npoints;
    points[packs->npoints++] = (struct pack_text){line->value, line->line, line->column};
    return 0;
}

static int take_key(struct reading *r, const struct packini_line *line)
{
    struct packs *packs = r->packs;
    if (r->skipping)
        return 0;
    struct pack_section *s = last_section(packs);
    if (days_of_state(packs, s, line))
        return 0;
    int i = 0;
    /* The first byte before the rest: thousands of lines meet dozens of keys at every plan. */
    while (i < P_KEYS && (!(keys[i].kinds & IN(s->kind)) || keys[i].name[0] != line->name[0] ||
                          strcmp(line->name, keys[i].name) != 0))
        i++;
    if (i == P_KEYS)
        unknown_key(packs, s, line);
    else if (i == P_POINT && line->value[0])
        return add_point(packs, s, line);
    else if (s->v[i].text)
        say_at(packs, packs->list[s->pack].file, line->line, 0,
               "this key stands here twice: the first one holds");
    else if (line->value[0])
        s->v[i] = (struct pack_text){line->value, line->line, line->column};
    return 0;
}

static int take(void *arg, const struct packini_line *line)
{
    struct reading *r = arg;
    if (line->type == PACKINI_SECTION)
        return take_section(r, line);
    if (r->packs->nsections == 0 || last_section(r->packs)->pack != r->packs->n - 1) {
        if (!r->skipping)
            say_at(r->packs, r->packs->list[r->packs->n - 1].file, line->line, 0,
                   "a key before the first section: [pack] is missing");
        r->skipping = true;
    }
    return take_key(r, line);
}

static void bad(void *arg, uint32_t line, uint32_t column, const char *message)
{
    const struct reading *r = arg;
    say_at(r->packs, r->packs->list[r->packs->n - 1].file, line, column, message);
}

/* A date of [pack]. */
static pgyd_day head_day(struct packs *packs, const struct pack *pack, enum pack_key key)
{
    if (pack->head == SIZE_MAX || !packs->sections[pack->head].v[key].text)
        return PGYD_NO_DAY;
    const struct pack_section *s = &packs->sections[pack->head];
    pgyd_day day = pgc_parse_day(packs->h, s->v[key].text);
    if (day == PGYD_NO_DAY)
        packs_problem(packs, s, key, 1, "%s is a day, such as 2027-12-31", keys[key].name);
    return day;
}

static void check_head(struct packs *packs, struct pack *pack)
{
    static const enum pack_key needed[] = {P_SOURCE, P_CHECKED_ON, P_VALID_UNTIL};
    pack->checked_on = head_day(packs, pack, P_CHECKED_ON);
    pack->valid_until = head_day(packs, pack, P_VALID_UNTIL);
    if (pack->head == SIZE_MAX) {
        say_at(packs, pack->file, 1, 0,
               "[pack] with source, checked_on and valid_until is missing");
        return;
    }
    const struct pack_section *head = &packs->sections[pack->head];
    bool rule = head->v[P_CONFIDENCE].text && strcmp(head->v[P_CONFIDENCE].text, "rule") == 0;
    for (size_t i = 0; i < (rule ? 1 : PGC_COUNT(needed)); i++) {
        if (!head->v[needed[i]].text)
            packs_problem(packs, head, P_KEYS, 0, "[pack] lacks %s", keys[needed[i]].name);
    }
}

/* The packs that a plan is never without unless somebody says so: pgyd's own rules. */
static const char *const rules[] = {"monthly.ini", "phases.ini"};

/* Whether [packs] use or skip lists a file, by its name with or without .ini. */
static bool listed(const struct pgyd_host *h, const char *key, const char *file)
{
    char stem[64];
    size_t n = strlen(file);
    pgc_format(stem, sizeof stem, "%.*s", (int)(n - strlen(".ini")), file);
    return pgc_lists(h, "packs", "", key, stem) || pgc_lists(h, "packs", "", key, file);
}

static bool wanted(const struct pgyd_host *h, const char *file)
{
    if (listed(h, "skip", file))
        return false;
    for (size_t i = 0; i < PGC_COUNT(rules); i++) {
        if (strcmp(file, rules[i]) == 0)
            return true; /* use chooses among dates */
    }
    return !pgc_has(h, "packs", "", "use") || listed(h, "use", file);
}

/* Half a plan would look like a whole one: none is made, and the last good one stands. */
static void check_rules(struct packs *packs)
{
    const struct pgyd_host *h = packs->h;
    for (size_t i = 0; i < PGC_COUNT(rules) && packs->say != PACK_SILENT; i++) {
        char text[240], remedy[120];
        size_t k = 0;
        while (k < packs->n && strcmp(packs->list[k].file, rules[i]) != 0)
            k++;
        if (k < packs->n || listed(h, "skip", rules[i]))
            continue;
        pgc_format(text, sizeof text, "packs/%s is not installed: nothing is planned without it",
                   rules[i]);
        pgc_format(remedy, sizeof remedy, "install pgyd again, or do without: [packs] skip = %.*s",
                   (int)(strlen(rules[i]) - strlen(".ini")), rules[i]);
        if (packs->say == PACK_REPORTS) {
            h->problem(h->ctx, PGYD_CRITICAL, "packs", "", NULL, text, remedy);
            continue;
        }
        pgc_append(text, sizeof text, " (%s)", remedy);
        h->error(h->ctx, text);
        packs->failed = true;
        return;
    }
}

static int load_one(void *arg, const struct pgyd_data *data)
{
    struct packs *packs = arg;
    struct pack pack = {.file = data->name,
                        .head = SIZE_MAX,
                        .checked_on = PGYD_NO_DAY,
                        .valid_until = PGYD_NO_DAY};
    size_t n = strlen(data->name);
    if (n < 5 || n - 4 >= sizeof pack.stem || strcmp(data->name + n - 4, ".ini") != 0)
        return 0;
    memcpy(pack.stem, data->name, n - 4);
    if (!wanted(packs->h, data->name))
        return 0;
    struct pack *list = grown(packs, packs->list, packs->n, &packs->cap, sizeof *packs->list);
    if (!list)
        return 1;
    packs->list = list;
    char **blocks =
        grown(packs, packs->blocks, packs->nblocks, &packs->cap_blocks, sizeof *packs->blocks);
    if (!blocks)
        return 1;
    packs->blocks = blocks;
    char *bytes = malloc(data->len + 1);
    if (!bytes) {
        no_memory(packs);
        return 1;
    }
    if (data->len)
        memcpy(bytes, data->bytes, data->len);
    bytes[data->len] = '\0';
    packs->blocks[packs->nblocks++] = bytes;
    packs->list[packs->n++] = pack;
    struct reading r = {.packs = packs};
    packini_read(bytes, data->len, take, bad, &r);
    if (!packs->failed)
        check_head(packs, &packs->list[packs->n - 1]);
    return packs->failed;
}

/* ---- by id ---- */

/* FNV-1a. */
static size_t hash(const char *id)
{
    uint64_t h = UINT64_C(0xcbf29ce484222325);
    for (; *id; id++)
        h = (h ^ (unsigned char)*id) * UINT64_C(0x100000001b3);
    return (size_t)h;
}

static uint32_t *slot(const struct packs *packs, const char *id)
{
    size_t at = hash(id) & (packs->slots - 1);
    while (packs->index[at] && strcmp(packs->sections[packs->index[at] - 1].id, id) != 0)
        at = (at + 1) & (packs->slots - 1);
    return &packs->index[at];
}

struct pack_section *packs_find(const struct packs *packs, const char *id)
{
    if (!packs->index)
        return NULL;
    uint32_t *at = slot(packs, id);
    return *at ? &packs->sections[*at - 1] : NULL;
}

/* Of two milestones with one id the first is planned. */
static void index_all(struct packs *packs)
{
    size_t slots = 64;
    while (slots < 2 * packs->nsections)
        slots *= 2;
    packs->index = calloc(slots, sizeof *packs->index);
    if (!packs->index) {
        no_memory(packs);
        return;
    }
    packs->slots = slots;
    for (size_t i = 0; i < packs->nsections; i++) {
        struct pack_section *s = &packs->sections[i];
        if (s->kind != PACK_MILESTONE)
            continue;
        uint32_t *at = slot(packs, s->id);
        if (*at) {
            const struct pack_section *first = &packs->sections[*at - 1];
            packs_problem(packs, s, P_KEYS, 0,
                          "the milestone %s is already in packs/%s:%u, which holds", s->id,
                          packs->list[first->pack].file, first->line);
            s->kind = PACK_KINDS;
        } else {
            *at = (uint32_t)i + 1;
        }
    }
}

bool packs_load(struct packs *packs, const struct pgyd_host *h, enum pack_say how)
{
    *packs = (struct packs){.h = h, .say = how};
    pgc_format(packs->state, sizeof packs->state, "days.%.2s",
               pgc_text(h, "goal", "", "state", ""));
    for (char *c = packs->state; *c; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + ('a' - 'A') : *c);
    h->data(h->ctx, "packs", load_one, packs);
    if (!packs->failed)
        check_rules(packs);
    if (!packs->failed)
        index_all(packs);
    return !packs->failed;
}

const char *packs_text(const struct packs *packs, const struct pack_section *s, enum pack_key key)
{
    if (s->v[key].text || s->pack == PACK_OWN)
        return s->v[key].text;
    size_t head = packs->list[s->pack].head;
    return head == SIZE_MAX ? NULL : packs->sections[head].v[key].text;
}
