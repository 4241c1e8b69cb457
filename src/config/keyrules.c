/* SPDX-License-Identifier: BSD-2-Clause */
/* What the core's own keys must be to each other (architecture 5). The plugins check theirs. */
#include "config/typed.h"

#include "base/str.h"
#include "base/when.h"
#include "config/value.h"

#include <string.h>

struct check {
    const struct pgy_config *config;
    struct pgy_problems *problems;
};

static void say(const struct check *c, const char *section, const char *id, const char *key,
                const char *remedy, const char *message)
{
    const char *name = *id ? pgy_arena_printf(c->problems->arena, "%s:%s", section, id) : section;
    pgy_problem_add(c->problems, true, c->config->file,
                    pgy_config_line(c->config, section, id, key), name, key, remedy, "%s", message);
}

static bool set(const struct check *c, const char *section, const char *id, const char *key)
{
    const struct pgy_value *value = pgy_config_get(c->config, section, id, key);
    return value && !value->is_default;
}

/* Written at all, even wrongly: whoever got the value wrong is not also told that it is missing. */
static bool written(const struct check *c, const char *section, const char *id, const char *key)
{
    const struct pgy_section *s = pgy_config_section(c->config, section, id);
    return s && pgy_config_line(c->config, section, id, key) != s->line;
}

static void order(const struct check *c, const char *section, const char *id)
{
    char text[PGY_DAY_TEXT];
    pgy_day start = pgy_config_day(c->config, section, id, "start"),
            end = pgy_config_day(c->config, section, id, "end");
    if (start == PGY_NO_DAY || end == PGY_NO_DAY || end >= start)
        return;
    say(c, section, id, "end", "write a later day, or mend start",
        pgy_arena_printf(c->problems->arena, "the end comes before the start, %s",
                         pgy_civil_text(start, text)));
}

static void check_training(const struct check *c)
{
    order(c, "training", "");
    order(c, "fellowship", "");
    for (size_t i = 0; i < c->config->nsections; i++) {
        if (strcmp(c->config->sections[i].kind, "busy") == 0)
            order(c, "busy", c->config->sections[i].id);
    }
    if (set(c, "training", "", "pgy") && !written(c, "training", "", "as_of"))
        say(c, "training", "", "pgy", "add `as_of = DATE`, the day on which it is right",
            "a year of training without its date");
}

static void check_notify(const struct check *c, const char *id)
{
    const char *type = pgy_config_text(c->config, "notify", id, "type", NULL);
    const char *secret = pgy_config_text(c->config, "notify", id, "secret", NULL);
    if (type && strcmp(type, "log") != 0 && !written(c, "notify", id, "url"))
        say(c, "notify", id, "url", "add `url = https://…`",
            pgy_arena_printf(c->problems->arena, "%s needs an address", type));
    if (secret && pgy_streq(type, "webhook") && !pgy_secret_valid(secret))
        say(c, "notify", id, "secret",
            "write whsec_ and base64 of 24 to 64 random bytes: echo whsec_$(head -c32 /dev/urandom "
            "| base64)",
            "the secret of a webhook has another form");
    if (written(c, "notify", id, "secret") && written(c, "notify", id, "secret_file"))
        say(c, "notify", id, "secret_file", "keep one of them",
            "secret and secret_file are both set");
}

static void check_oncall(const struct check *c, const char *id)
{
    bool url = written(c, "oncall", id, "url"), file = written(c, "oncall", id, "file");
    if (!url && !file)
        say(c, "oncall", id, "url", "add `url = https://…` or `file = NAME.ics`",
            "there is no calendar to read");
    if (url && file)
        say(c, "oncall", id, "file", "keep one of them", "url and file are both set");
}

/* A file is about a person, unless it is the main file of many (architecture 14). */
static void check_person(const struct check *c, bool in_folder)
{
    const struct pgy_config *config = c->config;
    bool many = written(c, "daemon", "", "profiles");
    if (config->has_person)
        return;
    if (in_folder || !many) {
        pgy_problem_add(c->problems, true, config->file, 0, "person", NULL,
                        "add [person] with `timezone = America/New_York` or yours",
                        "this section is missing");
        return;
    }
    for (size_t i = 0; i < config->nsections; i++) {
        const struct pgy_section *s = &config->sections[i];
        const struct pgy_kind_def *def = pgy_schema_kind(config->schema, s->kind);
        if (def && !def->main_only) {
            say(c, s->kind, s->id, NULL,
                "add [person], or move this to a file of [daemon] profiles",
                "this belongs to a person, and the file has none");
            return;
        }
    }
}

static void check_profile(const struct check *c)
{
    const struct pgy_config *config = c->config;
    if (config->has_person && !pgy_str_is_id(config->profile) && !written(c, "person", "", "id"))
        say(c, "person", "", "id", "add `id = ` and 1 to 24 of a-z, 0-9 and -, or rename the file",
            pgy_arena_printf(c->problems->arena, "the file's name '%s' cannot be this person's id",
                             pgy_text_shown(c->problems->arena, config->profile)));
}

static void check_focus(const struct check *c)
{
    const char *brief = pgy_config_text(c->config, "focus", "", "brief", "off");
    struct pgy_weekly when;
    if (pgy_weekly_parse(brief, &when) != 0)
        say(c, "focus", "", "brief",
            "write a weekday and a time: sun 18:00, or daily 07:00, or off",
            pgy_arena_printf(c->problems->arena, "'%s' is no time for the brief",
                             pgy_text_shown(c->problems->arena, brief)));
}

void pgy_keyrules_check(struct pgy_config *config, bool in_folder, struct pgy_problems *problems)
{
    const struct check c = {config, problems};
    config->has_person = pgy_config_section(config, "person", "") != NULL;
    check_person(&c, in_folder);
    check_profile(&c);
    check_training(&c);
    check_focus(&c);
    for (size_t i = 0; i < config->nsections; i++) {
        if (strcmp(config->sections[i].kind, "notify") == 0)
            check_notify(&c, config->sections[i].id);
        else if (strcmp(config->sections[i].kind, "oncall") == 0)
            check_oncall(&c, config->sections[i].id);
    }
}
