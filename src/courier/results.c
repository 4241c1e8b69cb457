/* SPDX-License-Identifier: BSD-2-Clause */
/* A ring of outcomes that the core may not have written down yet. */
#include "courier/results.h"

#include "base/frame.h"
#include "base/wire.h"

#include <stdlib.h>
#include <string.h>

static struct pgy_kept *at(struct pgy_results *results, size_t i)
{
    return &results->list[(results->first + i) % PGY_RESULTS_MAX];
}

static void drop_first(struct pgy_results *results)
{
    free((char *)at(results, 0)->result.error);
    results->first = (results->first + 1) % PGY_RESULTS_MAX;
    results->n--;
}

void pgy_results_add(struct pgy_results *results, const struct pgy_result *result)
{
    if (results->n == PGY_RESULTS_MAX)
        drop_first(results);
    struct pgy_kept *kept = at(results, results->n++);
    *kept = (struct pgy_kept){.result = *result};
    kept->result.error = strdup(result->error); /* without memory the core gets the outcome alone */
}

void pgy_results_tell(struct pgy_results *results, struct pgy_buf *out, int64_t now_ms)
{
    for (size_t i = 0; i < results->n; i++) {
        struct pgy_kept *kept = at(results, i);
        if (kept->told_ms != 0)
            continue;
        size_t mark = pgy_frame_begin(out, PGY_C_RESULT);
        pgy_put_i64(out, kept->result.row);
        pgy_put_u32(out, kept->result.attempt);
        pgy_put_u8(out, (uint8_t)kept->result.outcome);
        pgy_put_i64(out, kept->result.status);
        pgy_put_i64(out, kept->result.retry_after);
        pgy_put_str(out, kept->result.error ? kept->result.error : "");
        if (pgy_frame_end(out, mark) != 0)
            return;
        kept->told_ms = now_ms > 0 ? now_ms : 1;
        results->told++;
    }
}

void pgy_results_hold(struct pgy_results *results, int64_t now_ms)
{
    while (results->n > 0 && at(results, 0)->told_ms != 0 &&
           now_ms - at(results, 0)->told_ms > PGY_RESULTS_AGAIN_MS)
        drop_first(results);
    for (size_t i = 0; i < results->n; i++)
        at(results, i)->told_ms = 0;
    results->told = 0;
}

void pgy_results_free(struct pgy_results *results)
{
    while (results->n > 0)
        drop_first(results);
}
