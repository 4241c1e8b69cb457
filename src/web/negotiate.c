/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads Accept-Encoding and the conditions of a request. The validators are feeds.c's. */
#include "web/negotiate.h"

#include "web/httpdate.h"

#include <string.h>
#include <strings.h>

static const char *skip_blanks(const char *p)
{
    return p + strspn(p, " \t");
}

/* weight = OWS ";" OWS "q=" qvalue, in thousandths; 1000 where there is none. -1: malformed. Moves
 * *p behind it. */
static int weight(const char **p)
{
    const char *s = skip_blanks(*p);
    if (*s != ';') {
        *p = s;
        return 1000;
    }
    s = skip_blanks(s + 1);
    if ((*s != 'q' && *s != 'Q') || s[1] != '=' || (s[2] != '0' && s[2] != '1'))
        return -1;
    s += 2;
    int q = (*s++ - '0') * 1000;
    if (*s == '.') {
        s++;
        for (int unit = 100; unit > 0 && *s >= '0' && *s <= '9'; unit /= 10)
            q += (*s++ - '0') * unit;
    }
    *p = skip_blanks(s);
    return q <= 1000 ? q : -1;
}

static bool is_word(const char *at, size_t n, const char *word)
{
    return strlen(word) == n && strncasecmp(at, word, n) == 0;
}

bool pgy_accepts_gzip(const char *accept_encoding)
{
    int gzip = -1;
    int identity = -1;
    int any = -1;
    const char *p = accept_encoding ? skip_blanks(accept_encoding) : "";
    while (*p) {
        size_t n = strcspn(p, " \t;,");
        const char *name = p;
        p += n;
        int q = weight(&p);
        if (q < 0 || (*p != '\0' && *p != ','))
            return false;
        if (is_word(name, n, "gzip") || is_word(name, n, "x-gzip"))
            gzip = q;
        else if (is_word(name, n, "identity"))
            identity = q;
        else if (is_word(name, n, "*"))
            any = q;
        p += *p == ',';
        p = skip_blanks(p);
    }
    if (gzip < 0)
        gzip = any;
    return gzip > 0 && gzip >= identity;
}

bool pgy_etag_matches(const char *if_none_match, const char *etag)
{
    const char *p = if_none_match ? skip_blanks(if_none_match) : "";
    size_t want = strlen(etag);
    if (*p == '*')
        return *skip_blanks(p + 1) == '\0';
    while (*p) {
        if (*p == ',') { /* empty members of lists are to be tolerated: RFC 9110 5.6.1.2 */
            p = skip_blanks(p + 1);
            continue;
        }
        if (strncmp(p, "W/", 2) == 0)
            p += 2;
        const char *end = *p == '"' ? strchr(p + 1, '"') : NULL;
        if (!end)
            return false;
        size_t n = (size_t)(end - p) + 1;
        if (n == want && memcmp(p, etag, n) == 0)
            return true;
        p = skip_blanks(end + 1);
        if (*p != ',')
            return false;
    }
    return false;
}

bool pgy_not_modified(const char *if_none_match, const char *if_modified_since, const char *etag,
                      int64_t modified, int64_t now)
{
    int64_t since;
    if (if_none_match)
        return pgy_etag_matches(if_none_match, etag);
    return if_modified_since && pgy_httpdate_parse(if_modified_since, now, &since) == 0 &&
           modified <= since;
}
