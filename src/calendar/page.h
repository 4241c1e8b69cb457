/* SPDX-License-Identifier: BSD-2-Clause */
/* Compressed pieces of a feed, so that a change compresses one piece and not the whole: each is a
 * raw deflate stream of its own that ends at a byte (Z_FULL_FLUSH); a gzip member (RFC 1952) is
 * made of any sequence of them. */
#ifndef PGY_CALENDAR_PAGE_H
#define PGY_CALENDAR_PAGE_H

#include "base/buf.h"

#include <stddef.h>
#include <stdint.h>

/* Which updates of a feed made and last used a piece: what neither the last nor this one used is
 * freed. */
struct pgy_page_use {
    uint64_t born, seen;
};

struct pgy_page {
    struct pgy_page_use used;
    size_t parts; /* how many it was made from */
    size_t len;   /* of the plain bytes */
    uint32_t crc; /* of the plain bytes */
    size_t packed_len;
    unsigned char packed[];
};

struct pgy_page_part {
    const char *bytes;
    size_t len;
};

/* Compresses the parts as one piece; free with free(). -ENOMEM, or PGY_ELIMIT when they are 1 GiB
 * or more. */
int pgy_page_new(const struct pgy_page_part *parts, size_t n, struct pgy_page **page);
/* The gzip member of the pages, appended. The same pages always give the same bytes. Returns
 * buf->err. */
int pgy_page_gzip(struct pgy_buf *buf, const struct pgy_page *const *pages, size_t n);

#endif
