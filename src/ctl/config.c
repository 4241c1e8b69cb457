/* SPDX-License-Identifier: BSD-2-Clause */
/* Looking at the configuration. */
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
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "pgyd's own files cannot be found: %s",
                          pgy_strerror(rc));
    rc = ctl_option(ctl, "--man") ? pgy_explain_man(house->schema, &text)
                                  : pgy_explain_text(house->schema, what, &text);
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
        fprintf(stderr, "%zu errors, %zu warnings\n", problems.errors,
                problems.n - problems.errors);
    if (ctl->json)
        ctl_print(json_pack(
            "{ss sb sI sI sI so}", "file", house->main_file, "ok", (int)!problems.errors, "items",
            (json_int_t)items, "errors", (json_int_t)problems.errors, "warnings",
            (json_int_t)(problems.n - problems.errors), "problems", ctl_problems_json(&problems)));
    else if (!problems.errors)
        printf("configuration ok: %zu items planned, %zu warnings\n", items, problems.n);
    pgy_house_free(&house);
    return problems.errors ? CTL_REFUSED : CTL_DONE;
}
