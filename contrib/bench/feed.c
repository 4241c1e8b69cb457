/* SPDX-License-Identifier: BSD-2-Clause */
/* Bench: what one changed item of a large feed costs, against building that feed anew; both until
 * the bytes, plain and gzip, are there. feed [ITEMS] prints both medians and their ratio; aim: 50.
 * Build with `make contrib/bench/feed`. */
#include "synthetic.h"

#include "base/clock.h"

#include <stdlib.h>

enum { ROUNDS = 21, FRESH_ROUNDS = 3 };

static struct pgy_buf plain = PGY_BUF_INIT(1 << 28), gzip_bytes = PGY_BUF_INIT(1 << 28);

static int number_compare(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

static double median(double *numbers, size_t n)
{
    qsort(numbers, n, sizeof *numbers, number_compare);
    return numbers[n / 2];
}

/* One update up to the bytes. */
static void update(struct pgy_feed *feed, const struct pgy_timeline *timeline,
                   const struct pgy_tz *person)
{
    bool changed = false;
    size_t refused = 0;
    if (pgy_feed_update(feed, timeline, person, &changed, &refused) || refused || !changed) {
        fputs("feed: the update failed\n", stderr);
        exit(1);
    }
    pgy_buf_clear(&plain);
    pgy_buf_clear(&gzip_bytes);
    if (pgy_feed_bytes(feed, &plain, &gzip_bytes)) {
        fputs("feed: the bytes failed\n", stderr);
        exit(1);
    }
}

static double fresh_ms(const struct pgy_timeline *timeline, const struct pgy_tz *person)
{
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    int64_t begin = pgy_clock_mono_ms();
    struct pgy_feed *feed = pgy_feed_new(&spec);
    update(feed, timeline, person);
    double ms = (double)(pgy_clock_mono_ms() - begin);
    pgy_feed_free(&feed);
    return ms;
}

/* One item changes its title and revision, each time another one; several times in a row, since the
 * clock counts whole milliseconds. */
static double changed_ms(struct pgy_feed *feed, struct pgy_timeline *timeline,
                         const struct pgy_tz *person)
{
    enum { TIMES = 20 };
    static size_t turn;
    int64_t begin = pgy_clock_mono_ms();
    for (size_t i = 0; i < TIMES; i++, turn++) {
        struct pgy_item *item = &timeline->items[turn * 7919 % timeline->n];
        item->title = turn % 2 ? "A title that was changed" : "A title that was changed again";
        item->sequence++;
        item->revised += 60;
        item->hash += 1000003;
        update(feed, timeline, person);
    }
    return (double)(pgy_clock_mono_ms() - begin) / TIMES;
}

int main(int argc, char **argv)
{
    size_t n = argc > 1 ? strtoul(argv[1], NULL, 10) : 10000;
    double fresh[FRESH_ROUNDS], changed[ROUNDS];
    struct pgy_tz *person = NULL;
    if (n == 0 || pgy_tz_load("America/New_York", &person)) {
        fputs("usage: feed [ITEMS]; needs the time zone America/New_York\n", stderr);
        return 2;
    }
    pgy_calendar_open();
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_timeline *timeline = synthetic_many(arena, n);
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    update(feed, timeline, person);
    for (size_t i = 0; i < FRESH_ROUNDS; i++)
        fresh[i] = fresh_ms(timeline, person);
    for (size_t i = 0; i < ROUNDS; i++)
        changed[i] = changed_ms(feed, timeline, person);
    double all = median(fresh, FRESH_ROUNDS), one = median(changed, ROUNDS);
    printf("items %zu, bytes %zu, gzip %zu\n", n, plain.len, gzip_bytes.len);
    printf("built anew %.1f ms, one item changed %.3f ms, ratio %.0f (aim 50)\n", all, one,
           all / one);
    pgy_feed_free(&feed);
    pgy_arena_free(&arena);
    pgy_tz_free(&person);
    pgy_buf_free(&plain);
    pgy_buf_free(&gzip_bytes);
    pgy_calendar_close();
    return 0;
}
