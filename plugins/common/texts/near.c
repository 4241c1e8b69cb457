/* SPDX-License-Identifier: BSD-2-Clause */
/* Which names are near enough to be meant. What is said about them is the caller's. */
#include "plugins/common/texts/near.h"

#include "plugins/common/pgc.h"

#include <string.h>

enum { LONGEST = 63, FARTHER = 2 };

static char small(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static unsigned smaller(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

unsigned pgc_near_distance(const char *a, const char *b)
{
    unsigned rows[3][LONGEST + 1], *older = rows[0], *before = rows[1], *row = rows[2];
    size_t la = strlen(a), lb = strlen(b);
    if (la > LONGEST || lb > LONGEST)
        return LONGEST + 1;
    for (size_t j = 0; j <= lb; j++)
        before[j] = (unsigned)j;
    for (size_t i = 1; i <= la; i++) {
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= lb; j++) {
            char x = small(a[i - 1]), y = small(b[j - 1]);
            row[j] = smaller(before[j - 1] + (x != y), smaller(before[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && x == small(b[j - 2]) && small(a[i - 2]) == y)
                row[j] = smaller(row[j], older[j - 2] + 1);
        }
        unsigned *spare = older;
        older = before;
        before = row;
        row = spare;
    }
    return before[lb];
}

/* One letter in three, begun or whole; never all of them, which would be another name. */
static unsigned limit(const char *wanted)
{
    size_t n = strlen(wanted), slips = (n + 2) / 3;
    return (unsigned)(slips < n ? slips : n > 0 ? n - 1 : 0);
}

void pgc_near_add(struct pgc_near *near, const char *name, unsigned distance)
{
    uint32_t at = near->n, last = PGC_NEAR - 1;
    for (uint32_t i = 0; i < near->n; i++) {
        if (strcmp(near->name[i], name) == 0)
            return;
    }
    while (at > 0 && near->distance[at - 1] > distance)
        at--;
    if (at == PGC_NEAR)
        return;
    if (near->n < PGC_NEAR)
        last = near->n++;
    memmove(near->name[at + 1], near->name[at], (last - at) * sizeof near->name[at]);
    memmove(&near->distance[at + 1], &near->distance[at], (last - at) * sizeof near->distance[at]);
    pgc_format(near->name[at], sizeof near->name[at], "%s", name);
    near->distance[at] = distance;
}

void pgc_near_try(struct pgc_near *near, const char *name)
{
    unsigned distance = pgc_near_distance(near->wanted, name);
    if (distance <= limit(near->wanted))
        pgc_near_add(near, name, distance);
}

const char *pgc_near_best(const struct pgc_near *near)
{
    return near->n ? near->name[0] : NULL;
}

const char *pgc_near_list(const struct pgc_near *near, char *out, size_t size)
{
    out[0] = '\0';
    for (uint32_t i = 0; i < near->n && near->distance[i] <= near->distance[0] + FARTHER; i++)
        pgc_append(out, size, "%s%s", i ? ", " : "", near->name[i]);
    return out;
}
