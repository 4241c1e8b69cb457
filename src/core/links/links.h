/* SPDX-License-Identifier: BSD-2-Clause */
/* The links desk: feed links and their tokens, and the line to pgyd-web. Does not render feeds
 * (people) and does not speak with clients (desk). */
#ifndef PGY_CORE_LINKS_H
#define PGY_CORE_LINKS_H

#include "core/loop.h"
#include "core/roll.h"

#include <jansson.h>

struct core_links;

/* All borrowed for the desk's life; descriptors too. */
struct core_links_setup {
    struct core_loop *loop;
    struct pgy_store *store;
    const struct core_roll *roll;
    int feeds_fd;             /* state_dir/feeds */
    const unsigned char *key; /* 32 bytes: state_dir/key */
};
/* Writes the list of links, so that web has one. Where it cannot be written and one is there from
 * before, that stays, and core_links_follow tries again; else a negative error. */
int core_links_open(const struct core_links_setup *setup, struct core_links **links);
void core_links_free(struct core_links **links);

/* A line to a new web; takes the descriptor. */
void core_links_web(struct core_links *links, int fd);
/* Prometheus text of the core, for web to append; nothing when web is away or no
 * [serve] metrics_listen asks for it. */
void core_links_metrics(struct core_links *links, const char *text);
/* Where the socket listens, as bound: "127.0.0.1:8479", "unix:/path". Copied. */
void core_links_listen(struct core_links *links, const char *shown);

/* Inside the transaction that writes a plan: the link that everybody begins with. Web hears of it
 * by core_links_follow, once its feed is there. */
int core_links_first(struct core_links *links, const struct core_person *person, int64_t now);
/* That link, where public_url says how a phone reaches it; NULL: nowhere, or there is none. */
const char *core_links_shown(const struct core_links *links, const struct core_person *person,
                             struct pgy_arena *arena);
/* The transaction that core_links_first was part of is on the disk, or not. */
void core_links_settled(struct core_links *links, bool written);
/* Writes the list when it lacks a link: with many new people (busy) once a second for all. */
void core_links_follow(struct core_links *links, bool busy);
/* Writes the list that web reads, now. */
int core_links_write(struct core_links *links);

/* Stores a subscription. The people desk writes its feed's file then, and core_links_publish shows
 * the link to web. A negative error: *why is the store's. */
int core_links_put(struct core_links *links, const struct pgy_subscription *subscription,
                   const char **why);
/* Writes the list after core_links_put. A negative error: *why, static, says what did not work. */
int core_links_publish(struct core_links *links, const char **why);
/* {"profile", "name", "feed", "style", "url", "webcal", "google", "revoked", "created",
 * "last_fetch", "client"}; a new reference. */
json_t *core_links_json(const struct core_links *links,
                        const struct pgy_subscription *subscription);

#endif
