/* SPDX-License-Identifier: BSD-2-Clause */
/* The command report: finds one by name, reads its arguments, runs its plugin and prints what the
 * host drew. */
#include "report/doc.h"

#include "base/err.h"
#include "base/str.h"
#include "base/words.h"
#include "ctl/ctl.h"

#include <stdio.h>
#include <string.h>

enum { DOCUMENT_MAX = 16 * 1024 * 1024, MAX_REPORTS = 256, MAX_ARGS = 64 };

static int list_reports(struct ctl *ctl)
{
    static const struct ctl_field fields[] = {{"REPORT", "name", 0},
                                              {"PLUGIN", "plugin", 0},
                                              {"ARGUMENTS", "args", 0},
                                              {"", "help", CTL_WRAP}};
    struct pgy_problems problems = {.arena = ctl->arena};
    struct pgy_house *house = NULL;
    int rc = ctl_house(ctl, &problems, &house);
    if (rc != CTL_DONE)
        return rc;
    json_t *list = json_array();
    for (size_t i = 0; i < house->schema->nplugins; i++) {
        const struct pgy_declaration *p = &house->schema->plugins[i];
        for (size_t j = 0; p->listed && j < p->nreports; j++)
            json_array_append_new(
                list,
                json_pack("{ss ss so ss}", "name", p->reports[j].name, "plugin", p->plugin, "args",
                          p->reports[j].args ? json_string(p->reports[j].args) : json_null(),
                          "help", p->reports[j].help ? p->reports[j].help : ""));
    }
    pgy_house_free(&house);
    if (ctl->json)
        return ctl_print(json_pack("{so}", "reports", list));
    ctl_table_json(list, fields, sizeof fields / sizeof fields[0], "no plugin offers a report");
    json_decref(list);
    return CTL_DONE;
}

/* The report by name, "plugin/name" where two plugins have one of the same; refuses with the
 * nearest. */
static int find_report(struct ctl *ctl, const struct pgy_schema *schema, const char *name,
                       const struct pgy_declaration **plugin, const struct pgyd_report **report)
{
    const char *names[MAX_REPORTS];
    size_t n = 0;
    for (size_t i = 0; i < schema->nplugins; i++) {
        const struct pgy_declaration *p = &schema->plugins[i];
        for (size_t j = 0; p->listed && j < p->nreports; j++) {
            if (strcmp(p->reports[j].name, name) == 0 ||
                strcmp(pgy_arena_printf(ctl->arena, "%s/%s", p->plugin, p->reports[j].name),
                       name) == 0) {
                *plugin = p;
                *report = &p->reports[j];
                return CTL_DONE;
            }
            if (n < MAX_REPORTS)
                names[n++] = p->reports[j].name;
        }
    }
    return ctl_refuse(ctl, CTL_REFUSED, pgy_str_nearest(name, names, n),
                      "there is no report '%s'; `pgyctl report` lists them", name);
}

/* KEY=VALUE arguments that the report declares: "offer|months". */
static int take_args(struct ctl *ctl, const struct pgyd_report *report, struct pgyd_arg *args,
                     size_t *n)
{
    size_t nknown;
    const char **known = pgy_words_split(report->args, '|', MAX_ARGS, ctl->arena, &nknown);
    for (size_t i = 1; i < ctl->nargs; i++) {
        const char *equals = strchr(ctl->args[i], '=');
        if (!equals)
            return ctl_refuse(ctl, CTL_USAGE, NULL, "'%s' is not KEY=VALUE", ctl->args[i]);
        const char *key =
            pgy_arena_strndup(ctl->arena, ctl->args[i], (size_t)(equals - ctl->args[i]));
        size_t at = 0;
        while (at < nknown && strcmp(known[at], key) != 0)
            at++;
        if (at == nknown && nknown == 0)
            return ctl_refuse(ctl, CTL_USAGE, NULL, "report '%s' takes no arguments", report->name);
        if (at == nknown)
            return ctl_refuse(ctl, CTL_USAGE, pgy_str_nearest(key, known, nknown),
                              "report '%s' takes %s, and no %s", report->name, report->args, key);
        args[(*n)++] = (struct pgyd_arg){.key = key, .value = equals + 1};
    }
    return CTL_DONE;
}

static int show(struct ctl *ctl, const struct pgy_run_result *result, const char *name,
                enum pgy_doc_format format)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(DOCUMENT_MAX);
    if (result->rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s", result->failure);
    int rc = pgy_doc_render(result->parts, result->nparts, format, name, &text);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "the report could not be written: %s",
                          pgy_strerror(rc));
    fputs(pgy_buf_text(&text), stdout);
    if (text.len && text.data[text.len - 1] != '\n')
        putchar('\n');
    return CTL_DONE;
}

static int run(struct ctl *ctl, struct ctl_place *place, const char *plugin, const char *report,
               const struct pgyd_arg *args, size_t nargs, const struct pgy_run_result **result)
{
    int rc = place->journal.arena ? CTL_DONE : ctl_place_journal(ctl, place);
    if (rc != CTL_DONE)
        return rc;
    struct pgy_pass_input input = {
        .verb = PGY_VERB_REPORT,
        .paths = &place->house->paths,
        .schema = place->house->schema,
        .config = place->config,
        .journal = &place->journal,
        .data = place->house->data,
        .today = place->today,
        .started = place->started,
        .deadline_ms = place->house->deadline_ms,
        .plugin = plugin,
        .report = report,
        .args = args,
        .nargs = nargs,
    };
    place->pass = pgy_pass_start(&input);
    pgy_pass_wait(place->pass);
    if (pgy_pass_count(place->pass) == 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "the plugin %s did not run", plugin);
    *result = pgy_pass_result(place->pass, 0);
    return CTL_DONE;
}

int ctl_run_report(struct ctl *ctl, struct ctl_place *place, const char *name,
                   const struct pgyd_arg *args, size_t n, const struct pgy_run_result **result)
{
    const struct pgy_declaration *plugin = NULL;
    const struct pgyd_report *report = NULL;
    int rc = find_report(ctl, place->house->schema, name, &plugin, &report);
    return rc ? rc : run(ctl, place, plugin->plugin, report->name, args, n, result);
}

static int report_of(struct ctl *ctl, struct ctl_place *place, enum pgy_doc_format format)
{
    const struct pgy_declaration *plugin = NULL;
    const struct pgyd_report *report = NULL;
    const struct pgy_run_result *result = NULL;
    struct pgyd_arg args[64];
    size_t nargs = 0;
    int rc = find_report(ctl, place->house->schema, ctl->args[0], &plugin, &report);
    if (rc != CTL_DONE || (rc = take_args(ctl, report, args, &nargs)) != CTL_DONE ||
        (rc = run(ctl, place, plugin->plugin, report->name, args, nargs, &result)) != CTL_DONE)
        return rc;
    return show(ctl, result, report->name, format);
}

int ctl_report(struct ctl *ctl)
{
    static const char *const formats[] = {"text", "markdown", "html", "json"};
    struct ctl_place place CTL_PLACE_CLEANUP = {0};
    const char *text = ctl_option(ctl, "--format");
    enum pgy_doc_format format = ctl->json ? PGY_DOC_JSON : PGY_DOC_TEXT;
    if (text && pgy_doc_format_parse(text, &format) != 0)
        return ctl_refuse(ctl, CTL_USAGE, pgy_str_nearest(text, formats, 4),
                          "--format '%s' is none of text, markdown, html, json", text);
    if (ctl->nargs == 0)
        return list_reports(ctl);
    int rc = ctl_place_open(ctl, &place);
    return rc ? rc : report_of(ctl, &place, format);
}
