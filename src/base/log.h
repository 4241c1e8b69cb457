/* SPDX-License-Identifier: BSD-2-Clause */
/* Logging: one line a message to stderr, lower case, `problem: 'value'`, no final period. With a
 * journal behind stderr (JOURNAL_STREAM) the line starts with an sd-daemon(3) level. */
#ifndef PGY_BASE_LOG_H
#define PGY_BASE_LOG_H

enum pgy_log_level { PGY_LOG_ERROR, PGY_LOG_WARN, PGY_LOG_INFO, PGY_LOG_DEBUG };

/* Names the program in every line and sets the least important level shown. The name is borrowed
 * for good. */
void pgy_log_open(const char *program, enum pgy_log_level level);
void pgy_log_set_level(enum pgy_log_level level);
/* error|warn|info|debug; PGY_EPARSE. */
int pgy_log_parse_level(const char *text, enum pgy_log_level *level);
/* Control characters in the message are shown as '?', so that no outside text can forge a line; at
 * most 2 KiB. */
void pgy_log(enum pgy_log_level level, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#define pgy_error(...) pgy_log(PGY_LOG_ERROR, __VA_ARGS__)
#define pgy_warn(...) pgy_log(PGY_LOG_WARN, __VA_ARGS__)
#define pgy_info(...) pgy_log(PGY_LOG_INFO, __VA_ARGS__)
#define pgy_debug(...) pgy_log(PGY_LOG_DEBUG, __VA_ARGS__)

#endif
