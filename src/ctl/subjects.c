/* SPDX-License-Identifier: BSD-2-Clause */
/* `subjects KIND`: what `log KIND` may be about, for the shell to complete; needs no daemon. */
#include "ctl/ctl.h"

#include "config/argument.h"
#include "plan/happening.h"

static json_t *collect(struct ctl *ctl, const struct pgy_config *config,
                       const struct pgyd_journal_kind *kind)
{
    struct pgy_subject *list;
    size_t n;
    json_t *subjects = json_array();
    pgy_happening_subjects(kind, config, ctl->arena, &list, &n);
    for (size_t i = 0; i < n; i++) {
        const char *name =
            list[i].section ? pgy_config_text(config, list[i].section, list[i].name, "name", NULL)
                            : NULL;
        json_array_append_new(subjects, json_pack("{ss so}", "subject", list[i].name, "name",
                                                  ctl_text_or_null(name)));
    }
    return subjects;
}

int ctl_subjects(struct ctl *ctl)
{
    static const struct ctl_field fields[] = {{"SUBJECT", "subject", 0}, {"", "name", CTL_WRAP}};
    struct ctl_place place __attribute__((cleanup(ctl_place_free))) = {0};
    const struct pgyd_journal_kind *kind;
    int rc = ctl_place_open(ctl, &place);
    if (rc != CTL_DONE ||
        (rc = ctl_kind(ctl, place.house->schema, ctl->args[0], &kind)) != CTL_DONE)
        return rc;
    json_t *list = collect(ctl, place.config, kind);
    if (ctl->json)
        return ctl_print(json_pack("{so ss ss}", "subjects", list, "events",
                                   kind->events ? kind->events : "", "keys",
                                   pgy_argument_keys(kind->keys, ctl->arena)));
    ctl_table_json(list, fields, sizeof fields / sizeof fields[0], "it takes no subject");
    json_decref(list);
    return CTL_DONE;
}
