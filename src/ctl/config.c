/* SPDX-License-Identifier: BSD-2-Clause */
/* Looking at the configuration and at the plugins that read it. */
#include "ctl/ctl.h"

#include "base/err.h"
#include "config/explain.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { TEXT_MAX = 4 * 1024 * 1024 };

/* ---- explain ---- */

int ctl_explain(struct ctl *ctl)
{
    struct pgy_problems problems = {.arena = ctl->arena};
    struct pgy_house *house = NULL;
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(TEXT_MAX);
    const char *what = ctl->nargs ? ctl->args[0] : NULL;
    /* Without a file the default plugins are explained. */
    int rc = pgy_house_open(ctl->file, NULL, &problems, &house);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "pgyd's own files cannot be found: %s", pgy_strerror(rc));
    rc = ctl_option(ctl, "--man") ? pgy_explain_man(house->schema, &text) : pgy_explain_text(house->schema, what, &text);
    if (ctl->json && !ctl_option(ctl, "--man"))
        ctl_print(pgy_explain_json(house->schema, what));
    if (rc != 0)
        fputs(rc == PGY_ENOTFOUND ? pgy_buf_text(&text) : pgy_strerror(rc), stderr);
    else if (!ctl->json || ctl_option(ctl, "--man"))
        fputs(pgy_buf_text(&text), stdout);
    pgy_house_free(&house);
    return rc ? CTL_REFUSED : CTL_DONE;
}

/* ---- check: the same words as pgyd -t ---- */

int ctl_check(struct ctl *ctl)
{
    struct pgy_problems problems = {.arena = ctl->arena};
    struct pgy_house *house = NULL;
    int rc = ctl_house(ctl, &problems, &house);
    if (rc != CTL_DONE)
        return rc;
    size_t items = pgy_house_try(house, &problems);
    for (size_t i = 0; i < problems.n; i++)
        fprintf(stderr, "%s\n", pgy_problem_text(&problems.list[i], ctl->arena));
    if (problems.errors)
        fprintf(stderr, "%zu errors, %zu warnings\n", problems.errors, problems.n - problems.errors);
    if (ctl->json)
        ctl_print(json_pack("{ss sb sI sI sI so}", "file", house->main_file, "ok", (int)!problems.errors, "items", (json_int_t)items, "errors",
                            (json_int_t)problems.errors, "warnings", (json_int_t)(problems.n - problems.errors), "problems",
                            ctl_problems_json(&problems)));
    else if (!problems.errors)
        printf("configuration ok: %zu items planned, %zu warnings\n", items, problems.n);
    pgy_house_free(&house);
    return problems.errors ? CTL_REFUSED : CTL_DONE;
}

/* ---- plugins ---- */

static json_t *plugin_json(const struct pgy_declaration *p)
{
    json_t *o = json_pack("{ss sb ss ss so so}", "name", p->plugin, "listed", (int)p->listed, "version", p->version ? p->version : "", "summary",
                          p->summary ? p->summary : "", "path", ctl_text_or_null(p->path), "failed", ctl_text_or_null(p->failed));
    if (!p->failed)
        json_object_set_new(o, "api", json_pack("{si si}", "major", (int)p->major, "minor", (int)p->minor));
    return o;
}

static int open_plugins(struct ctl *ctl, struct pgy_house **house)
{
    struct pgy_problems problems = {.arena = ctl->arena};
    int rc = pgy_house_open(ctl->file, NULL, &problems, house);
    return rc ? ctl_refuse(ctl, CTL_REFUSED, NULL, "pgyd's own files cannot be found: %s", pgy_strerror(rc)) : CTL_DONE;
}

int ctl_plugin_list(struct ctl *ctl)
{
    static const struct ctl_field fields[] = {{"PLUGIN", "name", 0},          {"PLANS", "listed", 0}, {"VERSION", "version", 0},
                                              {"SUMMARY", "summary", CTL_WRAP}, {"FAILED", "failed", CTL_WRAP}};
    struct pgy_house *house = NULL;
    int rc = open_plugins(ctl, &house);
    if (rc != CTL_DONE)
        return rc;
    json_t *list = json_array();
    for (size_t i = 0; i < house->schema->nplugins; i++)
        json_array_append_new(list, plugin_json(&house->schema->plugins[i]));
    pgy_house_free(&house);
    if (ctl->json)
        return ctl_print(json_pack("{so}", "plugins", list));
    ctl_table_json(list, fields, sizeof fields / sizeof fields[0], "no plugin is installed");
    json_decref(list);
    return CTL_DONE;
}

static json_t *details_json(const struct pgy_declaration *p, struct pgy_arena *arena)
{
    json_t *o = plugin_json(p), *keys = json_array(), *kinds = json_array(), *reports = json_array(), *renames = json_array();
    for (size_t i = 0; i < p->nkeys; i++)
        json_array_append_new(keys, json_pack("{ss ss ss so ss}", "section", p->keys[i].section, "key", p->keys[i].name, "type",
                                              pgy_key_type_text(&p->keys[i], arena), "default", ctl_text_or_null(p->keys[i].fallback), "help",
                                              p->keys[i].help ? p->keys[i].help : ""));
    for (size_t i = 0; i < p->nkinds; i++)
        json_array_append_new(kinds, json_pack("{ss so so so ss}", "kind", p->kinds[i].name, "subject", ctl_text_or_null(p->kinds[i].subject), "events",
                                               ctl_text_or_null(p->kinds[i].events), "keys", ctl_text_or_null(p->kinds[i].keys), "help",
                                               p->kinds[i].help ? p->kinds[i].help : ""));
    for (size_t i = 0; i < p->nreports; i++)
        json_array_append_new(reports, json_pack("{ss so ss}", "name", p->reports[i].name, "args", ctl_text_or_null(p->reports[i].args), "help",
                                                 p->reports[i].help ? p->reports[i].help : ""));
    for (size_t i = 0; i < p->nrenames; i++)
        json_array_append_new(renames, json_pack("{ss ss}", "from", p->renames[i].from, "to", p->renames[i].to));
    json_object_set_new(o, "keys", keys);
    json_object_set_new(o, "journal", kinds);
    json_object_set_new(o, "reports", reports);
    json_object_set_new(o, "renames", renames);
    return o;
}

static void print_details(struct ctl *ctl, const json_t *o)
{
    static const struct ctl_field keys[] = {{"SECTION", "section", 0}, {"KEY", "key", 0}, {"DEFAULT", "default", 0},
                                            {"", "help", CTL_WRAP}};
    static const struct ctl_field kinds[] = {{"LOG", "kind", 0}, {"SUBJECT", "subject", 0}, {"EVENT", "events", CTL_WRAP}, {"KEYS", "keys", 0},
                                             {"", "help", CTL_WRAP}};
    static const struct ctl_field reports[] = {{"REPORT", "name", 0}, {"ARGUMENTS", "args", 0}, {"", "help", CTL_WRAP}};
    printf("%s %s: %s\n%s%s\n", ctl_text(ctl, o, "name"), ctl_text(ctl, o, "version"), ctl_text(ctl, o, "summary"), ctl_text(ctl, o, "path"),
           json_is_true(json_object_get(o, "listed")) ? "" : "\nnot in [daemon] plugins: it plans nothing");
    if (*ctl_text(ctl, o, "failed"))
        printf("\nit cannot be used: %s\n", ctl_text(ctl, o, "failed"));
    puts("");
    ctl_table_json(json_object_get(o, "keys"), keys, sizeof keys / sizeof keys[0], "it declares no keys");
    puts("");
    ctl_table_json(json_object_get(o, "journal"), kinds, sizeof kinds / sizeof kinds[0], "nothing can be logged for it");
    puts("");
    ctl_table_json(json_object_get(o, "reports"), reports, sizeof reports / sizeof reports[0], "it has no reports");
}

int ctl_plugin_show(struct ctl *ctl)
{
    struct pgy_house *house = NULL;
    int rc = open_plugins(ctl, &house);
    if (rc != CTL_DONE)
        return rc;
    const struct pgy_declaration *p = pgy_schema_plugin(house->schema, ctl->args[0]);
    if (!p) {
        rc = ctl_plugin(ctl, house->schema, ctl->args[0], &p);
        pgy_house_free(&house);
        return rc;
    }
    json_t *o = details_json(p, ctl->arena);
    if (ctl->json)
        rc = ctl_print(json_incref(o));
    else
        print_details(ctl, o);
    json_decref(o);
    pgy_house_free(&house);
    return rc;
}
