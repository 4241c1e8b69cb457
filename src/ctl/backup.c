/* SPDX-License-Identifier: BSD-2-Clause */
/* Backup, restore and export: what a person takes along. */
#include "store/backup.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "ctl/ctl.h"

#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *absolute(struct ctl *ctl, const char *file)
{
    char here[PATH_MAX];
    if (*file == '/' || !getcwd(here, sizeof here))
        return file;
    return pgy_arena_printf(ctl->arena, "%s/%s", here, file);
}

/* No daemon: the store itself, under the daemon's lock. */
static int backup_store(struct ctl *ctl, const char *state_dir, const char *path)
{
    struct pgy_store *store = NULL;
    const char *why = "";
    unsigned char key[PGY_KEY_BYTES];
    int rc = pgy_store_open_read(state_dir, ctl->arena, &store, &why);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s", why);
    int dir PGY_FD_CLEANUP = pgy_dir_open(state_dir, 0700);
    if (dir < 0 || (rc = pgy_key_open(dir, key)) != 0) {
        pgy_store_close(&store);
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s/key cannot be read: %s", state_dir,
                          pgy_strerror(dir < 0 ? dir : rc));
    }
    rc = pgy_backup_write(store, key, path, pgy_clock_now());
    sodium_memzero(key, sizeof key);
    why = pgy_arena_strdup(ctl->arena, pgy_store_error(store));
    pgy_store_close(&store);
    return rc ? ctl_refuse(ctl, CTL_REFUSED, NULL, "%s", why) : CTL_DONE;
}

int ctl_backup(struct ctl *ctl)
{
    const char *path = absolute(ctl, ctl->args[0]), *state_dir = ctl_state_dir(ctl), *why = "";
    const char *args[] = {"backup", path};
    json_t *answer = NULL;
    struct stat st;
    int status = 0, rc = ctl_request(ctl, state_dir, args, 2, &status, &answer, &why);
    if (rc == 0 && status != CTL_DONE) {
        const char *error = json_string_value(json_object_get(answer, "error"));
        status = ctl_refuse(ctl, CTL_REFUSED, NULL, "%s", error ? error : "the backup was refused");
    } else if (rc == PGY_ENOTFOUND) {
        status = backup_store(ctl, state_dir, path);
    } else if (rc != 0) {
        status = ctl_refuse(ctl, CTL_REFUSED, NULL, "%s", why);
    }
    json_decref(answer);
    if (status != CTL_DONE)
        return status;
    long long bytes = stat(path, &st) == 0 ? (long long)st.st_size : 0;
    if (ctl->json)
        return ctl_print(json_pack("{ss sI}", "path", path, "bytes", (json_int_t)bytes));
    printf(
        "%s: %lld bytes. Keep it to yourself: whoever has it can make the links of your feeds.\n",
        path, bytes);
    return CTL_DONE;
}

int ctl_restore(struct ctl *ctl)
{
    const char *path = absolute(ctl, ctl->args[0]), *state_dir = ctl_state_dir(ctl), *why = NULL;
    int rc = pgy_backup_restore(state_dir, path, ctl->arena, &why);
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s", why ? why : pgy_strerror(rc));
    if (ctl->json)
        return ctl_print(json_pack("{ss ss so}", "path", path, "state_dir", state_dir, "before",
                                   why ? json_string(why) : json_null()));
    printf("%s is restored to %s\n", path, state_dir);
    if (why)
        printf("what was there is %s\n", why);
    return CTL_DONE;
}

/* ---- export ---- */

static json_t *entries_json(const struct pgy_journal *journal)
{
    json_t *list = json_array();
    for (size_t i = 0; i < journal->n; i++) {
        const struct pgy_happening *h = &journal->list[i];
        char day[PGY_DAY_TEXT], logged[24];
        json_t *args = json_object();
        if (h->number == 0) { /* a dated fact of the file, which is there itself */
            json_decref(args);
            continue;
        }
        for (size_t a = 0; a < h->nargs; a++)
            json_object_set_new(args, h->keys[a], json_string(h->values[a]));
        json_array_append_new(
            list, json_pack("{sI ss ss ss ss ss so sI sb}", "number", (json_int_t)h->number, "on",
                            pgy_civil_text(h->on, day), "logged",
                            h->logged ? pgy_clock_text(h->logged, logged) : "", "kind", h->kind,
                            "subject", h->subject, "event", h->event, "args", args, "reverses",
                            (json_int_t)h->reverses, "reversed", (int)h->reversed));
    }
    return list;
}

static json_t *revisions_json(const struct pgy_revisions *revisions)
{
    json_t *list = json_array();
    for (size_t i = 0; i < revisions->n; i++) {
        const struct pgy_revision *r = &revisions->list[i];
        char hash[20], day[PGY_DAY_TEXT];
        snprintf(hash, sizeof hash, "%016llx", (unsigned long long)r->hash);
        json_array_append_new(
            list, json_pack("{ss ss sI sI sI ss}", "id", r->id, "hash", hash, "sequence",
                            (json_int_t)r->sequence, "revised", (json_int_t)r->revised, "created",
                            (json_int_t)r->created, "cancelled",
                            r->cancelled == PGY_NO_DAY ? "" : pgy_civil_text(r->cancelled, day)));
    }
    return list;
}

/* Without url, webcal and google: they hold the token. */
static json_t *links_of_daemon(struct ctl *ctl, const struct ctl_place *place)
{
    static const char *const tokens[] = {"url", "webcal", "google"};
    const char *args[] = {"url-list", place->config->profile}, *why;
    json_t *answer = NULL, *link, *list;
    int status;
    size_t i;
    if (ctl_request(ctl, place->house->state_dir, args, 2, &status, &answer, &why) != 0)
        return NULL;
    list = json_incref(json_object_get(answer, "urls"));
    json_decref(answer);
    json_array_foreach(list, i, link)
    {
        for (size_t t = 0; t < sizeof tokens / sizeof tokens[0]; t++)
            (void)json_object_del(link, tokens[t]);
    }
    return list;
}

static json_t *links_of_store(struct ctl *ctl, const struct ctl_place *place)
{
    struct pgy_store *store = NULL;
    struct pgy_subscription *subs = NULL;
    const char *why;
    size_t n = 0;
    json_t *list = json_array();
    if (pgy_store_open_read(place->house->state_dir, ctl->arena, &store, &why) != 0)
        return list;
    if (pgy_store_subscriptions(store, place->config->profile, ctl->arena, &subs, &n) != 0)
        n = 0;
    for (size_t i = 0; i < n; i++) {
        const struct pgy_subscription *s = &subs[i];
        char created[24], fetched[24];
        json_array_append_new(
            list, json_pack("{ss ss ss ss sb ss ss ss}", "profile", s->profile, "name", s->name,
                            "feed", s->feed, "style", s->style, "revoked", (int)s->revoked,
                            "created", pgy_clock_text(s->created, created), "last_fetch",
                            s->last_fetch ? pgy_clock_text(s->last_fetch, fetched) : "", "client",
                            s->last_client ? s->last_client : ""));
    }
    pgy_store_close(&store);
    return list;
}

int ctl_export(struct ctl *ctl)
{
    struct ctl_place place CTL_PLACE_CLEANUP = {0};
    int rc = ctl_place_open(ctl, &place);
    if (rc != CTL_DONE || (rc = ctl_place_journal(ctl, &place)) != CTL_DONE)
        return rc;
    json_t *links = links_of_daemon(ctl, &place);
    if (!links)
        links = links_of_store(ctl, &place);
    return ctl_print(json_pack("{ss ss ss% so so so}", "profile", place.config->profile, "file",
                               place.config->file, "configuration", place.config->text,
                               place.config->text_len, "journal", entries_json(&place.journal),
                               "revisions", revisions_json(&place.revisions), "subscriptions",
                               links));
}
