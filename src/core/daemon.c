/* SPDX-License-Identifier: BSD-2-Clause */
/* The main file: what concerns the daemon itself, at start and on reload. */
#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"
#include "base/wire.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

bool core_daemon_problem(const struct pgy_problem *problem)
{
    return problem->section &&
           (strcmp(problem->section, "daemon") == 0 || strcmp(problem->section, "serve") == 0);
}

/* A main file of many people is about the daemon and nothing else: no person's status would show
 * what is wrong in it. */
static bool speaks_for_many(const struct pgy_config *config)
{
    return config && !config->has_person && pgy_config_text(config, "daemon", "", "profiles", NULL);
}

/* The first error that concerns the daemon itself; NULL: none. */
static const struct pgy_problem *daemon_error(const struct pgy_problems *problems,
                                              const struct pgy_config *config)
{
    for (size_t i = 0; i < problems->n; i++) {
        if (problems->list[i].error &&
            (speaks_for_many(config) || core_daemon_problem(&problems->list[i])))
            return &problems->list[i];
    }
    return NULL;
}

/* What status shows of the main file where no person's problems do. */
static void note_problems(struct pgy_core *core, const struct pgy_problems *problems)
{
    pgy_arena_free(&core->daemon_notes);
    core->daemon_notes = pgy_arena_new();
    core->daemon_problems = (struct pgy_problems){.arena = core->daemon_notes};
    for (size_t i = 0; i < problems->n; i++) {
        const struct pgy_problem *p = &problems->list[i];
        pgy_problem_add(&core->daemon_problems, p->error, p->file, p->line, p->section, p->key,
                        p->remedy, "%s", p->message);
    }
}

/* One sentence about a main file that cannot be used; the list of all is `pgyd -t`'s. */
static const char *sentence(struct pgy_core *core, const struct pgy_problems *problems,
                            const struct pgy_config *config, const char *file, int rc)
{
    const struct pgy_problem *problem = daemon_error(problems, config);
    if (!problem && rc == 0)
        return "";
    if (!problem)
        problem = problems->n ? &problems->list[0] : NULL;
    if (!problem)
        return pgy_arena_printf(core->arena, "%s: cannot be read: %s", file, pgy_strerror(rc));
    return pgy_problem_line(problem, core->arena);
}

/* At start, what plans is the accepted text's word too, not that of a file whose [daemon] cannot be
 * used. The state stays where it was found. */
static int house_of(struct pgy_core *core, const char *text, size_t len)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_problems ignored = {.arena = arena};
    struct core_house *house = calloc(1, sizeof *house);
    if (!house)
        abort();
    house->refs = 1;
    int rc =
        pgy_house_open_text(core->config_file, text, len, core->described, &ignored, &house->house);
    if (rc != 0) {
        free(house);
        return rc;
    }
    house->house->state_dir = pgy_arena_strdup(house->house->arena, core->house->house->state_dir);
    core_house_unref(&core->house);
    core->house = house;
    return 0;
}

/* Reads the main file for [daemon] and [serve]; the last accepted text where they have errors.
 * PGY_ECONFIG with *why when there is neither. */
static int read_daemon(struct pgy_core *core, const char **why)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_problems problems = {.arena = arena}, ignored = {.arena = arena};
    struct pgy_config *config = NULL;
    const struct pgy_house *house = core->house->house;
    const char *file, *text;
    size_t len;
    int64_t when;
    bool accepted = false;
    int rc = pgy_config_read(house->main_file, house->schema, false, &problems, &config);
    pgy_problems_sort(&problems);
    note_problems(core, &problems);
    if (rc == 0 && !daemon_error(&problems, config)) {
        rc = pgy_store_accepted_put(core->store, "", house->main_file, config->text,
                                    config->text_len, pgy_clock_now());
        if (rc != 0)
            core_store_failed(core, "keeping the accepted configuration", rc);
    } else {
        const char *first = sentence(core, &problems, config, house->main_file, rc);
        pgy_config_free(&config);
        if (core->daemon) {
            core->daemon_accepted = true;
            *why = first;
            return PGY_ECONFIG;
        }
        /* Of this very file: without it state_dir is the default, where another pgyd may have
         * lived. */
        if (pgy_store_accepted_get(core->store, "", arena, &file, &text, &len, &when) != 0 ||
            strcmp(file, house->main_file) != 0 || house_of(core, text, len) != 0 ||
            pgy_config_parse(core->house->house->main_file, text, len, core->house->house->schema,
                             false, &ignored, &config) != 0) {
            *why = first;
            return PGY_ECONFIG;
        }
        accepted = true;
        pgy_error("%s; the daemon runs from the last accepted configuration", first);
    }
    pgy_config_free(&core->daemon);
    core_house_unref(&core->daemon_house);
    core->daemon = config;
    core->daemon_house = core_house_ref(core->house);
    core->daemon_accepted = accepted;
    return 0;
}

static void apply_log_level(const struct pgy_core *core)
{
    enum pgy_log_level level;
    if (pgy_log_parse_level(pgy_config_text(core->daemon, "daemon", "", "log_level", "info"),
                            &level) == 0)
        pgy_log_set_level(level);
}

/* Before its file is read and checked, a profile runs from what was accepted last: reminders and
 * messages need not wait for the first plan. */
static void restore(struct pgy_core *core, struct core_profile *profile,
                    const struct pgy_stored_profile *stored, size_t n)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_problems ignored = {.arena = arena};
    struct pgy_config *config;
    const char *file, *text;
    size_t len;
    int64_t when;
    /* A file that gave its person another id stands here twice: the one that was let go only when
     * the other cannot be read. */
    for (size_t k = 0; k < 2 * n && !profile->config; k++) {
        size_t i = k % n;
        if (strcmp(stored[i].file, profile->file) == 0 &&
            (stored[i].next_wake == INT64_MAX) == (k >= n) &&
            pgy_store_accepted_get(core->store, stored[i].id, arena, &file, &text, &len, &when) ==
                0 &&
            pgy_config_parse(profile->file, text, len, core->house->house->schema,
                             profile->in_folder, &ignored, &config) == 0)
            core_profile_use(core, profile, core->house, config, true);
    }
}

static void take_in(struct pgy_core *core, const char *file, bool in_folder,
                    const struct pgy_stored_profile *stored, size_t n)
{
    struct core_profile *profile = core_profile_add(core, file, in_folder);
    if (!profile->config)
        restore(core, profile, stored, n);
    core_want(core, profile, true);
}

static bool has_file(const struct pgy_core *core, const char *file)
{
    for (const struct core_profile *p = core->profiles; p; p = p->next) {
        if (strcmp(p->file, file) == 0)
            return true;
    }
    return false;
}

/* One core_profile a file: the main one when it has a person, and those of [daemon] profiles. Files
 * that are gone are let go; what is stored of them stays. */
static void match_profiles(struct pgy_core *core)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char **files = NULL;
    size_t n = 0;
    const char *main_file = core->house->house->main_file;
    bool has_glob = pgy_config_text(core->daemon, "daemon", "", "profiles", NULL) != NULL;
    bool main_person = core->daemon->has_person || !has_glob;
    int rc = pgy_house_profiles(core->daemon, arena, &files, &n);
    bool listed = rc == 0;
    if (!listed)
        pgy_error("the files of daemon.profiles cannot be listed: %s", pgy_strerror(rc));
    for (struct core_profile *p = core->profiles, *next; p; p = next) {
        next = p->next;
        bool wanted = !p->in_folder && main_person;
        for (size_t i = 0; i < n && !wanted; i++)
            wanted = p->in_folder && strcmp(files[i], p->file) == 0;
        if (wanted || !listed)
            continue;
        pgy_info(
            "'%s' is no longer configured: its feed stays as it is until pgyctl profile remove",
            p->file);
        if (p->id)
            (void)core_profile_let_go(core, p->id);
        core_profile_drop(core, p);
    }
    struct pgy_stored_profile *stored;
    size_t nstored;
    if (pgy_store_profiles(core->store, arena, &stored, &nstored) != 0)
        nstored = 0;
    if (main_person)
        take_in(core, main_file, false, stored, nstored);
    for (size_t i = 0; i < n; i++)
        take_in(core, files[i], true, stored, nstored);
    /* Those whose file went while nobody looked. */
    for (size_t i = 0; listed && i < nstored; i++) {
        if (stored[i].next_wake != INT64_MAX && !has_file(core, stored[i].file))
            (void)core_profile_let_go(core, stored[i].id);
    }
}

int core_daemon_open(struct pgy_core *core, const char **why)
{
    int rc = read_daemon(core, why);
    if (rc != 0)
        return rc;
    core->fingerprint = core_fingerprint(core);
    apply_log_level(core);
    match_profiles(core);
    return 0;
}

void core_reload(struct pgy_core *core)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_problems problems = {.arena = arena};
    struct core_house *house = calloc(1, sizeof *house);
    const char *why = "";
    core->reloading = true;
    if (!house ||
        pgy_house_open(core->config_file, core->described, &problems, &house->house) != 0) {
        free(house);
        pgy_error("reload: our own files cannot be found; nothing changed");
        return;
    }
    house->refs = 1;
    struct core_house *before = core->house;
    core->house = house;
    core->fingerprint = core_fingerprint(core);
    if (read_daemon(core, &why) != 0) {
        /* Which plugins plan is [daemon]'s word too: those of a file that cannot be read would be
         * the usual ones, and the plans of all others would go. */
        pgy_error("%s; [daemon] and [serve] stay as they were", why);
        core->house = before;
        before = house;
    }
    core_house_unref(&before);
    apply_log_level(core);
    match_profiles(core);
    core_bind(core);
}

static void send_bind(struct pgy_core *core, uint8_t which, const void *address, size_t len,
                      const char *shown)
{
    size_t mark = pgy_frame_begin(&core->parent.out, PGY_P_BIND);
    pgy_put_u8(&core->parent.out, which);
    pgy_put_bytes(&core->parent.out, address, len);
    pgy_put_str(&core->parent.out, shown);
    pgy_frame_end(&core->parent.out, mark);
}

static int unix_address(const char *path, struct sockaddr_un *address)
{
    *address = (struct sockaddr_un){.sun_family = AF_UNIX};
    size_t len = strlen(path);
    if (len >= sizeof address->sun_path)
        return PGY_ELIMIT;
    memcpy(address->sun_path, path, len + 1);
    return 0;
}

/* "127.0.0.1:8479", "[::1]:8479" or "unix:/run/pgyd.sock"; the configuration checked the form,
 * names are not resolved. */
static void bind_one(struct pgy_core *core, uint8_t which, const char *text)
{
    char host[128];
    const char *colon = strrchr(text, ':');
    if (strncmp(text, "unix:", 5) == 0) {
        struct sockaddr_un address;
        if (unix_address(text + 5, &address) == 0)
            send_bind(core, which, &address, sizeof address, text);
        else
            pgy_error("'%s' is longer than a socket's address can be (107 bytes)", text);
        return;
    }
    size_t len = colon ? (size_t)(colon - text) : 0;
    bool bracketed = len >= 2 && text[0] == '[' && text[len - 1] == ']';
    snprintf(host, sizeof host, "%.*s", (int)(bracketed ? len - 2 : len), text + bracketed);
    struct addrinfo hints = {.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE,
                             .ai_socktype = SOCK_STREAM},
                    *found = NULL;
    if (!colon || getaddrinfo(host, colon + 1, &hints, &found) != 0) {
        pgy_error("'%s' is not a numeric address and port, such as 127.0.0.1:8479", text);
        return;
    }
    send_bind(core, which, found->ai_addr, found->ai_addrlen, text);
    freeaddrinfo(found);
}

void core_bind(struct pgy_core *core)
{
    const char *metrics = pgy_config_text(core->daemon, "serve", "", "metrics_listen", NULL);
    if (!core->has_parent)
        return;
    bind_one(core, 0, pgy_config_text(core->daemon, "serve", "", "listen", "127.0.0.1:8479"));
    if (metrics)
        bind_one(core, 1, metrics);
    core_flush(core, &core->parent, &core->parent_watch);
}
