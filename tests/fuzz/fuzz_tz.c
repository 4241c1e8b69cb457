/* SPDX-License-Identifier: BSD-2-Clause */
/* TZif bytes and footers: nothing crashes, and what was accepted answers consistently. */
#include "base/tz.h"

#include "base/tzrule.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { DAY = 86400, MAX_STEPS = 64 };

static void must(bool ok)
{
    if (!ok)
        abort();
}

static int64_t wall_at(const struct pgy_tz *tz, int64_t utc)
{
    return utc + pgy_tz_offset(tz, utc, NULL, NULL);
}

/* The instant of a wall time: the clock shows it then, or jumps over it at that very second. */
static void resolve(const struct pgy_tz *tz, int64_t wall)
{
    int64_t day = wall / DAY - (wall % DAY < 0);
    if (day < pgy_civil_day(1901, 1, 1) || day > pgy_civil_day(9998, 1, 1))
        return;
    int32_t second = (int32_t)(wall - day * DAY), back;
    int64_t utc = pgy_tz_instant(tz, (pgy_day)day, second);
    must(wall_at(tz, utc) >= wall);
    must(wall_at(tz, utc - 1) < wall);
    must(pgy_tz_day(tz, utc, &back) != PGY_NO_DAY && back >= 0 && back < DAY);
}

static void walk(const struct pgy_tz *tz, int64_t utc)
{
    for (int i = 0; i < MAX_STEPS && pgy_tz_next(tz, utc, &utc); i++) {
        const char *abbreviation;
        bool dst;
        int32_t offset = pgy_tz_offset(tz, utc, &abbreviation, &dst);
        must(*abbreviation && offset > -26 * 3600 && offset < 27 * 3600);
        if (utc > -((int64_t)1 << 50)) {
            for (int32_t d = -2; d <= 2; d++)
                resolve(tz, utc + offset + d * 1800);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pgy_tz *tz = NULL;
    struct pgy_tzrule rule;
    if (pgy_tz_parse("Fuzz/Zone", data, size, &tz) == 0) {
        must(*pgy_tz_footer(tz) == '\0' || pgy_tzrule_parse(pgy_tz_footer(tz), &rule) == 0);
        walk(tz, INT64_MIN);
        walk(tz, 0);
        walk(tz, (int64_t)pgy_civil_day(9990, 1, 1) * DAY);
        resolve(tz, 0);
    }
    pgy_tz_free(&tz);

    char *text = malloc(size + 1);
    if (!text)
        return 0;
    if (size)
        memcpy(text, data, size);
    text[size] = '\0';
    if (pgy_tzrule_parse(text, &rule) == 0) {
        int64_t end, utc = -((int64_t)1 << 40);
        for (int i = 0; i < MAX_STEPS && utc != INT64_MAX; i++, utc = end) {
            (void)pgy_tzrule_at(&rule, utc, &end);
            must(end > utc);
        }
    }
    free(text);
    return 0;
}
