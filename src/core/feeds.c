/* SPDX-License-Identifier: BSD-2-Clause */
/* Feed files of a profile: one for each feed and style that somebody subscribed to. What nobody
 * reads is not rendered: with thousands of people writing every style of every plugin for each
 * would cost more than planning. */
#include "core/core.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"

#include <string.h>

static bool is_open(const struct core_profile *profile, const char *feed, enum pgy_style style)
{
    for (size_t i = 0; i < profile->nfeeds; i++) {
        if (profile->feeds[i].style == style && strcmp(profile->feeds[i].name, feed) == 0)
            return true;
    }
    return false;
}

static void open_feed(struct core_profile *profile, const char *feed, enum pgy_style style)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *who = pgy_config_text(profile->config, "person", "", "name", NULL);
    const char *title =
        strcmp(feed, "all") == 0 ? "pgyd" : pgy_arena_printf(arena, "pgyd %s", feed);
    const struct pgy_declaration *plugin = pgy_schema_plugin(profile->house->house->schema, feed);
    struct pgy_feed_spec spec = {
        .feed = feed,
        .style = style,
        .color = plugin ? plugin->color : NULL,
        .profile = profile->id,
        .name = who ? pgy_arena_printf(arena, "%s: %s", title, who) : title,
        .zone = pgy_tz_name(profile->tz),
        .remind_at = profile->quiet.remind_at,
    };
    const char *name = "all";
    for (size_t i = 0; i < profile->house->house->schema->nplugins; i++) {
        /* The schema's text lives as long as the profile's house does. */
        if (strcmp(profile->house->house->schema->plugins[i].plugin, feed) == 0)
            name = profile->house->house->schema->plugins[i].plugin;
    }
    profile->feeds[profile->nfeeds++] =
        (struct core_feed){.feed = pgy_feed_new(&spec), .name = name, .style = style};
}

bool core_feed_known(const struct core_profile *profile, const char *feed)
{
    const struct pgy_declaration *plugin = pgy_schema_plugin(profile->house->house->schema, feed);
    return strcmp(feed, "all") == 0 || (plugin && plugin->listed);
}

/* Opens what subscriptions ask for and is not open yet. */
static void open_feeds(struct pgy_core *core, struct core_profile *profile)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription *list;
    enum pgy_style style;
    size_t n;
    int rc = pgy_store_subscriptions(core->store, profile->id, arena, &list, &n);
    if (rc != 0) {
        core_store_failed(core, "reading the feed links", rc);
        return;
    }
    for (size_t i = 0; i < n && profile->nfeeds < CORE_MAX_FEEDS; i++) {
        if (!list[i].revoked && core_feed_known(profile, list[i].feed) &&
            pgy_style_parse(list[i].style, &style) == 0 && !is_open(profile, list[i].feed, style))
            open_feed(profile, list[i].feed, style);
    }
}

void core_feeds(struct pgy_core *core, struct core_profile *profile,
                const struct pgy_timeline *timeline)
{
    int dir PGY_FD_CLEANUP = pgy_dir_open_at(core->feeds_fd, profile->id, 0700);
    if (dir < 0) {
        pgy_error("cannot open feeds/%s in the state directory: %s", profile->id,
                  pgy_strerror(dir));
        profile->retry_ms = pgy_clock_mono_ms() + CORE_RETRY_MS;
        return;
    }
    open_feeds(core, profile);
    for (size_t i = 0; i < profile->nfeeds; i++) {
        bool changed, published = false;
        size_t refused = 0;
        int rc = pgy_feed_update(profile->feeds[i].feed, timeline, profile->tz, &changed, &refused);
        if (rc == 0)
            rc = pgy_feed_publish(profile->feeds[i].feed, dir, &published);
        if (rc != 0)
            profile->retry_ms = pgy_clock_mono_ms() + CORE_RETRY_MS;
        if (rc != 0)
            pgy_error("feed '%s' of '%s' was not published and stays as it was: %s",
                      profile->feeds[i].name, profile->id, pgy_strerror(rc));
        if (published && pgy_feed_is_large(profile->feeds[i].feed))
            pgy_warn("feed '%s' of '%s' has %zu events in %zu KB; Google takes about 1,000 and 1 "
                     "MB: subscribe to one plugin's feed at a time",
                     profile->feeds[i].name, profile->id, pgy_feed_events(profile->feeds[i].feed),
                     pgy_feed_size(profile->feeds[i].feed) / 1000);
    }
    if (core->nprofiles > CORE_KEEP_PROFILES) {
        for (size_t i = 0; i < profile->nfeeds; i++)
            pgy_feed_free(&profile->feeds[i].feed);
        profile->nfeeds = 0;
    }
}
