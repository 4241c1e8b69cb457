/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads TZif and turns wall time into instants and back. The rule in its footer is tzrule.c's. */
#include "base/tz.h"

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "base/tzrule.h"

#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#ifndef PGY_ZONEINFO
#define PGY_ZONEINFO "/usr/share/zoneinfo"
#endif

enum {
    DAY = 86400,
    HEADER_SIZE = 44,
    MAX_BYTES = 1 << 20,
    MAX_KINDS = 256,
    MAX_FOOTER = 255,
    MAX_NAME = 64,
    /* RFC 8536 3.2: an offset is more than -25 and less than 26 hours. */
    MIN_OFFSET = -89999,
    MAX_OFFSET = 93599,
};

struct pgy_tz {
    struct pgy_arena *arena; /* holds everything, this too; NULL for UTC */
    const char *name;
    const char *footer;
    uint64_t hash;
    size_t changes;
    const int64_t *at;              /* when, ascending */
    const uint8_t *begins;          /* which kind */
    const struct pgy_tzkind *kinds; /* the first is in force before the first change */
    bool has_rule;
    struct pgy_tzrule rule; /* of the footer */
    /* its first change after the last one listed: from then on it rules; always, when none is
     * listed */
    int64_t rule_from;
};

/* The header of one data block, RFC 8536 3.1. */
struct header {
    unsigned char version;
    uint32_t ut_flags, std_flags, leaps, changes, kinds, chars;
};

static uint32_t be32(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static int64_t be64(const unsigned char *p)
{
    return (int64_t)((uint64_t)be32(p) << 32 | be32(p + 4));
}

static int header_parse(const unsigned char *p, size_t len, struct header *h)
{
    if (len < HEADER_SIZE || memcmp(p, "TZif", 4) != 0 || (p[4] != 0 && p[4] < '2'))
        return PGY_EPARSE;
    *h = (struct header){
        .version = p[4],
        .ut_flags = be32(p + 20),
        .std_flags = be32(p + 24),
        .leaps = be32(p + 28),
        .changes = be32(p + 32),
        .kinds = be32(p + 36),
        .chars = be32(p + 40),
    };
    if (h->kinds > MAX_KINDS || (h->ut_flags && h->ut_flags != h->kinds) ||
        (h->std_flags && h->std_flags != h->kinds))
        return PGY_EPARSE;
    return 0;
}

/* Bytes of a data block whose times take time_size bytes each; 64 bits hold it whatever the header
 * says. */
static uint64_t block_size(const struct header *h, unsigned time_size)
{
    return (uint64_t)h->changes * (time_size + 1) + (uint64_t)h->kinds * 6 + h->chars +
           (uint64_t)h->leaps * (time_size + 4) + h->std_flags + h->ut_flags;
}

static int kind_parse(const unsigned char *p, const char *chars, size_t nchars,
                      struct pgy_tzkind *kind)
{
    kind->offset = (int32_t)be32(p);
    kind->dst = p[4] == 1;
    if (p[4] > 1 || kind->offset < MIN_OFFSET || kind->offset > MAX_OFFSET || p[5] >= nchars)
        return PGY_EPARSE;
    const char *text = chars + p[5];
    size_t n = strnlen(text, nchars - p[5]);
    if (n == nchars - p[5] || !pgy_str_made_of(text, sizeof kind->abbreviation - 1,
                                               PGY_CAPITALS PGY_SMALL PGY_DIGITS "+-"))
        return PGY_EPARSE;
    memcpy(kind->abbreviation, text, n + 1);
    return 0;
}

/* The data block at p, already known to lie within the bytes. */
static int block_parse(struct pgy_tz *tz, const struct header *h, const unsigned char *p,
                       unsigned time_size)
{
    const unsigned char *index = p + (size_t)h->changes * time_size;
    const unsigned char *types = index + h->changes;
    const char *chars = (const char *)(types + (size_t)h->kinds * 6);
    int64_t *at = pgy_arena_array(tz->arena, h->changes, sizeof *at);
    uint8_t *begins = pgy_arena_array(tz->arena, h->changes, sizeof *begins);
    struct pgy_tzkind *kinds = pgy_arena_array(tz->arena, h->kinds, sizeof *kinds);

    for (uint32_t i = 0; i < h->changes; i++) {
        at[i] = time_size == 8 ? be64(p + (size_t)i * 8) : (int32_t)be32(p + (size_t)i * 4);
        begins[i] = index[i];
        if (begins[i] >= h->kinds || (i > 0 && at[i] <= at[i - 1]))
            return PGY_EPARSE;
    }
    for (uint32_t i = 0; i < h->kinds; i++) {
        int err = kind_parse(types + (size_t)i * 6, chars, h->chars, &kinds[i]);
        if (err)
            return err;
    }
    tz->changes = h->changes;
    tz->at = at;
    tz->begins = begins;
    tz->kinds = kinds;
    return 0;
}

/* "\n" POSIX TZ string "\n" */
static int footer_parse(struct pgy_tz *tz, const unsigned char *p, size_t len)
{
    const unsigned char *end = len > 1 && p[0] == '\n' ? memchr(p + 1, '\n', len - 1) : NULL;
    if (!end || end - p - 1 > MAX_FOOTER || memchr(p, '\0', (size_t)(end - p)))
        return PGY_EPARSE;
    tz->footer = pgy_arena_strndup(tz->arena, (const char *)p + 1, (size_t)(end - p - 1));
    if (!*tz->footer)
        return 0;
    tz->has_rule = true;
    int err = pgy_tzrule_parse(tz->footer, &tz->rule);
    tz->rule_from = INT64_MIN;
    if (!err && tz->changes)
        (void)pgy_tzrule_at(&tz->rule, tz->at[tz->changes - 1], &tz->rule_from);
    return err;
}

static int bytes_parse(struct pgy_tz *tz, const unsigned char *p, size_t len)
{
    struct header h;
    unsigned time_size = 4;
    int err = header_parse(p, len, &h);
    if (!err && h.version) {
        /* Version 2 and later: the 32-bit block is for old readers; a second header and the true
         * data follow it. */
        uint64_t skip = HEADER_SIZE + block_size(&h, 4);
        if (skip > len)
            return PGY_EPARSE;
        p += skip;
        len -= skip;
        time_size = 8;
        err = header_parse(p, len, &h);
    }
    if (err)
        return err;
    uint64_t size = HEADER_SIZE + block_size(&h, time_size);
    if (size > len || !h.kinds || !h.chars)
        return PGY_EPARSE;
    if (h.leaps)
        return PGY_EREFUSED;
    err = block_parse(tz, &h, p + HEADER_SIZE, time_size);
    if (!err && h.version)
        err = footer_parse(tz, p + size, len - size);
    return err;
}

static uint64_t hash_of(const void *bytes, size_t len)
{
    static const unsigned char key[crypto_shorthash_KEYBYTES];
    unsigned char out[crypto_shorthash_BYTES];
    crypto_shorthash(out, bytes, len, key);
    return (uint64_t)be64(out);
}

int pgy_tz_parse(const char *name, const void *bytes, size_t len, struct pgy_tz **tz)
{
    if (len > MAX_BYTES)
        return PGY_ELIMIT;
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_tz *parsed = pgy_arena_alloc(arena, sizeof *parsed);
    parsed->arena = arena;
    parsed->name = pgy_arena_strdup(arena, name);
    parsed->footer = "";
    parsed->hash = hash_of(bytes, len);
    int err = bytes_parse(parsed, bytes, len);
    if (err)
        pgy_arena_free(&arena);
    else
        *tz = parsed;
    return err;
}

/* Only what IANA names: not the machine's own zone, nor the copies in posix/ and right/. */
static bool name_valid(const char *name)
{
    static const char *const others[] = {"localtime", "posixrules"};
    size_t n = strlen(name);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (strcmp(name, others[i]) == 0)
            return false;
    }
    return pgy_str_made_of(name, MAX_NAME, PGY_CAPITALS PGY_SMALL PGY_DIGITS "_+-/") &&
           name[0] != '/' && name[n - 1] != '/' && !strstr(name, "//") &&
           strncmp(name, "posix/", 6) != 0 && strncmp(name, "right/", 6) != 0;
}

int pgy_tz_load(const char *name, struct pgy_tz **tz)
{
    char path[sizeof PGY_ZONEINFO + MAX_NAME + 1];
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_BYTES);
    if (!name_valid(name))
        return PGY_ENOTFOUND;
    snprintf(path, sizeof path, "%s/%s", PGY_ZONEINFO, name);
    int err = pgy_file_read(path, &bytes);
    if (err == -ENOENT || err == -ENOTDIR || err == PGY_EINVAL)
        return PGY_ENOTFOUND;
    return err ? err : pgy_tz_parse(name, pgy_buf_text(&bytes), bytes.len, tz);
}

void pgy_tz_free(struct pgy_tz **tz)
{
    if (!tz || !*tz)
        return;
    struct pgy_arena *arena = (*tz)->arena;
    *tz = NULL;
    pgy_arena_free(&arena);
}

const char *pgy_tz_name(const struct pgy_tz *tz)
{
    return tz->name;
}

const struct pgy_tz *pgy_tz_utc(void)
{
    static const struct pgy_tzkind kind = {.abbreviation = "UTC"};
    static const struct pgy_tz utc = {
        .name = "UTC",
        .footer = "UTC0",
        .kinds = &kind,
        .has_rule = true,
        .rule = {.std.abbreviation = "UTC"},
        .rule_from = INT64_MIN,
    };
    return &utc;
}

/* What is in force at an instant, and until when (INT64_MAX: for good). Two neighbors may be
 * alike. */
static const struct pgy_tzkind *kind_at(const struct pgy_tz *tz, int64_t utc, int64_t *end)
{
    size_t low = 0, high = tz->changes; /* the number of changes up to utc */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tz->at[middle] <= utc)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == tz->changes && tz->has_rule) {
        /* RFC 8536 wants the rule to agree with the last change. Some files do not (zic -b slim,
         * America/Ojinaga 2022): there the kind listed last is the true one, until the rule changes
         * something. */
        if (utc >= tz->rule_from)
            return pgy_tzrule_at(&tz->rule, utc, end);
        *end = tz->rule_from;
    } else {
        *end = low < tz->changes ? tz->at[low] : INT64_MAX;
    }
    return &tz->kinds[low ? tz->begins[low - 1] : 0];
}

int32_t pgy_tz_offset(const struct pgy_tz *tz, int64_t utc, const char **abbreviation, bool *dst)
{
    int64_t end;
    const struct pgy_tzkind *kind = kind_at(tz, utc, &end);
    if (abbreviation)
        *abbreviation = kind->abbreviation;
    if (dst)
        *dst = kind->dst;
    return kind->offset;
}

int64_t pgy_tz_instant(const struct pgy_tz *tz, pgy_day day, int32_t seconds)
{
    /* The earliest instant at which the clock shows `wall` or later: in an overlap that is the
     * first occurrence, in a gap the change itself. It begins where the largest offset would put
     * it. */
    int64_t wall = (int64_t)day * DAY + seconds;
    int64_t from = wall - MAX_OFFSET, end;
    for (;; from = end) {
        int64_t utc = wall - kind_at(tz, from, &end)->offset;
        if (utc < from)
            return from;
        if (utc < end)
            return utc;
    }
}

pgy_day pgy_tz_day(const struct pgy_tz *tz, int64_t utc, int32_t *seconds)
{
    const int64_t first = (int64_t)pgy_civil_day(PGY_YEAR_MIN, 1, 1) * DAY;
    const int64_t last = (int64_t)pgy_civil_day(PGY_YEAR_MAX, 12, 31) * DAY + DAY - 1;
    if (utc < first - MAX_OFFSET || utc > last - MIN_OFFSET)
        return PGY_NO_DAY;
    int64_t wall = utc + pgy_tz_offset(tz, utc, NULL, NULL);
    if (wall < first || wall > last)
        return PGY_NO_DAY;
    int64_t day = wall / DAY - (wall % DAY < 0);
    if (seconds)
        *seconds = (int32_t)(wall - day * DAY);
    return (pgy_day)day;
}

bool pgy_tz_next(const struct pgy_tz *tz, int64_t utc, int64_t *transition)
{
    const int64_t limit = ((int64_t)pgy_civil_day(PGY_YEAR_MAX, 12, 31) + 1) * DAY;
    int64_t end;
    const struct pgy_tzkind *before = kind_at(tz, utc, &end);
    while (end < limit) {
        int64_t change = end;
        const struct pgy_tzkind *after = kind_at(tz, change, &end);
        if (after->offset != before->offset || after->dst != before->dst ||
            strcmp(after->abbreviation, before->abbreviation) != 0) {
            *transition = change;
            return true;
        }
    }
    return false;
}

const char *pgy_tz_footer(const struct pgy_tz *tz)
{
    return tz->footer;
}

uint64_t pgy_tz_hash(const struct pgy_tz *tz)
{
    return tz->hash;
}
