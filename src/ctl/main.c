/* SPDX-License-Identifier: BSD-2-Clause */
/* pgyctl: the person's command line. Options may stand anywhere; what is no option is the command
 * and its arguments. */
#include "pgy-build.h"

#include "base/log.h"
#include "base/str.h"
#include "ctl/commands.h"

#include <ctype.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Options of every command. */
enum global { GLOBAL_CONFIG, GLOBAL_PROFILE, GLOBAL_JSON, GLOBAL_HELP, GLOBAL_VERSION };
static const struct {
    const char *name, *letter;
    bool value;
} globals[] = {
    [GLOBAL_CONFIG] = {"--config", "-c", true},    [GLOBAL_PROFILE] = {"--profile", "-p", true},
    [GLOBAL_JSON] = {"--json", NULL, false},       [GLOBAL_HELP] = {"--help", "-h", false},
    [GLOBAL_VERSION] = {"--version", "-V", false},
};
enum { GLOBALS = sizeof globals / sizeof globals[0], MAX_ARGS = 64 };

/* The command line on its way through. */
struct line {
    char **argv;
    int argc, at;
    bool plain; /* after "--": no more options */
    bool help, version;
    const char *words[MAX_ARGS]; /* command and arguments */
    size_t nwords;
    const char *unknown[MAX_ARGS]; /* options that only a command can know, with what follows "=" */
    const char *attached[MAX_ARGS];
    size_t nunknown;
};

static int usage(const struct ctl *ctl, const char *nearest, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
static int usage(const struct ctl *ctl, const char *nearest, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *text = pgy_arena_vprintf(ctl->arena, format, args);
    va_end(args);
    ctl_refuse(ctl, CTL_USAGE, nearest, "%s", text);
    if (ctl->command) {
        fputs("usage: ", stderr);
        ctl_usage_line(stderr, ctl->command);
    } else {
        fputs("pgyctl help lists the commands\n", stderr);
    }
    return CTL_USAGE;
}

/* Whether a word is an option: "-7d" is a value. */
static bool is_option(const char *word)
{
    return word[0] == '-' && word[1] && !isdigit((unsigned char)word[1]);
}

/* ---- finding the command ---- */

static int find_command(struct ctl *ctl, struct line *line)
{
    const char *names[128];
    size_t n, nnames = 0;
    const struct ctl_command *list = ctl_commands(&n), *plain = NULL;
    const char *word = line->words[0], *second = line->nwords > 1 ? line->words[1] : NULL;
    bool known = false;
    for (size_t i = 0; i < n && !ctl->command; i++) {
        if (strcmp(list[i].name, word) != 0)
            continue;
        known = true;
        if (!list[i].sub)
            plain = &list[i];
        else if (second && strcmp(list[i].sub, second) == 0)
            ctl->command = &list[i];
    }
    size_t used = ctl->command ? 2 : 1;
    if (!ctl->command)
        ctl->command = plain;
    for (size_t i = 0; i < n && nnames < 128; i++) {
        if (!known || strcmp(list[i].name, word) == 0)
            names[nnames++] = known ? list[i].sub : list[i].name;
    }
    if (!ctl->command && !known)
        return usage(ctl, pgy_str_nearest(word, names, nnames), "there is no command '%s'", word);
    if (!ctl->command) {
        char all[256] = "";
        for (size_t i = 0; i < nnames; i++) {
            size_t len = strlen(all);
            snprintf(all + len, sizeof all - len, "%s%s", i ? ", " : "", names[i]);
        }
        return second ? usage(ctl, pgy_str_nearest(second, names, nnames),
                              "'%s' has no '%s', but %s", word, second, all)
                      : usage(ctl, NULL, "'%s' what? It has %s", word, all);
    }
    ctl->args = line->words + used;
    ctl->nargs = line->nwords - used;
    return CTL_DONE;
}

/* ---- splitting ---- */

/* An option of every command; -1 when it is none. Its value is what follows '=' or the next
 * word. */
static int take_global(struct ctl *ctl, struct line *line, const char *word)
{
    size_t len = strcspn(word, "=");
    for (int i = 0; i < GLOBALS; i++) {
        bool letter = globals[i].letter && strcmp(word, globals[i].letter) == 0;
        if (!letter && (strlen(globals[i].name) != len || strncmp(word, globals[i].name, len) != 0))
            continue;
        const char *value = !letter && word[len] ? word + len + 1 : NULL;
        if (!globals[i].value && value)
            return usage(ctl, NULL, "%s takes no value", globals[i].name);
        if (globals[i].value && !value && line->at + 1 >= line->argc)
            return usage(ctl, NULL, "%s needs a value", word);
        if (globals[i].value && !value)
            value = line->argv[++line->at];
        ctl->given = i == GLOBAL_CONFIG ? value : ctl->given;
        ctl->profile = i == GLOBAL_PROFILE ? value : ctl->profile;
        ctl->json |= i == GLOBAL_JSON;
        line->help |= i == GLOBAL_HELP;
        line->version |= i == GLOBAL_VERSION;
        return CTL_DONE;
    }
    return -1;
}

/* Whether some command has an option of that name with a value: then the next word belongs to
 * it. */
static bool takes_value(const char *name, size_t len)
{
    size_t n;
    const struct ctl_command *list = ctl_commands(&n);
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < CTL_OPTIONS && list[i].options[j].name; j++) {
            const struct ctl_option *o = &list[i].options[j];
            if (strlen(o->name) == len && strncmp(o->name, name, len) == 0)
                return o->value != NULL;
        }
    }
    return false;
}

static int split(struct ctl *ctl, struct line *line)
{
    for (line->at = 1; line->at < line->argc; line->at++) {
        const char *word = line->argv[line->at];
        if (line->nwords == MAX_ARGS || line->nunknown == MAX_ARGS)
            return usage(ctl, NULL, "that are too many arguments");
        if (!line->plain && strcmp(word, "--") == 0) {
            line->plain = true;
        } else if (line->plain || !is_option(word)) {
            line->words[line->nwords++] = word;
        } else {
            int rc = take_global(ctl, line, word);
            if (rc > 0)
                return rc;
            if (rc == CTL_DONE)
                continue;
            size_t len = strcspn(word, "=");
            line->unknown[line->nunknown] = pgy_arena_strndup(ctl->arena, word, len);
            bool next = !word[len] && takes_value(word, len) && line->at + 1 < line->argc;
            line->attached[line->nunknown++] = word[len] ? word + len + 1
                                               : next    ? line->argv[++line->at]
                                                         : NULL;
        }
    }
    return CTL_DONE;
}

static int take_options(struct ctl *ctl, const struct line *line)
{
    const struct ctl_option *options = ctl->command->options;
    const char *names[CTL_OPTIONS + GLOBALS];
    size_t n = 0;
    while (n < CTL_OPTIONS && options[n].name) {
        names[n] = options[n].name;
        n++;
    }
    for (size_t i = 0; i < line->nunknown; i++) {
        size_t found = 0, all = n;
        while (found < n && strcmp(options[found].name, line->unknown[i]) != 0)
            found++;
        for (size_t g = 0; g < GLOBALS; g++)
            names[all++] = globals[g].name;
        if (found == n)
            return usage(ctl, pgy_str_nearest(line->unknown[i], names, all),
                         "there is no option %s here", line->unknown[i]);
        if (options[found].value && !line->attached[i])
            return usage(ctl, NULL, "%s needs a value: %s", line->unknown[i], options[found].value);
        if (!options[found].value && line->attached[i])
            return usage(ctl, NULL, "%s takes no value", line->unknown[i]);
        ctl->values[found] = line->attached[i] ? line->attached[i] : "";
    }
    if (ctl->nargs < ctl->command->least)
        return usage(ctl, NULL, "something is missing");
    if (ctl->nargs > ctl->command->most)
        return usage(ctl, NULL, "'%s' is too much", ctl_arg(ctl, ctl->command->most));
    return CTL_DONE;
}

static int run(struct ctl *ctl, struct line *line)
{
    int rc = split(ctl, line);
    if (rc != CTL_DONE)
        return rc;
    if (line->version) {
        printf("pgyctl %s\n", PACKAGE_VERSION);
        return CTL_DONE;
    }
    bool help = line->nwords > 0 && strcmp(line->words[0], "help") == 0;
    if (line->help || help) {
        const char *about = help ? line->words[1] : line->words[0];
        if (!about)
            ctl_help(stdout);
        else if (ctl_help_one(stdout, about) != CTL_DONE)
            return find_command(ctl, &(struct line){.words = {about}, .nwords = 1});
        return CTL_DONE;
    }
    if (line->nwords == 0)
        line->words[line->nwords++] = "today";
    if ((rc = find_command(ctl, line)) != CTL_DONE || (rc = take_options(ctl, line)) != CTL_DONE)
        return rc;
    if (*ctl->profile && !pgy_str_is_id(ctl->profile))
        return usage(ctl, NULL, "'%s' cannot be the id of a profile", ctl->profile);
    ctl->file = pgy_paths_config(ctl->arena, ctl->given, &ctl->tried, &ctl->ntried);
    return ctl->command->run(ctl);
}

int main(int argc, char **argv)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct line line = {.argv = argv, .argc = argc};
    struct ctl ctl = {.arena = arena, .profile = ""};
    pgy_log_open("pgyctl", PGY_LOG_WARN);
    signal(SIGPIPE, SIG_IGN);
    /* Only how many columns a character takes; where the environment says nothing of UTF-8, we
     * write it all the same. */
    if (!setlocale(LC_CTYPE, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
    if (sodium_init() < 0) {
        fputs("pgyctl: libsodium cannot be used\n", stderr);
        return CTL_REFUSED;
    }
    int status = run(&ctl, &line);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        struct pollfd out = {.fd = STDOUT_FILENO};
        /* a reader that has seen enough is no failure to speak of */
        if (poll(&out, 1, 0) != 1 || !(out.revents & POLLERR))
            fputs("pgyctl: the output could not be written\n", stderr);
        return CTL_REFUSED;
    }
    return status;
}
