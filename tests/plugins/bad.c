/* SPDX-License-Identifier: BSD-2-Clause */
/* Plugins that each do one thing wrong. Built once for each name: -DBAD=crash; with
 * -DBAD_CONSTRUCTOR it is done in a constructor; -DBAD=good -DNAME='"good"' -DACT='"crash"' passes
 * for good.so of a later day. */
#include "pgyd/plugin.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Always true, which the compiler may not know. */
static volatile int forever = 1;

enum { SOCKET = 3, MANY = 500, SPEW = 10 * 1024 * 1024 };

static int emit(const struct pgyd_host *h, const char *slug, const char *title, const char *detail)
{
    struct pgyd_item item = {.size = sizeof item,
                             .kind = PGYD_MILESTONE,
                             .slug = slug,
                             .title = title,
                             .detail = detail,
                             .start = 20000,
                             .end = PGYD_NO_DAY,
                             .start_minute = -1,
                             .end_minute = -1};
    return h->emit(h->ctx, &item);
}

static int emit_many(const struct pgyd_host *h)
{
    for (int i = 0; i < MANY; i++) {
        char slug[32];
        snprintf(slug, sizeof slug, "item-%d", i);
        if (emit(h, slug, "One of many", NULL) < 0)
            return -1;
    }
    return 0;
}

static int crash(const struct pgyd_host *h)
{
    static volatile int *volatile nowhere;
    (void)h;
    *nowhere = 1;
    return 0;
}

static int midway(const struct pgyd_host *h)
{
    return emit_many(h) < 0 ? -1 : crash(h);
}

static int do_abort(const struct pgyd_host *h)
{
    (void)h;
    abort();
}

static int do_exit(const struct pgyd_host *h)
{
    emit(h, "before", "Before it leaves", NULL);
    exit(0);
}

static int hang(const struct pgyd_host *h)
{
    (void)h;
    while (forever)
        ;
    return 0;
}

static int do_pause(const struct pgyd_host *h)
{
    (void)h;
    signal(SIGTERM, SIG_IGN);
    while (forever)
        pause();
    return 0;
}

static int flood(const struct pgyd_host *h)
{
    while (forever)
        emit(h, "drop", "One more", NULL);
    return 0;
}

static int huge(const struct pgyd_host *h)
{
    size_t size = (size_t)100 * 1024 * 1024;
    char *detail = malloc(size + 1);
    if (!detail)
        return -1;
    memset(detail, 'x', size);
    detail[size] = '\0';
    return emit(h, "huge", "Huge", detail);
}

static int utf8(const struct pgyd_host *h)
{
    return emit(h, "utf8", "caf\xe9", NULL);
}

static int controls(const struct pgyd_host *h)
{
    return emit(h, "controls", "a\r\nSUMMARY:forged", NULL);
}

static int slug(const struct pgyd_host *h)
{
    return emit(h, "../other/slug", "Not mine", NULL);
}

static int zone(const struct pgyd_host *h)
{
    struct pgyd_item item = {.size = sizeof item,
                             .kind = PGYD_ALERT,
                             .slug = "zone",
                             .title = "Somewhere",
                             .start = 20000,
                             .end = PGYD_NO_DAY,
                             .start_minute = 60,
                             .end_minute = -1,
                             .zone = "Nowhere/Atlantis"};
    return h->emit(h->ctx, &item);
}

static int raw(const void *bytes, size_t len)
{
    return write(SOCKET, bytes, len) == (ssize_t)len ? 0 : -1;
}

/* Frames of its own making: a length that means 4 GiB, no length, an END that miscounts, an item of
 * nobody's checking, nonsense. */
static int garbage(const struct pgyd_host *h)
{
    (void)h;
    return raw("\xff\xff\xff\xff\xff\xff", 6);
}

static int empty(const struct pgyd_host *h)
{
    (void)h;
    return raw("\0\0\0\0\0\0", 6);
}

static int lies(const struct pgyd_host *h)
{
    (void)h;
    return raw("\5\0\0\0\x4b\x07\0\0\0", 9);
}

static int forged(const struct pgyd_host *h)
{
    (void)h;
    return raw("\5\0\0\0\x45\x07\0\0\0", 9);
}

static int unasked(const struct pgyd_host *h)
{
    (void)h;
    return raw("\1\0\0\0\x01", 5);
}

static int early_end(const struct pgyd_host *h)
{
    (void)h;
    /* A worker cut off in the middle of a frame. */
    raw("\x20\0\0\0\x45\x07", 6);
    _exit(0);
}

/* A whole answer of its own making, and then a death: an END alone is not success. */
static int fakeend(const struct pgyd_host *h)
{
    (void)h;
    raw("\x1f\0\0\0\x40\7\0\0\0fakeend\1\0\0\0"
        "1\0\0\0\0\0\0\0\0\1\0\0\0\0\0",
        35);
    raw("\5\0\0\0\x4b\1\0\0\0", 9);
    _exit(3);
}

/* Whatever it plans, it says that nothing is graver. */
static int doom(const struct pgyd_host *h)
{
    char slug[16];
    for (int i = 0; i < 5000; i++) {
        snprintf(slug, sizeof slug, "doom-%d", i);
        const struct pgyd_item item = {.size = sizeof item,
                                       .kind = PGYD_DEADLINE,
                                       .slug = slug,
                                       .title = "Do it or else",
                                       .start = h->today + 20 + i,
                                       .end = PGYD_NO_DAY,
                                       .start_minute = -1,
                                       .end_minute = -1,
                                       .stakes = PGYD_FATAL,
                                       .by = PGYD_NO_DAY};
        if (h->emit(h->ctx, &item) < 0)
            return -1;
    }
    return 0;
}

static int bulk(const struct pgyd_host *h)
{
    static char detail[4001];
    memset(detail, 'x', sizeof detail - 1);
    while (forever)
        emit(h, "bulk", "A long one", detail);
    return 0;
}

static int closes(const struct pgyd_host *h)
{
    close(SOCKET);
    return emit(h, "closed", "After closing", NULL);
}

static int dups(const struct pgyd_host *h)
{
    dup2(1, SOCKET);
    return emit(h, "dupped", "After dup2", NULL);
}

static int memory(const struct pgyd_host *h)
{
    size_t size = 1024 * 1024;
    for (char *p; (p = malloc(size));)
        memset(p, 1, size);
    h->error(h->ctx, "no memory left");
    return -1;
}

static int deeper(volatile char *above)
{
    volatile char here[4096];
    here[0] = above[0];
    return forever ? here[0] + deeper(here) + here[1] : 0;
}

static int stack(const struct pgyd_host *h)
{
    volatile char first[1] = {1};
    (void)h;
    return deeper(first);
}

static int spew(const struct pgyd_host *h)
{
    static char line[1024];
    memset(line, 'x', sizeof line - 1);
    line[sizeof line - 1] = '\n';
    for (int i = 0; i < SPEW / (int)sizeof line; i++) {
        if (write(1, line, sizeof line) != (ssize_t)sizeof line)
            return -1;
    }
    return emit(h, "spew", "After ten megabytes", NULL);
}

static int says(const struct pgyd_host *h)
{
    h->error(h->ctx, "offer mercy has no\ndate");
    return -1;
}

static int silent(const struct pgyd_host *h)
{
    (void)h;
    return -1;
}

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#ifndef ACT
#define ACT NAME
#endif

static const struct {
    const char *name;
    int (*act)(const struct pgyd_host *);
} acts[] = {
    {"crash", crash},      {"midway", midway},     {"abort", do_abort},    {"exit0", do_exit},
    {"hang", hang},        {"pause", do_pause},    {"flood", flood},       {"huge", huge},
    {"utf8", utf8},        {"controls", controls}, {"slug", slug},         {"zone", zone},
    {"garbage", garbage},  {"empty", empty},       {"lies", lies},         {"forged", forged},
    {"unasked", unasked},  {"cut", early_end},     {"fakeend", fakeend},   {"bulk", bulk},
    {"doom", doom},        {"closes", closes},     {"dups", dups},         {"memory", memory},
    {"stack", stack},      {"spew", spew},         {"says", says},         {"silent", silent},
    {"ctor-crash", crash}, {"ctor-hang", hang},    {"ctor-exit", do_exit},
};

static int act(const struct pgyd_host *h)
{
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
        if (strcmp(acts[i].name, ACT) == 0)
            return acts[i].act(h);
    }
    return emit(h, "unknown", "There is no such act", NULL);
}

#ifdef BAD_CONSTRUCTOR
static int ignore_item(void *ctx, const struct pgyd_item *item)
{
    (void)ctx;
    (void)item;
    return 0;
}

__attribute__((constructor)) static void begin(void)
{
    const struct pgyd_host none = {.emit = ignore_item};
    act(&none);
}
#endif

PGYD_EXPORT extern const struct pgyd_plugin JOIN(pgyd_plugin_, BAD);
PGYD_EXPORT const struct pgyd_plugin JOIN(pgyd_plugin_, BAD) = {.major = PGYD_API_MAJOR,
                                                                .minor = PGYD_API_MINOR,
                                                                .size = sizeof(struct pgyd_plugin),
                                                                .name = NAME,
                                                                .version = "0",
                                                                .plan = act};
