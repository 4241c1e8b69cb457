/* SPDX-License-Identifier: BSD-2-Clause */
/* Turns a verb into the plugin's callback and the declaration into frames. Items and parts leave
 * through host.c. */
#include "pgy-build.h"

#include "worker/serve.h"

#include "base/err.h"

#include <stdio.h>
#include <string.h>

enum { DECLARED_MAX = 2000 };

#define MEMBER_END(type, member) (offsetof(type, member) + sizeof(((type *)0)->member))

static void put_last(struct pgy_buf *out, uint8_t type, const char *message)
{
    size_t mark = pgy_frame_begin(out, type);
    pgy_put_str(out, message);
    pgy_frame_end(out, mark);
}

void pgy_serve_error(struct pgy_buf *out, const char *message)
{
    put_last(out, PGY_W_ERROR, message);
}

static int refuse(struct pgy_host *host, const char *message)
{
    snprintf(host->reason, sizeof host->reason, "%s", message);
    host->failed = true;
    return PGY_EREFUSED;
}

/* Who it is goes first in every answer: the batch keeps the version. */
static void put_plugin(struct pgy_host *host, const struct pgyd_plugin *p)
{
    size_t mark = pgy_frame_begin(host->out, PGY_W_PLUGIN);
    pgy_put_str(host->out, host->plugin);
    pgy_put_str(host->out, p->version ? p->version : "");
    pgy_put_str(host->out, p->summary ? p->summary : "");
    pgy_put_u32(host->out, p->major);
    pgy_put_u32(host->out, p->minor);
    pgy_put_u8(host->out, p->check != NULL);
    pgy_put_u8(host->out, p->report != NULL);
    pgy_frame_end(host->out, mark);
    pgy_host_wrote(host, mark);
}

/* How it is shown, and what a discreet reminder may say of it. */
static int put_look(struct pgy_host *host, const struct pgyd_plugin *p)
{
    size_t mark = pgy_frame_begin(host->out, PGY_W_LOOK);
    pgy_put_str(host->out, p->label);
    pgy_put_str(host->out, p->color);
    pgy_frame_end(host->out, mark);
    pgy_host_wrote(host, mark);
    for (uint32_t i = 0; i < p->ndiscreet; i++) {
        struct pgyd_discreet words;
        if (!p->discreet || !pgy_loader_element(p->discreet, i, &words, sizeof words,
                                                MEMBER_END(struct pgyd_discreet, words)))
            return refuse(host, "has a damaged table of discreet words: each must begin with "
                                "sizeof(struct pgyd_discreet)");
        mark = pgy_frame_begin(host->out, PGY_W_DISCREET);
        pgy_put_u32(host->out, words.kind);
        pgy_put_str(host->out, words.words);
        pgy_frame_end(host->out, mark);
        pgy_host_wrote(host, mark);
    }
    return 0;
}

static int put_keys(struct pgy_host *host, const struct pgyd_plugin *p)
{
    for (uint32_t i = 0; i < p->nkeys; i++) {
        struct pgyd_key key;
        if (!p->keys ||
            !pgy_loader_element(p->keys, i, &key, sizeof key, MEMBER_END(struct pgyd_key, help)))
            return refuse(
                host, "has a damaged table of keys: each must begin with sizeof(struct pgyd_key)");
        size_t mark = pgy_frame_begin(host->out, PGY_W_KEY);
        pgy_put_str(host->out, key.section);
        pgy_put_str(host->out, key.name);
        pgy_put_u32(host->out, key.type);
        pgy_put_u32(host->out, key.flags);
        pgy_put_str(host->out, key.choices);
        pgy_put_str(host->out, key.fallback);
        pgy_put_i64(host->out, key.min);
        pgy_put_i64(host->out, key.max);
        pgy_put_str(host->out, key.help);
        pgy_put_str(host->out, key.journal);
        pgy_put_str(host->out, key.ask);
        pgy_put_str(host->out, key.ask_default);
        pgy_put_str(host->out, key.ask_unless);
        pgy_frame_end(host->out, mark);
        pgy_host_wrote(host, mark);
    }
    return 0;
}

static int put_kinds(struct pgy_host *host, const struct pgyd_plugin *p)
{
    for (uint32_t i = 0; i < p->nkinds; i++) {
        struct pgyd_journal_kind kind;
        if (!p->kinds || !pgy_loader_element(p->kinds, i, &kind, sizeof kind,
                                             MEMBER_END(struct pgyd_journal_kind, help)))
            return refuse(host, "has a damaged table of journal kinds: each must begin with "
                                "sizeof(struct pgyd_journal_kind)");
        size_t mark = pgy_frame_begin(host->out, PGY_W_KIND);
        const char *const texts[] = {kind.name, kind.subject, kind.events, kind.keys, kind.help};
        for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++)
            pgy_put_str(host->out, texts[t]);
        pgy_frame_end(host->out, mark);
        pgy_host_wrote(host, mark);
    }
    return 0;
}

static int put_reports(struct pgy_host *host, const struct pgyd_plugin *p)
{
    for (uint32_t i = 0; i < p->nreports; i++) {
        struct pgyd_report report;
        if (!p->reports || !pgy_loader_element(p->reports, i, &report, sizeof report,
                                               MEMBER_END(struct pgyd_report, help)))
            return refuse(
                host,
                "has a damaged table of reports: each must begin with sizeof(struct pgyd_report)");
        size_t mark = pgy_frame_begin(host->out, PGY_W_REPORT_DECL);
        pgy_put_str(host->out, report.name);
        pgy_put_str(host->out, report.args);
        pgy_put_str(host->out, report.help);
        pgy_frame_end(host->out, mark);
        pgy_host_wrote(host, mark);
    }
    return 0;
}

static int describe(struct pgy_host *host, const struct pgyd_plugin *p)
{
    if (p->nkeys > DECLARED_MAX || p->nkinds > DECLARED_MAX || p->nreports > DECLARED_MAX ||
        p->nrenames > DECLARED_MAX || p->ndiscreet > DECLARED_MAX || (p->nrenames && !p->renames))
        return refuse(host, "declares more than 2000 keys, journal kinds, reports, renamed slugs "
                            "or discreet words, or a count without them");
    int rc = put_look(host, p);
    if (rc == 0)
        rc = put_keys(host, p);
    if (rc == 0)
        rc = put_kinds(host, p);
    if (rc == 0)
        rc = put_reports(host, p);
    for (uint32_t i = 0; rc == 0 && i < p->nrenames; i++) {
        size_t mark = pgy_frame_begin(host->out, PGY_W_RENAME);
        pgy_put_str(host->out, p->renames[i].from);
        pgy_put_str(host->out, p->renames[i].to);
        pgy_frame_end(host->out, mark);
        pgy_host_wrote(host, mark);
    }
    return rc;
}

static int call(struct pgy_host *host, const struct pgyd_plugin *p)
{
    switch (host->inputs->verb) {
    case PGY_VERB_DESCRIBE:
        return describe(host, p);
    case PGY_VERB_CHECK:
        return p->check ? p->check(&host->table) : 0;
    case PGY_VERB_PLAN:
        return p->plan(&host->table);
    case PGY_VERB_REPORT:
        return p->report ? p->report(&host->table, host->inputs->report ? host->inputs->report : "")
                         : refuse(host, "has no reports");
    default:
        return refuse(host, "was asked for what this pgyd-worker cannot do");
    }
}

int pgy_serve(struct pgy_host *host, const struct pgy_loaded *loaded)
{
    put_plugin(host, &loaded->plugin);
    int rc = call(host, &loaded->plugin);
    if (rc != 0 && !host->failed)
        refuse(host, "failed without saying why");
    if (host->failed) {
        host->out->err = 0; /* an answer that grew too large has to say so */
        if (host->out->max - host->out->len < sizeof host->reason * 2)
            pgy_buf_clear(host->out);
        put_last(host->out, host->refused ? PGY_W_REFUSAL : PGY_W_ERROR, host->reason);
        return PGY_EREFUSED;
    }
    size_t mark = pgy_frame_begin(host->out, PGY_W_END);
    pgy_put_u32(host->out, host->count);
    pgy_frame_end(host->out, mark);
    return 0;
}
