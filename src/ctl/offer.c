/* SPDX-License-Identifier: BSD-2-Clause */
/* Job offers: what the plugin reports about them, and entering one. What is asked about one is
 * declared with the keys. */
#include "ctl/ctl.h"

#include "base/err.h"
#include "base/str.h"
#include "config/edit.h"
#include "config/ini.h"
#include "config/schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SETTINGS = 100, FILE_MORE = 64 * 1024 };

struct setting {
    const char *key, *value;
};

/* A section on its way into the file. */
struct entry {
    const char *section;
    struct setting settings[SETTINGS];
    size_t n;
};

/* ---- what is there: reports of the plugin ---- */

static int show(struct ctl *ctl, const char *report, bool one)
{
    const char **args = pgy_arena_array(ctl->arena, 2, sizeof *args);
    args[0] = report;
    if (one)
        args[1] = pgy_arena_printf(ctl->arena, "offer=%s", ctl->args[0]);
    ctl->args = args;
    ctl->nargs = one ? 2 : 1;
    return ctl_report(ctl);
}

int ctl_offer_list(struct ctl *ctl)
{
    return show(ctl, "offers", false);
}

int ctl_offer_show(struct ctl *ctl)
{
    return show(ctl, "offers", true);
}

int ctl_offer_history(struct ctl *ctl)
{
    return show(ctl, "history", true);
}

/* ---- add ---- */

static bool has(const struct entry *entry, const char *key)
{
    for (size_t i = 0; i < entry->n; i++) {
        if (strcmp(entry->settings[i].key, key) == 0)
            return true;
    }
    return false;
}

/* One line of standard input; NULL at its end. */
static const char *read_line(struct ctl *ctl)
{
    char *line = NULL;
    size_t size = 0;
    const char *text = NULL;
    if (getline(&line, &size, stdin) >= 0) {
        line[strcspn(line, "\r\n")] = '\0';
        text = pgy_arena_strdup(ctl->arena, pgy_str_trim(line));
    }
    free(line);
    return text;
}

static int ended(struct ctl *ctl)
{
    fputc('\n', stderr);
    return ctl_refuse(ctl, CTL_REFUSED, NULL, "the answers ended early: nothing was written");
}

static int ask_id(struct ctl *ctl, const char **id)
{
    do {
        fputs("A short name for it, of a-z, 0-9 and -, such as mercy: ", stderr);
        if (!(*id = read_line(ctl)))
            return ended(ctl);
    } while (!pgy_str_is_id(*id));
    return CTL_DONE;
}

static int ask_one(struct ctl *ctl, const struct ctl_place *place, const struct pgy_key *key,
                   const char **answer)
{
    char today[PGY_DAY_TEXT];
    const char *fallback = key->ask_default ? key->ask_default : key->fallback ? key->fallback : "";
    if (strcmp(fallback, "today") == 0)
        fallback = pgy_civil_text(place->today, today);
    for (;;) {
        fprintf(stderr, "%s%s%s%s: ", key->ask, *fallback ? " [" : "", fallback,
                *fallback ? "]" : "");
        const char *given = read_line(ctl);
        if (!given)
            return ended(ctl);
        *answer = pgy_arena_strdup(ctl->arena, *given ? given : fallback);
        if ((!**answer && !(key->flags & PGYD_KEY_REQUIRED)) ||
            (**answer &&
             ctl_takes(ctl, place->house->schema, "offer:new", key->name, NULL, *answer)))
            return CTL_DONE;
        if (!**answer)
            fputs("  This one is needed.\n", stderr);
    }
}

static int ask_all(struct ctl *ctl, struct entry *entry)
{
    struct ctl_place place CTL_PLACE_CLEANUP = {0};
    int rc = ctl_place_open(ctl, &place);
    const struct pgy_schema *schema = rc == CTL_DONE ? place.house->schema : NULL;
    for (size_t i = 0; rc == CTL_DONE && i < schema->nkeys && entry->n < SETTINGS; i++) {
        const struct pgy_key *key = &schema->keys[i];
        const char *answer = "";
        if (!key->ask || strcmp(key->section, "offer") != 0 ||
            (key->ask_unless && has(entry, key->ask_unless)))
            continue;
        rc = ask_one(ctl, &place, key, &answer);
        if (rc == CTL_DONE && *answer)
            entry->settings[entry->n++] =
                (struct setting){pgy_arena_strdup(ctl->arena, key->name), answer};
    }
    if (rc == CTL_DONE && entry->n == 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          "no plugin of this configuration asks anything about an offer: add "
                          "offers to [daemon] plugins, or write KEY=VALUE");
    return rc;
}

/* KEY=VALUE from the command line; what they may be is said when the result is checked. */
static int take_settings(struct ctl *ctl, struct entry *entry)
{
    for (size_t i = 1; i < ctl->nargs; i++) {
        const char *equals = strchr(ctl->args[i], '=');
        if (!equals || equals == ctl->args[i])
            return ctl_refuse(ctl, CTL_USAGE, NULL, "'%s' is not KEY=VALUE", ctl->args[i]);
        const char *key =
            pgy_arena_strndup(ctl->arena, ctl->args[i], (size_t)(equals - ctl->args[i]));
        if (has(entry, key))
            return ctl_refuse(ctl, CTL_USAGE, NULL, "%s is given twice", key);
        entry->settings[entry->n++] = (struct setting){key, equals + 1};
    }
    return CTL_DONE;
}

/* One key after the other into a section of its own; the result is checked as a whole. */
static int add_section(struct ctl *ctl, void *arg, const char *file, const struct pgy_buf *before,
                       struct pgy_buf *after)
{
    const struct entry *entry = arg;
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(PGY_INI_MAX + FILE_MORE),
                        next PGY_BUF_CLEANUP = PGY_BUF_INIT(PGY_INI_MAX + FILE_MORE);
    if (pgy_edit_set(pgy_buf_text(before), before->len, entry->section, NULL, NULL, &text) !=
        PGY_ENOTFOUND)
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          "there is a section [%s] in %s already; `pgyctl set` changes it",
                          entry->section, file);
    pgy_buf_clear(&text);
    pgy_buf_add(&text, pgy_buf_text(before), before->len);
    for (size_t i = 0; i < entry->n; i++) {
        pgy_buf_clear(&next);
        int rc = pgy_edit_set(pgy_buf_text(&text), text.len, entry->section, entry->settings[i].key,
                              entry->settings[i].value, &next);
        if (rc == PGY_EINVAL)
            return ctl_refuse(ctl, CTL_USAGE, NULL,
                              "'%s': a key holds no blanks, and nothing holds a line break",
                              entry->settings[i].key);
        if (rc != 0)
            return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s cannot be edited: %s", file,
                              pgy_strerror(rc));
        pgy_buf_clear(&text);
        pgy_buf_add(&text, pgy_buf_text(&next), next.len);
    }
    pgy_buf_add(after, pgy_buf_text(&text), text.len);
    return text.err || after->err ? ctl_refuse(ctl, CTL_REFUSED, NULL, "%s would be too long", file)
                                  : CTL_DONE;
}

int ctl_offer_add(struct ctl *ctl)
{
    struct entry entry = {.n = 0};
    struct ctl_edited e;
    const char *id = ctl_arg(ctl, 0);
    int rc = ctl->nargs ? take_settings(ctl, &entry) : ask_id(ctl, &id);
    if (rc != CTL_DONE)
        return rc;
    if (!pgy_str_is_id(id))
        return ctl_refuse(ctl, CTL_USAGE, NULL,
                          "'%s' is no id: 1 to 24 of a-z, 0-9 and -, then KEY=VALUE", id);
    entry.section = pgy_arena_printf(ctl->arena, "offer:%s", id);
    if (entry.n == 0 && (rc = ask_all(ctl, &entry)) != CTL_DONE)
        return rc;
    if ((rc = ctl_edit(ctl, entry.section, add_section, &entry, &e)) != CTL_DONE)
        return rc;
    if (ctl->json)
        return ctl_print(json_pack("{ss ss sb}", "file", e.file, "section", entry.section,
                                   "reloaded", (int)e.reloaded));
    printf("%s: [%s] is written%s\n`pgyctl offer show %s` shows its clocks\n", e.file,
           entry.section, e.reloaded ? "; pgyd has read it" : "", id);
    return CTL_DONE;
}
