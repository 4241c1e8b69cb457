/* SPDX-License-Identifier: BSD-2-Clause */
/* Which requests are looked at, pure. libmicrohttpd 0.9.75 by itself accepts much that smuggles requests past proxies
 * (repeated Content-Length, Transfer-Encoding beside it, blanks before a colon, NULs); here everything that is not plainly a request for
 * a page without a body is turned away and its connection closed, so that nothing behind it is ever read as a second request. */
#ifndef PGY_WEB_POLICY_H
#define PGY_WEB_POLICY_H

#include <stdbool.h>
#include <stddef.h>

struct pgy_policy {
    unsigned hosts;
    unsigned lengths;
    bool body;      /* Content-Length other than 0 */
    bool malformed; /* a header no proxy and server must disagree about, or Transfer-Encoding */
};

enum { PGY_URI_MAX = 512 };

/* Whether a raw request target is a path of [A-Za-z0-9._/-], of at most PGY_URI_MAX bytes. */
bool pgy_policy_uri(const char *uri, size_t len);
/* Takes one header into account; bytes may hold anything. */
void pgy_policy_header(struct pgy_policy *policy, const char *name, size_t name_len, const char *value, size_t value_len);
/* 0: answer it; else 400, 405 or 505, after which the connection closes. */
unsigned pgy_policy_status(const struct pgy_policy *policy, const char *method, const char *version, bool uri_good);

#endif
