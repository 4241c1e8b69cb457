/* SPDX-License-Identifier: BSD-2-Clause */
/* What happened and what was published, for a plan without a daemon of one's own: from the daemon
 * that runs, else from the store under its lock. */
#include "ctl/ctl.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pgy_day day_of(const json_t *object, const char *key)
{
    pgy_day day;
    const char *text = json_string_value(json_object_get(object, key));
    return text && pgy_civil_parse(text, &day) == 0 ? day : PGY_NO_DAY;
}

/* The instant that the core writes as RFC 3339 UTC; 0 for "". */
static int64_t instant_of(const json_t *object, const char *key)
{
    pgy_day day;
    int h, m, s;
    const char *text = json_string_value(json_object_get(object, key));
    char date[PGY_DAY_TEXT];
    if (!text || strlen(text) != 20 || snprintf(date, sizeof date, "%.10s", text) != 10 ||
        pgy_civil_parse(date, &day) != 0 || sscanf(text + 10, "T%2d:%2d:%2dZ", &h, &m, &s) != 3)
        return 0;
    return (int64_t)day * 86400 + h * 3600 + m * 60 + s;
}

static const char *member(struct pgy_arena *arena, const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return pgy_arena_strdup(arena, text ? text : "");
}

static void take_entries(struct pgy_arena *arena, const json_t *answer, struct pgy_journal *journal)
{
    size_t i;
    json_t *entry, *value;
    const char *key;
    json_array_foreach(json_object_get(answer, "entries"), i, entry)
    {
        struct pgy_happening *h =
            pgy_arena_push(arena, &journal->list, &journal->n, &journal->cap, sizeof *h);
        h->number = json_integer_value(json_object_get(entry, "number"));
        h->on = day_of(entry, "on");
        h->logged = instant_of(entry, "logged");
        h->kind = member(arena, entry, "kind");
        h->subject = member(arena, entry, "subject");
        h->event = member(arena, entry, "event");
        h->reverses = json_integer_value(json_object_get(entry, "reverses"));
        h->reversed = json_is_true(json_object_get(entry, "reversed"));
        json_object_foreach(json_object_get(entry, "args"), key, value)
        {
            if (h->nargs == PGY_JOURNAL_ARGS)
                break;
            h->keys[h->nargs] = pgy_arena_strdup(arena, key);
            h->values[h->nargs++] =
                pgy_arena_strdup(arena, json_string_value(value) ? json_string_value(value) : "");
        }
    }
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct pgy_revision *)a)->id, ((const struct pgy_revision *)b)->id);
}

static void take_revisions(struct pgy_arena *arena, const json_t *answer,
                           struct pgy_revisions *revisions)
{
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(answer, "revisions"), i, one)
    {
        struct pgy_revision *r =
            pgy_arena_push(arena, &revisions->list, &revisions->n, &revisions->cap, sizeof *r);
        r->id = member(arena, one, "id");
        r->hash = strtoull(member(arena, one, "hash"), NULL, 16);
        r->sequence = (uint32_t)json_integer_value(json_object_get(one, "sequence"));
        r->revised = json_integer_value(json_object_get(one, "revised"));
        r->created = json_integer_value(json_object_get(one, "created"));
        r->cancelled = day_of(one, "cancelled");
    }
    if (revisions->n > 1)
        qsort(revisions->list, revisions->n, sizeof *revisions->list, by_id);
}

/* From the daemon: 0; PGY_ENOTFOUND when none runs; PGY_EREFUSED when it does not serve this
 * profile. */
static int from_daemon(struct ctl *ctl, struct ctl_place *place, const char **why)
{
    const char *profile = place->config->profile;
    json_t *journal = NULL, *revisions = NULL;
    int status = 0,
        rc = ctl_request(ctl, place->house->state_dir, (const char *[]){"journal", profile}, 2,
                         &status, &journal, why);
    if (rc == 0 && status == 0)
        rc = ctl_request(ctl, place->house->state_dir, (const char *[]){"revisions", profile}, 2,
                         &status, &revisions, why);
    if (rc == 0 && status != 0) {
        *why = member(ctl->arena, journal, "error");
        rc = PGY_EREFUSED;
    }
    if (rc == 0) {
        take_entries(ctl->arena, journal, &place->journal);
        take_revisions(ctl->arena, revisions, &place->revisions);
    }
    json_decref(journal);
    json_decref(revisions);
    return rc;
}

static int from_store(struct ctl *ctl, struct ctl_place *place, const char **why)
{
    struct pgy_store *store = NULL;
    int rc = pgy_store_open_read(place->house->state_dir, ctl->arena, &store, why);
    if (rc != 0)
        return rc;
    rc = pgy_store_journal(store, place->config->profile, &place->journal);
    if (rc == 0)
        rc = pgy_store_revisions(store, place->config->profile, &place->revisions);
    if (rc != 0)
        *why = pgy_arena_strdup(ctl->arena, pgy_store_error(store));
    pgy_store_close(&store);
    return rc;
}

int ctl_place_journal(struct ctl *ctl, struct ctl_place *place)
{
    const char *why = "";
    const struct pgy_schema *schema = place->house->schema;
    place->journal = (struct pgy_journal){.arena = ctl->arena};
    place->revisions = (struct pgy_revisions){.arena = ctl->arena};
    if (!ctl_option(ctl, "--stateless")) {
        int rc = from_daemon(ctl, place, &why);
        if (rc == PGY_ENOTFOUND)
            rc = from_store(ctl, place, &why);
        place->stateless = rc != 0;
        if (rc != 0)
            ctl_note("no journal: %s", why);
    }
    pgy_journal_merge(&place->journal, place->config);
    pgy_journal_rename(&place->journal, schema);
    pgy_day started = pgy_journal_started(&place->journal);
    place->started = started == PGY_NO_DAY || started > place->today ? place->today : started;
    return CTL_DONE;
}
