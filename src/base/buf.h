/* SPDX-License-Identifier: BSD-2-Clause */
/* Growable byte buffers with a mandatory maximum. The first failure sticks, so a run of appends is
 * checked once. */
#ifndef PGY_BASE_BUF_H
#define PGY_BASE_BUF_H

#include <stddef.h>
#include <stdint.h>

struct pgy_buf {
    char *data;  /* NUL-terminated once anything was appended; NULL before */
    size_t len;  /* bytes without that NUL */
    size_t size; /* bytes allocated */
    size_t max;  /* most bytes it may ever hold */
    /* 0, or PGY_ELIMIT / -ENOMEM after the first append that failed; later appends do nothing */
    int err;
};

#define PGY_BUF_INIT(maximum) ((struct pgy_buf){.max = (maximum)})
#define PGY_BUF_CLEANUP __attribute__((cleanup(pgy_buf_free)))

/* Releases the bytes; the buffer is empty and usable again, with the same maximum. */
void pgy_buf_free(struct pgy_buf *buf);
/* Forgets content and error, keeps the memory. */
void pgy_buf_clear(struct pgy_buf *buf);
/* Each returns buf->err. */
int pgy_buf_add(struct pgy_buf *buf, const void *bytes, size_t len);
int pgy_buf_str(struct pgy_buf *buf, const char *text);
int pgy_buf_char(struct pgy_buf *buf, char c);
int pgy_buf_printf(struct pgy_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Makes room for len more bytes and returns where to write them, or NULL after setting the error;
 * pgy_buf_commit counts them. */
char *pgy_buf_reserve(struct pgy_buf *buf, size_t len);
void pgy_buf_commit(struct pgy_buf *buf, size_t len);
/* Removes the first len bytes. */
void pgy_buf_consume(struct pgy_buf *buf, size_t len);
/* The content as a text: never NULL. */
const char *pgy_buf_text(const struct pgy_buf *buf);

#endif
