/* SPDX-License-Identifier: BSD-2-Clause */
/* What of configuration, journal and data goes to a plugin, and as which frames. Reading them back
 * is worker/inputs.c's. */
#include "pgy-build.h"

#include "plan/ask.h"

#include "base/err.h"
#include "base/str.h"

#include <string.h>

/* Sections every plugin is told, and those none ever is, whatever it declares. */
static const char *const shared[] = {"person", "training", "fellowship", "goal"};
static const char *const secret[] = {"daemon", "serve", "notify", "oncall", "quiet", "focus"};
/* The core's own journal kinds: how it keeps its books. */
static const char *const books[] = {"undo", "started", "moved"};
static const char *const marks[] = {"done", "undone", "snooze", "dismiss"};

enum { DATA_PART = PGY_FRAME_MAX / 2 };

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool one_of(const char *word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (pgy_streq(word, words[i]))
            return true;
    }
    return false;
}

/* Whether a declared section ("contact:") is a kind ("contact"). */
static bool is_kind(const char *declared, const char *kind)
{
    if (*declared != *kind) /* nearly always: each section meets every declared key */
        return false;
    size_t len = strlen(kind);
    return strncmp(declared, kind, len) == 0 &&
           (declared[len] == '\0' || pgy_streq(declared + len, ":"));
}

/* Whether a declared key ("rate_*") covers a name. */
static bool covers(const struct pgy_key *key, const char *name)
{
    size_t len = strlen(key->name);
    if ((key->flags & PGYD_KEY_MANY) && len > 0 && key->name[len - 1] == '*')
        return strncmp(key->name, name, len - 1) == 0;
    return strcmp(key->name, name) == 0;
}

/* Whether the plugin declares the section (key NULL) or the key in it. */
static bool declares(const struct pgy_declaration *plugin, const char *kind, const char *key)
{
    for (size_t i = 0; plugin && i < plugin->nkeys; i++) {
        if (is_kind(plugin->keys[i].section, kind) && (!key || covers(&plugin->keys[i], key)))
            return true;
    }
    return false;
}

static bool sees_section(const struct pgy_declaration *plugin, const char *kind)
{
    return !one_of(kind, secret, COUNT(secret)) &&
           (one_of(kind, shared, COUNT(shared)) || declares(plugin, kind, NULL));
}

static bool sees_key(const struct pgy_declaration *plugin, const char *kind,
                     const struct pgy_key *key, const char *name)
{
    if (!key || (key->flags & PGY_KEY_SECRET))
        return false;
    return (!key->owner && one_of(kind, shared, COUNT(shared))) || declares(plugin, kind, name);
}

static void put_value(struct pgy_buf *out, const char *key, bool set, uint32_t line,
                      const struct pgy_value *v)
{
    pgy_put_str(out, key);
    pgy_put_u8(out, set);
    pgy_put_u32(out, line);
    pgy_put_u32(out, v->type);
    pgy_put_i64(out, v->num);
    pgy_put_i64(out, v->num2);
    pgy_put_f64(out, v->real);
    pgy_put_i64(out, v->day);
    pgy_put_i64(out, v->minute);
    pgy_put_str(out, v->text);
    pgy_put_u32(out, v->unit);
    pgy_put_u32(out, v->nlist);
    for (uint32_t i = 0; i < v->nlist; i++)
        pgy_put_str(out, v->list[i]);
}

/* Defaults of what the section does not set: as PGY_W_VALUE behind its section, or as PGY_W_DEFAULT
 * when the file has no such section. */
static void put_defaults(struct pgy_buf *out, const struct pgy_run_input *in,
                         const struct pgy_declaration *plugin, const char *kind, const char *id,
                         bool present)
{
    for (size_t i = 0; i < in->schema->nkeys; i++) {
        const struct pgy_key *key = &in->schema->keys[i];
        if (!key->fallback || !is_kind(key->section, kind) ||
            !sees_key(plugin, kind, key, key->name))
            continue;
        const struct pgy_value *v = pgy_config_get(in->config, kind, id, key->name);
        if (!v || !v->is_default)
            continue;
        size_t mark = pgy_frame_begin(out, present ? PGY_W_VALUE : PGY_W_DEFAULT);
        if (!present)
            pgy_put_str(out, kind);
        put_value(out, key->name, false, 0, v);
        pgy_frame_end(out, mark);
    }
}

static void put_section(struct pgy_buf *out, const struct pgy_run_input *in,
                        const struct pgy_declaration *plugin, const struct pgy_section *s)
{
    size_t mark = pgy_frame_begin(out, PGY_W_SECTION);
    pgy_put_str(out, s->kind);
    pgy_put_str(out, s->id);
    pgy_put_u32(out, s->line);
    pgy_frame_end(out, mark);
    for (size_t i = 0; i < s->nentries; i++) {
        const struct pgy_entry *e = &s->entries[i];
        if (!e->valid || !sees_key(plugin, s->kind, e->key, e->name))
            continue;
        mark = pgy_frame_begin(out, PGY_W_VALUE);
        put_value(out, e->name, true, e->line, &e->value);
        pgy_frame_end(out, mark);
    }
    put_defaults(out, in, plugin, s->kind, s->id, true);
}

static void put_config(struct pgy_buf *out, const struct pgy_run_input *in)
{
    const struct pgy_declaration *plugin = pgy_schema_plugin(in->schema, in->plugin);
    for (size_t i = 0; i < in->config->nsections; i++) {
        if (sees_section(plugin, in->config->sections[i].kind))
            put_section(out, in, plugin, &in->config->sections[i]);
    }
    for (size_t i = 0; i < in->schema->nkinds; i++) {
        const struct pgy_kind_def *kind = &in->schema->kinds[i];
        if (!kind->instances && sees_section(plugin, kind->name) &&
            !pgy_config_section(in->config, kind->name, ""))
            put_defaults(out, in, plugin, kind->name, "", false);
    }
}

/* A plugin sees what happened, not the core's bookkeeping, and the marks on its own items only. */
static bool sees_happening(const struct pgy_happening *h, const char *plugin)
{
    size_t len = strlen(plugin);
    if (h->reversed || one_of(h->kind, books, COUNT(books)))
        return false;
    return !one_of(h->kind, marks, COUNT(marks)) ||
           (strncmp(h->subject, plugin, len) == 0 && h->subject[len] == '/');
}

static void put_journal(struct pgy_buf *out, const struct pgy_journal *journal, const char *plugin)
{
    for (size_t i = 0; i < journal->n; i++) {
        const struct pgy_happening *h = &journal->list[i];
        if (!sees_happening(h, plugin))
            continue;
        size_t mark = pgy_frame_begin(out, PGY_W_EVENT);
        pgy_put_i64(out, h->number);
        pgy_put_i64(out, h->on);
        pgy_put_u8(out, h->number == 0);
        pgy_put_str(out, h->kind);
        pgy_put_str(out, h->subject ? h->subject : "");
        pgy_put_str(out, h->event ? h->event : "");
        pgy_put_u32(out, (uint32_t)h->nargs);
        for (size_t a = 0; a < h->nargs; a++) {
            pgy_put_str(out, h->keys[a]);
            pgy_put_str(out, h->values[a]);
        }
        pgy_frame_end(out, mark);
    }
}

static void put_days(struct pgy_buf *out, const struct pgy_run_input *in)
{
    for (size_t i = 0; i < in->nbusy; i++) {
        size_t mark = pgy_frame_begin(out, PGY_W_BUSY);
        pgy_put_u8(out, in->busy[i].oncall);
        pgy_put_i64(out, in->busy[i].start);
        pgy_put_i64(out, in->busy[i].end);
        pgy_put_str(out, in->busy[i].kind ? in->busy[i].kind : "other");
        pgy_put_str(out, in->busy[i].name ? in->busy[i].name : "");
        pgy_frame_end(out, mark);
    }
    for (size_t i = 0; i < in->nholidays; i++) {
        size_t mark = pgy_frame_begin(out, PGY_W_HOLIDAY);
        pgy_put_i64(out, in->holidays[i]);
        pgy_frame_end(out, mark);
    }
}

/* Once for all files, rather than by moving those that are there again and again. */
static void make_room(struct pgy_buf *out, const struct pgy_run_input *in)
{
    enum { AROUND = 256 }; /* a file's name and the frame */
    size_t room = 0;
    for (size_t i = 0; i < in->ndata; i++)
        room += in->data[i].len + AROUND;
    if (!out->err && room < out->max - out->len)
        pgy_buf_reserve(out, room);
}

static int put_data(struct pgy_buf *out, const struct pgy_run_input *in, const char **why)
{
    make_room(out, in);
    for (size_t i = 0; i < in->ndata; i++) {
        const struct pgy_data_file *file = &in->data[i];
        if (file->len > PGY_W_MAX_DATA) {
            *why = "could not be given a data file of more than 8 MiB";
            return PGY_ELIMIT;
        }
        size_t at = 0;
        do {
            size_t part = file->len - at < DATA_PART ? file->len - at : DATA_PART;
            size_t mark = pgy_frame_begin(out, PGY_W_DATA);
            pgy_put_str(out, file->kind);
            pgy_put_str(out, file->name);
            pgy_put_u32(out, (uint32_t)file->len);
            pgy_put_bytes(out, file->bytes ? file->bytes + at : "", part);
            pgy_frame_end(out, mark);
            at += part;
        } while (at < file->len);
    }
    return 0;
}

static void put_report(struct pgy_buf *out, const struct pgy_run_input *in)
{
    if (in->report) {
        size_t mark = pgy_frame_begin(out, PGY_W_REPORT);
        pgy_put_str(out, in->report);
        pgy_frame_end(out, mark);
    }
    for (size_t i = 0; i < in->nargs; i++) {
        size_t mark = pgy_frame_begin(out, PGY_W_ARG);
        pgy_put_str(out, in->args[i].key);
        pgy_put_str(out, in->args[i].value);
        pgy_frame_end(out, mark);
    }
}

static void put_profile(struct pgy_buf *out, const struct pgy_run_input *in)
{
    size_t mark = pgy_frame_begin(out, PGY_W_PROFILE);
    pgy_put_str(out, in->config && in->config->profile ? in->config->profile : "me");
    pgy_put_str(out,
                in->config ? pgy_config_text(in->config, "person", "", "timezone", "UTC") : "UTC");
    pgy_put_i64(out, in->today);
    pgy_put_i64(out, in->started);
    pgy_frame_end(out, mark);
}

static void put_calendar(struct pgy_buf *out, const struct pgy_run_input *in)
{
    for (size_t at = 0; at < in->ncalendar; at += DATA_PART) {
        size_t mark = pgy_frame_begin(out, PGY_W_CALENDAR);
        pgy_put_bytes(out, in->calendar + at,
                      in->ncalendar - at < DATA_PART ? in->ncalendar - at : DATA_PART);
        pgy_frame_end(out, mark);
    }
    size_t mark = pgy_frame_begin(out, PGY_W_WINDOW);
    pgy_put_i64(out, in->first);
    pgy_put_i64(out, in->last);
    pgy_put_str(out, in->zone);
    pgy_put_str(out, in->match ? in->match : "");
    pgy_frame_end(out, mark);
}

int pgy_ask_put(struct pgy_buf *out, const struct pgy_run_input *in, const char **why)
{
    const bool import = in->verb == PGY_VERB_IMPORT;
    size_t mark = pgy_frame_begin(out, PGY_W_LOAD);
    pgy_put_u8(out, (uint8_t)in->verb);
    pgy_put_str(out, import ? "" : in->plugin);
    pgy_put_str(out, import ? "" : in->path);
    pgy_frame_end(out, mark);
    int rc = 0;
    if (import) {
        put_calendar(out, in);
    } else if (in->verb != PGY_VERB_DESCRIBE) {
        put_profile(out, in);
        if (in->config && in->schema)
            put_config(out, in);
        if (in->journal)
            put_journal(out, in->journal, in->plugin);
        put_days(out, in);
        put_report(out, in);
        rc = put_data(out, in, why);
    }
    mark = pgy_frame_begin(out, PGY_W_GO);
    pgy_frame_end(out, mark);
    if (rc == 0 && out->err) {
        *why = "could not be given its configuration, journal and data: together they are more "
               "than 32 MiB";
        rc = PGY_ELIMIT;
    }
    return rc;
}
