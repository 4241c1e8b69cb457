/* SPDX-License-Identifier: BSD-2-Clause */
#ifndef PGY_CONFIG_EXPLAIN_H
#define PGY_CONFIG_EXPLAIN_H

#include "base/buf.h"
#include "config/schema.h"

#include <jansson.h>

/* `pgyctl explain [SECTION[.KEY]]` as text: all sections in one line each; one section with its
 * keys; one key whole. PGY_ENOTFOUND after writing the nearest names into out. */
int pgy_explain_text(const struct pgy_schema *schema, const char *what, struct pgy_buf *out);
/* The same as JSON (a new reference): {"sections": [...]}, a section, or a key; {"error": ...} when
 * there is no such thing. */
json_t *pgy_explain_json(const struct pgy_schema *schema, const char *what);
/* The manual page pgyd.ini(5) in man(7) format: grammar, types, every section and key
 * (man.c). */
int pgy_explain_man(const struct pgy_schema *schema, struct pgy_buf *out);

#endif
