/* SPDX-License-Identifier: BSD-2-Clause */
/* Architecture 8: an empty batch is not an order to forget. */
#include "plan_fixture.h"

#include "base/err.h"

#include <stdio.h>

enum { MAX_BYTES = 1024 * 1024 };

static const struct pgy_item *find(const struct pgy_batch *batch, const char *id)
{
    const struct pgy_item *found = NULL;
    for (size_t i = 0; i < batch->n; i++) {
        if (strcmp(batch->items[i].id, id) != 0)
            continue;
        assert_null(found); /* never twice */
        found = &batch->items[i];
    }
    return found;
}

static struct pgy_batch merge(const struct pgy_batch *now, const struct pgy_batch *last,
                              bool inputs_changed, pgy_day today, struct pgy_arena *arena)
{
    struct pgy_batch merged;
    pgy_batch_merge(now, last, inputs_changed, today, arena, &merged);
    return merged;
}

/* One of every kind, ending on the given day. */
static struct pgy_batch of_every_kind(struct pgy_arena *arena, pgy_day end)
{
    struct pgy_batch batch = plan_batch(arena);
    plan_put(&batch, "milestone", PGYD_MILESTONE, end - 3, end);
    plan_put(&batch, "window", PGYD_WINDOW, end - 3, end);
    plan_put(&batch, "deadline", PGYD_DEADLINE, end - 3, end);
    plan_put(&batch, "reminder", PGYD_REMINDER, end - 3, end);
    plan_put(&batch, "habit", PGYD_HABIT, end - 3, end);
    plan_put(&batch, "alert", PGYD_ALERT, end - 3, end);
    return batch;
}

/* The soonest that are not past stay fatal; no more of one plugin than that. */
static void test_tamed(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_batch batch = plan_batch(arena);
    char slug[16];
    size_t fatal = 0;
    (void)state;
    for (int i = 0; i < PGY_BATCH_FATAL + 10; i++) {
        snprintf(slug, sizeof slug, "i%d", i);
        plan_put(&batch, slug, PGYD_DEADLINE, NOV22 + 9 - i, NOV22 + 9 - i);
        batch.items[i].stakes = PGYD_FATAL;
    }
    /* ten days from today on, the others are past */
    assert_int_equal(pgy_batch_tame(&batch, NOV22), 0);
    assert_int_equal(pgy_batch_tame(&batch, NOV22 + 9 - PGY_BATCH_FATAL + 1), 0);
    assert_int_equal(pgy_batch_tame(&batch, NOV22 + 9 - PGY_BATCH_FATAL), 1);
    assert_int_equal(batch.items[0].stakes, PGYD_COSTLY); /* the last of them */
    for (size_t i = 0; i < batch.n; i++)
        fatal += batch.items[i].stakes == PGYD_FATAL;
    assert_int_equal(fatal, PGY_BATCH_FATAL + 9);
}

static void test_kept_when_inputs_stand(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgy_batch nothing = {.plugin = "p", .version = "1.4", .arena = arena};
    const struct pgy_batch last = of_every_kind(arena, NOV22);
    (void)state;
    for (pgy_day today = NOV22 - 1; today <= NOV22; today++) {
        struct pgy_batch merged = merge(&nothing, &last, false, today, arena);
        static const char *const stay[] = {"p/milestone", "p/window", "p/deadline"};
        assert_int_equal(merged.n, 3);
        assert_string_equal(merged.version, "1.4");
        for (size_t i = 0; i < 3; i++) {
            const struct pgy_item *item = find(&merged, stay[i]);
            assert_non_null(item);
            assert_true(item->kept);
            assert_int_equal(item->state, PGY_FUTURE);
            assert_int_equal(item->cancelled_on, PGY_NO_DAY);
        }
    }
    assert_int_equal(merge(&nothing, &last, false, NOV22 + 1, arena).n, 0);
}

static void test_cancelled_when_inputs_changed(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgy_batch nothing = plan_batch(arena);
    const struct pgy_batch last = of_every_kind(arena, NOV22 + 5);
    (void)state;
    struct pgy_batch merged = merge(&nothing, &last, true, NOV22, arena);
    assert_int_equal(merged.n, 3);
    for (size_t i = 0; i < merged.n; i++) {
        assert_false(merged.items[i].kept);
        assert_int_equal(merged.items[i].state, PGY_CANCELLED);
        assert_int_equal(merged.items[i].cancelled_on, NOV22);
    }
    /* Fourteen days, whatever becomes of the inputs meanwhile, and though its own day passes. */
    for (int changed = 0; changed < 2; changed++) {
        struct pgy_batch day = merged;
        for (int i = 1; i <= 14; i++) {
            day = merge(&nothing, &day, changed, NOV22 + i, arena);
            assert_int_equal(day.n, 3);
            assert_int_equal(find(&day, "p/deadline")->cancelled_on, NOV22);
        }
        assert_int_equal(merge(&nothing, &day, changed, NOV22 + 15, arena).n, 0);
    }
    /* After a long pause it goes at once. */
    assert_int_equal(merge(&nothing, &merged, false, NOV22 + 15, arena).n, 0);
    /* What is past is history, not cancelled. */
    assert_int_equal(merge(&nothing, &last, true, NOV22 + 6, arena).n, 0);
    assert_int_equal(merge(&nothing, &last, true, NOV22 + 5, arena).n, 3);
}

static void test_kept_then_accepted_then_back(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgy_batch nothing = plan_batch(arena);
    struct pgy_batch last = plan_batch(arena);
    (void)state;
    plan_put(&last, "d", PGYD_DEADLINE, NOV22 + 30, NOV22 + 30);
    struct pgy_batch kept = merge(&nothing, &last, false, NOV22, arena);
    kept = merge(&nothing, &kept, false, NOV22 + 1, arena);
    assert_true(find(&kept, "p/d")->kept);
    /* The next change of configuration lets it go. */
    struct pgy_batch gone = merge(&nothing, &kept, true, NOV22 + 2, arena);
    assert_false(find(&gone, "p/d")->kept);
    assert_int_equal(find(&gone, "p/d")->cancelled_on, NOV22 + 2);
    /* Planned again, it is an ordinary item. */
    struct pgy_batch back = merge(&last, &gone, true, NOV22 + 3, arena);
    assert_int_equal(back.n, 1);
    assert_int_equal(back.items[0].state, PGY_FUTURE);
    assert_false(back.items[0].kept);
    back = merge(&last, &kept, false, NOV22 + 3, arena);
    assert_int_equal(back.n, 1);
    assert_false(back.items[0].kept);
}

static void test_new_ones_replace_old_ones(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_batch now = plan_batch(arena), last = plan_batch(arena);
    (void)state;
    plan_put(&last, "b", PGYD_DEADLINE, NOV22 + 1, NOV22 + 1);
    plan_put(&last, "c", PGYD_DEADLINE, NOV22 + 2, NOV22 + 2);
    plan_put(&last, "a", PGYD_DEADLINE, NOV22 + 3, NOV22 + 3);
    plan_put(&now, "d", PGYD_DEADLINE, NOV22 + 4, NOV22 + 4);
    plan_put(&now, "b", PGYD_DEADLINE, NOV22 + 9, NOV22 + 9);
    struct pgy_batch merged = merge(&now, &last, false, NOV22, arena);
    assert_int_equal(merged.n, 4);
    assert_int_equal(find(&merged, "p/b")->start, NOV22 + 9);
    assert_false(find(&merged, "p/b")->kept);
    assert_false(find(&merged, "p/d")->kept);
    assert_true(find(&merged, "p/a")->kept);
    assert_true(find(&merged, "p/c")->kept);
}

static void test_failed_and_first(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    const struct pgy_batch batch = of_every_kind(arena, NOV22);
    (void)state;
    /* The plugin failed: the last good plan stands whole, even what is past. */
    struct pgy_batch merged = merge(NULL, &batch, true, NOV22 + 100, arena);
    assert_int_equal(merged.n, 6);
    assert_false(find(&merged, "p/milestone")->kept);
    merged = merge(&batch, NULL, true, NOV22, arena);
    assert_int_equal(merged.n, 6);
    merged = merge(NULL, NULL, true, NOV22, arena);
    assert_int_equal(merged.n, 0);
    assert_string_equal(merged.plugin, "");
}

static void test_repeated_ids_count_once(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_batch now = plan_batch(arena);
    (void)state;
    for (int i = 0; i < 50; i++) {
        plan_put(&now, "twice", PGYD_MILESTONE, NOV22 + i, NOV22 + i);
        plan_put(&now, i % 2 ? "other" : "third", PGYD_MILESTONE, NOV22 + 100 + i, NOV22 + 100 + i);
    }
    struct pgy_batch merged = merge(&now, &now, false, NOV22, arena);
    assert_int_equal(merged.n, 3);
    assert_int_equal(find(&merged, "p/twice")->start, NOV22); /* the first stands */
    assert_int_equal(find(&merged, "p/third")->start, NOV22 + 100);
    assert_int_equal(find(&merged, "p/other")->start, NOV22 + 101);
}

/* A renamed slug is the same item: nothing is kept or cancelled under the old name. */
static void test_renames(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    static const struct pgyd_rename renames[] = {{"p/old", "p/new"},
                                                 {"p/left", "p/right"},
                                                 {"p/right", "p/left"},
                                                 {"p/second", "p/third"},
                                                 {"p/first", "p/second"}};
    const struct pgy_declaration plugin = {
        .plugin = "p", .renames = renames, .nrenames = 5, .listed = true};
    const struct pgy_schema schema = {.plugins = &plugin, .nplugins = 1};
    struct pgy_batch now = plan_batch(arena), last = plan_batch(arena), gone;
    (void)state;
    plan_put(&last, "old", PGYD_DEADLINE, NOV22 + 5, NOV22 + 5);
    plan_put(&last, "older", PGYD_DEADLINE, NOV22 + 5, NOV22 + 5);
    plan_put(&last, "left", PGYD_DEADLINE, NOV22 + 5, NOV22 + 5);
    struct pgyd_item in = {.size = sizeof in,
                           .kind = PGYD_DEADLINE,
                           .slug = "old",
                           .occurrence = "4",
                           .title = "Fourth",
                           .start = NOV22 + 6,
                           .end = PGYD_NO_DAY,
                           .start_minute = -1,
                           .end_minute = -1};
    struct pgy_item fourth;
    assert_int_equal(pgy_item_from_plugin(&in, "p", arena, &fourth, NULL), 0);
    plan_add(&last, fourth);
    plan_put(&last, "first", PGYD_REMINDER, NOV22 + 5, NOV22 + 5);
    pgy_batch_rename(&last, &schema, &gone);
    assert_int_equal(gone.n, 0);
    static const char *const ids[] = {"p/new", "p/older", "p/right", "p/new@4", "p/third"};
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(last.items[i].id, ids[i]);
    assert_string_equal(last.items[0].slug, "new");
    plan_put(&now, "new", PGYD_DEADLINE, NOV22 + 5, NOV22 + 5);
    struct pgy_batch merged = merge(&now, &last, false, NOV22, arena);
    assert_int_equal(merged.n, 4);
    assert_false(find(&merged, "p/new")->kept);
    assert_true(find(&merged, "p/new@4")->kept);
    assert_null(find(&merged, "p/old"));
}

/* What moved to another plugin is not missed by the old one, and is the new one's last: with its
 * state, once, and only what is its own. A plugin that is not listed takes nothing. */
static void test_moves(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    static const struct pgyd_rename of_q[] = {{"p/given", "q/taken"}, {"p/had", "q/had"}};
    static const struct pgyd_rename of_r[] = {{"p/other", "r/other"}};
    static const struct pgyd_rename of_s[] = {{"p/stays", "s/stays"}};
    const struct pgy_declaration plugins[] = {
        {.plugin = "p", .listed = true},
        {.plugin = "q", .renames = of_q, .nrenames = 2, .listed = true},
        {.plugin = "r", .renames = of_r, .nrenames = 1, .listed = true},
        {.plugin = "s", .renames = of_s, .nrenames = 1}};
    const struct pgy_schema schema = {.plugins = plugins, .nplugins = 4};
    struct pgy_batch old = plan_batch(arena), gone, now = plan_batch(arena),
                     new = {.arena = arena, .plugin = "q", .version = "1"};
    (void)state;
    plan_put(&old, "given", PGYD_MILESTONE, NOV22 + 5, NOV22 + 5);
    plan_put(&old, "had", PGYD_MILESTONE, NOV22 + 5, NOV22 + 5);
    plan_put(&old, "other", PGYD_MILESTONE, NOV22 + 5, NOV22 + 5);
    plan_put(&old, "stays", PGYD_MILESTONE, NOV22 + 5, NOV22 + 5);
    old.items[0].kept = true;
    struct pgy_item had = old.items[1];
    had.id = "q/had";
    had.plugin = "q";
    had.start = had.end = NOV22 + 9;
    plan_add(&new, had);

    pgy_batch_rename(&old, &schema, &gone);
    assert_int_equal(old.n, 1);
    assert_string_equal(old.items[0].id, "p/stays");
    assert_int_equal(gone.n, 3);
    struct pgy_batch merged = merge(&now, &old, true, NOV22, arena);
    assert_int_equal(merged.n, 1);
    assert_int_equal(find(&merged, "p/stays")->state, PGY_CANCELLED);

    pgy_batch_take(&new, &gone);
    assert_int_equal(new.n, 2);
    assert_int_equal(find(&new, "q/had")->start, NOV22 + 9);
    const struct pgy_item *taken = find(&new, "q/taken");
    assert_string_equal(taken->plugin, "q");
    assert_string_equal(taken->slug, "taken");
    assert_true(taken->kept);
}

static void test_round_trip(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_BYTES);
    struct pgy_batch batch = of_every_kind(arena, NOV22), back;
    (void)state;
    batch.items[1].kept = true;
    batch.items[2].state = PGY_CANCELLED;
    batch.items[2].cancelled_on = NOV22 - 4;
    assert_int_equal(pgy_batch_write(&batch, &buf), 0);
    assert_int_equal(pgy_batch_read("p", "1.3", buf.data, buf.len, arena, &back), 0);
    assert_int_equal(back.n, 6);
    assert_string_equal(back.plugin, "p");
    assert_string_equal(back.version, "1.3");
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(back.items[i].id, batch.items[i].id);
        assert_int_equal(back.items[i].kind, batch.items[i].kind);
        assert_true(pgy_item_hash(&back.items[i]) == pgy_item_hash(&batch.items[i]));
        assert_int_equal(back.items[i].kept, i == 1);
        assert_int_equal(back.items[i].state, i == 2 ? PGY_CANCELLED : PGY_FUTURE);
        assert_int_equal(back.items[i].cancelled_on, i == 2 ? NOV22 - 4 : PGY_NO_DAY);
    }
    assert_int_equal(pgy_batch_read("p", "1.3", "", 0, arena, &back), 0);
    assert_int_equal(back.n, 0);
}

/* Cut short it is refused, except between frames; *batch is then untouched. */
static void test_damage(void **state)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(MAX_BYTES);
    struct pgy_batch batch = of_every_kind(arena, NOV22), back = {.n = 77};
    size_t whole = 0;
    (void)state;
    assert_int_equal(pgy_batch_write(&batch, &buf), 0);
    for (size_t len = 1; len < buf.len; len++) {
        int rc = pgy_batch_read("p", "1.3", buf.data, len, arena, &back);
        if (rc == 0) {
            assert_int_equal(back.n, ++whole);
            back.n = 77;
        } else {
            assert_int_equal(rc, PGY_ECORRUPT);
            assert_int_equal(back.n, 77);
        }
    }
    assert_int_equal(whole, 5);
    for (size_t i = 0; i < buf.len; i++) {
        buf.data[i] = (char)(buf.data[i] ^ 0x55);
        int rc = pgy_batch_read("p", "1.3", buf.data, buf.len, arena, &back);
        assert_true(rc == 0 || rc == PGY_ECORRUPT);
        buf.data[i] = (char)(buf.data[i] ^ 0x55);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tamed),
        cmocka_unit_test(test_kept_when_inputs_stand),
        cmocka_unit_test(test_cancelled_when_inputs_changed),
        cmocka_unit_test(test_kept_then_accepted_then_back),
        cmocka_unit_test(test_new_ones_replace_old_ones),
        cmocka_unit_test(test_failed_and_first),
        cmocka_unit_test(test_repeated_ids_count_once),
        cmocka_unit_test(test_renames),
        cmocka_unit_test(test_moves),
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_damage),
    };
    return cmocka_run_group_tests_name("batch", tests, NULL, NULL);
}
