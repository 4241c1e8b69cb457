/* SPDX-License-Identifier: BSD-2-Clause */
/* Two calls of libuuid, and the namespace they share. */
#include "base/uuid.h"

#include <string.h>
#include <uuid/uuid.h>

/* uuid5(NAMESPACE_DNS, "pgyd.invalid"), worked out once with Python's uuid module. */
static const uuid_t namespace = {0x63, 0x2b, 0x86, 0x00, 0x40, 0xda, 0x58, 0xda,
                                 0x94, 0x13, 0x88, 0xca, 0x4a, 0x02, 0xdf, 0xf8};

const char *pgy_uuid_name(const char *name, char text[PGY_UUID_TEXT])
{
    uuid_t id;
    uuid_generate_sha1(id, namespace, name, strlen(name));
    uuid_unparse_lower(id, text);
    return text;
}

const char *pgy_uuid_random(char text[PGY_UUID_TEXT])
{
    uuid_t id;
    uuid_generate_random(id);
    uuid_unparse_lower(id, text);
    return text;
}
