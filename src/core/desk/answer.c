/* SPDX-License-Identifier: BSD-2-Clause */
/* Answers and refusals, as frames to a client. What they say is the commands'. */
#include "core/desk/inside.h"

#include "base/wire.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 256 * 1024 };

void core_client_answer(struct core_client *client, int status, json_t *answer)
{
    char *text = answer ? json_dumps(answer, JSON_COMPACT | JSON_ENSURE_ASCII) : NULL;
    json_decref(answer);
    const char *p = text ? text : "{\"error\":\"out of memory\"}";
    size_t len = strlen(p);
    /* Answers are ASCII, so a cut anywhere is a valid text. */
    for (; len > CHUNK; p += CHUNK, len -= CHUNK) {
        size_t mark = pgy_frame_begin(&client->link.out, PGY_X_CHUNK);
        pgy_put_bytes(&client->link.out, p, CHUNK);
        pgy_frame_end(&client->link.out, mark);
    }
    size_t mark = pgy_frame_begin(&client->link.out, PGY_X_ANSWER);
    pgy_put_i64(&client->link.out, text ? status : 1);
    pgy_put_str(&client->link.out, p);
    pgy_frame_end(&client->link.out, mark);
    free(text);
    client->answered = true;
    core_watch_flush(&client->watch, &client->link);
}

void core_client_refuse(struct core_client *client, int status, const char *nearest,
                        const char *format, ...)
{
    char text[1024];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    json_t *answer = json_pack("{ss}", "error", text);
    if (!answer)
        answer = json_pack("{ss}", "error", "the request holds text that is not UTF-8");
    if (nearest)
        json_object_set_new(answer, "nearest", json_string(nearest));
    core_client_answer(client, status, answer);
}
