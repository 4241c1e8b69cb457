/* SPDX-License-Identifier: BSD-2-Clause */
/* A pgyd of 0.1 before a plugin of 0.2, which is longer than that pgyd knows: its loader of today,
 * compiled against the frozen contract, whose include guard keeps the present one out. */
#include "plugin-0.1.h"

#include "worker/loader.c"

#include "base/paths.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

_Static_assert(PGYD_API_MINOR == 1, "the contract of 0.1");
_Static_assert(sizeof(struct pgyd_plugin) == 104, "the contract of 0.1");

struct heard {
    struct pgyd_host host;
    uint32_t kind;
    pgyd_day start;
    bool slug;
};

static int hear(void *ctx, const struct pgyd_item *item)
{
    struct heard *heard = ctx;
    heard->kind = item->kind;
    heard->start = item->start;
    heard->slug = strcmp(item->slug, "rule") == 0;
    return 0;
}

static int unset(void *ctx, const char *section, const char *id, const char *key,
                 struct pgyd_value *value)
{
    (void)ctx, (void)section, (void)id, (void)key, (void)value;
    return 0;
}

static pgyd_day days_later(void *ctx, pgyd_day day, int64_t n, uint32_t unit)
{
    (void)ctx, (void)unit;
    return day + (pgyd_day)n;
}

static void test_a_newer_plugin_on_an_older_host(void **state)
{
    (void)state;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_paths paths;
    struct {
        struct pgy_loaded loaded;
        char after[sizeof(struct pgyd_plugin)]; /* where what it does not know must not go */
    } room;
    memset(room.after, 'x', sizeof room.after);
    char why[PGY_LOADER_WHY] = "";
    assert_int_equal(pgy_paths_find(arena, &paths), 0);
    const char *path = pgy_arena_printf(arena, "%s/tests/abi/.libs/frozen02.so", paths.build);
    if (pgy_loader_open("frozen02", path, &room.loaded, why) != 0)
        fail_msg("%s", why);
    for (size_t i = 0; i < sizeof room.after; i++)
        assert_int_equal(room.after[i], 'x');
    assert_int_equal(room.loaded.plugin.minor, 2);
    assert_int_equal(room.loaded.plugin.size, 136);
    assert_int_equal(room.loaded.plugin.nkeys, 3);
    struct pgyd_key key;
    assert_true(pgy_loader_element(room.loaded.plugin.keys, 2, &key, sizeof key, sizeof key));
    assert_string_equal(key.name, "last");
    struct heard heard = {.host = {.size = sizeof heard.host,
                                   .minor = 1,
                                   .ctx = &heard,
                                   .today = 20779,
                                   .get = unset,
                                   .emit = hear,
                                   .add_dur = days_later}};
    assert_int_equal(room.loaded.plugin.plan(&heard.host), 0);
    assert_int_equal(heard.kind, PGYD_DEADLINE);
    assert_int_equal(heard.start, 20779 + 7);
    assert_true(heard.slug);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_newer_plugin_on_an_older_host),
    };
    return cmocka_run_group_tests_name("abi_older", tests, NULL, NULL);
}
