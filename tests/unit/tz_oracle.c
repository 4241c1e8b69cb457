/* SPDX-License-Identifier: BSD-2-Clause */
/* Prints what pgyd makes of zones, for test_tz_zoneinfo.py to recompute with another
 * implementation. */
/* usage: tz_oracle DIRECTORY|- FROM TO ZONE...   (-: pgy_tz_load; FROM and TO:
 * years) Lines: "zone NAME"; "at UTC OFFSET DST ABBREVIATION", the second before and the second of
 * each change; "wall WALL UTC", where WALL is seconds since 1970-01-01 00:00 as the clock shows
 * it. */
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/tz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAY = 86400 };

static void print_at(const struct pgy_tz *tz, int64_t utc)
{
    const char *abbreviation;
    bool dst;
    int32_t offset = pgy_tz_offset(tz, utc, &abbreviation, &dst);
    printf("at %lld %d %d %s\n", (long long)utc, offset, dst, abbreviation);
}

static void print_wall(const struct pgy_tz *tz, int64_t wall)
{
    int64_t day = wall / DAY - (wall % DAY < 0);
    int64_t utc = pgy_tz_instant(tz, (pgy_day)day, (int32_t)(wall - day * DAY));
    printf("wall %lld %lld\n", (long long)wall, (long long)utc);
}

/* Around the gap or overlap: its first and last second, one beyond either, its middle, and an hour
 * and a day away. */
static void print_walls(const struct pgy_tz *tz, int64_t utc)
{
    int64_t a = utc + pgy_tz_offset(tz, utc - 1, NULL, NULL),
            b = utc + pgy_tz_offset(tz, utc, NULL, NULL);
    int64_t low = a < b ? a : b, high = a < b ? b : a;
    const int64_t walls[] = {low - DAY,
                             low - 3600,
                             low - 1,
                             low,
                             low + 1,
                             low + (high - low) / 2,
                             high - 1 + (high == low),
                             high,
                             high + 1,
                             high + 3600,
                             high + DAY};
    for (size_t i = 0; i < sizeof walls / sizeof walls[0]; i++)
        print_wall(tz, walls[i]);
}

static int load(const char *directory, const char *name, struct pgy_tz **tz)
{
    if (strcmp(directory, "-") == 0)
        return pgy_tz_load(name, tz);
    char path[4096];
    struct pgy_buf bytes PGY_BUF_CLEANUP = PGY_BUF_INIT(1 << 20);
    snprintf(path, sizeof path, "%s/%s", directory, name);
    int err = pgy_file_read(path, &bytes);
    return err ? err : pgy_tz_parse(name, pgy_buf_text(&bytes), bytes.len, tz);
}

int main(int argc, char **argv)
{
    if (argc < 5)
        return 2;
    int64_t from = (int64_t)pgy_civil_day((int)strtol(argv[2], NULL, 10), 1, 1) * DAY;
    int64_t to = (int64_t)pgy_civil_day((int)strtol(argv[3], NULL, 10) + 1, 1, 1) * DAY;
    for (int i = 4; i < argc; i++) {
        struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
        int err = load(argv[1], argv[i], &tz);
        if (err) {
            fprintf(stderr, "%s: %s\n", argv[i], pgy_strerror(err));
            return 1;
        }
        printf("zone %s\n", argv[i]);
        print_at(tz, from);
        for (int64_t utc = from; pgy_tz_next(tz, utc, &utc) && utc < to;) {
            print_at(tz, utc - 1);
            print_at(tz, utc);
            print_walls(tz, utc);
        }
    }
    return 0;
}
