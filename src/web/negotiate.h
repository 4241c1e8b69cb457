/* SPDX-License-Identifier: BSD-2-Clause */
/* Reading the request headers that choose an answer, pure. Whatever is malformed counts as not
 * sent: the client then gets a full answer. */
#ifndef PGY_WEB_NEGOTIATE_H
#define PGY_WEB_NEGOTIATE_H

#include <stdbool.h>
#include <stdint.h>

/* Accept-Encoding (RFC 9110 12.5.3), NULL when absent: whether gzip is welcome and not less so than
 * plain bytes. */
bool pgy_accepts_gzip(const char *accept_encoding);
/* If-None-Match (RFC 9110 13.1.2): whether a list of entity tags, or `*`, matches `etag` (quoted,
 * strong) by weak comparison. A list counts up to its first malformed member. */
bool pgy_etag_matches(const char *if_none_match, const char *etag);
/* RFC 9110 13.2.2: whether 304 is the answer. If-None-Match, when present, hides
 * If-Modified-Since. */
bool pgy_not_modified(const char *if_none_match, const char *if_modified_since, const char *etag,
                      int64_t modified, int64_t now);

#endif
