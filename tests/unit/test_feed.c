/* SPDX-License-Identifier: BSD-2-Clause */
/* Whole feeds: the golden one, updates against building anew, what is refused, files. Single events
 * are test_event.c's. */
#include "feed_fixture.h"

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

static struct pgy_tz *zone(const char *name)
{
    struct pgy_tz *tz = NULL;
    assert_int_equal(pgy_tz_load(name, &tz), 0);
    return tz;
}

static void test_golden(void **state)
{
    (void)state;
    const char *top = getenv("top_srcdir");
    struct pgy_buf golden PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX);
    const char *path = pgy_arena_printf(arena, "%s/tests/golden/feed-generic.ics", top ? top : ".");
    assert_int_equal(pgy_file_read(path, &golden), 0);
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    update(feed, synthetic_small(arena), true);
    assert_string_equal(bytes_of(feed), golden.data);
    assert_int_equal(pgy_feed_events(feed), 9);
    pgy_feed_free(&feed);
}

static void test_empty_feed(void **state)
{
    (void)state;
    struct pgy_timeline *timeline = synthetic_timeline(arena, 1);
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    update(feed, timeline, true);
    const char *text = bytes_of(feed);
    assert_int_equal(count(text, "BEGIN:VTIMEZONE"), 1);
    assert_int_equal(count(text, "BEGIN:VEVENT"), 0);
    static const char last[] = "END:VTIMEZONE\r\nEND:VCALENDAR\r\n";
    assert_string_equal(text + strlen(text) - strlen(last), last);
    update(feed, timeline, false);
    pgy_feed_free(&feed);
}

/* The same color twice: as a number for some readers, and for others as the nearest name of CSS
 * (CSS Color Module Level 3, 4.3). */
static void test_colors(void **state)
{
    (void)state;
    static const struct {
        const char *declared, *name, *number;
    } rows[] = {
        {NULL, "teal", "#008080"},
        {"#4169E1", "royalblue", "#4169E1"},
        {"#2E8B57", "seagreen", "#2E8B57"},
        {"#FF8C00", "darkorange", "#FF8C00"},
        {"#000000", "black", "#000000"},
        {"#fefefe", "white", "#fefefe"},
        {"#00FFFF", "aqua", "#00FFFF"},
        {"#FF00FF", "fuchsia", "#FF00FF"},
        {"#9ACD31", "yellowgreen", "#9ACD31"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
        char color[8] = "";
        if (rows[i].declared)
            memcpy(color, rows[i].declared, sizeof color);
        spec.color = rows[i].declared ? color : NULL;
        struct pgy_feed *feed = pgy_feed_new(&spec);
        memset(color, '#', sizeof color); /* the feed keeps its own */
        update(feed, synthetic_timeline(arena, 1), true);
        const char *lines = pgy_arena_printf(arena, "\r\nCOLOR:%s\r\nX-APPLE-CALENDAR-COLOR:%s\r\n",
                                             rows[i].name, rows[i].number);
        if (!strstr(bytes_of(feed), lines))
            fail_msg("%s", bytes_of(feed));
        pgy_feed_free(&feed);
    }
}

static void inflated_is(const struct pgy_buf *gzip, const struct pgy_buf *plain)
{
    unsigned char *out = malloc(plain->len + 1);
    z_stream z = {0};
    assert_non_null(out);
    assert_int_equal(inflateInit2(&z, 15 + 16), Z_OK); /* gzip only: checks crc and size */
    z.next_in = (unsigned char *)gzip->data;
    z.avail_in = (uInt)gzip->len;
    z.next_out = out;
    z.avail_out = (uInt)plain->len + 1;
    assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
    assert_int_equal(z.total_out, plain->len);
    assert_int_equal(z.avail_in, 0);
    assert_memory_equal(out, plain->data, plain->len);
    inflateEnd(&z);
    free(out);
}

/* What was updated step by step is byte for byte what is built at once, packed and not. */
static void same_as_fresh(const struct pgy_feed *feed, const struct pgy_timeline *timeline)
{
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_feed *fresh = pgy_feed_new(&spec);
    struct pgy_buf plain[2] = {PGY_BUF_INIT(MAX), PGY_BUF_INIT(MAX)},
                   gzip[2] = {PGY_BUF_INIT(MAX), PGY_BUF_INIT(MAX)};
    update(fresh, timeline, true);
    assert_int_equal(pgy_feed_bytes(feed, &plain[0], &gzip[0]), 0);
    assert_int_equal(pgy_feed_bytes(fresh, &plain[1], &gzip[1]), 0);
    assert_int_equal(plain[0].len, plain[1].len);
    assert_memory_equal(plain[0].data, plain[1].data, plain[0].len);
    assert_int_equal(gzip[0].len, gzip[1].len);
    assert_memory_equal(gzip[0].data, gzip[1].data, gzip[0].len);
    inflated_is(&gzip[0], &plain[0]);
    assert_int_equal(pgy_feed_events(feed), pgy_feed_events(fresh));
    assert_int_equal(pgy_feed_size(feed), plain[0].len);
    for (size_t i = 0; i < 2; i++) {
        pgy_buf_free(&plain[i]);
        pgy_buf_free(&gzip[i]);
    }
    pgy_feed_free(&fresh);
}

static void remove_at(struct pgy_timeline *t, size_t at)
{
    memmove(t->items + at, t->items + at + 1, (--t->n - at) * sizeof *t->items);
}

static void test_updates(void **state)
{
    (void)state;
    uint32_t seed = 11;
    struct pgy_timeline *t = synthetic_many(arena, 600), *all = synthetic_many(arena, 600);
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    update(feed, t, true);
    update(feed, t, false);
    for (int round = 0; round < 40; round++) {
        for (uint32_t k = pick(&seed) % 3; t->n > 10 && k < 3; k++) {
            struct pgy_item *item = &t->items[pick(&seed) % t->n];
            item->title = pgy_arena_printf(arena, "Changed in round %d", round);
            item->sequence++;
            item->hash += 7777;
        }
        remove_at(t, pick(&seed) % t->n);
        if (round % 4 == 3) { /* everything that went comes back, as it was */
            t->n = all->n;
            memcpy(t->items, all->items, all->n * sizeof *all->items);
        }
        update(feed, t, true);
        same_as_fresh(feed, t);
        update(feed, t, false);
    }
    t->n = 0;
    update(feed, t, true);
    same_as_fresh(feed, t);
    pgy_feed_free(&feed);
}

static void test_what_changes_bytes(void **state)
{
    (void)state;
    struct pgy_timeline *t = synthetic_small(arena);
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    struct pgy_item *mercy = &t->items[1];
    assert_string_equal(mercy->id, "offers/mercy-answer-by");
    update(feed, t, true);
    /* Midnights: the day comes, passes; nothing moves. */
    for (int day = 0; day < 30; day++) {
        t->today++;
        mercy->days = 4 - day;
        mercy->state = day < 4 ? PGY_FUTURE : day == 4 ? PGY_DUE : PGY_OVERDUE;
        update(feed, t, false);
    }
    mercy->state = PGY_DONE;
    update(feed, t, true);
    mercy->state = PGY_SNOOZED;
    mercy->snoozed_until = 20790;
    update(feed, t, true);
    mercy->snoozed_until = 20791;
    update(feed, t, true);
    /* The day it comes back is a midnight like any other. */
    mercy->state = PGY_OVERDUE;
    update(feed, t, false);
    same_as_fresh(feed, t);
    mercy->state = PGY_FUTURE;
    mercy->snoozed_until = PGY_NO_DAY;
    update(feed, t, true);
    mercy->sequence++;
    update(feed, t, true);
    mercy->revised++;
    update(feed, t, true);
    /* Another zone of the person: every all-day alarm may differ, and the head does. */
    struct pgy_tz *chicago PGY_TZ_CLEANUP = zone("America/Chicago");
    bool changed = false;
    size_t refused;
    assert_int_equal(pgy_feed_update(feed, t, chicago, &changed, &refused), 0);
    assert_true(changed);
    assert_int_equal(count(bytes_of(feed), "DTSTART;TZID=America/Chicago:20270202T090000"), 1);
    pgy_feed_free(&feed);
}

static void test_one_plugin(void **state)
{
    (void)state;
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    spec.feed = "milestones";
    struct pgy_feed *feed = pgy_feed_new(&spec);
    update(feed, synthetic_small(arena), true);
    assert_int_equal(pgy_feed_events(feed), 2);
    assert_int_equal(count(bytes_of(feed), "CATEGORIES:milestones"), 2);
    /* What had closed before the first run is in no feed. */
    struct pgy_timeline *t = synthetic_small(arena);
    t->items[2].unpublished = true;
    update(feed, t, true);
    assert_int_equal(pgy_feed_events(feed), 1);
    /* A zone that only other feeds use has no VTIMEZONE here. */
    assert_int_equal(count(bytes_of(feed), "BEGIN:VTIMEZONE"), 1);
    pgy_feed_free(&feed);
}

static void test_refused_item_stays_as_it_was(void **state)
{
    (void)state;
    struct pgy_timeline *t = synthetic_small(arena);
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    pgy_log_set_level(PGY_LOG_ERROR);
    assert_int_equal(update(feed, t, true), 0);
    char *before = bytes_of(feed);
    t->items[1].title = "not UTF-8: \xff";
    t->items[1].hash++;
    t->items[1].sequence++;
    assert_int_equal(update(feed, t, false), 1);
    assert_string_equal(bytes_of(feed), before);
    assert_int_equal(update(feed, t, false), 1);
    /* One that was never published is left out, the rest stands. */
    t->items[2].id = "milestones/new";
    t->items[2].title = "\xc3";
    assert_int_equal(update(feed, t, true), 2);
    assert_int_equal(pgy_feed_events(feed), 8);
    t->items[1].title = "Good again";
    t->items[1].hash++;
    assert_int_equal(update(feed, t, true), 1);
    assert_int_equal(count(bytes_of(feed), "SUMMARY:Good again"), 1);
    pgy_feed_free(&feed);
}

/* Over 1,000 events or 900 KB is said. */
static void test_large(void **state)
{
    (void)state;
    static const struct {
        size_t items, detail;
        bool large;
    } rows[] = {{1000, 0, false},
                {1001, 0, true},
                {200, 4000, false},
                {240, 4000, true}}; /* 240 * 4,000 bytes: 960 KB without a word of the rest */
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_GENERIC);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct pgy_timeline t = {.items = pgy_arena_array(arena, rows[i].items, sizeof *t.items),
                                 .n = rows[i].items};
        char *detail = pgy_arena_array(arena, rows[i].detail + 1, 1);
        memset(detail, 'x', rows[i].detail);
        for (size_t k = 0; k < t.n; k++) {
            t.items[k] =
                synthetic_item(pgy_arena_printf(arena, "p/i%05zu", k), "p", "T", SYNTHETIC_DAY);
            t.items[k].detail = rows[i].detail ? detail : NULL;
        }
        struct pgy_feed *feed = pgy_feed_new(&spec);
        assert_false(pgy_feed_is_large(feed));
        update(feed, &t, true);
        if (pgy_feed_is_large(feed) != rows[i].large)
            fail_msg("%zu items in %zu bytes", t.n, pgy_feed_size(feed));
        pgy_feed_free(&feed);
    }
}

static void test_publish(void **state)
{
    (void)state;
    char dir[] = "/tmp/pgyd-feed-XXXXXX";
    assert_non_null(mkdtemp(dir));
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct pgy_timeline *t = synthetic_small(arena);
    struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_QUIET);
    struct pgy_feed *feed = pgy_feed_new(&spec);
    bool published = false;
    assert_int_equal(pgy_feed_publish(feed, fd, &published), PGY_EAGAIN);
    update(feed, t, true);
    assert_int_equal(pgy_feed_publish(feed, fd, &published), 0);
    assert_true(published);
    struct pgy_buf file PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX),
                        packed PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX);
    struct stat st;
    assert_int_equal(pgy_file_read_at(fd, "everything.quiet.ics", &file), 0);
    assert_int_equal(pgy_file_read_at(fd, "everything.quiet.ics.gz", &packed), 0);
    assert_string_equal(file.data, bytes_of(feed));
    inflated_is(&packed, &file);
    assert_int_equal(fstatat(fd, "everything.quiet.ics", &st, 0), 0);
    assert_int_equal(st.st_mode & 07777, 0600);
    ino_t inode = st.st_ino;
    assert_int_equal(pgy_feed_publish(feed, fd, &published), 0);
    assert_false(published);
    assert_int_equal(fstatat(fd, "everything.quiet.ics", &st, 0), 0);
    assert_int_equal(st.st_ino, inode);
    /* Bytes that somebody else damaged are put right. */
    assert_int_equal(pgy_file_replace_at(fd, "everything.quiet.ics", "x", 1, 0600), 0);
    assert_int_equal(pgy_feed_publish(feed, fd, &published), 0);
    assert_true(published);
    unlinkat(fd, "everything.quiet.ics", 0);
    unlinkat(fd, "everything.quiet.ics.gz", 0);
    close(fd);
    rmdir(dir);
    pgy_feed_free(&feed);
}

/* Nights, a call and a visit: three times "Busy" in each busy feed, and not a word of what they
 * are; no other style has one of the first two. */
static void test_busy(void **state)
{
    (void)state;
    static const char *const words[] = {"visit",  "Visit", "nights", "oncall", "networking",
                                        "offers", "CLASS", "URL",    "VALARM", "CATEGORIES"};
    static const char *const feeds[] = {"all", "phases", "everything", "networking", "offers"};
    struct pgy_timeline *t = synthetic_timeline(arena, 1);
    /* 2026-12-07 to 12-20, and 2026-12-02 19:00 to 07:00 */
    struct pgy_item spans[] = {synthetic_item("pgyd/oncall.1796256000", "pgyd", "Busy", 20789),
                               synthetic_item("pgyd/busy.nights", "pgyd", "Busy", 20794)};
    spans[0].end++;
    spans[0].start_minute = 19 * 60;
    spans[0].end_minute = 7 * 60;
    spans[1].end = 20807;
    spans[0].flags = spans[1].flags = PGYD_ITEM_BUSY | PGYD_ITEM_CONFIDENTIAL;
    spans[0].stakes = spans[1].stakes = PGYD_CONTEXT;
    t->spans = spans;
    t->nspans = 2;
    t->items[t->n++] = synthetic_item("offers/visit", "offers", "Site visit", 20791);
    t->items[0].flags = PGYD_ITEM_BUSY;
    t->items[0].detail = "Bring the nights of the visit";
    const char *first = NULL;
    for (size_t i = 0; i < sizeof feeds / sizeof feeds[0]; i++) {
        struct pgy_feed_spec spec = synthetic_spec(PGY_STYLE_BUSY);
        spec.feed = feeds[i];
        spec.color = "#FF8C00";
        struct pgy_feed *feed = pgy_feed_new(&spec);
        t->today = SYNTHETIC_DAY;
        update(feed, t, true);
        const char *text = bytes_of(feed);
        assert_int_equal(count(text, "BEGIN:VEVENT"), 3);
        assert_int_equal(count(text, "SUMMARY:Busy\r\n"), 3);
        assert_int_equal(count(text, "TRANSP:OPAQUE\r\n"), 3);
        assert_int_equal(count(text, "X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n"), 3);
        assert_has(text, "DTSTART;TZID=America/New_York:20261202T190000");
        assert_has(text, "DTEND;TZID=America/New_York:20261203T070000");
        assert_has(text, "DTSTART;VALUE=DATE:20261204");
        assert_has(text, "DTSTART;VALUE=DATE:20261207");
        assert_has(text, "DTEND;VALUE=DATE:20261221");
        assert_true(strstr(text, ":20261202T") < strstr(text, "DATE:20261204"));
        assert_true(strstr(text, "DATE:20261204") < strstr(text, "DATE:20261207"));
        assert_int_equal(count(text, "DESCRIPTION:"), 1); /* the calendar's */
        assert_has(text, "COLOR:teal");                   /* not the plugin's */
        for (size_t k = 0; k < sizeof words / sizeof words[0]; k++) {
            if (strstr(text, words[k]))
                fail_msg("%s: '%s' in:\n%s", feeds[i], words[k], text);
        }
        first = first ? first : text;
        assert_string_equal(text, first);
        t->today++; /* a midnight */
        update(feed, t, false);
        /* 30 days after the last night, 2027-01-19, and the day after */
        t->today = 20837;
        update(feed, t, true);
        assert_int_equal(pgy_feed_events(feed), 1);
        t->today = 20838;
        update(feed, t, true);
        assert_int_equal(pgy_feed_events(feed), 0);
        pgy_feed_free(&feed);
    }
    t->today = SYNTHETIC_DAY;
    for (enum pgy_style style = PGY_STYLE_GENERIC; style < PGY_STYLE_BUSY; style++) {
        struct pgy_feed_spec spec = synthetic_spec(style);
        struct pgy_feed *feed = pgy_feed_new(&spec);
        update(feed, t, true);
        assert_int_equal(count(bytes_of(feed), "Site visit\r\n"), 1);
        assert_int_equal(pgy_feed_events(feed), 1);
        pgy_feed_free(&feed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden),     cmocka_unit_test(test_empty_feed),
        cmocka_unit_test(test_updates),    cmocka_unit_test(test_what_changes_bytes),
        cmocka_unit_test(test_one_plugin), cmocka_unit_test(test_refused_item_stays_as_it_was),
        cmocka_unit_test(test_large),      cmocka_unit_test(test_publish),
        cmocka_unit_test(test_colors),     cmocka_unit_test(test_busy),
    };
    return cmocka_run_group_tests_name("feed", tests, feed_setup, feed_teardown);
}
