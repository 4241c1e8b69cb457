/* SPDX-License-Identifier: BSD-2-Clause */
/* Which formats there are. Each is a file of its own. */
#include "report/doc.h"

#include "base/err.h"

#include <string.h>

static const struct {
    const char *name;
    void (*render)(const struct pgy_part *, size_t, const char *, struct pgy_buf *);
} formats[] = {
    [PGY_DOC_TEXT] = {"text", pgy_doc_text},
    [PGY_DOC_MARKDOWN] = {"markdown", pgy_doc_markdown},
    [PGY_DOC_HTML] = {"html", pgy_doc_html},
    [PGY_DOC_JSON] = {"json", pgy_doc_json},
};

int pgy_doc_format_parse(const char *text, enum pgy_doc_format *format)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (strcmp(text, formats[i].name) == 0) {
            *format = (enum pgy_doc_format)i;
            return 0;
        }
    }
    return PGY_EINVAL;
}

int pgy_doc_render(const struct pgy_part *parts, size_t n, enum pgy_doc_format format,
                   const char *title, struct pgy_buf *out)
{
    if ((size_t)format >= sizeof formats / sizeof formats[0])
        return PGY_EINVAL;
    formats[format].render(parts, n, title, out);
    return out->err;
}
