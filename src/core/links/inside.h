/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of the links desk share. Private to src/core/links. */
#ifndef PGY_CORE_LINKS_INSIDE_H
#define PGY_CORE_LINKS_INSIDE_H

#include "core/links/links.h"

struct core_links {
    struct core_links_setup in;
    char *listen; /* malloc; as bound, with the real port; NULL before */

    struct pgy_link web;
    struct core_watch watch;
    bool up; /* web said that it speaks our version */

    bool fresh;      /* a first link waits in a transaction that is not on the disk yet */
    bool stale;      /* the list lacks a link, or could not be written */
    int64_t written; /* monotonic ms the list was written last */
};

/* Web served the feed of the link with this hash of its token; client may be NULL. */
void core_links_fetched(const struct core_links *links, const unsigned char hash[32], int64_t when,
                        const char *client);

#endif
