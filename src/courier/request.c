/* SPDX-License-Identifier: BSD-2-Clause */
/* The parts of a request that targets share. What each target says is its own file's. */
#include "courier/target.h"

#include "base/err.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

int pgy_request_header(struct pgy_request *request, const char *name, const char *value,
                       struct pgy_arena *arena)
{
    if (request->nheaders == PGY_REQUEST_HEADERS || pgy_has_controls(value, strlen(value), ""))
        return PGY_EINVAL;
    request->headers[request->nheaders++] = pgy_arena_printf(arena, "%s: %s", name, value);
    return 0;
}

int pgy_request_json(struct pgy_request *request, json_t *json, size_t max, struct pgy_arena *arena)
{
    char *text = json_dumps(json, JSON_COMPACT);
    json_decref(json);
    if (!text)
        return PGY_ELIMIT;
    int rc = strlen(text) <= max ? 0 : PGY_ELIMIT;
    if (rc == 0)
        request->body = pgy_arena_strdup(arena, text);
    free(text);
    return rc;
}
