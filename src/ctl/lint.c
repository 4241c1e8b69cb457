/* SPDX-License-Identifier: BSD-2-Clause */
/* `lint`: hands a text to the report of that name, and prints a line for each of its rows. What is
 * said of a text is the report's. */
#include "ctl/ctl.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LETTER_MAX = 256 * 1024, ARGS = 6, DAY_SECONDS = 86400 };

static const char report[] = "lint";

static int read_stdin(struct pgy_buf *text)
{
    char bytes[4096];
    ssize_t n;
    while ((n = read(STDIN_FILENO, bytes, sizeof bytes)) != 0) {
        if (n < 0 && errno != EINTR)
            return -errno;
        if (n > 0 && pgy_buf_add(text, bytes, (size_t)n) != 0)
            return text->err;
    }
    return 0;
}

static int read_text(const struct ctl *ctl, const char *file, struct pgy_buf *text)
{
    int rc = strcmp(file, "-") == 0 ? read_stdin(text) : pgy_file_read(file, text);
    if (rc == PGY_ELIMIT)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s is larger than %d KiB: that is no letter",
                          file, LETTER_MAX / 1024);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s cannot be read: %s", file, pgy_strerror(rc));
    if (!pgy_utf8_valid(pgy_buf_text(text), text->len) ||
        memchr(pgy_buf_text(text), '\0', text->len))
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          "%s is no text in UTF-8: save it as plain text first", file);
    return CTL_DONE;
}

/* ---- whom to ask ---- */

static bool has_report(const struct pgy_schema *schema, const char *name)
{
    for (size_t i = 0; i < schema->nplugins; i++) {
        const struct pgy_declaration *p = &schema->plugins[i];
        for (size_t j = 0; p->listed && j < p->nreports; j++) {
            if (strcmp(p->reports[j].name, name) == 0)
                return true;
        }
    }
    return false;
}

/* Somebody of whom nothing is known, with the plugins that pgyd comes with: enough for phrases. */
static int open_nobody(struct ctl *ctl, struct ctl_place *place)
{
    static const char text[] = "[person]\ntimezone = UTC\n";
    struct pgy_problems problems = {.arena = ctl->arena};
    ctl_place_free(place);
    *place = (struct ctl_place){.stateless = true};
    int rc = pgy_house_open_text(ctl->file, "", 0, NULL, &problems, &place->house);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "pgyd's own files cannot be found: %s",
                          pgy_strerror(rc));
    rc = pgy_config_parse(ctl->file, text, strlen(text), place->house->schema, false, &problems,
                          &place->own);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "the text cannot be checked: %s",
                          pgy_strerror(rc));
    place->config = place->own;
    place->journal = (struct pgy_journal){.arena = ctl->arena}; /* empty */
    place->today = place->started = (pgy_day)(pgy_clock_now() / DAY_SECONDS);
    return CTL_DONE;
}

/* S0-31, with a configuration. Without one that can be used it is said in a note, and no reason to
 * refuse the rest. */
static int open_place(struct ctl *ctl, struct ctl_place *place, bool *checked)
{
    bool json = ctl->json, there = access(ctl->file, F_OK) == 0;
    /* what is wrong with it goes to stderr alone: the answer is about the text */
    ctl->json = false;
    bool usable = there && ctl_place_open(ctl, place) == CTL_DONE;
    ctl->json = json;
    *checked = usable && has_report(place->house->schema, report);
    if (*checked)
        return CTL_DONE;
    ctl_note("whether its offers and figures are real is not checked: %s",
             !there    ? "there is no configuration"
             : !usable ? "the configuration cannot be used"
                       : "no plugin of [daemon] plugins knows offers");
    return open_nobody(ctl, place);
}

static size_t take_args(const struct ctl *ctl, const char *text, bool checked,
                        struct pgyd_arg args[ARGS])
{
    static const char *const options[][2] = {{"--offer", "offer"},
                                             {"--contact", "contact"},
                                             {"--prospect", "prospect"},
                                             {"--kind", "kind"}};
    size_t n = 0;
    args[n++] = (struct pgyd_arg){.key = "text", .value = text};
    for (size_t i = 0; checked && i < sizeof options / sizeof options[0]; i++) {
        const char *value = ctl_option(ctl, options[i][0]);
        if (value)
            args[n++] = (struct pgyd_arg){.key = options[i][1], .value = value};
    }
    if (!checked)
        args[n++] = (struct pgyd_arg){.key = "facts", .value = "no"};
    return n;
}

/* ---- what it says ---- */

/* Columns of a row of the report. */
enum { LINE, COLUMN, LEVEL, SET, FOUND, REASON, SUGGESTION, RULE, COLUMNS };

struct said {
    size_t errors, warnings, others; /* others: all but credit */
};

static bool is_finding(const struct pgy_part *part)
{
    return part->type == PGYD_TABLE_ROW && part->ncells == COLUMNS;
}

static void count(const struct pgy_run_result *result, struct said *said)
{
    *said = (struct said){0};
    for (size_t i = 0; i < result->nparts; i++) {
        if (!is_finding(&result->parts[i]))
            continue;
        const char *level = result->parts[i].cells[LEVEL];
        said->errors += strcmp(level, "error") == 0;
        said->warnings += strcmp(level, "warning") == 0;
        said->others += strcmp(level, "credit") != 0;
    }
}

static int print_json(const char *file, const struct pgy_run_result *result, bool checked)
{
    json_t *list = json_array();
    struct said said;
    count(result, &said);
    for (size_t i = 0; i < result->nparts; i++) {
        const char *const *cell = (const char *const *)result->parts[i].cells;
        if (!is_finding(&result->parts[i]))
            continue;
        json_array_append_new(list, json_pack("{sI sI ss ss ss ss ss ss}", "line",
                                              (json_int_t)strtoll(cell[LINE], NULL, 10), "column",
                                              (json_int_t)strtoll(cell[COLUMN], NULL, 10), "level",
                                              cell[LEVEL], "set", cell[SET], "found", cell[FOUND],
                                              "reason", cell[REASON], "suggestion",
                                              cell[SUGGESTION], "ref", cell[RULE]));
    }
    int rc = ctl_print(json_pack("{ss sb sI sI so}", "file", file, "offers_checked", checked,
                                 "errors", (json_int_t)said.errors, "warnings",
                                 (json_int_t)said.warnings, "findings", list));
    return said.errors ? CTL_REFUSED : rc;
}

static int print(const char *file, const struct pgy_run_result *result)
{
    struct said said;
    count(result, &said);
    for (size_t i = 0; i < result->nparts; i++) {
        const char *const *cell = (const char *const *)result->parts[i].cells;
        if (!is_finding(&result->parts[i]))
            continue;
        bool words = *cell[FOUND] != '\0', rule = cell[RULE][0] != '-';
        printf("%s:%s:%s: %s: %s%s%s%s: %s; %s%s%s%s\n", file, cell[LINE], cell[COLUMN],
               cell[LEVEL], cell[SET], words ? ", \"" : "", cell[FOUND], words ? "\"" : "",
               cell[REASON], cell[SUGGESTION], rule ? " (" : "", rule ? cell[RULE] : "",
               rule ? ")" : "");
    }
    if (said.others == 0)
        printf("%s: nothing to say against it\n", file);
    return said.errors ? CTL_REFUSED : CTL_DONE;
}

int ctl_lint(struct ctl *ctl)
{
    struct ctl_place place CTL_PLACE_CLEANUP = {0};
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(LETTER_MAX);
    const struct pgy_run_result *result = NULL;
    const char *file = ctl->args[0];
    struct pgyd_arg args[ARGS];
    bool checked = false;
    int rc = read_text(ctl, file, &text);
    if (rc != CTL_DONE || (rc = open_place(ctl, &place, &checked)) != CTL_DONE)
        return rc;
    size_t n = take_args(ctl, pgy_buf_text(&text), checked, args);
    rc = ctl_run_report(ctl, &place, report, args, n, &result);
    if (rc != CTL_DONE)
        return rc;
    if (result->rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s",
                          result->refusal ? result->refusal : result->failure);
    return ctl->json ? print_json(file, result, checked) : print(file, result);
}
