/* SPDX-License-Identifier: BSD-2-Clause */
/* `lint`: what a letter, a list of questions or an employer's text says between its lines. */
#include "pgy-build.h"

#include "ctl/ctl.h"

#include "base/err.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "ctl/phantom.h"
#include "ctl/phrases.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LETTER_MAX = 256 * 1024, TABLE_MAX = 1024 * 1024 };

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

static int read_table(struct ctl *ctl, struct ctl_phrases *phrases)
{
    struct pgy_paths paths;
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(TABLE_MAX);
    const char *why = "";
    size_t line = 0;
    int rc = pgy_paths_find(ctl->arena, &paths);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "pgyd's own files cannot be found: %s",
                          pgy_strerror(rc));
    const char *file = pgy_arena_printf(ctl->arena, "%s/lists/phrases.tsv", paths.data);
    if ((rc = pgy_file_read(file, &bytes)) != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "the table of phrases, %s, cannot be read: %s",
                          file, pgy_strerror(rc));
    rc = ctl_phrases_parse(pgy_buf_text(&bytes), bytes.len, ctl->arena, phrases, &line, &why);
    return rc ? ctl_refuse(ctl, CTL_REFUSED, NULL, "%s:%zu: %s", file, line,
                           *why ? why : pgy_strerror(rc))
              : CTL_DONE;
}

/* S0-31, with a configuration. Without one that can be read it is said in a note, and no reason to
 * refuse the rest. */
static bool scan_phantoms(struct ctl *ctl, const char *text, struct ctl_findings *findings)
{
    struct ctl_place place CTL_PLACE_CLEANUP = {0};
    struct ctl_facts facts;
    bool json = ctl->json, there = access(ctl->file, F_OK) == 0;
    /* what is wrong with it goes to stderr alone: the answer is about the text */
    ctl->json = false;
    if (there && ctl_place_open(ctl, &place) == CTL_DONE &&
        ctl_place_journal(ctl, &place) == CTL_DONE) {
        ctl_facts_of(place.config, &place.journal, ctl->arena, &facts);
        ctl_phantom_scan(&facts, text, ctl->arena, findings);
    } else {
        ctl_note("whether its offers and figures are real is not checked: %s",
                 there ? "the configuration cannot be used" : "there is no configuration");
        there = false;
    }
    ctl->json = json;
    return there;
}

static int print_json(const char *file, const struct ctl_findings *findings, bool checked)
{
    json_t *list = json_array();
    for (size_t i = 0; i < findings->n; i++) {
        const struct ctl_finding *f = &findings->list[i];
        json_array_append_new(
            list, json_pack("{sI sI ss ss ss ss ss ss}", "line", (json_int_t)f->line, "column",
                            (json_int_t)f->column, "level", ctl_level_names[f->phrase->level],
                            "set", f->phrase->set, "found", f->found, "reason", f->phrase->reason,
                            "suggestion", f->phrase->suggestion, "ref", f->phrase->ref));
    }
    int rc = ctl_print(json_pack("{ss sb sI sI so}", "file", file, "offers_checked", checked,
                                 "errors", (json_int_t)findings->errors, "warnings",
                                 (json_int_t)findings->warnings, "findings", list));
    return findings->errors ? CTL_REFUSED : rc;
}

int ctl_lint(struct ctl *ctl)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(LETTER_MAX);
    struct ctl_phrases phrases CTL_PHRASES_CLEANUP = {0};
    struct ctl_findings findings = {0};
    const char *file = ctl->args[0];
    int rc = read_text(ctl, file, &text);
    if (rc != CTL_DONE || (rc = read_table(ctl, &phrases)) != CTL_DONE)
        return rc;
    ctl_phrases_scan(&phrases, pgy_buf_text(&text), ctl->arena, &findings);
    bool checked = scan_phantoms(ctl, pgy_buf_text(&text), &findings);
    ctl_findings_place(&findings, pgy_buf_text(&text));
    if (ctl->json)
        return print_json(file, &findings, checked);
    for (size_t i = 0; i < findings.n; i++) {
        const struct ctl_finding *f = &findings.list[i];
        bool words = f->phrase->where != CTL_WORDS && *f->found;
        printf("%s:%zu:%zu: %s: %s%s%s%s%s: %s; %s%s%s%s\n", file, f->line, f->column,
               ctl_level_names[f->phrase->level], f->phrase->set, *f->found ? ", " : "",
               words ? "\"" : "", f->found, words ? "\"" : "", f->phrase->reason,
               f->phrase->suggestion, f->phrase->ref[0] == '-' ? "" : " (",
               f->phrase->ref[0] == '-' ? "" : f->phrase->ref, f->phrase->ref[0] == '-' ? "" : ")");
    }
    if (findings.n == findings.credits)
        printf("%s: nothing to say against it\n", file);
    return findings.errors ? CTL_REFUSED : CTL_DONE;
}
