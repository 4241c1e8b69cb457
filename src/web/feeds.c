/* SPDX-License-Identifier: BSD-2-Clause */
/* A cache of files with their ETags and compressed twins, looked at again when they change. Which
 * file a token opens is tokens.c's. */
#include "pgy-build.h"

#include "web/feeds.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "web/httpdate.h"
#include "web/negotiate.h"
#include "web/open.h"
#include "web/tokens.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { BUCKETS = 4096, PATH_BYTES = 200, ETAG_BYTES = 40, ETAG_HASH = 16 };
enum { PLAIN, GZIP, CODINGS };

/* One coding of a feed as it is served. */
struct form {
    char etag[ETAG_BYTES];
    struct pgy_http_answer *full;
    struct pgy_http_answer *same; /* 304 */
    size_t size;
};

struct cached {
    char path[PATH_BYTES]; /* without ".ics" */
    struct form forms[CODINGS];
    struct pgy_stamp stamps[CODINGS]; /* of the files last looked at */
    int64_t modified;
    uint32_t crc; /* of the plain bytes: what a .gz has to hold */
    size_t len;
    uint64_t turn;          /* when the files were last looked at */
    int failed;             /* why the file last looked at is not served; told once */
    struct cached *chained; /* next in its bucket */
    struct cached *older;   /* by use */
    struct cached *newer;
};

struct pgy_feeds {
    int dir;
    uint64_t turn;
    size_t most_bytes;
    size_t most;
    size_t bytes;
    size_t n;
    struct cached *oldest;
    struct cached *newest;
    struct cached *buckets[BUCKETS];
};

struct pgy_feeds *pgy_feeds_new(size_t most_bytes, size_t most)
{
    struct pgy_feeds *feeds = calloc(1, sizeof *feeds);
    if (!feeds)
        abort(); /* as arenas do: nothing can go on without these few bytes */
    feeds->dir = -1;
    feeds->most_bytes = most_bytes;
    feeds->most = most;
    return feeds;
}

static struct cached **bucket_of(struct pgy_feeds *feeds, const char *path)
{
    uint32_t h = 2166136261u; /* FNV-1a; paths come from core, not from clients */
    for (const char *p = path; *p; p++)
        h = (h ^ (uint8_t)*p) * 16777619u;
    return &feeds->buckets[(h ^ h >> 16) % BUCKETS];
}

static void unlink_use(struct pgy_feeds *feeds, struct cached *c)
{
    *(c->older ? &c->older->newer : &feeds->oldest) = c->newer;
    *(c->newer ? &c->newer->older : &feeds->newest) = c->older;
    c->older = c->newer = NULL;
}

static void link_use(struct pgy_feeds *feeds, struct cached *c)
{
    c->older = feeds->newest;
    *(c->older ? &c->older->newer : &feeds->oldest) = c;
    feeds->newest = c;
}

static void clear_form(struct pgy_feeds *feeds, struct form *form)
{
    feeds->bytes -= form->size;
    pgy_http_answer_free(&form->full);
    pgy_http_answer_free(&form->same);
    *form = (struct form){0};
}

static void drop(struct pgy_feeds *feeds, struct cached *c)
{
    struct cached **at = bucket_of(feeds, c->path);
    while (*at != c)
        at = &(*at)->chained;
    *at = c->chained;
    unlink_use(feeds, c);
    for (size_t i = 0; i < CODINGS; i++)
        clear_form(feeds, &c->forms[i]);
    feeds->n--;
    free(c);
}

void pgy_feeds_free(struct pgy_feeds **feeds)
{
    if (!feeds || !*feeds)
        return;
    while ((*feeds)->oldest)
        drop(*feeds, (*feeds)->oldest);
    pgy_fd_close(&(*feeds)->dir);
    free(*feeds);
    *feeds = NULL;
}

void pgy_feeds_dir(struct pgy_feeds *feeds, int dir)
{
    pgy_fd_close(&feeds->dir);
    feeds->dir = dir;
    pgy_feeds_turn(feeds);
}

void pgy_feeds_turn(struct pgy_feeds *feeds)
{
    feeds->turn++;
}

/* The entry of a path, made where missing and now the last used; NULL when memory is short. */
static struct cached *entry_of(struct pgy_feeds *feeds, const char *path)
{
    struct cached **bucket = bucket_of(feeds, path);
    struct cached *c = *bucket;
    while (c && strcmp(c->path, path) != 0)
        c = c->chained;
    if (c) {
        unlink_use(feeds, c);
        link_use(feeds, c);
        return c;
    }
    if (strlen(path) >= PATH_BYTES || !(c = calloc(1, sizeof *c)))
        return NULL;
    memcpy(c->path, path, strlen(path) + 1);
    c->chained = *bucket;
    *bucket = c;
    link_use(feeds, c);
    feeds->n++;
    return c;
}

/* What was not used for longest makes room for what is being used. */
static void bound(struct pgy_feeds *feeds)
{
    while (feeds->oldest != feeds->newest &&
           (feeds->n > feeds->most || feeds->bytes > feeds->most_bytes))
        drop(feeds, feeds->oldest);
}

/* Makes both answers of a form; the old ones go only then. PGY_ELIMIT when memory is short. */
static int set_form(struct pgy_feeds *feeds, struct form *form, const char *etag, int64_t modified,
                    const struct pgy_buf *body, bool gzip)
{
    char date[PGY_HTTPDATE_TEXT];
    /* 304 says again what a cache may have to renew (RFC 9110 15.4.5); the rest describes a
     * body. */
    const struct pgy_http_header headers[] = {
        {"ETag", etag},
        {"Last-Modified", pgy_httpdate_text(modified, date)},
        {"Cache-Control", "private, max-age=300, must-revalidate"},
        {"Vary", "Accept-Encoding"},
        {"X-Robots-Tag", "noindex"},
        {"Referrer-Policy", "no-referrer"},
        {"X-Content-Type-Options", "nosniff"},
        {"Content-Type", "text/calendar; charset=utf-8"},
        {"Content-Disposition", "inline; filename=\"pgyd.ics\""},
        {gzip ? "Content-Encoding" : NULL, "gzip"},
        {NULL, NULL},
    };
    struct pgy_http_header brief[8] = {0};
    memcpy(brief, headers, 7 * sizeof *headers);
    struct form fresh = {.full = pgy_http_answer_new(200, headers, body->data, body->len),
                         .same = pgy_http_answer_new(304, brief, "", 0),
                         .size = body->len};
    if (!fresh.full || !fresh.same) {
        pgy_http_answer_free(&fresh.full);
        pgy_http_answer_free(&fresh.same);
        return PGY_ELIMIT;
    }
    snprintf(fresh.etag, sizeof fresh.etag, "%s", etag);
    clear_form(feeds, form);
    *form = fresh;
    feeds->bytes += fresh.size;
    return 0;
}

/* The whole calendar, from its first to its last line: core replaces files whole, so anything else
 * was damaged since. */
static bool whole_calendar(const struct pgy_buf *b)
{
    static const char begin[] = "BEGIN:VCALENDAR\r\n";
    static const char end[] = "END:VCALENDAR\r\n";
    return b->len >= sizeof begin + sizeof end && memcmp(b->data, begin, sizeof begin - 1) == 0 &&
           memcmp(b->data + b->len - (sizeof end - 1), end, sizeof end - 1) == 0;
}

static void etag_of(const void *bytes, size_t len, const char *coding, char etag[ETAG_BYTES])
{
    unsigned char hash[ETAG_HASH];
    char hex[2 * ETAG_HASH + 1];
    (void)crypto_generichash(hash, sizeof hash, bytes, len, NULL, 0);
    snprintf(etag, ETAG_BYTES, "\"%s%s\"", sodium_bin2hex(hex, sizeof hex, hash, sizeof hash),
             coding);
}

static int load_plain(struct pgy_feeds *feeds, struct cached *c, const char *file)
{
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(PGY_FEED_MAX);
    char etag[ETAG_BYTES];
    int rc = pgy_open_read(feeds->dir, file, &bytes);
    if (rc == 0 && !whole_calendar(&bytes))
        rc = PGY_ECORRUPT;
    if (rc != 0)
        return rc;
    etag_of(bytes.data, bytes.len, "", etag);
    int64_t modified = c->stamps[PLAIN].changed.tv_sec;
    if ((rc = set_form(feeds, &c->forms[PLAIN], etag, modified, &bytes, false)) != 0)
        return rc;
    c->modified = modified;
    c->len = bytes.len;
    c->crc = (uint32_t)crc32(0, (const unsigned char *)bytes.data, (unsigned)bytes.len);
    clear_form(feeds, &c->forms[GZIP]);
    c->stamps[GZIP] = (struct pgy_stamp){0};
    return 0;
}

static uint32_t little_endian(const unsigned char *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* The two files are replaced one after the other: only a .gz whose trailer (RFC 1952: CRC32,
 * length) is that of the plain bytes is used. */
static void load_gzip(struct pgy_feeds *feeds, struct cached *c, const char *file)
{
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(PGY_FEED_MAX);
    char etag[ETAG_BYTES];
    clear_form(feeds, &c->forms[GZIP]);
    if (pgy_open_read(feeds->dir, file, &bytes) != 0 || bytes.len < 18)
        return;
    const unsigned char *trailer = (const unsigned char *)bytes.data + bytes.len - 8;
    if (little_endian(trailer) != c->crc || little_endian(trailer + 4) != c->len)
        return;
    snprintf(etag, sizeof etag, "%.*s-gz\"", (int)strlen(c->forms[PLAIN].etag) - 1,
             c->forms[PLAIN].etag);
    (void)set_form(feeds, &c->forms[GZIP], etag, c->modified, &bytes, true);
}

/* Looks at the files and reads what changed. */
static void refresh(struct pgy_feeds *feeds, struct cached *c)
{
    char file[PATH_BYTES + 8];
    struct pgy_stamp stamp;
    snprintf(file, sizeof file, "%s.ics", c->path);
    int rc = pgy_stamp_of(feeds->dir, file, &stamp);
    if (rc == 0 && !pgy_stamp_same(&stamp, &c->stamps[PLAIN])) {
        c->stamps[PLAIN] = stamp;
        rc = load_plain(feeds, c, file);
        if (rc != 0)
            c->stamps[PLAIN] = (struct pgy_stamp){0};
    }
    if (rc != 0 && rc != c->failed)
        pgy_warn("feed %s: %s: %s", c->path, pgy_strerror(rc),
                 c->forms[PLAIN].full ? "serving it as it was" : "nothing to serve yet");
    c->failed = rc;
    if (rc != 0 || !c->forms[PLAIN].full)
        return;
    snprintf(file, sizeof file, "%s.ics.gz", c->path);
    if (pgy_stamp_of(feeds->dir, file, &stamp) == 0 && !pgy_stamp_same(&stamp, &c->stamps[GZIP])) {
        c->stamps[GZIP] = stamp;
        load_gzip(feeds, c, file);
    }
}

const struct pgy_http_answer *pgy_feeds_answer(struct pgy_feeds *feeds, const char *path,
                                               const struct pgy_http_request *request)
{
    struct cached *c = feeds->dir >= 0 ? entry_of(feeds, path) : NULL;
    if (!c)
        return NULL;
    if (c->turn != feeds->turn)
        refresh(feeds, c);
    c->turn = feeds->turn;
    bound(feeds);
    bool gzip = c->forms[GZIP].full && pgy_accepts_gzip(request->accept_encoding);
    const struct form *form = &c->forms[gzip ? GZIP : PLAIN];
    if (!form->full)
        return NULL;
    bool same = pgy_not_modified(request->if_none_match, request->if_modified_since, form->etag,
                                 c->modified, request->if_modified_since ? pgy_clock_now() : 0);
    return same ? form->same : form->full;
}
