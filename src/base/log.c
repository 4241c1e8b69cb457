/* SPDX-License-Identifier: BSD-2-Clause */
/* One line a message to stderr. Who may say what is decided above: lower layers return errors. */
#include "base/log.h"

#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_MAX_BYTES = 2048 };

static struct {
    const char *program;
    enum pgy_log_level level;
    int journal;
} log_state = {"pgyd", PGY_LOG_INFO, 0};

static const struct {
    const char *name;
    const char *prefix; /* sd-daemon(3) */
} levels[] = {
    [PGY_LOG_ERROR] = {"error", "<3>"},
    [PGY_LOG_WARN] = {"warn", "<4>"},
    [PGY_LOG_INFO] = {"info", "<6>"},
    [PGY_LOG_DEBUG] = {"debug", "<7>"},
};

void pgy_log_open(const char *program, enum pgy_log_level level)
{
    log_state.program = program;
    log_state.level = level;
    log_state.journal = getenv("JOURNAL_STREAM") != NULL;
}

void pgy_log_set_level(enum pgy_log_level level)
{
    log_state.level = level;
}

int pgy_log_parse_level(const char *text, enum pgy_log_level *level)
{
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        if (strcmp(text, levels[i].name) == 0) {
            *level = (enum pgy_log_level)i;
            return 0;
        }
    }
    return PGY_EPARSE;
}

static size_t room(int used)
{
    return used >= LINE_MAX_BYTES ? 0 : (size_t)(LINE_MAX_BYTES - used);
}

void pgy_log(enum pgy_log_level level, const char *format, ...)
{
    char line[LINE_MAX_BYTES + 1];
    if (level > log_state.level)
        return;
    int used =
        snprintf(line, sizeof line, "%s%s: %s", log_state.journal ? levels[level].prefix : "",
                 log_state.program, level <= PGY_LOG_WARN ? levels[level].name : "");
    if (level <= PGY_LOG_WARN)
        used += snprintf(line + used, room(used), ": ");
    va_list ap;
    va_start(ap, format);
    int more = vsnprintf(line + used, room(used), format, ap);
    va_end(ap);
    if (more < 0)
        return;
    used = (size_t)more >= room(used) ? LINE_MAX_BYTES - 1 : used + more;
    for (int i = 0; i < used; i++) {
        if ((unsigned char)line[i] < 0x20 || line[i] == 0x7f)
            line[i] = '?';
    }
    line[used++] = '\n';
    /* One write, so that lines of several processes do not mix; nowhere to report its failure
     * to. */
    if (write(STDERR_FILENO, line, (size_t)used) < 0)
        return;
}
