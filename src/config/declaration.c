/* SPDX-License-Identifier: BSD-2-Clause */
/* Declarations of plugins: copies of them, and what stands in for what one did not declare. How
 * they get here is plan/describe.c's affair; how keys become a schema, schema.c's. */
#include "config/declaration.h"

#include "base/str.h"
#include "base/utf8.h"
#include "config/key.h"

#include <string.h>

static const char *copy(struct pgy_arena *arena, const char *text)
{
    return pgy_arena_strdup(arena, text);
}

static const char *copy_text(struct pgy_arena *arena, const char *text)
{
    return copy(arena, text ? text : "");
}

static const struct pgyd_journal_kind *copy_kinds(struct pgy_arena *arena,
                                                  const struct pgy_declaration *d)
{
    struct pgyd_journal_kind *list = pgy_arena_array(arena, d->nkinds, sizeof *list);
    for (size_t i = 0; i < d->nkinds; i++)
        list[i] = (struct pgyd_journal_kind){.size = (uint32_t)sizeof *list,
                                             .name = copy(arena, d->kinds[i].name),
                                             .subject = copy(arena, d->kinds[i].subject),
                                             .events = copy(arena, d->kinds[i].events),
                                             .keys = copy(arena, d->kinds[i].keys),
                                             .help = copy(arena, d->kinds[i].help)};
    return list;
}

static const struct pgyd_report *copy_reports(struct pgy_arena *arena,
                                              const struct pgy_declaration *d)
{
    struct pgyd_report *list = pgy_arena_array(arena, d->nreports, sizeof *list);
    for (size_t i = 0; i < d->nreports; i++)
        list[i] = (struct pgyd_report){.size = (uint32_t)sizeof *list,
                                       .name = copy(arena, d->reports[i].name),
                                       .args = copy(arena, d->reports[i].args),
                                       .help = copy(arena, d->reports[i].help)};
    return list;
}

static const struct pgyd_rename *copy_renames(struct pgy_arena *arena,
                                              const struct pgy_declaration *d)
{
    struct pgyd_rename *list = pgy_arena_array(arena, d->nrenames, sizeof *list);
    for (size_t i = 0; i < d->nrenames; i++)
        list[i] =
            (struct pgyd_rename){copy(arena, d->renames[i].from), copy(arena, d->renames[i].to)};
    return list;
}

static const struct pgy_key *copy_keys(struct pgy_arena *arena, const struct pgy_declaration *d,
                                       const char *owner)
{
    struct pgy_key *list = pgy_arena_array(arena, d->nkeys, sizeof *list);
    for (size_t i = 0; i < d->nkeys; i++) {
        list[i] = d->keys[i];
        list[i].section = copy_text(arena, d->keys[i].section);
        list[i].name = copy_text(arena, d->keys[i].name);
        list[i].choices = copy(arena, d->keys[i].choices);
        list[i].fallback = copy(arena, d->keys[i].fallback);
        list[i].help = copy_text(arena, d->keys[i].help);
        list[i].journal = copy(arena, d->keys[i].journal);
        list[i].ask = copy(arena, d->keys[i].ask);
        list[i].ask_default = copy(arena, d->keys[i].ask_default);
        list[i].ask_unless = copy(arena, d->keys[i].ask_unless);
        list[i].owner = owner;
    }
    return list;
}

void pgy_declaration_copy(struct pgy_arena *arena, struct pgy_declaration *to,
                          const struct pgy_declaration *from)
{
    *to = *from;
    to->plugin = copy(arena, from->plugin);
    to->version = copy_text(arena, from->version);
    to->summary = copy_text(arena, from->summary);
    to->path = copy(arena, from->path);
    to->failed = copy(arena, from->failed);
    to->label = copy(arena, from->label);
    to->color = copy(arena, from->color);
    for (size_t kind = 0; kind < PGY_KINDS; kind++)
        to->discreet[kind] = copy(arena, from->discreet[kind]);
    to->kinds = copy_kinds(arena, from);
    to->reports = copy_reports(arena, from);
    to->renames = copy_renames(arena, from);
    to->keys = copy_keys(arena, from, to->plugin);
}

const char *pgy_declaration_label(const struct pgy_declaration *plugin, struct pgy_arena *arena)
{
    if (plugin->label)
        return plugin->label;
    char *label = pgy_arena_strdup(arena, plugin->plugin);
    for (char *c = label; *c; c++)
        *c = *c == '-' || *c == '_' ? ' ' : *c;
    if (*label >= 'a' && *label <= 'z')
        *label = (char)(*label - 'a' + 'A');
    return label;
}

const char *pgy_declaration_discreet(const struct pgy_declaration *plugin, uint16_t kind)
{
    if (plugin && kind < PGY_KINDS && plugin->discreet[kind])
        return plugin->discreet[kind];
    if (plugin && plugin->discreet[0])
        return plugin->discreet[0];
    return kind == PGYD_ALERT ? "something needs attention from" : "a reminder is due";
}

bool pgy_declared_line_ok(const char *text, size_t max)
{
    size_t len = strnlen(text, max + 1);
    return len <= max && strspn(text, " ") < len && pgy_utf8_valid(text, len) &&
           !pgy_has_controls(text, len, "");
}

bool pgy_declared_color_ok(const char *text)
{
    return *text == '#' && strlen(text) == PGY_COLOR_LEN &&
           strspn(text + 1, "0123456789abcdefABCDEF") == PGY_COLOR_LEN - 1;
}
