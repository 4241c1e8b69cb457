/* SPDX-License-Identifier: BSD-2-Clause */
/* Fields in and out of frames, each read checked. Sockets are link.c's, what a frame means
 * wire.h's. */
#include "base/frame.h"

#include "base/err.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

enum { LEN_BYTES = 4 };
#define NULL_TEXT UINT32_MAX

size_t pgy_frame_begin(struct pgy_buf *buf, uint8_t type)
{
    size_t mark = buf->len;
    pgy_put_u32(buf, 0);
    pgy_put_u8(buf, type);
    return mark;
}

int pgy_frame_end(struct pgy_buf *buf, size_t mark)
{
    if (buf->err)
        return buf->err;
    size_t len = buf->len - mark - LEN_BYTES;
    if (len > PGY_FRAME_MAX) {
        buf->len = mark;
        return buf->err = PGY_ELIMIT;
    }
    for (size_t i = 0; i < LEN_BYTES; i++)
        buf->data[mark + i] = (char)(len >> (8 * i) & 0xff);
    return 0;
}

static void put_le(struct pgy_buf *buf, uint64_t v, size_t n)
{
    char *to = pgy_buf_reserve(buf, n);
    if (!to)
        return;
    for (size_t i = 0; i < n; i++)
        to[i] = (char)(v >> (8 * i) & 0xff);
    pgy_buf_commit(buf, n);
}

void pgy_put_u8(struct pgy_buf *buf, uint8_t v)
{
    put_le(buf, v, 1);
}

void pgy_put_u32(struct pgy_buf *buf, uint32_t v)
{
    put_le(buf, v, 4);
}

void pgy_put_i64(struct pgy_buf *buf, int64_t v)
{
    put_le(buf, (uint64_t)v, 8);
}

void pgy_put_f64(struct pgy_buf *buf, double v)
{
    uint64_t bits;
    memcpy(&bits, &v, sizeof bits);
    put_le(buf, bits, 8);
}

void pgy_put_str(struct pgy_buf *buf, const char *text)
{
    if (text)
        pgy_put_bytes(buf, text, strlen(text));
    else
        pgy_put_u32(buf, NULL_TEXT);
}

void pgy_put_bytes(struct pgy_buf *buf, const void *bytes, size_t len)
{
    if (len > PGY_FRAME_MAX) {
        buf->err = buf->err ? buf->err : PGY_ELIMIT;
        return;
    }
    pgy_put_u32(buf, (uint32_t)len);
    pgy_buf_add(buf, bytes, len);
}

static uint64_t le(const uint8_t *bytes, size_t n)
{
    uint64_t v = 0;
    for (size_t i = 0; i < n; i++)
        v |= (uint64_t)bytes[i] << (8 * i);
    return v;
}

int pgy_frame_cut(const void *bytes, size_t len, size_t max, struct pgy_frame *frame, size_t *used)
{
    const uint8_t *p = bytes;
    if (len < LEN_BYTES)
        return PGY_EAGAIN;
    size_t body = (size_t)le(p, LEN_BYTES);
    if (body == 0)
        return PGY_EPARSE;
    if (body > max)
        return PGY_ELIMIT;
    if (len - LEN_BYTES < body)
        return PGY_EAGAIN;
    *frame = (struct pgy_frame){.type = p[LEN_BYTES], .data = p + LEN_BYTES + 1, .len = body - 1};
    *used = LEN_BYTES + body;
    return 0;
}

static const uint8_t *take(struct pgy_frame *frame, size_t n)
{
    if (frame->err || frame->len - frame->pos < n) {
        frame->err = PGY_EPARSE;
        return NULL;
    }
    const uint8_t *p = frame->data + frame->pos;
    frame->pos += n;
    return p;
}

static uint64_t get_le(struct pgy_frame *frame, size_t n)
{
    const uint8_t *p = take(frame, n);
    return p ? le(p, n) : 0;
}

uint8_t pgy_get_u8(struct pgy_frame *frame)
{
    return (uint8_t)get_le(frame, 1);
}

uint32_t pgy_get_u32(struct pgy_frame *frame)
{
    return (uint32_t)get_le(frame, 4);
}

int64_t pgy_get_i64(struct pgy_frame *frame)
{
    return (int64_t)get_le(frame, 8);
}

double pgy_get_f64(struct pgy_frame *frame)
{
    uint64_t bits = get_le(frame, 8);
    double v;
    memcpy(&v, &bits, sizeof v);
    if (!isfinite(v)) {
        frame->err = PGY_EPARSE;
        return 0;
    }
    return v;
}

const void *pgy_get_bytes(struct pgy_frame *frame, size_t *len)
{
    uint32_t n = pgy_get_u32(frame);
    const uint8_t *p = frame->err ? NULL : take(frame, n);
    if (p)
        *len = n;
    return p;
}

char *pgy_get_str(struct pgy_frame *frame, struct pgy_arena *arena)
{
    uint32_t n = pgy_get_u32(frame);
    if (frame->err || n == NULL_TEXT)
        return NULL;
    const char *p = (const char *)take(frame, n);
    if (!p)
        return NULL;
    if (memchr(p, 0, n) || !pgy_utf8_valid(p, n)) {
        frame->err = PGY_EPARSE;
        return NULL;
    }
    return pgy_arena_strndup(arena, p, n);
}

int pgy_frame_done(const struct pgy_frame *frame)
{
    return frame->err || frame->pos != frame->len ? PGY_EPARSE : 0;
}
