/* SPDX-License-Identifier: BSD-2-Clause */
/* `subjects KIND`: what `log KIND` may be about, for the shell to complete; needs no daemon. */
#include "ctl/ctl.h"

#include "base/str.h"
#include "config/argument.h"

#include <stdio.h>
#include <string.h>

enum { NAMES_MAX = 128 };

static const struct pgyd_journal_kind *find(const struct pgy_schema *schema, const char *name,
                                            const char **nearest)
{
    const char *names[NAMES_MAX];
    size_t n = 0;
    for (size_t i = 0; i < schema->nplugins; i++) {
        for (size_t j = 0; schema->plugins[i].listed && j < schema->plugins[i].nkinds; j++) {
            const struct pgyd_journal_kind *kind = &schema->plugins[i].kinds[j];
            if (strcmp(kind->name, name) == 0)
                return kind;
            if (n < NAMES_MAX)
                names[n++] = kind->name;
        }
    }
    *nearest = pgy_str_nearest(name, names, n);
    return NULL;
}

static void add(json_t *list, const char *subject, const char *name)
{
    json_array_append_new(list, json_pack("{ss so}", "subject", subject, "name",
                                          name ? json_string(name) : json_null()));
}

/* "contact:" and "meeting|prospect:": words, and the ids of sections. */
static json_t *collect(struct ctl *ctl, const struct pgy_config *config, const char *subject)
{
    json_t *list = json_array();
    for (const char *p = subject; p && *p; p += strcspn(p, "|"), p += *p == '|') {
        size_t len = strcspn(p, "|");
        const char *word =
            pgy_arena_strndup(ctl->arena, p, len && p[len - 1] == ':' ? len - 1 : len);
        if (!len || p[len - 1] != ':') {
            if (strcmp(word, "*") != 0)
                add(list, word, NULL);
            continue;
        }
        for (size_t i = 0; i < config->nsections; i++) {
            if (strcmp(config->sections[i].kind, word) == 0)
                add(list, config->sections[i].id,
                    pgy_config_text(config, word, config->sections[i].id, "name", NULL));
        }
    }
    return list;
}

int ctl_subjects(struct ctl *ctl)
{
    static const struct ctl_field fields[] = {{"SUBJECT", "subject", 0}, {"", "name", CTL_WRAP}};
    struct ctl_place place __attribute__((cleanup(ctl_place_free))) = {0};
    const char *nearest = NULL;
    int rc = ctl_place_open(ctl, &place);
    if (rc != CTL_DONE)
        return rc;
    const struct pgyd_journal_kind *kind = find(place.house->schema, ctl->args[0], &nearest);
    if (!kind)
        return ctl_refuse(ctl, CTL_REFUSED, nearest,
                          "'%s' is nothing that a plugin keeps; `pgyctl plugin show NAME` lists "
                          "what can be logged",
                          ctl->args[0]);
    json_t *list = collect(ctl, place.config, kind->subject);
    if (ctl->json)
        return ctl_print(json_pack("{so ss ss}", "subjects", list, "events",
                                   kind->events ? kind->events : "", "keys",
                                   pgy_argument_keys(kind->keys, ctl->arena)));
    ctl_table_json(list, fields, sizeof fields / sizeof fields[0], "it takes no subject");
    json_decref(list);
    return CTL_DONE;
}
