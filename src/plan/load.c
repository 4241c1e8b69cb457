/* SPDX-License-Identifier: BSD-2-Clause */
/* Places, plugins and data for all profiles, and a configuration checked and tried from end to end.
 * The core goes the same steps without blocking. */
#include "plan/load.h"

#include "base/clock.h"
#include "base/err.h"

#include <errno.h>
#include <glob.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DAY_SECONDS = 86400 };

/* A file's absolute name, so that nothing depends on where a program was started; as given when
 * that cannot be told. */
static const char *absolute(struct pgy_arena *arena, const char *file)
{
    char here[PATH_MAX];
    if (*file == '/' || !getcwd(here, sizeof here))
        return pgy_arena_strdup(arena, file);
    return pgy_arena_printf(arena, "%s/%s", here, file);
}

static void list_of(const struct pgy_config *config, const char *key, const char *const **list,
                    size_t *n)
{
    const struct pgy_value *value = pgy_config_get(config, "daemon", "", key);
    if (value && value->type == PGYD_LIST) { /* also an empty one: nobody plans */
        *list = value->list;
        *n = value->nlist;
    }
}

/* Takes peek over. */
static int open_by(struct pgy_config *peek, const char *main_file, struct pgy_described *cache,
                   struct pgy_problems *problems, struct pgy_house **out)
{
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_house *house = pgy_arena_alloc(arena, sizeof *house);
    *house = (struct pgy_house){.refs = 1, .arena = arena, .main_file = absolute(arena, main_file)};
    int rc = pgy_paths_find(arena, &house->paths);
    if (rc != 0) {
        pgy_arena_free(&arena);
        pgy_config_free(&peek);
        return rc;
    }
    const char *const *plugins = NULL, *const *extra = NULL;
    size_t nplugins = 0, nextra = 0;
    list_of(peek, "plugins", &plugins, &nplugins);
    /* An office plans training, and nothing its people keep to themselves, unless it says otherwise
     * (architecture 10). */
    const struct pgy_value *listed = pgy_config_get(peek, "daemon", "", "plugins");
    if (listed && listed->is_default && pgy_config_text(peek, "daemon", "", "profiles", NULL))
        nplugins = 1; /* the first of the default */
    list_of(peek, "plugin_path", &extra, &nextra);
    const struct pgy_value *deadline = pgy_config_get(peek, "daemon", "", "pass_deadline");
    house->deadline_ms = deadline ? pgy_value_seconds(deadline) * 1000 : 5000;
    const char *state = pgy_config_text(peek, "daemon", "", "state_dir", NULL);
    house->state_dir = state ? absolute(arena, state) : pgy_paths_state(arena);

    struct pgy_declaration *declarations;
    size_t n;
    pgy_plugins_describe(&house->paths, arena, plugins, nplugins, extra, nextra, house->deadline_ms,
                         cache, &declarations, &n);
    house->schema = pgy_schema_new(declarations, n, house->main_file, problems);
    house->data = pgy_data_load(&house->paths);
    pgy_config_free(&peek);
    *out = house;
    return 0;
}

int pgy_house_open(const char *main_file, struct pgy_described *cache,
                   struct pgy_problems *problems, struct pgy_house **house)
{
    struct pgy_config *peek;
    if (pgy_config_peek(main_file, &peek) == 0)
        return open_by(peek, main_file, cache, problems, house);
    return pgy_house_open_text(main_file, "", 0, cache, problems, house);
}

int pgy_house_open_text(const char *main_file, const char *text, size_t len,
                        struct pgy_described *cache, struct pgy_problems *problems,
                        struct pgy_house **house)
{
    struct pgy_config *peek;
    int rc = pgy_config_peek_text(main_file, text, len, &peek);
    return rc == 0 ? open_by(peek, main_file, cache, problems, house) : rc;
}

struct pgy_house *pgy_house_ref(struct pgy_house *house)
{
    if (house)
        house->refs++;
    return house;
}

void pgy_house_free(struct pgy_house **house)
{
    if (!house || !*house)
        return;
    struct pgy_arena *arena = (*house)->arena;
    if (--(*house)->refs > 0) {
        *house = NULL;
        return;
    }
    pgy_schema_free(&(*house)->schema);
    pgy_data_free(&(*house)->data);
    *house = NULL;
    pgy_arena_free(&arena);
}

struct pgy_pass_input pgy_house_input(const struct pgy_house *house, enum pgy_worker_verb verb,
                                      const struct pgy_config *config,
                                      const struct pgy_journal *journal, pgy_day today)
{
    return (struct pgy_pass_input){
        .verb = verb,
        .paths = &house->paths,
        .schema = house->schema,
        .config = config,
        .journal = journal,
        .data = house->data,
        .today = today,
        .started = today,
        .deadline_ms = house->deadline_ms,
    };
}

void pgy_house_ask(const struct pgy_house *house, const struct pgy_config *config, pgy_day today,
                   struct pgy_problems *problems)
{
    struct pgy_journal journal = {.arena = config->arena};
    pgy_journal_merge(&journal, config);
    struct pgy_pass_input input = pgy_house_input(house, PGY_VERB_CHECK, config, &journal, today);
    struct pgy_pass *pass = pgy_pass_start(&input);
    pgy_pass_wait(pass);
    pgy_pass_problems(pass, problems);
    pgy_pass_free(&pass);
}

int pgy_house_check(const struct pgy_house *house, const char *file, bool in_folder, pgy_day today,
                    struct pgy_problems *problems, struct pgy_config **out)
{
    struct pgy_config *config;
    int rc = pgy_config_read(file, house->schema, in_folder, problems, &config);
    if (rc != 0)
        return rc;
    if (config->has_person)
        pgy_house_ask(house, config, today, problems);
    *out = config;
    return 0;
}

static bool same_file(const char *a, const char *b)
{
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

int pgy_house_profiles(const struct pgy_config *main, struct pgy_arena *arena, const char ***files,
                       size_t *n)
{
    const char *pattern = pgy_config_text(main, "daemon", "", "profiles", NULL);
    *files = NULL;
    *n = 0;
    if (!pattern)
        return 0;
    const char *slash = strrchr(main->file, '/');
    if (*pattern != '/' && slash)
        pattern =
            pgy_arena_printf(arena, "%.*s/%s", (int)(slash - main->file), main->file, pattern);
    glob_t found;
    int rc = glob(pattern, 0, NULL, &found);
    if (rc == GLOB_NOMATCH)
        return 0;
    if (rc != 0)
        return -EIO;
    *files = pgy_arena_array(arena, found.gl_pathc + 1, sizeof **files);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        if (!same_file(found.gl_pathv[i], main->file)) /* profiles = *.ini finds the main file too,
                                                          which is nobody's profile file */
            (*files)[(*n)++] = pgy_arena_strdup(arena, found.gl_pathv[i]);
    }
    globfree(&found);
    return 0;
}

/* ---- the whole of a configuration, checked and planned once ---- */

/* A plugin that failed its check fails its plan for the same reason: said once, as an error. */
static void add_failure(struct pgy_problems *problems, const char *file, const char *failure)
{
    for (size_t i = 0; i < problems->n; i++) {
        struct pgy_problem *p = &problems->list[i];
        if (p->line == 0 && strcmp(p->message, failure) == 0 && p->file &&
            strcmp(p->file, file) == 0) {
            problems->errors += !p->error;
            p->error = true;
            return;
        }
    }
    pgy_problem_add(problems, true, file, 0, NULL, NULL, NULL, "%s", failure);
}

/* Plans one checked profile; the number of items, and what failed as problems. */
static size_t plan_once(const struct pgy_house *house, const struct pgy_config *config,
                        struct pgy_problems *problems)
{
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    if (pgy_tz_load(pgy_config_text(config, "person", "", "timezone", "UTC"), &tz) != 0)
        return 0;
    struct pgy_journal journal = {.arena = config->arena};
    pgy_journal_merge(&journal, config);
    struct pgy_pass_input input = pgy_house_input(house, PGY_VERB_PLAN, config, &journal,
                                                  pgy_tz_day(tz, pgy_clock_now(), NULL));
    struct pgy_pass *pass = pgy_pass_start(&input);
    size_t items = 0;
    pgy_pass_wait(pass);
    for (size_t i = 0; i < pgy_pass_count(pass); i++) {
        const struct pgy_run_result *result = pgy_pass_result(pass, i);
        items += result->batch.n;
        if (result->rc != 0)
            add_failure(problems, config->file, result->failure);
    }
    pgy_pass_free(&pass);
    return items;
}

void pgy_house_say_taken(const struct pgy_config *config, const char *other,
                         struct pgy_problems *problems)
{
    pgy_problem_add(problems, true, config->file, pgy_config_line(config, "person", "", "id"),
                    "person", "id", "give one of them another id", "'%s' is the id of '%s' too",
                    config->profile, other);
}

/* Whose ids the files so far have. */
struct seen {
    const char *id, *file;
    struct seen *next;
};

static void check_id(const struct pgy_config *config, struct seen **seen,
                     struct pgy_problems *problems)
{
    for (const struct seen *s = *seen; s; s = s->next) {
        if (strcmp(s->id, config->profile) == 0) {
            pgy_house_say_taken(config, s->file, problems);
            return;
        }
    }
    struct seen *one = pgy_arena_alloc(problems->arena, sizeof *one);
    *one = (struct seen){pgy_arena_strdup(problems->arena, config->profile),
                         pgy_arena_strdup(problems->arena, config->file), *seen};
    *seen = one;
}

/* One file: its items; *kept (NULL: freed) has its configuration when it could be parsed. */
static size_t try_file(const struct pgy_house *house, const char *file, bool in_folder,
                       struct seen **seen, struct pgy_problems *problems, struct pgy_config **kept)
{
    struct pgy_config *config = NULL;
    size_t before = problems->errors, items = 0;
    int rc = pgy_house_check(house, file, in_folder, (pgy_day)(pgy_clock_now() / DAY_SECONDS),
                             problems, &config);
    if (rc != 0) {
        if (problems->errors == before)
            pgy_problem_add(problems, true, file, 0, NULL, NULL, NULL, "cannot be read: %s",
                            pgy_strerror(rc));
        return 0;
    }
    if (config->has_person)
        check_id(config, seen, problems);
    if (config->has_person && problems->errors == before)
        items = plan_once(house, config, problems);
    if (kept)
        *kept = config;
    else
        pgy_config_free(&config);
    return items;
}

size_t pgy_house_try(const struct pgy_house *house, struct pgy_problems *problems)
{
    struct pgy_config *main = NULL;
    struct seen *seen = NULL;
    const char **files = NULL;
    size_t nfiles = 0, items = try_file(house, house->main_file, false, &seen, problems, &main);
    if (main && pgy_house_profiles(main, problems->arena, &files, &nfiles) == 0) {
        for (size_t i = 0; i < nfiles; i++)
            items += try_file(house, files[i], true, &seen, problems, NULL);
    }
    pgy_config_free(&main);
    pgy_problems_sort(problems);
    return items;
}
