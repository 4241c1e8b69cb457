/* SPDX-License-Identifier: BSD-2-Clause */
/* Narrower forms of values: addresses, zones, times of day, states, expressions. */
#include "config/value.h"

#include "base/err.h"
#include "base/str.h"
#include "base/tz.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/un.h>

static int keep(struct pgy_reading *r, const char *raw, struct pgy_value *value)
{
    value->text = pgy_arena_strdup(r->arena, raw);
    return 0;
}

/* HOST or [V6], then an optional :PORT; whether a host is there and the port is one. */
static bool authority_valid(const char *text, size_t len)
{
    const char *host = text, *end = text + len, *at;
    while ((at = memchr(host, '@', (size_t)(end - host))) != NULL)
        host = at + 1;
    const char *close = host < end && *host == '[' ? memchr(host, ']', (size_t)(end - host)) : NULL;
    if (host < end && *host == '[' && !close)
        return false;
    const char *from = close ? close + 1 : host, *colon = memchr(from, ':', (size_t)(end - from));
    if (close && colon != from && from != end)
        return false;
    if ((colon ? colon : end) <= host)
        return false;
    if (!colon)
        return true;
    char port[8] = "";
    size_t digits = (size_t)(end - colon - 1);
    int64_t number;
    if (digits == 0 || digits > 5)
        return false;
    memcpy(port, colon + 1, digits);
    return pgy_str_int(port, 1, 65535, &number) == 0;
}

int pgy_form_url(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                 struct pgy_value *value)
{
    (void)key;
    const char *rest = strncasecmp(raw, "https://", 8) == 0  ? raw + 8
                       : strncasecmp(raw, "http://", 7) == 0 ? raw + 7
                                                             : NULL;
    if (!rest && strncasecmp(raw, "webcal://", 9) == 0)
        return pgy_reading_fail(r, "write https:// in place of webcal://",
                                "%s is not a web address", pgy_reading_shown(r, raw));
    if (!rest)
        return pgy_reading_fail(r, "write an address that starts with https:// or http://",
                                "%s is not a web address", pgy_reading_shown(r, raw));
    for (const char *c = raw; *c; c++) {
        if (*c <= ' ' || *c == 0x7f || strchr("\"<>\\^`{|}", *c))
            return pgy_reading_fail(r,
                                    "write blanks and signs other than A-Z a-z 0-9 "
                                    "-._~:/?#[]@!$&'()*+,;=% as %20 and the like",
                                    "%s holds a character that no address has",
                                    pgy_reading_shown(r, raw));
    }
    if (!authority_valid(rest, strcspn(rest, "/?#")))
        return pgy_reading_fail(r, "write https://HOST/PATH, with a port as https://HOST:8443/PATH",
                                "%s names no valid host", pgy_reading_shown(r, raw));
    return keep(r, raw, value);
}

int pgy_form_zone(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                  struct pgy_value *value)
{
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    (void)key;
    if (pgy_tz_load(raw, &tz) == 0) {
        /* zones of that name exist, and are an hour off all summer */
        if (strcmp(raw, "EST") == 0 || strcmp(raw, "MST") == 0)
            pgy_reading_fail(
                r, pgy_reading_text(r, "write %s unless you mean that", pgy_zone_nearest(r, raw)),
                "the zone %s knows no summer time", pgy_reading_shown(r, raw));
        return keep(r, raw, value);
    }
    const char *near = pgy_zone_nearest(r, raw);
    return pgy_reading_fail(r,
                            near ? pgy_reading_text(r, "did you mean %s?", near)
                                 : "write an IANA zone such as America/New_York",
                            "there is no time zone %s", pgy_reading_shown(r, raw));
}

int pgy_form_minutes(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                     struct pgy_value *value)
{
    int minutes;
    (void)key;
    if (pgy_minutes_parse(raw, &minutes) != 0)
        return pgy_reading_fail(r, "write HH:MM from 00:00 to 23:59, such as 08:00",
                                "%s is not a time of day", pgy_reading_shown(r, raw));
    value->num = value->minute = minutes;
    return keep(r, raw, value);
}

int pgy_form_hours(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                   struct pgy_value *value)
{
    char *from = pgy_arena_strdup(r->arena, raw), *dash = strchr(from, '-');
    int first, last;
    (void)key;
    if (dash)
        *dash = '\0';
    if (!dash || pgy_minutes_parse(pgy_str_trim(from), &first) != 0 ||
        pgy_minutes_parse(pgy_str_trim(dash + 1), &last) != 0)
        return pgy_reading_fail(r, "write HH:MM-HH:MM, such as 22:00-07:00",
                                "%s is not a span of hours", pgy_reading_shown(r, raw));
    if (first == last)
        return pgy_reading_fail(r, "write two different times, such as 22:00-07:00",
                                "%s begins when it ends", pgy_reading_shown(r, raw));
    value->num = first;
    value->num2 = last;
    return keep(r, raw, value);
}

int pgy_form_id(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                struct pgy_value *value)
{
    (void)key;
    if (!pgy_str_is_id(raw))
        return pgy_reading_fail(r, "write 1 to 24 of a-z, 0-9 and -", "%s is not an id",
                                pgy_reading_shown(r, raw));
    return keep(r, raw, value);
}

/* Puts the address into list[0] and the port into num. */
static int listen_found(struct pgy_reading *r, const char *raw, const char *address, int64_t port,
                        struct pgy_value *value)
{
    const char **list = pgy_arena_array(r->arena, 1, sizeof *list);
    list[0] = address;
    value->list = list;
    value->nlist = 1;
    value->num = port;
    return keep(r, raw, value);
}

static int listen_socket(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                         struct pgy_value *value)
{
    struct pgy_value path = {0};
    if (!raw[5])
        return pgy_reading_fail(r, "write unix:PATH, such as unix:/run/pgyd/web.sock",
                                "%s names no socket", pgy_reading_shown(r, raw));
    int err = pgy_form_path(r, key, raw + 5, &path);
    if (err)
        return err;
    if (strlen(path.text) >= sizeof((struct sockaddr_un){0}).sun_path)
        return pgy_reading_fail(r, "choose a path of at most 107 bytes",
                                "the path of %s is too long for a socket",
                                pgy_reading_shown(r, raw));
    return listen_found(r, raw, path.text, -1, value);
}

int pgy_form_listen(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                    struct pgy_value *value)
{
    const char *form = "write ADDRESS:PORT, such as 127.0.0.1:8479 or [::1]:8479, or unix:PATH";
    if (strncmp(raw, "unix:", 5) == 0)
        return listen_socket(r, key, raw, value);
    char *address = pgy_arena_strdup(r->arena, raw), *colon = strrchr(address, ':');
    unsigned char bytes[16];
    int64_t port;
    if (!colon || pgy_str_int(colon + 1, 0, 65535, &port) != 0)
        return pgy_reading_fail(r, form, "%s has no port from 0 to 65535",
                                pgy_reading_shown(r, raw));
    *colon = '\0';
    bool six = *address == '[' && colon > address + 1 && colon[-1] == ']';
    if (six) {
        colon[-1] = '\0';
        address++;
    }
    if (inet_pton(six ? AF_INET6 : AF_INET, address, bytes) == 1)
        return listen_found(r, raw, address, port, value);
    if (strcmp(address, "localhost") == 0)
        form = pgy_reading_text(r, "write 127.0.0.1:%lld", (long long)port);
    else if (strcmp(address, "*") == 0 || !*address)
        form =
            pgy_reading_text(r, "write 0.0.0.0:%lld to listen on every address", (long long)port);
    return pgy_reading_fail(r, form, "%s does not begin with an IP address",
                            pgy_reading_shown(r, raw));
}

/* What the counts of an expression multiply to: glibc expands (a{1,99}){1,99} in memory, so their
 * product is capped. */
static bool regex_modest(const char *raw)
{
    int64_t product = 1;
    for (const char *p = strchr(raw, '{'); p; p = strchr(p + 1, '{')) {
        int64_t most = 1;
        for (const char *d = p + 1; *d && *d != '}'; d++) {
            int64_t n = strtol(d, NULL, 10);
            if (n > most)
                most = n > 1000 ? 1000 : n;
        }
        product *= most;
        if (product > 1000)
            return false;
    }
    return strlen(raw) <= 500;
}

int pgy_form_regex(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                   struct pgy_value *value)
{
    regex_t regex;
    char why[128];
    (void)key;
    if (!regex_modest(raw))
        return pgy_reading_fail(r, "write words to look for, such as call|on-call",
                                "the expression is too large");
    int err = regcomp(&regex, raw, REG_EXTENDED | REG_NOSUB);
    if (err == 0) {
        regfree(&regex);
        return keep(r, raw, value);
    }
    regerror(err, &regex, why, sizeof why);
    why[0] = (char)tolower((unsigned char)why[0]);
    return pgy_reading_fail(r, "write a POSIX extended regular expression, such as call|on-call",
                            "%s is not an expression: %s", pgy_reading_shown(r, raw), why);
}

bool pgy_secret_valid(const char *text)
{
    size_t len = strlen(text), pad = 0;
    if (len < 6 || len > 6 + 88 || strncmp(text, "whsec_", 6) != 0)
        return false;
    text += 6;
    len -= 6;
    while (pad < 2 && len > 0 && text[len - 1] == '=') {
        len--;
        pad++;
    }
    for (size_t i = 0; i < len; i++) {
        if (!isalnum((unsigned char)text[i]) && text[i] != '+' && text[i] != '/')
            return false;
    }
    /* base64 keeps 3 bytes in 4 characters; padding, where given, fills up to 4 */
    size_t bytes = len * 3 / 4;
    return len % 4 != 1 && (pad == 0 || (len + pad) % 4 == 0) && bytes >= 24 && bytes <= 64;
}

int pgy_element_name(struct pgy_reading *r, const char **element)
{
    const char *e = *element;
    if (pgy_str_made_of(e, 48, PGY_SMALL PGY_DIGITS "_") && *e >= 'a')
        return 0;
    return pgy_reading_fail(r, "write names such as milestones, networking, offers",
                            "%s is not the name of a plugin", pgy_reading_shown(r, e));
}

int pgy_element_cidr(struct pgy_reading *r, const char **element)
{
    char *address = pgy_arena_strdup(r->arena, *element), *slash = strchr(address, '/');
    unsigned char bytes[16];
    bool six = strchr(address, ':') != NULL;
    int64_t bits;
    if (slash)
        *slash = '\0';
    if (inet_pton(six ? AF_INET6 : AF_INET, address, bytes) == 1 &&
        (!slash || pgy_str_int(slash + 1, 0, six ? 128 : 32, &bits) == 0))
        return 0;
    return pgy_reading_fail(r, "write networks such as 10.0.0.0/8 or fd00::/8",
                            "%s is not a network", pgy_reading_shown(r, *element));
}
