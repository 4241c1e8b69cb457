/* SPDX-License-Identifier: BSD-2-Clause */
/* What an outbox row carries: everything a message can show; the courier picks by the endpoint's
 * level of detail. */
#include "remind/remind.h"

#include "base/clock.h"
#include "base/str.h"

#include <jansson.h>
#include <stdlib.h>

static void put(json_t *object, const char *key, const char *text)
{
    json_t *value = json_string(text ? text : "");
    /* NULL: not UTF-8, which the item's check rules out */
    json_object_set_new(object, key, value ? value : json_string("?"));
}

const char *pgy_remind_payload(const struct pgy_due *due, const char *profile, int64_t now,
                               struct pgy_arena *arena)
{
    char when[24];
    json_t *object = json_object();
    put(object, "id", due->item);
    put(object, "profile", profile);
    put(object, "plugin", due->plugin);
    put(object, "kind",
        due->kind                        ? pgy_kind_text(due->kind)
        : pgy_streq(due->step, "digest") ? "digest"
                                         : "notice");
    put(object, "title", due->title);
    put(object, "detail", due->detail);
    put(object, "discreet", due->discreet);
    put(object, "target", due->target);
    put(object, "step", due->step);
    put(object, "severity", pgy_severity_text(due->severity));
    put(object, "due", pgy_clock_text(due->at, when));
    json_object_set_new(object, "late", json_boolean(now - due->at > PGY_LATE_AFTER));
    char *text = json_dumps(object, JSON_COMPACT);
    json_decref(object);
    const char *copy = pgy_arena_strdup(arena, text ? text : "{}");
    free(text);
    return copy;
}
