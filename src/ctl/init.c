/* SPDX-License-Identifier: BSD-2-Clause */
/* Eight questions to a checked pgyd.ini. Each answer is checked by the table that will read it, so
 * that nothing has to be corrected later. */
#include "ctl/ctl.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "config/schema.h"
#include "store/token.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_MAX = 64 * 1024, NEXT = 10 };

/* What is asked, in order; the words are the key's. */
struct question {
    const char *section, *key;
    bool optional;    /* an empty answer leaves the key out */
    const char *with; /* another line the section needs to be valid by itself; NULL: none */
};

static const struct question questions[] = {
    {"person", "name", true, "timezone = UTC"},
    {"person", "timezone", false, NULL},
    {"training", "specialty", false, "start = 2025-07-01"},
    {"training", "start", false, "specialty = internal_medicine"},
    {"fellowship", "type", true, NULL},
    {"goal", "state", true, NULL},
    {"quiet", "hours", true, NULL},
    {"notify:phone", "url", true, "type = ntfy"},
};
enum { QUESTIONS = sizeof questions / sizeof questions[0] };

/* The system's zone by the name of its link. */
static const char *system_zone(struct pgy_arena *arena)
{
    char target[PATH_MAX];
    ssize_t n = readlink("/etc/localtime", target, sizeof target - 1);
    if (n <= 0)
        return "America/New_York";
    target[n] = '\0';
    const char *name = strstr(target, "zoneinfo/");
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    if (!name || pgy_tz_load(name + strlen("zoneinfo/"), &tz) != 0 ||
        !strchr(name + strlen("zoneinfo/"), '/') ||
        strncmp(name, "zoneinfo/Etc/", strlen("zoneinfo/Etc/")) == 0)
        return "America/New_York"; /* Etc-like names say nothing about where a person lives */
    return pgy_arena_strdup(arena, name + strlen("zoneinfo/"));
}

/* What the machine or the day suggests; else what the key's declaration does. */
static const char *default_of(struct ctl *ctl, const struct pgy_key *key, pgy_day today)
{
    if (strcmp(key->name, "timezone") == 0)
        return system_zone(ctl->arena);
    if (strcmp(key->name, "start") == 0)
        return pgy_arena_printf(ctl->arena, "%d-07-01", pgy_civil_academic_year(today));
    return key->ask_default ? key->ask_default : "";
}

bool ctl_takes(struct ctl *ctl, const struct pgy_schema *schema, const char *section,
               const char *key, const char *with, const char *answer)
{
    struct pgy_problems problems = {.arena = ctl->arena};
    struct pgy_config *config = NULL;
    const char *text =
        pgy_arena_printf(ctl->arena, "[%s]\n%s = %s\n%s\n", section, key, answer, with ? with : "");
    if (pgy_has_controls(answer, strlen(answer), "")) {
        fputs("  There is a control character in this answer.\n", stderr);
        return false;
    }
    bool fine =
        pgy_config_parse("answer", text, strlen(text), schema, false, &problems, &config) == 0;
    for (size_t i = 0; i < problems.n; i++) {
        const struct pgy_problem *p = &problems.list[i];
        if (!p->error || !p->key || strcmp(p->key, key) != 0)
            continue;
        fprintf(stderr, "  %s%s%s\n", p->message, p->remedy ? "; " : "",
                p->remedy ? p->remedy : "");
        fine = false;
    }
    pgy_config_free(&config);
    return fine;
}

/* Asks until the answer is one. CTL_REFUSED when there is no more input. */
static int ask(struct ctl *ctl, const struct pgy_schema *schema, size_t i, pgy_day today,
               const char **answer)
{
    const struct question *q = &questions[i];
    const char *kind = pgy_arena_strndup(ctl->arena, q->section, strcspn(q->section, ":"));
    const struct pgy_key *key = pgy_schema_key(schema, kind, q->key);
    assert(key && key->ask);
    const char *fallback = default_of(ctl, key, today);
    char *line = NULL;
    size_t size = 0;
    for (;;) {
        fprintf(stderr, "%zu/%d %s%s%s%s: ", i + 1, QUESTIONS, key->ask, *fallback ? " [" : "",
                fallback, *fallback ? "]" : "");
        if (getline(&line, &size, stdin) < 0) {
            free(line);
            fputc('\n', stderr);
            return ctl_refuse(ctl, CTL_REFUSED, NULL,
                              "the answers ended early: nothing was written");
        }
        line[strcspn(line, "\r\n")] = '\0';
        const char *given = pgy_str_trim(line);
        *answer = pgy_arena_strdup(ctl->arena, *given ? given : fallback);
        if ((!**answer && q->optional) ||
            (**answer && ctl_takes(ctl, schema, q->section, q->key, q->with, *answer)))
            break;
        if (!**answer)
            fputs("  This one is needed.\n", stderr);
    }
    free(line);
    return CTL_DONE;
}

static void compose(const char *const *answers, struct pgy_buf *out)
{
    const char *section = "";
    pgy_buf_str(out, "# Written by `pgyctl init`. `pgyctl explain` describes every section; "
                     "`pgyctl check` finds mistakes.\n");
    for (size_t i = 0; i < QUESTIONS; i++) {
        const struct question *q = &questions[i];
        if (!*answers[i])
            continue;
        if (strcmp(section, q->section) != 0)
            pgy_buf_printf(out, "\n[%s]\n", q->section);
        section = q->section;
        if (strcmp(q->section, "notify:phone") == 0)
            pgy_buf_str(out, "type = ntfy\n");
        pgy_buf_printf(out, "%s = %s\n", q->key, answers[i]);
    }
    if (!*answers[QUESTIONS - 1])
        pgy_buf_str(out, "\n[notify:log]\ntype = log\n");
}

/* Lists the plugins when those that are installed are not the usual ones. */
static void add_plugins(const struct pgy_schema *schema, struct pgy_buf *out)
{
    size_t failed = 0, n = 0;
    for (size_t i = 0; i < schema->nplugins; i++)
        failed += schema->plugins[i].listed && schema->plugins[i].failed;
    if (!failed)
        return;
    pgy_buf_str(out, "\n[daemon]\nplugins = ");
    for (size_t i = 0; i < schema->nplugins; i++) {
        if (schema->plugins[i].listed && !schema->plugins[i].failed)
            pgy_buf_printf(out, "%s%s", n++ ? ", " : "", schema->plugins[i].plugin);
    }
    pgy_buf_char(out, '\n');
}

static int write_new(struct ctl *ctl, const struct pgy_buf *text)
{
    const char *slash = strrchr(ctl->file, '/');
    if (slash && slash != ctl->file) {
        int dir PGY_FD_CLEANUP = pgy_dir_open(
            pgy_arena_strndup(ctl->arena, ctl->file, (size_t)(slash - ctl->file)), 0700);
        if (dir < 0)
            return ctl_refuse(ctl, CTL_REFUSED, NULL, "the folder of %s cannot be made: %s",
                              ctl->file, pgy_strerror(dir));
    }
    int fd PGY_FD_CLEANUP = open(ctl->file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s cannot be made: %s", ctl->file,
                          strerror(errno));
    if (write(fd, text->data, text->len) != (ssize_t)text->len || fsync(fd) != 0) {
        (void)unlink(ctl->file);
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s cannot be written: %s", ctl->file,
                          strerror(errno));
    }
    return CTL_DONE;
}

/* The first link that the daemon will serve, made of the same key (architecture 13); NULL when the
 * key cannot be kept. */
static const char *first_link(struct ctl *ctl, const struct ctl_place *place)
{
    unsigned char key[PGY_KEY_BYTES];
    char token[PGY_TOKEN_TEXT];
    const char *listen = pgy_config_text(place->main, "serve", "", "listen", "127.0.0.1:8479");
    int dir PGY_FD_CLEANUP = pgy_dir_open(place->house->state_dir, 0700);
    if (dir < 0 || pgy_key_open(dir, key) != 0)
        return NULL;
    pgy_token_make(key, place->config->profile, "calendar", 0, token);
    sodium_memzero(key, sizeof key);
    return pgy_arena_printf(ctl->arena, "http://%s/f/%s/pgyd.ics", listen, token);
}

static json_t *next_items(const struct ctl_place *place)
{
    json_t *items = json_array();
    for (size_t i = 0; i < place->timeline->n && json_array_size(items) < NEXT; i++) {
        const struct pgy_item *item = &place->timeline->items[i];
        if (item->end >= place->today && item->state != PGY_DONE && !item->unpublished)
            json_array_append_new(items, ctl_item(place, item));
    }
    return items;
}

static int finish(struct ctl *ctl)
{
    struct ctl_place place CTL_PLACE_CLEANUP = {0};
    bool failed;
    int rc = ctl_place_open(ctl, &place);
    if (rc != CTL_DONE)
        return rc;
    /* Nothing happened yet. */
    place.journal = (struct pgy_journal){.arena = ctl->arena};
    pgy_journal_merge(&place.journal, place.config);
    place.started = place.today;
    if ((rc = ctl_place_plan(ctl, &place, NULL, &failed)) != CTL_DONE)
        return rc;
    const char *link = first_link(ctl, &place);
    json_t *items = next_items(&place);
    if (ctl->json)
        return ctl_print(json_pack("{ss so so}", "file", ctl->file, "link",
                                   link ? json_string(link) : json_null(), "next", items));
    printf("\n%s is written. Today, as `pgyctl` alone shows it from now on:\n\n", ctl->file);
    ctl_today_print(ctl, ctl_today_json(ctl, &place, false));
    printf("\nStart pgyd with\n  pgyd%s%s\nor, where it is installed, `systemctl --user enable "
           "--now pgyd`.\n",
           ctl->given ? " -c " : "", ctl->given ? ctl->given : "");
    if (link)
        printf("Then subscribe to your calendar at\n  %s\n`pgyctl url list` shows it again, and "
               "how to reach it from a phone.\n",
               link);
    json_decref(items);
    return CTL_DONE;
}

int ctl_init(struct ctl *ctl)
{
    struct pgy_problems problems = {.arena = ctl->arena};
    struct pgy_house *house = NULL;
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(FILE_MAX);
    const char *answers[QUESTIONS];
    if (ctl_option(ctl, "--demo"))
        return ctl_demo(ctl, ctl_option(ctl, "--demo"));
    if (ctl_option(ctl, "--today"))
        return ctl_refuse(ctl, CTL_USAGE, NULL, "--today goes with --demo");
    /* The first of the places: what the system has in another is not ours to change, and does not
     * keep a person from a file of their own. */
    ctl->file = ctl->tried[0];
    if (access(ctl->file, F_OK) == 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          "%s exists already and was left as it is; `pgyctl set` changes it",
                          ctl->file);
    int rc = pgy_house_open(ctl->file, NULL, &problems, &house);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "pgyd's own files cannot be found: %s",
                          pgy_strerror(rc));
    pgy_day today = (pgy_day)(pgy_clock_now() / 86400);
    fputs("Eight questions; Enter takes what stands in brackets.\n", stderr);
    for (size_t i = 0; rc == CTL_DONE && i < QUESTIONS; i++)
        rc = ask(ctl, house->schema, i, today, &answers[i]);
    if (rc == CTL_DONE) {
        compose(answers, &text);
        add_plugins(house->schema, &text);
        rc = text.err ? ctl_refuse(ctl, CTL_REFUSED, NULL, "that is too long")
                      : write_new(ctl, &text);
    }
    pgy_house_free(&house);
    return rc ? rc : finish(ctl);
}
