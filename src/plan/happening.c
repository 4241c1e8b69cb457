/* SPDX-License-Identifier: BSD-2-Clause */
/* What a person may say happened, and why not. Knows declarations and the configuration; no
 * journal, no socket, no clock. */
#include "plan/happening.h"

#include "base/err.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/words.h"
#include "config/argument.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

enum { KINDS_MAX = 256 };

static int refuse(struct pgy_refusal *why, struct pgy_arena *arena, int status, const char *nearest,
                  const char *format, ...) __attribute__((format(printf, 5, 6)));

static int refuse(struct pgy_refusal *why, struct pgy_arena *arena, int status, const char *nearest,
                  const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    *why = (struct pgy_refusal){
        .status = status, .sentence = pgy_arena_vprintf(arena, format, ap), .nearest = nearest};
    va_end(ap);
    return PGY_EREFUSED;
}

const struct pgyd_journal_kind *pgy_happening_kind(const struct pgy_schema *schema,
                                                   const char *name, const char **plugin,
                                                   const char **nearest)
{
    const char *names[KINDS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < schema->nplugins; i++) {
        const struct pgy_declaration *declaration = &schema->plugins[i];
        for (size_t j = 0; declaration->listed && j < declaration->nkinds; j++) {
            const struct pgyd_journal_kind *kind = &declaration->kinds[j];
            if (strcmp(kind->name, name) == 0) {
                if (plugin)
                    *plugin = declaration->plugin;
                return kind;
            }
            if (n < KINDS_MAX)
                names[n++] = kind->name;
        }
    }
    if (nearest)
        *nearest = pgy_str_nearest(name, names, n);
    return NULL;
}

static bool is_among(const char *word, const char *const *words, size_t n)
{
    size_t i = 0;
    while (i < n && strcmp(words[i], word) != 0)
        i++;
    return i < n;
}

/* "contact:": nothing but ids of one kind of section. */
static bool only_ids(const struct pgyd_journal_kind *kind)
{
    return kind->subject && strchr(kind->subject, ':') && !strchr(kind->subject, '|');
}

/* How it is said: "offer ID asked|received KEY=VALUE". */
static const char *form_of(const struct pgyd_journal_kind *kind, struct pgy_arena *arena)
{
    const char *parts[] = {only_ids(kind) ? "ID" : kind->subject, kind->events,
                           kind->keys ? "KEY=VALUE" : NULL};
    const char *form = kind->name;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (parts[i] && *parts[i])
            form = pgy_arena_printf(arena, "%s %s", form, parts[i]);
    }
    return form;
}

int pgy_happening_sort(const struct pgyd_journal_kind *kind, const char *const *words, size_t n,
                       struct pgy_arena *arena, struct pgy_told *told, struct pgy_refusal *why)
{
    const char *places[2] = {"", ""}, **args = pgy_arena_array(arena, n, sizeof *args);
    size_t taken = 0, nargs = 0, room = (size_t)(kind->subject != NULL) + (kind->events != NULL);
    for (size_t i = 0; i < n; i++) {
        if (strchr(words[i], '='))
            args[nargs++] = words[i];
        else if (taken == room)
            return refuse(why, arena, 2, NULL, "'%s' has no place here: pgyctl log %s", words[i],
                          form_of(kind, arena));
        else
            places[taken++] = words[i];
    }
    told->kind = kind->name;
    told->subject = kind->subject ? places[0] : "";
    told->event = kind->subject ? places[1] : places[0];
    told->args = args;
    told->nargs = nargs;
    return 0;
}

int pgy_happening_day(const char *text, pgy_day today, struct pgy_arena *arena, pgy_day *day,
                      struct pgy_refusal *why)
{
    pgy_day meant = today;
    if (*text && pgy_civil_parse(text, &meant) != 0)
        return refuse(why, arena, 2, NULL, "'%s' is not a date: write YYYY-MM-DD", text);
    if (meant > today)
        return refuse(why, arena, 1, NULL,
                      "%s lies in the future: only what happened can be written down", text);
    *day = meant;
    return 0;
}

bool pgy_happening_is_subject(const char *text)
{
    size_t len = strlen(text);
    return len > 0 && len <= PGY_SUBJECT_MAX && !strchr(text, ' ') &&
           !pgy_has_controls(text, len, "");
}

void pgy_happening_subjects(const struct pgyd_journal_kind *kind, const struct pgy_config *config,
                            struct pgy_arena *arena, struct pgy_subject **list, size_t *n)
{
    const char *rest = kind->subject;
    struct pgy_word word;
    size_t cap = 0;
    *list = NULL;
    *n = 0;
    while (pgy_words_next(&rest, '|', &word)) {
        bool section = word.len > 0 && word.text[word.len - 1] == ':';
        const char *name = pgy_arena_strndup(arena, word.text, word.len - section);
        if (!section && strcmp(name, "*") != 0)
            ((struct pgy_subject *)pgy_arena_push(arena, list, n, &cap, sizeof **list))->name =
                name;
        for (size_t j = 0; section && j < config->nsections; j++) {
            if (strcmp(config->sections[j].kind, name) == 0)
                *(struct pgy_subject *)pgy_arena_push(arena, list, n, &cap, sizeof **list) =
                    (struct pgy_subject){.name = config->sections[j].id, .section = name};
        }
    }
}

static int check_subject(const struct pgyd_journal_kind *kind, const struct pgy_config *config,
                         const char *subject, struct pgy_arena *arena, struct pgy_refusal *why)
{
    struct pgy_subject *list;
    size_t n;
    if (!kind->subject)
        return *subject ? refuse(why, arena, 1, NULL, "'%s' takes no subject, but '%s' was given",
                                 kind->name, subject)
                        : 0;
    if (!*subject)
        return refuse(why, arena, 1, NULL, "'%s' needs a subject: %s", kind->name,
                      only_ids(kind) ? "an id of your configuration" : kind->subject);
    if (strcmp(kind->subject, "*") == 0)
        return pgy_happening_is_subject(subject)
                   ? 0
                   : refuse(why, arena, 1, NULL,
                            "the subject of '%s' is one word of at most %d bytes", kind->name,
                            PGY_SUBJECT_MAX);
    pgy_happening_subjects(kind, config, arena, &list, &n);
    const char **names = pgy_arena_array(arena, n, sizeof *names);
    for (size_t i = 0; i < n; i++)
        names[i] = list[i].name;
    if (is_among(subject, names, n))
        return 0;
    const char *nearest = pgy_str_nearest(subject, names, n);
    return only_ids(kind)
               ? refuse(why, arena, 1, nearest, "there is no [%s%s] in %s", kind->subject, subject,
                        config->file)
               : refuse(why, arena, 1, nearest, "'%s' is none of %s", subject, kind->subject);
}

static int check_event(const struct pgyd_journal_kind *kind, const char *event,
                       struct pgy_arena *arena, struct pgy_refusal *why)
{
    size_t n;
    const char **names = pgy_words_split(kind->events, '|', SIZE_MAX, arena, &n);
    if (!kind->events)
        return *event ? refuse(why, arena, 1, NULL, "'%s': '%s' takes no event", event, kind->name)
                      : 0;
    if (is_among(event, names, n))
        return 0;
    return *event
               ? refuse(why, arena, 1, pgy_str_nearest(event, names, n),
                        "'%s' is none of the events of '%s': %s", event, kind->name, kind->events)
               : refuse(why, arena, 1, NULL, "'%s' needs an event: %s", kind->name, kind->events);
}

/* One KEY=VALUE more, checked against the kind's keys and their forms. */
static int take_arg(const struct pgyd_journal_kind *kind, const char *arg, struct pgy_arena *arena,
                    struct pgy_happening *what, struct pgy_refusal *why)
{
    const char *equals = strchr(arg, '='), *value = equals ? equals + 1 : "", *problem = NULL;
    const char *key = equals ? pgy_arena_strndup(arena, arg, (size_t)(equals - arg)) : arg;
    if (what->nargs == PGY_JOURNAL_ARGS)
        return refuse(why, arena, 1, NULL, "'%s' is one too many: an entry has at most %d", arg,
                      PGY_JOURNAL_ARGS);
    int rc = equals ? pgy_argument_check(kind->keys, key, value, arena, &problem) : PGY_ENOTFOUND;
    if (rc != 0 && problem)
        return refuse(why, arena, 1, NULL, "%s", problem);
    if (rc != 0 && kind->keys)
        return refuse(why, arena, 1, NULL, "'%s' is not KEY=VALUE with one of %s", arg,
                      pgy_argument_keys(kind->keys, arena));
    if (rc != 0)
        return refuse(why, arena, 1, NULL, "'%s': '%s' takes no KEY=VALUE", arg, kind->name);
    if (pgy_has_controls(value, strlen(value), ""))
        return refuse(why, arena, 1, NULL,
                      "the value of '%s' holds a line break or another control character: write it "
                      "in one line",
                      key);
    if (is_among(key, what->keys, what->nargs))
        return refuse(why, arena, 1, NULL, "'%s' was given twice: write it once", key);
    what->keys[what->nargs] = key;
    what->values[what->nargs++] = value;
    return 0;
}

int pgy_happening_parse(const struct pgy_schema *schema, const struct pgy_config *config,
                        const struct pgy_told *told, pgy_day today, struct pgy_arena *arena,
                        struct pgy_happening *what, struct pgy_refusal *why)
{
    struct pgy_happening it = {.kind = told->kind, .subject = told->subject, .event = told->event};
    const char *nearest = NULL;
    const struct pgyd_journal_kind *kind = pgy_happening_kind(schema, told->kind, NULL, &nearest);
    if (!kind)
        return refuse(why, arena, 1, nearest,
                      "'%s' is not a kind of happening that a plugin keeps; pgyctl plugin show "
                      "NAME lists them",
                      told->kind);
    int rc = check_subject(kind, config, told->subject, arena, why);
    if (rc == 0)
        rc = pgy_happening_day(told->on, today, arena, &it.on, why);
    if (rc == 0)
        rc = check_event(kind, told->event, arena, why);
    if (rc == 0 && !kind->subject && !kind->events && kind->keys && told->nargs == 0)
        rc = refuse(why, arena, 1, NULL, "'%s' alone says nothing: give KEY=VALUE with one of %s",
                    kind->name, pgy_argument_keys(kind->keys, arena));
    for (size_t i = 0; rc == 0 && i < told->nargs; i++)
        rc = take_arg(kind, told->args[i], arena, &it, why);
    if (rc == 0)
        *what = it;
    return rc;
}

void pgy_happening_split(const char *text, struct pgy_arena *arena, struct pgy_happening *what)
{
    const char **parts[] = {&what->kind, &what->subject, &what->event};
    for (size_t i = 0; i < 3; i++) {
        size_t len = i < 2 ? strcspn(text, " ") : strlen(text);
        *parts[i] = pgy_arena_strndup(arena, text, len);
        text += len + (text[len] == ' ');
    }
}
