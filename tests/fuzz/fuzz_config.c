/* SPDX-License-Identifier: BSD-2-Clause */
/* A configuration of any bytes is parsed or refused with problems, never a crash; and what `set`
 * writes reads back. The first byte says whether it is a file of a folder. */
#include "base/arena.h"
#include "config/config.h"
#include "config/edit.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct pgy_key keys[] = {
    {.section = "contact:",
     .name = "name",
     .type = PGYD_TEXT,
     .flags = PGYD_KEY_REQUIRED,
     .help = "Name."},
    {.section = "contact:",
     .name = "cadence",
     .type = PGYD_DUR,
     .fallback = "90d",
     .help = "How often."},
    {.section = "contact:",
     .name = "prospect",
     .type = PGYD_REF,
     .choices = "prospect",
     .help = "Where."},
    {.section = "prospect:", .name = "name", .type = PGYD_TEXT, .help = "Name."},
    {.section = "hours",
     .name = "clinical",
     .type = PGYD_NUM,
     .min = 0,
     .max = 400,
     .help = "Hours."},
    {.section = "offer:", .name = "base", .type = PGYD_USD, .help = "Pay."},
    {.section = "offer:", .name = "answer_by", .type = PGYD_WHEN, .help = "Until."},
    {.section = "offer:", .name = "answer_within", .type = PGYD_PAIR, .help = "Days."},
    {.section = "offer:",
     .name = "rate_*",
     .type = PGYD_INT,
     .flags = PGYD_KEY_MANY,
     .min = 0,
     .max = 10,
     .help = "0 to 10."},
    {.section = "offer:", .name = "must_improve", .type = PGYD_TEXTS, .help = "What."},
    {.section = "priorities",
     .name = "*",
     .type = PGYD_INT,
     .flags = PGYD_KEY_MANY,
     .help = "Weight."},
};
static const struct pgy_declaration plugins[] = {
    {.plugin = "mine",
     .summary = "all of it",
     .keys = keys,
     .nkeys = sizeof keys / sizeof keys[0],
     .listed = true},
    {.plugin = "broken", .summary = "", .failed = "no such file"},
};

static void must(bool ok)
{
    if (!ok)
        abort();
}

static uint32_t lines_of(const char *text, size_t len)
{
    uint32_t n = 1;
    for (size_t i = 0; i < len; i++)
        n += text[i] == '\n';
    return n;
}

static void look_at(const struct pgy_config *config, struct pgy_problems *problems, uint32_t lines)
{
    pgy_problems_sort(problems);
    for (size_t i = 0; i < problems->n; i++) {
        must(problems->list[i].line <= lines && problems->list[i].message &&
             *problems->list[i].message);
        must(strlen(pgy_problem_text(&problems->list[i], problems->arena)) < 4096);
    }
    for (size_t i = 0; i < config->nsections; i++) {
        const struct pgy_section *s = &config->sections[i];
        must(s->line >= 1 && s->line <= lines && pgy_config_section(config, s->kind, s->id) == s);
        for (size_t k = 0; k < s->nentries && k < 100; k++) {
            const struct pgy_entry *e = &s->entries[k];
            must(e->line > s->line && e->line <= lines);
            if (e->key && e->valid)
                must(pgy_config_get(config, s->kind, s->id, e->name) == &e->value &&
                     e->value.type == e->key->type);
        }
    }
    must(pgy_config_num(config, "quiet", "", "remind_at", -1) >= 0);
    must(pgy_config_text(config, "serve", "", "listen", NULL) != NULL);
}

/* `pgyctl set contact:osei name VALUE` on whatever the file is. */
static void set_and_read(const char *text, size_t len, const struct pgy_schema *schema)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(8u << 20),
                       again PGY_BUF_CLEANUP = PGY_BUF_INIT(8u << 20);
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_problems problems = {.arena = arena};
    struct pgy_config *config = NULL;
    if (pgy_edit_set(text, len, "contact:osei", "name", "Dr. Osei ; # x", &out))
        return;
    if (pgy_config_parse("f.ini", out.data, out.len, schema, false, &problems, &config) == 0) {
        /* a text of over 5,000 sections or 50,000 keys may be cut before it */
        const char *name = pgy_config_text(config, "contact", "osei", "name", NULL);
        must(name ? strcmp(name, "Dr. Osei ; # x") == 0 : problems.errors > 0);
    }
    pgy_config_free(&config);
    must(pgy_edit_set(out.data, out.len, "contact:osei", NULL, NULL, &again) == 0);
    must(again.len < out.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_problems problems = {.arena = arena};
    struct pgy_schema *schema = pgy_schema_new(plugins, 1 + (data[0] & 1), "f.ini", &problems);
    struct pgy_config *config = NULL;
    const char *text = (const char *)data + 1;
    size_t len = size - 1;
    must(problems.n == 0);
    if (pgy_config_parse("/nowhere/f.ini", text, len, schema, data[0] & 2, &problems, &config) == 0)
        look_at(config, &problems, lines_of(text, len));
    else
        must(config == NULL && problems.errors > 0);
    pgy_config_free(&config);
    set_and_read(text, len, schema);
    pgy_schema_free(&schema);
    return 0;
}
