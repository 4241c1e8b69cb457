/* SPDX-License-Identifier: BSD-2-Clause */
/* `contact import`: an address book becomes [contact:id] sections, all of them or none. */
#include "pgy-build.h"

#include "ctl/ctl.h"

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "config/edit.h"
#include "config/ini.h"
#include "ctl/titles.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { SECTION_MAX = 64 * 1024, LIST_MAX = 1024 * 1024, ID_MAX = 24 };

struct import {
    struct ctl_vcards cards;
    struct ctl_titles titles;
    struct ctl_place place;
    const char **taken; /* ids of the file and of this import, sorted up to nsorted */
    /* names and addresses of the file and of this import, in small letters, sorted likewise */
    const char **known;
    size_t ntaken, nknown;
    size_t already;
    json_t *added;
    struct pgy_buf text; /* the new sections */
};

static void import_end(struct import *in)
{
    ctl_place_free(&in->place);
    pgy_buf_free(&in->text);
    json_decref(in->added);
    free(in->taken);
    free(in->known);
}
#define IMPORT_CLEANUP __attribute__((cleanup(import_end)))

/* ---- who is there already ---- */

static bool has(const char *const *list, size_t n, const char *text)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int order = strcasecmp(text, list[mid]);
        if (order == 0)
            return true;
        if (order < 0)
            high = mid;
        else
            low = mid + 1;
    }
    return false;
}

/* Keeps the list sorted. */
static void insert(const char **list, size_t *n, const char *text)
{
    size_t at = *n;
    while (at > 0 && strcasecmp(list[at - 1], text) > 0) {
        list[at] = list[at - 1];
        at--;
    }
    list[at] = text;
    ++*n;
}

static int by_text(const void *a, const void *b)
{
    return strcasecmp(*(const char *const *)a, *(const char *const *)b);
}

static int collect(struct ctl *ctl, struct import *in)
{
    const struct pgy_config *config = in->place.config;
    size_t n = pgy_config_count(config, "contact"), all = n + in->cards.n + 1;
    in->taken = calloc(all, sizeof *in->taken);
    in->known = calloc(all * 2, sizeof *in->known);
    if (!in->taken || !in->known)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "out of memory");
    for (size_t i = 0; i < config->nsections; i++) {
        const char *id = config->sections[i].id;
        if (strcmp(config->sections[i].kind, "contact") != 0)
            continue;
        const char *email = pgy_config_text(config, "contact", id, "email", NULL);
        in->taken[in->ntaken++] = id;
        in->known[in->nknown++] = pgy_config_text(config, "contact", id, "name", id);
        if (email)
            in->known[in->nknown++] = email;
    }
    qsort(in->taken, in->ntaken, sizeof *in->taken, by_text);
    qsort(in->known, in->nknown, sizeof *in->known, by_text);
    return CTL_DONE;
}

/* maria-alvarez, maria-alvarez-2, … within 24 characters. */
static const char *free_id(struct ctl *ctl, const struct import *in, const char *name)
{
    const char *base = ctl_titles_id(&in->titles, name, ctl->arena), *id = base;
    for (unsigned n = 2; has(in->taken, in->ntaken, id); n++) {
        const char *suffix = pgy_arena_printf(ctl->arena, "-%u", n);
        id = pgy_arena_printf(ctl->arena, "%.*s%s", (int)(ID_MAX - strlen(suffix)), base, suffix);
    }
    return id;
}

/* ---- one contact ---- */

/* A section of its own, set key by key, then put behind the others: the same bytes as `set` on the
 * whole file, without reading it again. */
static int write_contact(struct ctl *ctl, struct import *in, const struct ctl_vcard *card,
                         const char *id)
{
    char today[PGY_DAY_TEXT];
    const char *center, *kind = ctl_titles_kind(&in->titles, card, &center),
                        *section = pgy_arena_printf(ctl->arena, "contact:%s", id);
    const char *met = card->role && card->org
                          ? pgy_arena_printf(ctl->arena, "%s, %s", card->role, card->org)
                      : card->role ? card->role
                                   : card->org;
    const char *note = met && card->note ? pgy_arena_printf(ctl->arena, "%s; %s", met, card->note)
                       : met             ? met
                                         : card->note;
    const char *const keys[][2] = {
        {"name", card->name},   {"kind", kind},
        {"center", center},     {"added", pgy_civil_text(in->place.today, today)},
        {"email", card->email}, {"phone", card->phone},
        {"note", note}};
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(SECTION_MAX),
                        next PGY_BUF_CLEANUP = PGY_BUF_INIT(SECTION_MAX);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (!keys[i][1])
            continue;
        pgy_buf_clear(&next);
        int rc =
            pgy_edit_set(pgy_buf_text(&text), text.len, section, keys[i][0], keys[i][1], &next);
        if (rc != 0)
            return ctl_refuse(ctl, CTL_REFUSED, NULL,
                              "line %zu: '%s' cannot be written to the configuration: %s",
                              card->line, card->name, pgy_strerror(rc));
        struct pgy_buf swap = text;
        text = next;
        next = swap;
    }
    pgy_buf_printf(&in->text, "\n%s", pgy_buf_text(&text));
    json_array_append_new(in->added, json_pack("{ss ss so}", "id", id, "name", card->name, "kind",
                                               kind ? json_string(kind) : json_null()));
    return CTL_DONE;
}

static int write_contacts(struct ctl *ctl, struct import *in)
{
    for (size_t i = 0; i < in->cards.n; i++) {
        const struct ctl_vcard *card = &in->cards.list[i];
        if (has(in->known, in->nknown, card->name) ||
            (card->email && has(in->known, in->nknown, card->email))) {
            in->already++;
            continue;
        }
        const char *id = free_id(ctl, in, card->name);
        int rc = write_contact(ctl, in, card, id);
        if (rc != CTL_DONE)
            return rc;
        insert(in->taken, &in->ntaken, id);
        insert(in->known, &in->nknown, card->name);
        if (card->email)
            insert(in->known, &in->nknown, card->email);
    }
    return in->text.err ? ctl_refuse(ctl, CTL_REFUSED, NULL,
                                     "that are more contacts than one configuration holds")
                        : CTL_DONE;
}

/* ---- the command ---- */

static int read_cards(struct ctl *ctl, struct import *in)
{
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(CTL_VCARD_BYTES);
    const char *file = ctl->args[0];
    int rc = pgy_file_read(file, &bytes);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s cannot be read: %s", file,
                          rc == PGY_ELIMIT ? "it is larger than 16 MiB" : pgy_strerror(rc));
    ctl_vcards_parse(pgy_buf_text(&bytes), bytes.len, ctl->arena, &in->cards);
    for (size_t i = 0; i < in->cards.nproblems; i++)
        fprintf(stderr, "%s:%zu: %s\n", file, in->cards.problems[i].line,
                in->cards.problems[i].text);
    return in->cards.nproblems ? ctl_refuse(ctl, CTL_REFUSED, NULL,
                                            "%s was not imported, and nothing was changed", file)
                               : CTL_DONE;
}

/* Without the list nothing is imported: an id stays what it was first, and one would begin with
 * dr-. */
static int read_titles(struct ctl *ctl, struct import *in)
{
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(LIST_MAX);
    const char *file, *why;
    size_t line;
    int rc = ctl_list(ctl, "titles.tsv", "the list of titles", &bytes, &file);
    if (rc != CTL_DONE)
        return rc;
    return ctl_titles_parse(pgy_buf_text(&bytes), ctl->arena, &in->titles, &line, &why) == 0
               ? CTL_DONE
               : ctl_list_wrong(ctl, file, line, why);
}

static int append(struct ctl *ctl, void *arg, const char *file, const struct pgy_buf *before,
                  struct pgy_buf *after)
{
    const struct import *in = arg;
    pgy_buf_add(after, pgy_buf_text(before), before->len);
    if (before->len && pgy_buf_text(before)[before->len - 1] != '\n')
        pgy_buf_char(after, '\n');
    if (pgy_buf_add(after, pgy_buf_text(&in->text), in->text.len) != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s would be larger than a configuration may be",
                          file);
    return CTL_DONE;
}

static int tell(const struct ctl *ctl, struct import *in, const struct ctl_edited *edited)
{
    size_t n = json_array_size(in->added), i;
    json_t *one;
    if (ctl->json)
        return ctl_print(json_pack("{ss sO sI sb sb}", "file", edited->file, "added", in->added,
                                   "already", (json_int_t)in->already, "changed",
                                   (int)!edited->same, "reloaded", (int)edited->reloaded));
    json_array_foreach(in->added, i, one)
        printf("[contact:%s] %s%s%s\n", ctl_text(ctl, one, "id"), ctl_text(ctl, one, "name"),
               *ctl_text(ctl, one, "kind") ? ", " : "", ctl_text(ctl, one, "kind"));
    printf("%s: %zu contacts %s, %zu were there already%s\n", edited->file, n,
           ctl_option(ctl, "--dry-run") ? "would be added" : "added", in->already,
           edited->reloaded ? "; pgyd has read it" : "");
    return CTL_DONE;
}

int ctl_contact_import(struct ctl *ctl)
{
    struct import in IMPORT_CLEANUP = {.text = PGY_BUF_INIT(PGY_INI_MAX), .added = json_array()};
    struct ctl_edited edited = {.file = ctl->file, .same = true};
    int rc = read_cards(ctl, &in);
    if (rc != CTL_DONE || (rc = read_titles(ctl, &in)) != CTL_DONE ||
        (rc = ctl_place_open(ctl, &in.place)) != CTL_DONE || (rc = collect(ctl, &in)) != CTL_DONE ||
        (rc = write_contacts(ctl, &in)) != CTL_DONE)
        return rc;
    if (!ctl_option(ctl, "--dry-run") && in.text.len &&
        (rc = ctl_edit(ctl, "contact:x", append, &in, &edited)) != CTL_DONE)
        return rc;
    return tell(ctl, &in, &edited);
}
