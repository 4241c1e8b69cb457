/* SPDX-License-Identifier: BSD-2-Clause */
/* The control socket (core/desk/requests.h), and the commands about the daemon as a whole. */
#include "pgy-build.h"

#include "ctl/ctl.h"

#include "base/err.h"
#include "base/file.h"
#include "base/link.h"
#include "base/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum {
    PATIENCE_MS = 75 * 1000 /* the core gives up after a minute */,
    ANSWER_MAX = 64 * 1024 * 1024
};

#define LINK_CLEANUP __attribute__((cleanup(pgy_link_close)))

const char *ctl_state_dir(struct ctl *ctl)
{
    struct pgy_config *peek = NULL;
    const char *dir = NULL;
    if (pgy_config_peek(ctl->file, &peek) == 0) {
        dir = pgy_arena_strdup(ctl->arena, pgy_config_text(peek, "daemon", "", "state_dir", NULL));
        pgy_config_free(&peek);
    }
    return dir ? dir : pgy_paths_state(ctl->arena);
}

/* Through a descriptor of the directory, because a socket's address holds 107 bytes. */
static int reach(const char *state_dir)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int dir PGY_FD_CLEANUP = open(state_dir, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0)
        return -errno;
    snprintf(address.sun_path, sizeof address.sun_path, "/proc/self/fd/%d/control", dir);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd >= 0 && connect(fd, (struct sockaddr *)&address, sizeof address) == 0)
        return fd;
    int rc = -errno;
    pgy_fd_close(&fd);
    return rc;
}

static int next_frame(struct pgy_link *link, struct pgy_frame *frame)
{
    int rc = pgy_link_wait(link, PATIENCE_MS, frame);
    if (rc == 0 && frame->type == PGY_FRAME_HELLO) {
        rc = pgy_link_check_hello(frame);
        if (rc == 0)
            rc = pgy_link_wait(link, PATIENCE_MS, frame);
    }
    return rc;
}

static int converse(struct pgy_link *link, const char *const *args, size_t n,
                    struct pgy_arena *arena, int *status, struct pgy_buf *text)
{
    struct pgy_frame frame;
    int rc;
    pgy_link_hello(link, "pgyctl");
    size_t mark = pgy_frame_begin(&link->out, PGY_X_REQUEST);
    pgy_put_u32(&link->out, (uint32_t)n);
    for (size_t i = 0; i < n; i++)
        pgy_put_str(&link->out, args[i]);
    if ((rc = pgy_frame_end(&link->out, mark)) != 0)
        return rc;
    while ((rc = next_frame(link, &frame)) == 0) {
        bool last = frame.type == PGY_X_ANSWER;
        if (!last && frame.type != PGY_X_CHUNK)
            return PGY_EPARSE;
        if (last)
            *status = (int)pgy_get_i64(&frame);
        const char *piece = pgy_get_str(&frame, arena);
        if (pgy_frame_done(&frame) != 0 || !piece)
            return PGY_EPARSE;
        if ((rc = pgy_buf_str(text, piece)) != 0 || last)
            return rc;
    }
    return rc;
}

int ctl_request(struct ctl *ctl, const char *state_dir, const char *const *args, size_t n,
                int *status, json_t **answer, const char **why)
{
    int fd = reach(state_dir), code = 0;
    if (fd == -ENOENT || fd == -ECONNREFUSED || fd == -ENOTDIR) {
        *why = pgy_arena_printf(ctl->arena,
                                "pgyd is not running: nothing answers at %s/control; start it with "
                                "`systemctl --user start pgyd` or `pgyd`",
                                state_dir);
        return PGY_ENOTFOUND;
    }
    if (fd < 0) {
        *why = pgy_arena_printf(
            ctl->arena, "%s/control cannot be reached: %s%s", state_dir, pgy_strerror(fd),
            fd == -EACCES ? "; it is for the user pgyd runs as and the members of its group" : "");
        return fd;
    }
    struct pgy_link link LINK_CLEANUP = {.fd = -1};
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(ANSWER_MAX);
    pgy_link_open(&link, fd, PGY_LINK_MAX);
    int rc = converse(&link, args, n, ctl->arena, &code, &text);
    json_t *object = rc == 0 ? json_loads(pgy_buf_text(&text), 0, NULL) : NULL;
    if (rc == 0 && !object)
        rc = PGY_EPARSE;
    if (rc != 0) {
        *why = rc == PGY_EVERSION
                   ? "the running pgyd is of another version than this pgyctl: restart it"
               : rc == PGY_ECLOSED ? "pgyd closed the connection without an answer: it refuses "
                                     "this user, or it ended; see its log"
                                   : pgy_arena_printf(ctl->arena, "no answer from %s/control: %s",
                                                      state_dir, pgy_strerror(rc));
        return rc;
    }
    *status = code;
    *answer = object;
    return 0;
}

int ctl_ask(struct ctl *ctl, const char *const *args, size_t n, json_t **answer)
{
    const char *why;
    json_t *got = NULL;
    int status;
    *answer = NULL;
    if (ctl->given && access(ctl->file, F_OK) != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "there is no file %s", ctl->file);
    if (ctl_request(ctl, ctl_state_dir(ctl), args, n, &status, &got, &why) != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s", why);
    if (status != CTL_DONE && status != CTL_USAGE)
        status = CTL_REFUSED;
    const char *error = json_string_value(json_object_get(got, "error")),
               *nearest = json_string_value(json_object_get(got, "nearest"));
    if (status != CTL_DONE && nearest)
        ctl_note("%s; did you mean '%s'?", error ? error : "refused", nearest);
    else if (status != CTL_DONE)
        ctl_note("%s", error && *error ? error : "refused");
    if (ctl->json) {
        int printed = ctl_print(got);
        return status ? status : printed;
    }
    if (status != CTL_DONE)
        json_decref(got);
    else
        *answer = got;
    return status;
}

/* ---- the daemon as a whole ---- */

static void print_list(const json_t *list, const char *lead)
{
    size_t i;
    json_t *text;
    json_array_foreach(list, i, text)
        printf("%s%s\n", lead, json_string_value(text) ? json_string_value(text) : "");
}

static const char *or_dash(const char *text)
{
    return *text ? text : "-";
}

static void print_profiles(struct ctl *ctl, const json_t *status)
{
    static const struct ctl_field plugins[] = {{"PLUGIN", "name", 0},
                                               {"VERSION", "version", 0},
                                               {"ITEMS", "items", CTL_RIGHT},
                                               {"STALE", "stale", 0},
                                               {"FAILURES", "failures", CTL_RIGHT},
                                               {"FAILURE", "failure", CTL_WRAP}};
    static const struct ctl_field calendars[] = {
        {"CALENDAR", "id", 0}, {"SHIFTS", "shifts", CTL_RIGHT}, {"FAILURE", "failure", CTL_WRAP}};
    size_t i;
    json_t *p;
    json_array_foreach(json_object_get(status, "profiles"), i, p)
    {
        const char *force = ctl_text(ctl, p, "in_force");
        printf("\nprofile %s: %s items, %s %s, planned %s, next pass %s\n", ctl_text(ctl, p, "id"),
               ctl_text(ctl, p, "items"), ctl_text(ctl, p, "today"), ctl_text(ctl, p, "timezone"),
               or_dash(ctl_text(ctl, p, "planned")), or_dash(ctl_text(ctl, p, "next_pass")));
        printf("  last seen by you %s\n", or_dash(ctl_text(ctl, p, "seen")));
        if (strcmp(force, "file") != 0)
            printf("  %s has errors; in force: %s\n", ctl_text(ctl, p, "file"),
                   strcmp(force, "accepted") == 0 ? "the last accepted configuration" : "nothing");
        print_list(json_object_get(p, "problems"), "  ");
        ctl_table_json(json_object_get(p, "plugins"), plugins, sizeof plugins / sizeof plugins[0],
                       "  no plugin has planned yet");
        if (json_array_size(json_object_get(p, "calendars")) > 0)
            ctl_table_json(json_object_get(p, "calendars"), calendars,
                           sizeof calendars / sizeof calendars[0], "");
    }
}

int ctl_status(struct ctl *ctl)
{
    static const struct ctl_field processes[] = {{"PROCESS", "name", 0},
                                                 {"PID", "pid", CTL_RIGHT},
                                                 {"RESTARTS", "restarts", CTL_RIGHT},
                                                 {"MEMORY kB", "rss_kb", CTL_RIGHT},
                                                 {"LAST END", "last_end", 0}};
    static const struct ctl_field endpoints[] = {{"PROFILE", "profile", 0},
                                                 {"TARGET", "id", 0},
                                                 {"TYPE", "type", 0},
                                                 {"QUEUED", "queued", CTL_RIGHT},
                                                 {"FAILURES", "failures", CTL_RIGHT},
                                                 {"PAUSED UNTIL", "paused_until", 0},
                                                 {"LAST DELIVERED", "last_delivered", 0},
                                                 {"REASON", "reason", CTL_WRAP}};
    json_t *status;
    int rc = CTL_ASK(ctl, &status, "status", ctl->profile);
    if (rc != CTL_DONE || !status)
        return rc;
    printf("pgyd %s, since %s\nconfiguration %s\nstate %s\nlistening on %s\n",
           ctl_text(ctl, status, "version"), ctl_text(ctl, status, "since"),
           ctl_text(ctl, json_object_get(status, "config"), "file"),
           ctl_text(ctl, status, "state_dir"), or_dash(ctl_text(ctl, status, "listen")));
    if (*ctl_text(ctl, status, "held"))
        printf("held: %s\n", ctl_text(ctl, status, "held"));
    print_list(json_object_get(status, "degraded"), "! ");
    puts("");
    ctl_table_json(json_object_get(status, "processes"), processes,
                   sizeof processes / sizeof processes[0], "");
    print_profiles(ctl, status);
    puts("");
    ctl_table_json(json_object_get(status, "endpoints"), endpoints,
                   sizeof endpoints / sizeof endpoints[0],
                   "no [notify:…] target is configured: reminders go nowhere");
    json_decref(status);
    return CTL_DONE;
}

bool ctl_reload(struct ctl *ctl)
{
    const char *why, *args[] = {"reload", ""};
    json_t *answer = NULL;
    int status;
    int rc = ctl_request(ctl, ctl_state_dir(ctl), args, 2, &status, &answer, &why);
    json_decref(answer);
    if (rc != 0 && rc != PGY_ENOTFOUND)
        ctl_note("pgyd was not asked to reload: %s", why);
    return rc == 0 && status == CTL_DONE;
}

int ctl_reload_command(struct ctl *ctl)
{
    json_t *answer, *profile;
    size_t i;
    int rc = CTL_ASK(ctl, &answer, "reload", "");
    if (rc != CTL_DONE || !answer)
        return rc;
    json_array_foreach(json_object_get(answer, "profiles"), i, profile)
    {
        const char *force = ctl_text(ctl, profile, "in_force");
        printf("%s: %s\n", ctl_text(ctl, profile, "id"),
               strcmp(force, "file") == 0 ? "the file is in force"
               : strcmp(force, "accepted") == 0
                   ? "the file has errors; the last accepted configuration stays in force"
                   : "the file has errors, and no configuration was accepted before");
        print_list(json_object_get(profile, "problems"), "  ");
    }
    json_decref(answer);
    return CTL_DONE;
}

int ctl_profile_list(struct ctl *ctl)
{
    static const struct ctl_field fields[] = {{"PROFILE", "id", 0},
                                              {"FILE", "file", 0},
                                              {"IN FORCE", "in_force", 0},
                                              {"ITEMS", "items", CTL_RIGHT},
                                              {"NEXT PASS", "next_pass", 0}};
    json_t *answer;
    int rc = CTL_ASK(ctl, &answer, "profile-list");
    if (rc != CTL_DONE || !answer)
        return rc;
    ctl_table_json(json_object_get(answer, "profiles"), fields, sizeof fields / sizeof fields[0],
                   "nobody is served");
    json_decref(answer);
    return CTL_DONE;
}

int ctl_profile_remove(struct ctl *ctl)
{
    json_t *answer;
    int rc = CTL_ASK(ctl, &answer, "profile-remove", ctl->args[0]);
    if (rc == CTL_DONE && answer)
        printf("everything about '%s' is removed\n", ctl->args[0]);
    json_decref(answer);
    return rc;
}

int ctl_plugin_accept(struct ctl *ctl)
{
    json_t *answer;
    int rc = CTL_ASK(ctl, &answer, "plugin-accept", ctl->profile, ctl->args[0]);
    if (rc != CTL_DONE || !answer)
        return rc;
    const json_t *dropped = json_object_get(answer, "dropped");
    printf("%zu items of %s are let go\n", json_array_size(dropped), ctl->args[0]);
    print_list(dropped, "  ");
    json_decref(answer);
    return CTL_DONE;
}
