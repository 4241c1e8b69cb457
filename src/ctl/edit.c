/* SPDX-License-Identifier: BSD-2-Clause */
/* `set` and `unset`: the file changes as its owner would change it, and only to something that
 * checks. */
#include "config/edit.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/uuid.h"
#include "config/ini.h"
#include "ctl/ctl.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* One edit on its way. */
struct edit {
    const char *file; /* as it is called: what messages name */
    const char *path; /* behind symbolic links: what is replaced */
    bool in_folder;
    struct stat st;
    struct pgy_buf before, after;
    const char *part; /* the new text beside it, NULL when there is none */
    int lock;         /* the folder, locked: two edits at once take turns; -1 */
};
#define EDIT_CLEANUP __attribute__((cleanup(edit_end)))

static void edit_end(struct edit *e)
{
    if (e->part)
        (void)unlink(e->part);
    pgy_fd_close(&e->lock);
    pgy_buf_free(&e->before);
    pgy_buf_free(&e->after);
}

static bool main_only(const char *section)
{
    return strcmp(section, "daemon") == 0 || strcmp(section, "serve") == 0;
}

/* The file that holds the section: with many people their own, for [daemon] and [serve] the main
 * one. */
static int find_file(struct ctl *ctl, struct edit *e, const char *section)
{
    struct pgy_problems problems = {.arena = ctl->arena};
    struct pgy_house *house = NULL;
    struct pgy_config *main = NULL;
    e->file = ctl->file;
    int rc = ctl_house(ctl, &problems, &house);
    if (rc != CTL_DONE)
        return rc;
    /* A file that cannot even be split into lines has no profiles; what is wrong with it is said
     * when the new text is checked. */
    if (!main_only(section) &&
        pgy_config_read(house->main_file, house->schema, false, &problems, &main) == 0 &&
        (*ctl->profile ||
         (!main->has_person && *pgy_config_text(main, "daemon", "", "profiles", ""))))
        rc = ctl_profile_file(ctl, house, main, &e->file, &e->in_folder);
    if (rc == CTL_DONE)
        e->file = pgy_arena_strdup(ctl->arena, e->file);
    pgy_config_free(&main);
    pgy_house_free(&house);
    return rc;
}

static int read_file(struct ctl *ctl, struct edit *e)
{
    char real[PATH_MAX];
    if (!realpath(e->file, real) || stat(real, &e->st) != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s cannot be read: %s", e->file,
                          strerror(errno));
    e->path = pgy_arena_strdup(ctl->arena, real);
    /* The folder and not the file, which is another one after each edit. Where locks do not work,
     * `unchanged` is left. */
    const char *slash = strrchr(real, '/');
    e->lock =
        open(slash == real ? "/" : pgy_arena_strndup(ctl->arena, real, (size_t)(slash - real)),
             O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (e->lock >= 0)
        (void)flock(e->lock, LOCK_EX);
    int rc = pgy_file_read(e->path, &e->before);
    return rc ? ctl_refuse(ctl, CTL_REFUSED, NULL, "%s cannot be read: %s", e->file,
                           pgy_strerror(rc))
              : CTL_DONE;
}

/* Writes the new text beside the file, with the owner and mode of the old one. */
static int write_part(struct ctl *ctl, struct edit *e)
{
    const char *slash = strrchr(e->path, '/');
    char random[PGY_UUID_TEXT];
    const char *part = pgy_arena_printf(ctl->arena, "%.*s/.%s.%s", (int)(slash - e->path), e->path,
                                        slash + 1, pgy_uuid_random(random));
    int fd PGY_FD_CLEANUP = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "nothing can be written beside %s: %s", e->file,
                          strerror(errno));
    e->part = part;
    struct stat made;
    if (fstat(fd, &made) == 0 && (made.st_uid != e->st.st_uid || made.st_gid != e->st.st_gid) &&
        fchown(fd, e->st.st_uid, e->st.st_gid) != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          "%s belongs to another user; edit it as that user", e->file);
    size_t done = 0;
    while (done < e->after.len) {
        ssize_t n = write(fd, e->after.data + done, e->after.len - done);
        if (n < 0 && errno != EINTR)
            return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s cannot be written: %s", e->part,
                              strerror(errno));
        done += n > 0 ? (size_t)n : 0;
    }
    if (fchmod(fd, e->st.st_mode & 07777) != 0 || fsync(fd) != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s cannot be written: %s", e->part,
                          strerror(errno));
    return CTL_DONE;
}

/* Checks the new text as what the file would be: under its name, with the plugins that the new text
 * lists. */
static int check_text(struct ctl *ctl, struct edit *e)
{
    struct pgy_problems problems = {.arena = ctl->arena};
    struct pgy_house *house = NULL;
    struct pgy_config *config = NULL;
    int rc = pgy_house_open(e->in_folder ? ctl->file : e->part, NULL, &problems, &house);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "pgyd's own files cannot be found: %s",
                          pgy_strerror(rc));
    for (size_t i = 0; i < problems.n; i++)
        problems.list[i].file = e->file;
    /* A plugin that cannot plan is an error here as it is to `check`. */
    for (size_t i = 0; i < house->schema->nplugins; i++) {
        const struct pgy_declaration *p = &house->schema->plugins[i];
        if (p->listed && p->failed)
            pgy_problem_add(&problems, true, e->file, 0, "daemon", "plugins", NULL, "%s",
                            p->failed);
    }
    rc = pgy_config_parse(e->file, e->after.data ? e->after.data : "", e->after.len, house->schema,
                          e->in_folder, &problems, &config);
    if (rc == 0 && config->has_person)
        pgy_house_ask(house, config, (pgy_day)(pgy_clock_now() / 86400), &problems);
    pgy_config_free(&config);
    pgy_house_free(&house);
    if (rc != 0 && !problems.errors)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "the result cannot be read: %s",
                          pgy_strerror(rc));
    if (problems.errors)
        return ctl_problems(ctl, &problems,
                            pgy_arena_printf(ctl->arena,
                                             "%s was left as it is: the result would have errors",
                                             e->file));
    return CTL_DONE;
}

/* The same bytes are still there: nobody else edited it meanwhile. */
static bool unchanged(const struct edit *e)
{
    struct pgy_buf now PGY_BUF_CLEANUP = PGY_BUF_INIT(PGY_INI_MAX);
    return pgy_file_read(e->path, &now) == 0 && now.len == e->before.len &&
           memcmp(pgy_buf_text(&now), pgy_buf_text(&e->before), now.len) == 0;
}

static int put_in_place(struct ctl *ctl, struct edit *e)
{
    if (!unchanged(e))
        return ctl_refuse(
            ctl, CTL_REFUSED, NULL,
            "%s was changed by somebody else meanwhile and was left as it is: try again", e->file);
    if (rename(e->part, e->path) != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s cannot be replaced: %s", e->file,
                          strerror(errno));
    e->part = NULL;
    if (e->lock >= 0)
        (void)fsync(e->lock);
    return CTL_DONE;
}

/* One change to the file that holds a section, from reading it to telling the daemon. */
int ctl_edit(struct ctl *ctl, const char *section, ctl_change_fn change, void *arg,
             struct ctl_edited *edited)
{
    struct edit e EDIT_CLEANUP = {
        .lock = -1, .before = PGY_BUF_INIT(PGY_INI_MAX), .after = PGY_BUF_INIT(PGY_INI_MAX + 8192)};
    int rc = find_file(ctl, &e, section);
    if (rc != CTL_DONE || (rc = read_file(ctl, &e)) != CTL_DONE)
        return rc;
    *edited = (struct ctl_edited){.file = e.file};
    if ((rc = change(ctl, arg, e.file, &e.before, &e.after)) != CTL_DONE)
        return rc;
    edited->same = e.after.len == e.before.len &&
                   memcmp(pgy_buf_text(&e.after), pgy_buf_text(&e.before), e.after.len) == 0;
    if ((rc = write_part(ctl, &e)) != CTL_DONE || (rc = check_text(ctl, &e)) != CTL_DONE ||
        (!edited->same && (rc = put_in_place(ctl, &e)) != CTL_DONE))
        return rc;
    pgy_fd_close(&e.lock);
    edited->reloaded = !edited->same && ctl_reload(ctl);
    return CTL_DONE;
}

struct setting {
    const char *section, *key, *value;
};

static int change_key(struct ctl *ctl, void *arg, const char *file, const struct pgy_buf *before,
                      struct pgy_buf *after)
{
    const struct setting *s = arg;
    int rc = pgy_edit_set(pgy_buf_text(before), before->len, s->section, s->key, s->value, after);
    if (rc == PGY_ENOTFOUND)
        return s->key ? ctl_refuse(ctl, CTL_REFUSED, NULL, "[%s] has no %s in %s", s->section,
                                   s->key, file)
                      : ctl_refuse(ctl, CTL_REFUSED, NULL, "there is no section [%s] in %s",
                                   s->section, file);
    if (rc == PGY_EINVAL)
        return ctl_refuse(ctl, CTL_USAGE, NULL,
                          "names hold no blanks, and nothing holds a line break: pgyctl set "
                          "contact:alvarez cadence 60d");
    return rc ? ctl_refuse(ctl, CTL_REFUSED, NULL, "%s cannot be edited: %s", file,
                           pgy_strerror(rc))
              : CTL_DONE;
}

static int edit(struct ctl *ctl, const char *section, const char *key, const char *value)
{
    struct ctl_edited e;
    int rc = ctl_edit(ctl, section, change_key, &(struct setting){section, key, value}, &e);
    if (rc != CTL_DONE)
        return rc;
    if (ctl->json)
        return ctl_print(json_pack("{ss ss so sb sb}", "file", e.file, "section", section, "key",
                                   key ? json_string(key) : json_null(), "changed", (int)!e.same,
                                   "reloaded", (int)e.reloaded));
    printf("%s: [%s] %s%s%s%s\n", e.file, section, key ? key : "", key ? " " : "",
           e.same  ? "is so already"
           : value ? "set"
                   : "removed",
           e.reloaded ? "; pgyd has read it" : "");
    return CTL_DONE;
}

int ctl_set(struct ctl *ctl)
{
    return edit(ctl, ctl->args[0], ctl->args[1], ctl->args[2]);
}

int ctl_unset(struct ctl *ctl)
{
    return edit(ctl, ctl->args[0], ctl->nargs > 1 ? ctl->args[1] : NULL, NULL);
}
