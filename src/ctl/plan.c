/* SPDX-License-Identifier: BSD-2-Clause */
/* The timeline and the feeds made of it, without a daemon. */
#include "ctl/ctl.h"

#include "base/err.h"
#include "base/str.h"
#include "calendar/choice.h"
#include "calendar/feed.h"

#include <stdio.h>
#include <string.h>

enum { FEED_MAX = 64 * 1024 * 1024 };

static const char *const kinds[] = {"milestone", "window", "deadline",
                                    "reminder",  "habit",  "alert"};

/* What `plan` was asked to show. */
struct wanted {
    pgy_day from, to;
    const char *plugin;
    bool any_kind;
    uint16_t kind;
};

static int read_wanted(struct ctl *ctl, struct wanted *w)
{
    const char *kind = ctl_option(ctl, "--kind");
    int rc;
    if ((rc = ctl_date(ctl, "--from", &w->from)) != CTL_DONE ||
        (rc = ctl_date(ctl, "--to", &w->to)) != CTL_DONE)
        return rc;
    if (w->from != PGY_NO_DAY && w->to != PGY_NO_DAY && w->to < w->from)
        return ctl_refuse(ctl, CTL_USAGE, NULL, "--to lies before --from");
    w->plugin = ctl_option(ctl, "--plugin");
    w->any_kind = !kind;
    if (kind && pgy_kind_parse(kind, &w->kind) != 0)
        return ctl_refuse(
            ctl, CTL_USAGE, pgy_str_nearest(kind, kinds, sizeof kinds / sizeof kinds[0]),
            "--kind '%s' is none of milestone, window, deadline, reminder, habit, alert", kind);
    return CTL_DONE;
}

static bool is_wanted(const struct wanted *w, const struct pgy_item *item)
{
    return (w->from == PGY_NO_DAY || item->end >= w->from) &&
           (w->to == PGY_NO_DAY || item->start <= w->to) && (w->any_kind || item->kind == w->kind);
}

int ctl_plan(struct ctl *ctl)
{
    struct ctl_place place CTL_PLACE_CLEANUP = {0};
    const struct pgy_declaration *plugin = NULL;
    struct wanted w = {0};
    bool failed;
    int rc = read_wanted(ctl, &w);
    if (rc != CTL_DONE || (rc = ctl_place_open(ctl, &place)) != CTL_DONE ||
        (w.plugin && (rc = ctl_plugin(ctl, place.house->schema, w.plugin, &plugin)) != CTL_DONE) ||
        (rc = ctl_place_journal(ctl, &place)) != CTL_DONE ||
        (rc = ctl_place_plan(ctl, &place, w.plugin, &failed)) != CTL_DONE)
        return rc;
    json_t *items = json_array();
    for (size_t i = 0; i < place.timeline->n; i++) {
        if (!place.timeline->items[i].brief && is_wanted(&w, &place.timeline->items[i]))
            json_array_append_new(items, ctl_item(&place, &place.timeline->items[i]));
    }
    if (ctl->json) {
        char today[PGY_DAY_TEXT];
        rc = ctl_print(json_pack("{ss ss ss so}", "profile", place.config->profile, "today",
                                 pgy_civil_text(place.today, today), "timezone",
                                 pgy_tz_name(place.tz), "items", items));
    } else {
        ctl_items(ctl, items, "nothing is planned");
        json_decref(items);
    }
    return rc ? rc : failed ? CTL_REFUSED : CTL_DONE;
}

/* ---- feed ---- */

static int read_style(struct ctl *ctl, enum pgy_style *style)
{
    const char *text = ctl_option(ctl, "--style"), *names[PGY_STYLES];
    const char *all = "";
    *style = PGY_STYLE_GENERIC;
    if (!text || pgy_style_parse(text, style) == 0)
        return CTL_DONE;
    for (int i = 0; i < PGY_STYLES; i++) {
        names[i] = pgy_style_text((enum pgy_style)i);
        all = pgy_arena_printf(ctl->arena, "%s%s%s", all, i ? ", " : "", names[i]);
    }
    return ctl_refuse(ctl, CTL_USAGE, pgy_str_nearest(text, names, PGY_STYLES),
                      "--style '%s' is none of %s", text, all);
}

static int write_feed(struct ctl *ctl, const struct ctl_place *place, const char *name,
                      enum pgy_style style)
{
    const char *who = pgy_config_text(place->config, "person", "", "name", NULL);
    const char *title = pgy_choice_title(name, style, ctl->arena);
    const struct pgy_declaration *plugin = pgy_schema_plugin(place->house->schema, name);
    struct pgy_feed_spec spec = {
        .feed = name,
        .style = style,
        .color = plugin ? plugin->color : NULL,
        .profile = place->config->profile,
        .name = who ? pgy_arena_printf(ctl->arena, "%s: %s", title, who) : title,
        .zone = pgy_tz_name(place->tz),
        .remind_at = place->quiet.remind_at,
    };
    struct pgy_buf plain PGY_BUF_CLEANUP = PGY_BUF_INIT(FEED_MAX),
                         gzip PGY_BUF_CLEANUP = PGY_BUF_INIT(FEED_MAX);
    bool changed;
    size_t refused = 0;
    pgy_calendar_open();
    struct pgy_feed *feed = pgy_feed_new(&spec);
    int rc = pgy_feed_update(feed, place->timeline, place->tz, &changed, &refused);
    if (rc == 0)
        rc = pgy_feed_bytes(feed, &plain, &gzip);
    size_t events = pgy_feed_events(feed);
    pgy_feed_free(&feed);
    pgy_calendar_close();
    if (rc != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "the feed could not be made: %s",
                          pgy_strerror(rc));
    if (refused)
        ctl_note("%zu items could not be written as calendar entries and were left out", refused);
    if (ctl->json)
        return ctl_print(json_pack("{ss ss ss si ss}", "profile", spec.profile, "feed", name,
                                   "style", pgy_style_text(style), "events", (int)events, "ics",
                                   pgy_buf_text(&plain)));
    fwrite(pgy_buf_text(&plain), 1, plain.len, stdout);
    return CTL_DONE;
}

int ctl_feed(struct ctl *ctl)
{
    struct ctl_place place CTL_PLACE_CLEANUP = {0};
    const char *name = ctl_option(ctl, "--feed") ? ctl_option(ctl, "--feed") : "all";
    const struct pgy_declaration *plugin = NULL;
    enum pgy_style style;
    bool failed;
    int rc = read_style(ctl, &style);
    if (rc != CTL_DONE || (rc = ctl_place_open(ctl, &place)) != CTL_DONE ||
        (!pgy_choice_name(name) &&
         (rc = ctl_plugin(ctl, place.house->schema, name, &plugin)) != CTL_DONE) ||
        (rc = ctl_place_journal(ctl, &place)) != CTL_DONE ||
        (rc = ctl_place_plan(ctl, &place, NULL, &failed)) != CTL_DONE ||
        (rc = write_feed(ctl, &place, name, style)) != CTL_DONE)
        return rc;
    return failed ? CTL_REFUSED : CTL_DONE;
}
