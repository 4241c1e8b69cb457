/* SPDX-License-Identifier: BSD-2-Clause */
/* The links desk: the list that web reads, first links, links as people see them. */
#include "links_fixture.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* ---- the list ---- */

static void assert_list(const struct room *r, const char *expected)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(1024 * 1024);
    assert_int_equal(pgy_file_read_at(r->feeds_fd, "tokens", &text), 0);
    assert_string_equal(pgy_buf_text(&text), expected);
}

/* Takes the list away, so that writing it is seen. */
static void take_list(const struct room *r)
{
    assert_int_equal(unlinkat(r->feeds_fd, "tokens", 0), 0);
}

static bool list_is_there(const struct room *r)
{
    return faccessat(r->feeds_fd, "tokens", F_OK, 0) == 0;
}

static void test_list(void **state)
{
    struct room *r = *state;
    struct pgy_subscription phone = {.profile = "me",
                                     .name = "phone",
                                     .feed = "all",
                                     .style = "outlook",
                                     .generation = 3,
                                     .created = NOON};
    struct pgy_subscription old = anns;
    struct stat st;
    old.name = "old";
    old.generation = 1;
    old.revoked = true;
    assert_list(r, "");
    put(r, &anns);
    put(r, &old);
    put(r, &phone);
    put(r, &calendar);
    /* Sorted by hash; no token, nothing of the revoked one. */
    assert_list(r, ME_LINE PHONE_3_HASH " me/all.outlook\n" ANN_LINE);
    assert_int_equal(fstatat(r->feeds_fd, "tokens", &st, 0), 0);
    assert_int_equal(st.st_mode & 07777, 0600);
}

/* The list of another start is there before anybody asks for it. */
static void test_list_at_start(void **state)
{
    struct room *r = *state;
    put(r, &calendar);
    take_list(r);
    struct core_links_setup setup = {.loop = r->loop,
                                     .store = r->store,
                                     .roll = &r->roll,
                                     .feeds_fd = r->feeds_fd,
                                     .key = r->key};
    core_links_free(&r->links);
    assert_int_equal(core_links_open(&setup, &r->links), 0);
    assert_list(r, ME_LINE);
}

static const char *url_now(const struct room *r, const struct pgy_subscription *subscription)
{
    json_t *json = core_links_json(r->links, subscription);
    const char *url =
        pgy_arena_strdup(r->config.arena, json_string_value(json_object_get(json, "url")));
    json_decref(json);
    return url;
}

static void test_rotate(void **state)
{
    struct room *r = *state;
    struct pgy_subscription next = calendar;
    core_links_listen(r->links, "127.0.0.1:8479");
    put(r, &calendar);
    assert_string_equal(url_now(r, &calendar), "http://127.0.0.1:8479/f/" ME_0 "/pgyd.ics");
    next.generation++;
    put(r, &next);
    assert_list(r, ME_1_HASH " me/all.generic\n");
    assert_string_equal(url_now(r, &next), "http://127.0.0.1:8479/f/" ME_1 "/pgyd.ics");
    next.generation++;
    next.revoked = true;
    put(r, &next);
    assert_list(r, "");
}

/* What cannot be stored is said in the store's words, and the list stays alone. */
static void test_put_refused(void **state)
{
    struct room *r = *state;
    struct pgy_subscription broken = calendar;
    const char *why = "";
    broken.feed = NULL;
    take_list(r);
    assert_true(core_links_put(r->links, &broken, &why) < 0);
    assert_string_equal(why, pgy_store_error(r->store));
    assert_string_not_equal(why, "");
    core_links_follow(r->links, false);
    assert_false(list_is_there(r));
}

/* Stored, its feed being written by somebody else: the list has it from publish on. */
static void test_put_then_publish(void **state)
{
    struct room *r = *state;
    const char *why = "";
    assert_int_equal(core_links_put(r->links, &calendar, &why), 0);
    assert_list(r, "");
    assert_int_equal(core_links_publish(r->links, &why), 0);
    assert_list(r, ME_LINE);
}

/* ---- the first link ---- */

static void plan(const struct room *r, const struct core_person *person, bool works)
{
    assert_int_equal(pgy_store_begin(r->store), 0);
    assert_int_equal(core_links_first(r->links, person, NOON), 0);
    if (works)
        assert_int_equal(pgy_store_commit(r->store), 0);
    else
        pgy_store_rollback(r->store);
    core_links_settled(r->links, works);
}

static void test_first_once(void **state)
{
    struct room *r = *state;
    struct pgy_subscription *list;
    plan(r, &r->me, true);
    assert_int_equal(stored(r, "me", &list), 1);
    assert_string_equal(list[0].name, "calendar");
    assert_string_equal(list[0].feed, "all");
    assert_string_equal(list[0].style, "generic");
    assert_int_equal(list[0].generation, 0);
    assert_int_equal(list[0].created, NOON);
    assert_list(r, "");
    core_links_follow(r->links, false);
    assert_list(r, ME_LINE);
    /* Not another one for a later plan, nor when the person revoked it; and nothing to write. */
    list[0].generation = 1;
    list[0].revoked = true;
    put(r, &list[0]);
    take_list(r);
    plan(r, &r->me, true);
    assert_int_equal(stored(r, "me", &list), 1);
    assert_true(list[0].revoked);
    core_links_follow(r->links, false);
    assert_false(list_is_there(r));
}

static void test_first_rolled_back(void **state)
{
    struct room *r = *state;
    struct pgy_subscription *list;
    plan(r, &r->me, false);
    assert_int_equal(stored(r, NULL, &list), 0);
    take_list(r);
    core_links_follow(r->links, false);
    assert_false(list_is_there(r));
    /* A later transaction without a first link does not bring that one back to mind. */
    core_links_settled(r->links, true);
    core_links_follow(r->links, false);
    assert_false(list_is_there(r));
    plan(r, &r->me, true);
    core_links_follow(r->links, false);
    assert_list(r, ME_LINE);
}

/* While the transaction lasts nobody hears of the link. */
static void test_first_unsettled(void **state)
{
    struct room *r = *state;
    assert_int_equal(pgy_store_begin(r->store), 0);
    assert_int_equal(core_links_first(r->links, &r->me, NOON), 0);
    core_links_follow(r->links, false);
    assert_list(r, "");
    assert_int_equal(pgy_store_commit(r->store), 0);
    core_links_settled(r->links, true);
    core_links_follow(r->links, false);
    assert_list(r, ME_LINE);
}

static void test_follow(void **state)
{
    struct room *r = *state;
    struct core_person third = {.born = 3};
    static char bob[] = "bob";
    third.id = bob;
    fake_clock_go(10);
    plan(r, &r->me, true);
    core_links_follow(r->links, true); /* long after the last time */
    assert_list(r, ME_LINE);
    plan(r, &r->ann, true);
    core_links_follow(r->links, true);
    assert_list(r, ME_LINE);
    fake_clock_set(NOON + 86400); /* the day of the wall clock has no say in it */
    core_links_follow(r->links, true);
    assert_list(r, ME_LINE);
    plan(r, &third, true);
    fake_clock_go(1);
    core_links_follow(r->links, true); /* for both */
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(4096);
    assert_int_equal(pgy_file_read_at(r->feeds_fd, "tokens", &text), 0);
    assert_non_null(strstr(pgy_buf_text(&text), " ann/all.generic\n"));
    assert_non_null(strstr(pgy_buf_text(&text), " bob/all.generic\n"));
    take_list(r);
    fake_clock_go(100);
    core_links_follow(r->links, false); /* it lacks nothing */
    assert_false(list_is_there(r));
}

/* Whoever is idle does not wait for the second to be over. */
static void test_follow_idle(void **state)
{
    struct room *r = *state;
    plan(r, &r->me, true);
    core_links_follow(r->links, true);
    assert_list(r, "");
    core_links_follow(r->links, false);
    assert_list(r, ME_LINE);
}

/* No byte can be written to any file. */
static void disk_full(bool full)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = full ? 0 : limit.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void test_list_cannot_be_written(void **state)
{
    struct room *r = *state;
    const char *why = "";
    put(r, &calendar);
    assert_int_equal(core_links_put(r->links, &anns, &why), 0);
    disk_full(true);
    int rc = core_links_publish(r->links, &why);
    core_links_follow(r->links, false);
    disk_full(false);
    assert_true(rc < 0);
    assert_string_equal(why, "it is stored, but the list that pgyd-web reads could not be written; "
                             "pgyd tries again within a minute, and until then the link works as "
                             "it did before");
    assert_list(r, ME_LINE);
    core_links_follow(r->links, true); /* tried a moment ago */
    assert_list(r, ME_LINE);
    fake_clock_go(1);
    core_links_follow(r->links, true);
    assert_list(r, ME_LINE ANN_LINE);
    take_list(r);
    core_links_follow(r->links, false); /* and not again */
    assert_false(list_is_there(r));
}

/* With the list of before web goes on; the new one follows when there is room. */
static void test_old_list_at_start(void **state)
{
    struct room *r = *state;
    struct core_links_setup setup = {.loop = r->loop,
                                     .store = r->store,
                                     .roll = &r->roll,
                                     .feeds_fd = r->feeds_fd,
                                     .key = r->key};
    const char *why = "";
    put(r, &calendar);
    assert_int_equal(core_links_put(r->links, &anns, &why), 0);
    core_links_free(&r->links);
    disk_full(true);
    int rc = core_links_open(&setup, &r->links);
    disk_full(false);
    assert_int_equal(rc, 0);
    assert_list(r, ME_LINE);
    core_links_follow(r->links, false);
    assert_list(r, ME_LINE ANN_LINE);
}

/* Without a list web would answer nobody: the desk does not open. */
static void test_no_list_no_desk(void **state)
{
    struct room *r = *state;
    struct core_links *links = NULL;
    struct core_links_setup setup = {
        .loop = r->loop, .store = r->store, .roll = &r->roll, .feeds_fd = -1, .key = r->key};
    assert_true(core_links_open(&setup, &links) < 0);
    assert_null(links);
}

/* ---- as people see them ---- */

static void assert_json(const struct room *r, const struct pgy_subscription *subscription,
                        const char *expected)
{
    json_t *json = core_links_json(r->links, subscription);
    char *text = json_dumps(json, JSON_COMPACT);
    assert_string_equal(text, expected);
    free(text);
    json_decref(json);
}

#define NEVER "\"created\":\"2026-12-05T12:00:00Z\",\"last_fetch\":\"\",\"client\":\"\"}"
#define WHO "{\"profile\":\"me\",\"name\":\"calendar\",\"feed\":\"all\",\"style\":\"generic\","

static void test_json_addresses(void **state)
{
    struct room *r = *state;
    /* Not bound yet, or behind a Unix socket: the rest of the link. */
    assert_json(r, &calendar,
                WHO "\"url\":\"/f/" ME_0 "/pgyd.ics\",\"webcal\":\"\",\"google\":\"\","
                    "\"revoked\":false," NEVER);
    core_links_listen(r->links, "unix:/run/pgyd/web");
    assert_json(r, &calendar,
                WHO "\"url\":\"/f/" ME_0 "/pgyd.ics\",\"webcal\":\"\",\"google\":\"\","
                    "\"revoked\":false," NEVER);
    core_links_listen(r->links, "127.0.0.1:8479");
    assert_json(r, &calendar,
                WHO "\"url\":\"http://127.0.0.1:8479/f/" ME_0 "/pgyd.ics\","
                    "\"webcal\":\"webcal://127.0.0.1:8479/f/" ME_0 "/pgyd.ics\","
                    "\"google\":\"\",\"revoked\":false," NEVER);
}

/* public_url goes before the address; Google takes https alone. */
static void test_json_public(void **state)
{
    struct room *r = *state;
    core_links_listen(r->links, "127.0.0.1:8479");
    serve(r, "public_url = http://cal.example.org:8080\n");
    assert_json(r, &calendar,
                WHO "\"url\":\"http://cal.example.org:8080/f/" ME_0 "/pgyd.ics\","
                    "\"webcal\":\"webcal://cal.example.org:8080/f/" ME_0 "/pgyd.ics\","
                    "\"google\":\"\",\"revoked\":false," NEVER);
    serve(r, "public_url = https://cal.example.org:8443/mine\n");
    core_links_listen(r->links, "unix:/run/pgyd/web");
    assert_json(r, &calendar,
                WHO "\"url\":\"https://cal.example.org:8443/mine/f/" ME_0 "/pgyd.ics\","
                    "\"webcal\":\"webcal://cal.example.org:8443/mine/f/" ME_0 "/pgyd.ics\","
                    "\"google\":\"https://calendar.google.com/calendar/render?cid="
                    "https%3A%2F%2Fcal.example.org%3A8443%2Fmine%2Ff%2F" ME_0 "%2Fpgyd.ics\","
                    "\"revoked\":false," NEVER);
}

/* The first message shows it where a phone can follow it, and nowhere else. */
static void test_shown(void **state)
{
    struct room *r = *state;
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_subscription gone = calendar;
    core_links_listen(r->links, "127.0.0.1:8479");
    put(r, &calendar);
    assert_null(core_links_shown(r->links, &r->me, arena));
    serve(r, "public_url = https://cal.example.org\n");
    assert_string_equal(core_links_shown(r->links, &r->me, arena),
                        "https://cal.example.org/f/" ME_0 "/pgyd.ics");
    gone.revoked = true;
    put(r, &gone);
    assert_null(core_links_shown(r->links, &r->me, arena));
}

static void test_trailing_slashes(void **state)
{
    struct room *r = *state;
    serve(r, "public_url = https://cal.example.org/\n");
    assert_string_equal(url_now(r, &calendar), "https://cal.example.org/f/" ME_0 "/pgyd.ics");
    serve(r, "public_url = https://cal.example.org/a//\n");
    assert_string_equal(url_now(r, &calendar), "https://cal.example.org/a/f/" ME_0 "/pgyd.ics");
}

static void test_json_of_a_used_one(void **state)
{
    struct room *r = *state;
    struct pgy_subscription used = calendar;
    serve(r, "public_url = https://cal.example.org\n");
    used.revoked = true;
    used.last_fetch = NOON + 61;
    used.last_client = "iOS/26.0";
    assert_json(r, &used,
                WHO "\"url\":\"\",\"webcal\":\"\",\"google\":\"\",\"revoked\":true,"
                    "\"created\":\"2026-12-05T12:00:00Z\",\"last_fetch\":\"2026-12-05T12:01:01Z\","
                    "\"client\":\"iOS/26.0\"}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROOM(test_list),
        ROOM(test_list_at_start),
        ROOM(test_rotate),
        ROOM(test_put_refused),
        ROOM(test_put_then_publish),
        ROOM(test_first_once),
        ROOM(test_first_rolled_back),
        ROOM(test_first_unsettled),
        ROOM(test_follow),
        ROOM(test_follow_idle),
        ROOM(test_list_cannot_be_written),
        ROOM(test_old_list_at_start),
        ROOM(test_no_list_no_desk),
        ROOM(test_json_addresses),
        ROOM(test_json_public),
        ROOM(test_shown),
        ROOM(test_trailing_slashes),
        ROOM(test_json_of_a_used_one),
    };
    signal(SIGXFSZ, SIG_IGN);
    return cmocka_run_group_tests_name("links", tests, NULL, NULL);
}
