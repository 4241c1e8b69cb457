/* SPDX-License-Identifier: BSD-2-Clause */
/* type = log: one line on the terminal, or in the journal. */
#include "courier/target.h"
#include "courier/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_BYTES = 1000 };

static int write_line(const struct pgy_message *message, struct pgy_arena *arena)
{
    struct pgy_words words = pgy_message_words(message, arena);
    const char *severity = pgy_message_severity(message);
    const char *detail = pgy_text_clean(words.detail, false, arena);
    const char *text = pgy_arena_printf(arena, "%s%s%s%s%s", words.title, detail[0] ? ": " : "",
                                        detail, words.late[0] ? "; " : "", words.late);
    /* sd-daemon(3): notice, so that a journal shows it whatever our own log level is. */
    const char *line = pgy_arena_printf(
        arena, "%spgyd: reminder for %s%s%s%s: %s\n", getenv("JOURNAL_STREAM") ? "<5>" : "",
        message->profile, strcmp(severity, "info") ? " (" : "",
        strcmp(severity, "info") ? severity : "", strcmp(severity, "info") ? ")" : "",
        pgy_text_fit(text, LINE_BYTES, PGY_BYTES, arena));
    size_t len = strlen(line);
    ssize_t n = write(STDERR_FILENO, line, len);
    return n < 0 ? -errno : (size_t)n < len ? -EIO : 0;
}

const struct pgy_target pgy_target_log = {.name = "log", .write = write_line};
