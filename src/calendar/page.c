/* SPDX-License-Identifier: BSD-2-Clause */
/* zlib, so used that compressed pieces can be put together. Which pieces there are is cache.c's. */
#include "calendar/page.h"

#include "base/err.h"

#include <errno.h>
#include <stdlib.h>
#define ZLIB_CONST /* inputs are const */
#include <zlib.h>

enum { MAX_PLAIN = 1 << 30, WINDOW = 15, MEMORY = 8 };

static void put_le32(struct pgy_buf *buf, uint32_t v)
{
    const unsigned char bytes[] = {(unsigned char)v, (unsigned char)(v >> 8),
                                   (unsigned char)(v >> 16), (unsigned char)(v >> 24)};
    pgy_buf_add(buf, bytes, sizeof bytes);
}

/* Feeds the parts through a stream whose output is large enough for whatever comes. */
static int pack(z_stream *z, const struct pgy_page_part *parts, size_t n, struct pgy_page *page)
{
    page->crc = (uint32_t)crc32(0, NULL, 0);
    for (size_t i = 0; i < n; i++) {
        page->crc =
            (uint32_t)crc32_z(page->crc, (const unsigned char *)parts[i].bytes, parts[i].len);
        z->next_in = (const unsigned char *)parts[i].bytes;
        z->avail_in = (uInt)parts[i].len;
        if (deflate(z, Z_NO_FLUSH) == Z_STREAM_ERROR || z->avail_in)
            return PGY_ELIMIT;
    }
    if (deflate(z, Z_FULL_FLUSH) != Z_OK || z->avail_out == 0)
        return PGY_ELIMIT;
    page->packed_len = z->total_out;
    return 0;
}

int pgy_page_new(const struct pgy_page_part *parts, size_t n, struct pgy_page **page)
{
    size_t len = 0;
    for (size_t i = 0; i < n; i++) {
        if (parts[i].len > MAX_PLAIN - len)
            return PGY_ELIMIT;
        len += parts[i].len;
    }
    z_stream z = {0};
    if (deflateInit2(&z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -WINDOW, MEMORY, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        return -ENOMEM;
    size_t bound = deflateBound(&z, len) + 16; /* the flush adds an empty block */
    struct pgy_page *made = malloc(sizeof *made + bound);
    int err = made ? 0 : -ENOMEM;
    if (made) {
        *made = (struct pgy_page){.parts = n, .len = len};
        z.next_out = made->packed;
        z.avail_out = (uInt)bound;
        err = pack(&z, parts, n, made);
    }
    deflateEnd(&z);
    if (err) {
        free(made);
        return err;
    }
    struct pgy_page *small = realloc(made, sizeof *made + made->packed_len);
    *page = small ? small : made;
    return 0;
}

int pgy_page_gzip(struct pgy_buf *buf, const struct pgy_page *const *pages, size_t n)
{
    /* RFC 1952 2.3: deflate, no flags, no moment of its making: equal feeds are equal bytes;
     * unknown system. */
    static const unsigned char head[] = {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255};
    /* the empty final block that ends a deflate stream */
    static const unsigned char last[] = {3, 0};
    uint32_t crc = (uint32_t)crc32(0, NULL, 0), size = 0;
    pgy_buf_add(buf, head, sizeof head);
    for (size_t i = 0; i < n; i++) {
        pgy_buf_add(buf, pages[i]->packed, pages[i]->packed_len);
        crc = (uint32_t)crc32_combine(crc, pages[i]->crc, (z_off_t)pages[i]->len);
        size += (uint32_t)pages[i]->len;
    }
    pgy_buf_add(buf, last, sizeof last);
    put_le32(buf, crc);
    put_le32(buf, size);
    return buf->err;
}
