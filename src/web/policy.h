/* SPDX-License-Identifier: BSD-2-Clause */
/* Which requests are looked at, pure. libmicrohttpd 0.9.75 by itself accepts much that smuggles
 * requests past proxies (repeated Content-Length, Transfer-Encoding beside it, blanks before a
 * colon, NULs); here everything that is not plainly a request for a page without a body is turned
 * away and its connection closed, so that nothing behind it is ever read as a second request. */
#ifndef PGY_WEB_POLICY_H
#define PGY_WEB_POLICY_H

#include <stdbool.h>
#include <stddef.h>

struct pgy_policy {
    unsigned hosts;
    unsigned lengths;
    bool body;      /* Content-Length other than 0 */
    bool malformed; /* a header no proxy and server must disagree about, or Transfer-Encoding */
    const char *at; /* how far the bytes of the request are accounted for; NULL: nobody looks */
    const char *end;
};

enum { PGY_URI_MAX = 512 };

/* Whether a raw request target is a path of [A-Za-z0-9._/-], of at most PGY_URI_MAX bytes. */
bool pgy_policy_uri(const char *uri, size_t len);
/* From here on every byte of the header block is accounted for: `block` are the bytes as received,
 * in which the server has cut texts out by writing NULs; method, target and version, and then the
 * headers in order, have to lie in it one behind the other with nothing between them but a blank, a
 * colon, a line end of two bytes. So a NUL of the sender's, which cuts a text short, a folded line
 * and a bare LF, none of which show in the texts, are seen. */
void pgy_policy_block(struct pgy_policy *policy, const char *block, size_t len, const char *method,
                      const char *uri, size_t uri_len, const char *version);
/* Takes one header into account; bytes may hold anything. */
void pgy_policy_header(struct pgy_policy *policy, const char *name, size_t name_len,
                       const char *value, size_t value_len);
/* All headers were taken into account: nothing may be left but the empty line. */
void pgy_policy_end(struct pgy_policy *policy);
/* 0: answer it; else 400, 405 or 505, after which the connection closes. */
unsigned pgy_policy_status(const struct pgy_policy *policy, const char *method, const char *version,
                           bool uri_good);

#endif
