/* SPDX-License-Identifier: BSD-2-Clause */
/* Prints a feed of a fixed, synthetic timeline, for readers that are not ours: feed_dump STYLE,
 * feed_dump STYLE COUNT (many items), or feed_dump STYLE - (items whose title and detail come from
 * standard input, each text ended by a NUL). */
#include "synthetic.h"

#include "base/arena.h"
#include "base/tz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Title, detail, title, detail ... */
static struct pgy_timeline *from_input(struct pgy_arena *arena)
{
    enum { MOST = 4096, SIZE = 4 << 20 };
    struct pgy_timeline *timeline = synthetic_timeline(arena, MOST);
    char *text = pgy_arena_alloc(arena, SIZE);
    const char *end = text + fread(text, 1, SIZE - 1, stdin);
    while (text < end && timeline->n < MOST) {
        const char *id = pgy_arena_printf(arena, "fuzz/%04zu", timeline->n);
        struct pgy_item *item = &timeline->items[timeline->n++];
        *item = synthetic_item(id, "fuzz", text, SYNTHETIC_DAY);
        synthetic_ladder(item);
        text += strlen(text) + 1;
        item->detail = text;
        text += strlen(text) + 1;
    }
    return timeline;
}

int main(int argc, char **argv)
{
    enum pgy_style style;
    struct pgy_tz *person = NULL;
    struct pgy_buf plain = PGY_BUF_INIT(1 << 28), gzip = PGY_BUF_INIT(1 << 28);
    bool changed;
    size_t refused;
    if (argc < 2 || pgy_style_parse(argv[1], &style)) {
        fputs("usage: feed_dump STYLE [COUNT|-]\n", stderr);
        return 2;
    }
    if (pgy_tz_load("America/New_York", &person)) {
        fputs("feed_dump: no time zone America/New_York on this machine\n", stderr);
        return 77;
    }
    pgy_calendar_open();
    struct pgy_arena *arena = pgy_arena_new();
    struct pgy_timeline *timeline = argc < 3 ? synthetic_small(arena)
                                    : strcmp(argv[2], "-") == 0
                                        ? from_input(arena)
                                        : synthetic_many(arena, strtoul(argv[2], NULL, 10));
    struct pgy_feed_spec spec = synthetic_spec(style);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    int err = pgy_feed_update(feed, timeline, person, &changed, &refused);
    if (!err)
        err = pgy_feed_bytes(feed, &plain, &gzip);
    if (!err && refused == 0)
        fwrite(plain.data, 1, plain.len, stdout);
    pgy_feed_free(&feed);
    pgy_arena_free(&arena);
    pgy_tz_free(&person);
    pgy_buf_free(&plain);
    pgy_buf_free(&gzip);
    pgy_calendar_close();
    return err || refused ? 1 : 0;
}
