/* SPDX-License-Identifier: BSD-2-Clause */
/* Judges a request by its bytes, header by header; answers nothing. What is asked for is site.c's.
 */
#include "web/policy.h"

#include "base/str.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#define NAME PGY_SMALL PGY_CAPITALS PGY_DIGITS

/* strchr() finds the NUL of its own set, which must never count. */
static bool only(const char *bytes, size_t len, const char *allowed)
{
    for (size_t i = 0; i < len; i++) {
        if (bytes[i] == '\0' || !strchr(allowed, bytes[i]))
            return false;
    }
    return true;
}

bool pgy_policy_uri(const char *uri, size_t len)
{
    return len > 0 && len <= PGY_URI_MAX && uri[0] == '/' && only(uri, len, NAME "._/-");
}

/* field-value of RFC 9110 5.5: no control characters but the tab. */
static bool value_good(const char *value, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)value[i];
        if ((c < 0x20 && c != '\t') || c == 0x7f)
            return false;
    }
    return true;
}

static bool is(const char *name, size_t len, const char *what)
{
    return len == strlen(what) && strncasecmp(name, what, len) == 0;
}

/* Whether between what is accounted for and `next` there are `marks` separators (what the server
 * made NULs of, or their originals) and at most `blanks` blanks; then everything up to next + len
 * is accounted for. */
static void follow(struct pgy_policy *policy, const char *next, size_t len, const char *originals,
                   size_t marks, size_t blanks)
{
    if (!policy->end || policy->malformed)
        return;
    if (next < policy->at || next > policy->end || len > (size_t)(policy->end - next)) {
        policy->malformed = true;
        return;
    }
    size_t found = 0;
    size_t blank = 0;
    for (const char *p = policy->at; p < next; p++) {
        if (*p == '\0' || strchr(originals, *p))
            found++;
        else if (*p == ' ' || *p == '\t')
            blank++;
        else
            policy->malformed = true;
    }
    policy->malformed = policy->malformed || found != marks || blank > blanks;
    policy->at = next + len;
}

void pgy_policy_block(struct pgy_policy *policy, const char *block, size_t len, const char *method,
                      const char *uri, size_t uri_len, const char *version)
{
    policy->at = block;
    policy->end = block + len;
    follow(policy, method, strlen(method), "", 0, 0);
    follow(policy, uri, uri_len, " ", 1, 0);
    follow(policy, version, strlen(version), " ", 1, 0);
}

void pgy_policy_end(struct pgy_policy *policy)
{
    if (policy->end)
        follow(policy, policy->end, 0, "\r\n", 4, SIZE_MAX);
}

void pgy_policy_header(struct pgy_policy *policy, const char *name, size_t name_len,
                       const char *value, size_t value_len)
{
    follow(policy, name, name_len, "\r\n", 2, SIZE_MAX);
    follow(policy, value, value_len, ":", 1, SIZE_MAX);
    /* token of RFC 9110 5.6.2: what is left of a blank before the colon is none */
    if (name_len == 0 || !only(name, name_len, NAME "!#$%&'*+-.^_`|~") ||
        !value_good(value, value_len))
        policy->malformed = true;
    if (is(name, name_len, "Transfer-Encoding"))
        policy->malformed = true;
    if (is(name, name_len, "Host"))
        policy->hosts++;
    if (is(name, name_len, "Content-Length")) {
        policy->lengths++;
        policy->malformed =
            policy->malformed || value_len == 0 || !only(value, value_len, PGY_DIGITS);
        policy->body = policy->body || !(value_len == 1 && value[0] == '0');
    }
}

unsigned pgy_policy_status(const struct pgy_policy *policy, const char *method, const char *version,
                           bool uri_good)
{
    bool http11 = strcmp(version, "HTTP/1.1") == 0;
    if (policy->malformed || policy->hosts > 1 || policy->lengths > 1 ||
        (http11 && policy->hosts == 0))
        return 400;
    if (!http11 && strcmp(version, "HTTP/1.0") != 0)
        return 505;
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        return 405;
    return policy->body || !uri_good ? 400 : 0;
}
