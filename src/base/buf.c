/* SPDX-License-Identifier: BSD-2-Clause */
/* The one growing buffer: every append checks the limit first, and after the first failure does
 * nothing. */
#include "base/buf.h"

#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void pgy_buf_free(struct pgy_buf *buf)
{
    free(buf->data);
    *buf = PGY_BUF_INIT(buf->max);
}

void pgy_buf_clear(struct pgy_buf *buf)
{
    buf->len = 0;
    buf->err = 0;
    if (buf->data)
        buf->data[0] = '\0';
}

char *pgy_buf_reserve(struct pgy_buf *buf, size_t len)
{
    if (buf->err)
        return NULL;
    if (len > buf->max || buf->len > buf->max - len) {
        buf->err = PGY_ELIMIT;
        return NULL;
    }
    size_t need = buf->len + len + 1;
    if (need > buf->size) {
        size_t grown = buf->size ? buf->size : 64;
        while (grown < need)
            grown += grown / 2 + 1;
        if (grown > buf->max + 1)
            grown = buf->max + 1;
        char *data = realloc(buf->data, grown);
        if (!data) {
            buf->err = -ENOMEM;
            return NULL;
        }
        buf->data = data;
        buf->size = grown;
    }
    return buf->data + buf->len;
}

void pgy_buf_commit(struct pgy_buf *buf, size_t len)
{
    buf->len += len;
    buf->data[buf->len] = '\0';
}

int pgy_buf_add(struct pgy_buf *buf, const void *bytes, size_t len)
{
    char *to = pgy_buf_reserve(buf, len);
    if (!to)
        return buf->err;
    if (len)
        memcpy(to, bytes, len);
    pgy_buf_commit(buf, len);
    return 0;
}

int pgy_buf_str(struct pgy_buf *buf, const char *text)
{
    return pgy_buf_add(buf, text, strlen(text));
}

int pgy_buf_char(struct pgy_buf *buf, char c)
{
    return pgy_buf_add(buf, &c, 1);
}

int pgy_buf_printf(struct pgy_buf *buf, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    int len = vsnprintf(NULL, 0, format, ap);
    va_end(ap);
    if (len < 0)
        return buf->err = buf->err ? buf->err : PGY_EINVAL;
    char *to = pgy_buf_reserve(buf, (size_t)len);
    if (!to)
        return buf->err;
    va_start(ap, format);
    vsnprintf(to, (size_t)len + 1, format, ap);
    va_end(ap);
    pgy_buf_commit(buf, (size_t)len);
    return 0;
}

void pgy_buf_consume(struct pgy_buf *buf, size_t len)
{
    if (len >= buf->len) {
        buf->len = 0;
    } else {
        memmove(buf->data, buf->data + len, buf->len - len);
        buf->len -= len;
    }
    if (buf->data)
        buf->data[buf->len] = '\0';
}

const char *pgy_buf_text(const struct pgy_buf *buf)
{
    return buf->data ? buf->data : "";
}
