/* SPDX-License-Identifier: BSD-2-Clause */
/* The one codec between pgyd's processes: little-endian u32 length | u8 type | fields. The length
 * counts type and fields. Both ends ship together, so fields have no tags: a change raises
 * PGY_FRAME_VERSION, which the first frame (hello) carries. */
#ifndef PGY_BASE_FRAME_H
#define PGY_BASE_FRAME_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PGY_FRAME_VERSION = 2, PGY_FRAME_MAX = 1024 * 1024 };

/* Writing. begin, then fields, then end; the buffer's sticky error is the result. Frames over
 * PGY_FRAME_MAX set PGY_ELIMIT. */
size_t pgy_frame_begin(struct pgy_buf *buf, uint8_t type);
int pgy_frame_end(struct pgy_buf *buf, size_t mark);
void pgy_put_u8(struct pgy_buf *buf, uint8_t v);
void pgy_put_u32(struct pgy_buf *buf, uint32_t v);
void pgy_put_i64(struct pgy_buf *buf, int64_t v);
void pgy_put_f64(struct pgy_buf *buf, double v);
/* A text, or NULL (kept apart from ""). */
void pgy_put_str(struct pgy_buf *buf, const char *text);
void pgy_put_bytes(struct pgy_buf *buf, const void *bytes, size_t len);

/* Reading. Borrows the bytes it was cut from. The first bad field sets err and every later read
 * returns 0 or NULL. */
struct pgy_frame {
    uint8_t type;
    const uint8_t *data;
    size_t len;
    size_t pos;
    int err;
};

/* Cuts the first frame off len bytes: 0 with *frame and *used (bytes it took), PGY_EAGAIN (more
 * bytes needed), PGY_ELIMIT (announces more than max bytes), PGY_EPARSE (length 0). Nothing is
 * allocated. */
int pgy_frame_cut(const void *bytes, size_t len, size_t max, struct pgy_frame *frame, size_t *used);
uint8_t pgy_get_u8(struct pgy_frame *frame);
uint32_t pgy_get_u32(struct pgy_frame *frame);
int64_t pgy_get_i64(struct pgy_frame *frame);
double pgy_get_f64(struct pgy_frame *frame);
/* A text copied into the arena: valid UTF-8 without NUL, at most PGY_FRAME_MAX bytes; NULL when
 * NULL was sent or on error. */
char *pgy_get_str(struct pgy_frame *frame, struct pgy_arena *arena);
/* Bytes borrowed from the frame; *len is set. NULL on error. */
const void *pgy_get_bytes(struct pgy_frame *frame, size_t *len);
/* 0 when every field was read without error and none is left; else PGY_EPARSE. */
int pgy_frame_done(const struct pgy_frame *frame);

#endif
