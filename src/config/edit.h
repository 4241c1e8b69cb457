/* SPDX-License-Identifier: BSD-2-Clause */
/* `pgyctl set` and `unset` on a configuration's text: comments, order and blank lines stay. Pure:
 * text in, text out. */
#ifndef PGY_CONFIG_EDIT_H
#define PGY_CONFIG_EDIT_H

#include "base/buf.h"

/* section is written as in the file: "contact:alvarez" or "person". Sets the key where it stands,
 * else after the section's last key, else in a new section at the end. value NULL removes the key
 * (key NULL: the whole section). PGY_ENOTFOUND: nothing to remove. PGY_EINVAL: a line break or
 * blank in a name, a line break in the value. out receives the whole new text. */
int pgy_edit_set(const char *text, size_t len, const char *section, const char *key,
                 const char *value, struct pgy_buf *out);

#endif
