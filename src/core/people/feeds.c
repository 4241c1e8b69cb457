/* SPDX-License-Identifier: BSD-2-Clause */
/* Feed files of a profile: one for each feed and style that somebody subscribed to. What nobody
 * reads is not rendered: with thousands of people writing every style of every plugin for each
 * would cost more than planning. */
#include "core/people/inside.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "calendar/choice.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

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
    const struct core_person *person = &profile->person;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const char *who = pgy_config_text(person->config, "person", "", "name", NULL);
    const char *title = pgy_choice_title(feed, style, arena);
    const struct pgy_declaration *plugin = pgy_schema_plugin(person->house->schema, feed);
    struct pgy_feed_spec spec = {
        .feed = feed,
        .style = style,
        .profile = person->id,
        .name = who ? pgy_arena_printf(arena, "%s: %s", title, who) : title,
        .zone = pgy_tz_name(person->tz),
        .remind_at = person->quiet.remind_at,
        .color = plugin ? plugin->color : NULL,
    };
    /* These texts live as long as the profile's house does, or for ever. */
    const char *name = plugin ? plugin->plugin : pgy_choice_name(feed);
    profile->feeds[profile->nfeeds++] =
        (struct core_feed){.feed = pgy_feed_new(&spec), .name = name, .style = style};
}

/* Opens what subscriptions ask for and is not open yet. */
static void open_feeds(struct core_people *people, struct core_profile *profile)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription *list;
    enum pgy_style style;
    size_t n;
    int rc = pgy_store_subscriptions(people->in.store, profile->person.id, arena, &list, &n);
    if (rc != 0) {
        core_health_failed(people->in.health, "reading the feed links", rc);
        return;
    }
    for (size_t i = 0; i < n && profile->nfeeds < CORE_MAX_FEEDS; i++) {
        if (!list[i].revoked && core_person_has_feed(&profile->person, list[i].feed) &&
            pgy_style_parse(list[i].style, &style) == 0 && !is_open(profile, list[i].feed, style))
            open_feed(profile, list[i].feed, style);
    }
}

static void publish_feed(struct core_profile *profile, const struct core_feed *feed,
                         const struct pgy_timeline *timeline, int dir)
{
    const struct core_person *person = &profile->person;
    bool changed, published = false;
    size_t refused = 0;
    int rc = pgy_feed_update(feed->feed, timeline, person->tz, &changed, &refused);
    if (rc == 0)
        rc = pgy_feed_publish(feed->feed, dir, &published);
    if (rc != 0) {
        profile->work.retry_ms = pgy_clock_mono_ms() + PEOPLE_RETRY_MS;
        pgy_error("feed '%s' of '%s' was not published and stays as it was: %s", feed->name,
                  person->id, pgy_strerror(rc));
    }
    if (published && pgy_feed_is_large(feed->feed))
        pgy_warn("feed '%s' of '%s' has %zu events in %zu KB; Google takes about 1,000 and 1 MB: "
                 "subscribe to one plugin's feed at a time",
                 feed->name, person->id, pgy_feed_events(feed->feed),
                 pgy_feed_size(feed->feed) / 1000);
}

void core_feeds_render(struct core_people *people, struct core_profile *profile,
                       const struct pgy_timeline *timeline)
{
    const char *id = profile->person.id;
    int dir PGY_FD_CLEANUP = pgy_dir_open_at(people->in.feeds_fd, id, 0700);
    if (dir < 0) {
        pgy_error("cannot open feeds/%s in the state directory: %s", id, pgy_strerror(dir));
        profile->work.retry_ms = pgy_clock_mono_ms() + PEOPLE_RETRY_MS;
        return;
    }
    open_feeds(people, profile);
    for (size_t i = 0; i < profile->nfeeds; i++)
        publish_feed(profile, &profile->feeds[i], timeline, dir);
    if (people->roll.n > PEOPLE_KEEP_PROFILES)
        core_feeds_close(profile);
}

void core_feeds_close(struct core_profile *profile)
{
    for (size_t i = 0; i < profile->nfeeds; i++)
        pgy_feed_free(&profile->feeds[i].feed);
    profile->nfeeds = 0;
}

/* Every file in feeds/<id>, whichever plugin it was of and whatever a crash left half written; then
 * the directory. */
void core_feeds_remove(struct core_people *people, const char *id)
{
    int fd = pgy_dir_open_at(people->in.feeds_fd, id, 0700);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir)
        pgy_fd_close(&fd);
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            (void)unlinkat(dirfd(dir), entry->d_name, 0);
    }
    if (dir)
        closedir(dir);
    if (unlinkat(people->in.feeds_fd, id, AT_REMOVEDIR) != 0)
        pgy_warn("the folder feeds/%s in the state directory could not be removed: %s", id,
                 strerror(errno));
}
