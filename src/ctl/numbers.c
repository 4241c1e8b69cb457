/* SPDX-License-Identifier: BSD-2-Clause */
/* The numbers of the last list that this terminal showed: `done 2` acts on the id that stood there,
 * whatever the list would say now. A file a terminal; which ids there are is the core's. */
#include "pgy-build.h"

#include "ctl/ctl.h"

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NUMBERS = 999, LIST_MAX = 256 * 1024, ANSWER = '?' };

/* "$XDG_RUNTIME_DIR/pgyctl-1234", else in the state directory's place; 1234: the terminal's
 * session. */
static const char *list_file(struct ctl *ctl)
{
    const char *dir = getenv("XDG_RUNTIME_DIR");
    if (!dir || *dir != '/')
        dir = pgy_arena_printf(ctl->arena, "/tmp/pgyctl-%u", (unsigned)geteuid());
    return pgy_arena_printf(ctl->arena, "%s/pgyctl-list-%ld", dir, (long)getsid(0));
}

/* The folder is ours, and nobody else writes there. */
static bool ours(const char *file, struct pgy_arena *arena)
{
    const char *slash = strrchr(file, '/'),
               *dir = pgy_arena_strndup(arena, file, (size_t)(slash - file));
    struct stat st;
    if (mkdir(dir, 0700) != 0 && errno != EEXIST)
        return false;
    return lstat(dir, &st) == 0 && S_ISDIR(st.st_mode) && st.st_uid == geteuid() &&
           !(st.st_mode & 022);
}

/* What a line acts on: the step of an offer's line, else the item; ANSWER before what nobody ticks
 * off. */
static void put_line(struct pgy_buf *text, const json_t *item)
{
    const json_t *step = json_object_get(item, "step");
    const char *id = json_string_value(json_object_get(item, "id"));
    const char *group = json_string_value(json_object_get(item, "group"));
    if (step && !json_is_string(step) && !pgy_streq(group, "done"))
        pgy_buf_printf(text, "%c%s\n", ANSWER, id ? id : "");
    else
        pgy_buf_printf(text, "%s\n", json_is_string(step) ? json_string_value(step) : id ? id : "");
}

void ctl_numbers_keep(struct ctl *ctl, const json_t *items)
{
    const char *file = list_file(ctl);
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(LIST_MAX);
    size_t i;
    json_t *item;
    pgy_buf_printf(&text, "%s\n", ctl->profile);
    json_array_foreach(items, i, item)
    {
        if (i < NUMBERS)
            put_line(&text, item);
    }
    /* Without it numbers are refused, and ids still work. */
    if (!text.err && ours(file, ctl->arena))
        pgy_file_replace(file, pgy_buf_text(&text), text.len, 0600);
}

/* The line of a number; NULL: there is none. */
static const char *line_of(struct ctl *ctl, int64_t number)
{
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(LIST_MAX);
    const char *file = list_file(ctl), *id = NULL;
    if (!ours(file, ctl->arena) || pgy_file_read(file, &buf) != 0)
        return NULL;
    const char *text = pgy_buf_text(&buf), *line = text;
    for (int64_t i = 0; line && i < number; i++) {
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    size_t n = line ? strcspn(line, "\n") : 0;
    /* a list of somebody else's items names nobody's here */
    size_t whose = strcspn(text, "\n");
    bool same = strlen(ctl->profile) == whose && strncmp(text, ctl->profile, whose) == 0;
    if (n > 0 && line[n] == '\n' && same)
        id = pgy_arena_strndup(ctl->arena, line, n);
    return id;
}

/* "3" or "1-5" as two numbers; false: it is an id. */
static bool range_of(const char *word, int64_t *first, int64_t *last)
{
    size_t n = strspn(word, "0123456789");
    char begin[8];
    if (n == 0 || n >= sizeof begin || (word[n] && word[n] != '-'))
        return false;
    memcpy(begin, word, n);
    begin[n] = '\0';
    return pgy_str_int(begin, 1, NUMBERS, first) == 0 &&
           pgy_str_int(word[n] ? word + n + 1 : begin, *first, NUMBERS, last) == 0;
}

/* Adds the id of a line. */
static int take_line(struct ctl *ctl, int64_t number, bool ticks, struct ctl_ids *ids)
{
    const char *id = line_of(ctl, number);
    if (!id)
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          "there is no line %lld in the last list that this terminal showed: "
                          "pgyctl today shows one",
                          (long long)number);
    if (*id == ANSWER && ticks)
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          "line %lld is an answer, and done would not give it: write down what it "
                          "was, such as pgyctl log offer ID accepted",
                          (long long)number);
    *(const char **)pgy_arena_push(ctl->arena, &ids->list, &ids->n, &ids->cap, sizeof id) =
        id + (*id == ANSWER);
    return CTL_DONE;
}

int ctl_numbers_ids(struct ctl *ctl, const char *const *words, size_t n, bool ticks,
                    struct ctl_ids *ids)
{
    int rc = CTL_DONE;
    *ids = (struct ctl_ids){0};
    for (size_t i = 0; rc == CTL_DONE && i < n; i++) {
        int64_t first, last;
        if (!range_of(words[i], &first, &last)) {
            *(const char **)pgy_arena_push(ctl->arena, &ids->list, &ids->n, &ids->cap,
                                           sizeof *ids->list) = words[i];
            continue;
        }
        for (; rc == CTL_DONE && first <= last; first++)
            rc = take_line(ctl, first, ticks, ids);
    }
    return rc;
}
