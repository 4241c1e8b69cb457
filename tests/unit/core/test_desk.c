/* SPDX-License-Identifier: BSD-2-Clause */
/* The desk of commands: who is heard, what leaves as an errand, when and how clients are answered.
 * What the other desks make of errands is in their own tests. */
#include "desk_fixture.h"

static void refusals(void **state)
{
    struct room *r = *state;
    struct asker a;
    ASKS(r, &a, "statsu", "");
    assert_refused(r, &a, 2, "there is no command 'statsu'");
    assert_string_equal(text_of(&a, "nearest"), "status");
    leaves(r, &a);
    ASKS(r, &a, "done", "me", "milestones/x");
    assert_refused(r, &a, 2, "'done' was asked with 2 arguments");
    leaves(r, &a);
    ASKS(r, &a, "agenda", "me", "soon");
    assert_refused(r, &a, 2, "'soon' is not a number of days");
    leaves(r, &a);
    ASKS(r, &a, "backup", "here");
    assert_refused(r, &a, 2, "'here' is not an absolute path");
    leaves(r, &a);
    assert_no_errand(r);
}

static void whose(void **state)
{
    struct room *r = *state;
    struct asker a;
    ASKS(r, &a, "timeline", "mee");
    assert_refused(r, &a, 1,
                   "there is no profile 'mee' in service; pgyctl profile list shows them");
    assert_string_equal(text_of(&a, "nearest"), "me");
    leaves(r, &a);
    ASKS(r, &a, "timeline", "");
    hears(r, &a);
    assert_int_equal(a.status, 0); /* the only one */
    assert_string_equal(text_of(&a, "profile"), "me");
    assert_string_equal(text_of(&a, "today"), "2026-12-05");
    leaves(r, &a);
    r->me.next = &r->other;
    ASKS(r, &a, "timeline", "");
    assert_refused(r, &a, 1, "several people are served here: say whose with -p, such as -p me");
    leaves(r, &a);
    ASKS(r, &a, "timeline", "other");
    assert_refused(
        r, &a, 1,
        "profile 'other' is out of service: its configuration has errors, see pgyctl status");
    leaves(r, &a);
    r->roll.first = NULL;
    ASKS(r, &a, "timeline", "");
    assert_refused(r, &a, 1,
                   "nobody is served here yet: the configuration has errors, see pgyctl status");
    leaves(r, &a);
}

static void an_errand_is_answered_once(void **state)
{
    struct room *r = *state;
    struct asker a;
    ASKS(r, &a, "status", "");
    struct core_errand errand = errand_of(r, CORE_STATUS);
    assert_waits(r, &a);
    core_desk_answer(r->desk, errand.client, 0, json_pack("{ss}", "version", "1"));
    core_desk_answer(r->desk, errand.client, 0, json_pack("{ss}", "version", "2"));
    core_desk_refuse(r->desk, errand.client, 1, "too late");
    hears(r, &a);
    assert_int_equal(a.status, 0);
    assert_string_equal(text_of(&a, "version"), "1");
    leaves(r, &a);
    /* Whoever left is no mistake. */
    core_desk_answer(r->desk, errand.client, 0, json_object());
    core_desk_await(r->desk, errand.client, 1);
    assert_no_errand(r);
}

/* What is said to have happened goes to the plugin that keeps its kind, with its plan. */
static struct core_errand logs(struct room *r, struct asker *a)
{
    ASKS(r, a, "log", "me", "contact", "ada", "", "2026-12-04");
    struct core_errand errand = errand_of(r, CORE_PLAN);
    assert_ptr_equal(errand.person, &r->me);
    assert_non_null(errand.proposal);
    assert_string_equal(errand.proposal->plugin, "networking");
    assert_string_equal(errand.proposal->what.kind, "contact");
    assert_string_equal(errand.proposal->what.subject, "ada");
    core_desk_wake(r->desk, true); /* its plan has no number yet, and no other is waited for */
    assert_waits(r, a);
    r->me.asked = 5;
    core_desk_await(r->desk, errand.client, 5);
    return errand;
}

static void a_plan_is_awaited(void **state)
{
    struct room *r = *state;
    struct asker a;
    struct core_errand errand = logs(r, &a);
    r->me.done = 4;
    core_desk_wake(r->desk, true);
    assert_waits(r, &a);
    core_desk_settle(r->desk, &(struct core_settled){.client = errand.client, .number = 17});
    assert_waits(r, &a);
    r->me.done = 5;
    core_desk_wake(r->desk, true);
    hears(r, &a);
    assert_int_equal(a.status, 0);
    assert_int_equal(json_integer_value(json_object_get(a.answer, "number")), 17);
    assert_string_equal(text_of(&a, "on"), "2026-12-04");
    leaves(r, &a);
    assert_no_errand(r);
}

static void the_plugin_may_refuse(void **state)
{
    struct room *r = *state;
    struct asker a;
    struct core_errand errand = logs(r, &a);
    core_desk_settle(r->desk, &(struct core_settled){.client = errand.client,
                                                     .why = "Ada is not to be asked before June"});
    assert_refused(r, &a, 1, "Ada is not to be asked before June");
    r->me.done = 5;
    core_desk_wake(r->desk, false);
    hears(r, &a); /* and nothing after it */
    leaves(r, &a);
    assert_no_errand(r);
}

/* The job ended, and nobody judged: then it must not be written later either. */
static void unwritten(void **state)
{
    struct room *r = *state;
    struct asker a;
    struct core_errand errand = logs(r, &a);
    r->me.done = 5;
    core_desk_wake(r->desk, false);
    assert_refused(r, &a, 1, "nothing was written down: no plan could be made; see pgyctl status");
    assert_int_equal(errand_of(r, CORE_WITHDRAW).client, errand.client);
    leaves(r, &a);
    assert_no_errand(r);
}

static void whoever_leaves_takes_it_back(void **state)
{
    struct room *r = *state;
    struct asker a;
    struct core_errand errand = logs(r, &a);
    leaves(r, &a);
    assert_int_equal(errand_of(r, CORE_WITHDRAW).client, errand.client);
    assert_no_errand(r);
}

/* The second before a minute is over, and the second itself. */
static void a_minute_is_enough(void **state)
{
    struct room *r = *state;
    struct asker a;
    struct core_errand errand = logs(r, &a);
    fake_clock_go(59);
    core_desk_wake(r->desk, true);
    assert_waits(r, &a);
    fake_clock_go(1);
    core_desk_wake(r->desk, true);
    assert_refused(r, &a, 1,
                   "nothing was written down: its check takes longer than a minute; see pgyctl "
                   "status, and try again");
    assert_int_equal(errand_of(r, CORE_WITHDRAW).client, errand.client);
    leaves(r, &a);
    ASKS(r, &a, "reload");
    errand_of(r, CORE_RELOAD);
    fake_clock_go(60);
    core_desk_wake(r->desk, true);
    assert_refused(r, &a, 1, "this takes longer than a minute; it goes on, see pgyctl status");
    leaves(r, &a);
    assert_no_errand(r);
}

/* The minute begins anew with the request; whoever asks nothing leaves after the first. */
static void a_minute_to_ask(void **state)
{
    struct room *r = *state;
    struct asker idle, late;
    comes(r, &idle);
    comes(r, &late);
    fake_clock_go(59);
    core_desk_wake(r->desk, false);
    assert_waits(r, &idle);
    says(r, &late, (const char *const[]){"reload", NULL});
    errand_of(r, CORE_RELOAD);
    fake_clock_go(1);
    core_desk_wake(r->desk, true);
    hears(r, &idle);
    assert_int_equal(idle.status, -2);
    fake_clock_go(58);
    core_desk_wake(r->desk, true);
    assert_waits(r, &late);
    fake_clock_go(1);
    core_desk_wake(r->desk, true);
    assert_refused(r, &late, 1, "this takes longer than a minute; it goes on, see pgyctl status");
    leaves(r, &idle);
    leaves(r, &late);
}

static void errands_come_in_order(void **state)
{
    struct room *r = *state;
    struct asker a, b, c;
    ASKS(r, &a, "status", "");
    ASKS(r, &b, "reload");
    ASKS(r, &c, "profile-list");
    errand_of(r, CORE_STATUS);
    errand_of(r, CORE_RELOAD);
    errand_of(r, CORE_PEOPLE);
    assert_no_errand(r);
    leaves(r, &a);
    leaves(r, &b);
    leaves(r, &c);
}

static void somebody_who_is_gone(void **state)
{
    struct room *r = *state;
    struct asker a, b;
    logs(r, &a);
    ASKS(r, &b, "log", "me", "contact", "ada", "", "");
    r->roll.first = NULL;
    /* Its errand is dropped; both hear why. */
    assert_no_errand(r);
    core_desk_wake(r->desk, false);
    assert_refused(r, &a, 1, "'/me.ini' was taken out of the configuration meanwhile");
    assert_refused(r, &b, 1, "'/me.ini' was taken out of the configuration meanwhile");
    leaves(r, &a);
    leaves(r, &b);
    /* What it had proposed is to be withdrawn all the same. */
    errand_of(r, CORE_WITHDRAW);
    errand_of(r, CORE_WITHDRAW);
    assert_no_errand(r);
}

/* Who waits for no plan, too. */
static void somebody_who_is_gone_had_a_link_made(void **state)
{
    struct room *r = *state;
    struct asker a, b;
    ASKS(r, &a, "url-add", "me", "phone", "", "");
    ASKS(r, &b, "notify-test", "me", "phone");
    r->roll.first = NULL;
    assert_no_errand(r);
    assert_refused(r, &a, 1, "the profile was taken out of the configuration meanwhile");
    assert_refused(r, &b, 1, "the profile was taken out of the configuration meanwhile");
    leaves(r, &a);
    leaves(r, &b);
}

static void a_reload_waits_for_all(void **state)
{
    struct room *r = *state;
    struct asker a;
    ASKS(r, &a, "reload");
    errand_of(r, CORE_RELOAD);
    core_desk_wake(r->desk, true);
    assert_no_errand(r);
    core_desk_wake(r->desk, false);
    uint64_t client = errand_of(r, CORE_VERDICTS).client;
    core_desk_wake(r->desk, false);
    assert_no_errand(r); /* asked once */
    core_desk_answer(r->desk, client, 0, json_object());
    hears(r, &a);
    assert_int_equal(a.status, 0);
    leaves(r, &a);
}

static int64_t test_row(struct room *r)
{
    int64_t id;
    struct pgy_outbox_row *claimed;
    size_t n;
    const struct pgy_outbox_row row = {.profile = "me",
                                       .endpoint = "phone",
                                       .message = "00000000-0000-4000-8000-000000000001",
                                       .item = "",
                                       .target = "",
                                       .step = "now",
                                       .type = "test",
                                       .payload = "{}",
                                       .expires = noon + 3600,
                                       .next_try = noon};
    assert_int_equal(pgy_store_outbox_add(r->store, &row, &id), 0);
    assert_int_equal(pgy_store_outbox_claim(r->store, noon, 1, 2, 0, r->arena, &claimed, &n), 0);
    assert_int_equal(n, 1);
    return id;
}

static void a_test_message(void **state)
{
    struct room *r = *state;
    struct asker a;
    ASKS(r, &a, "notify-test", "me", "fone");
    hears(r, &a);
    assert_int_equal(a.status, 1);
    assert_string_equal(text_of(&a, "nearest"), "phone");
    leaves(r, &a);
    ASKS(r, &a, "notify-test", "me", "phone");
    struct core_errand errand = errand_of(r, CORE_NOTIFY_TEST);
    assert_string_equal(errand.name, "phone");
    int64_t row = test_row(r);
    core_desk_await_row(r->desk, errand.client, row);
    fake_clock_go(19);
    core_desk_wake(r->desk, false);
    assert_waits(r, &a); /* under way */
    assert_int_equal(pgy_store_outbox_done(r->store, row, 1, PGY_OUT_SENT, 0, 200, NULL, noon), 0);
    core_desk_wake(r->desk, false);
    hears(r, &a);
    assert_int_equal(a.status, 0);
    assert_string_equal(text_of(&a, "state"), "delivered");
    leaves(r, &a);
}

static void a_test_message_without_an_answer(void **state)
{
    struct room *r = *state;
    struct asker a;
    ASKS(r, &a, "notify-test", "me", "phone");
    core_desk_await_row(r->desk, errand_of(r, CORE_NOTIFY_TEST).client, test_row(r));
    fake_clock_go(20);
    core_desk_wake(r->desk, false);
    hears(r, &a);
    assert_int_equal(a.status, 1);
    assert_string_equal(text_of(&a, "error"), "no answer yet");
    leaves(r, &a);
}

static void names_of_links(void **state)
{
    struct room *r = *state;
    struct asker a;
    ASKS(r, &a, "url-add", "me", "my phone", "", "");
    assert_refused(r, &a, 1, "'my phone' cannot name a link: use up to 24 of a-z, 0-9 and -");
    leaves(r, &a);
    ASKS(r, &a, "url-add", "me", "phone", "networkin", "");
    hears(r, &a);
    assert_int_equal(a.status, 1);
    assert_string_equal(text_of(&a, "nearest"), "networking");
    leaves(r, &a);
    ASKS(r, &a, "url-add", "me", "phone", "", "quiet");
    struct core_errand errand = errand_of(r, CORE_LINK_PUT);
    assert_string_equal(errand.link->name, "phone");
    assert_string_equal(errand.link->feed, "all");
    assert_string_equal(errand.link->style, "quiet");
    assert_int_equal(errand.link->generation, 0);
    leaves(r, &a);
    ASKS(r, &a, "url-rotate", "me", "phone");
    assert_refused(r, &a, 1, "there is no link 'phone'; pgyctl url list shows them");
    leaves(r, &a);
}

/* A name that was revoked comes back with another token. */
static void a_revoked_name(void **state)
{
    struct room *r = *state;
    struct asker a;
    const struct pgy_subscription old = {.profile = "me",
                                         .name = "phone",
                                         .feed = "all",
                                         .style = "generic",
                                         .generation = 3,
                                         .revoked = true};
    assert_int_equal(pgy_store_subscription_put(r->store, &old), 0);
    ASKS(r, &a, "url-add", "me", "phone", "", "");
    assert_int_equal(errand_of(r, CORE_LINK_PUT).link->generation, 4);
    leaves(r, &a);
}

static void another_version(void **state)
{
    struct room *r = *state;
    struct asker a;
    comes(r, &a);
    size_t mark = pgy_frame_begin(&a.link.out, PGY_FRAME_HELLO);
    pgy_put_u32(&a.link.out, PGY_FRAME_VERSION + 1);
    pgy_put_str(&a.link.out, "pgyctl");
    pgy_put_str(&a.link.out, "9.9");
    pgy_frame_end(&a.link.out, mark);
    assert_int_equal(pgy_link_flush(&a.link), 0);
    assert_refused(r, &a, 1,
                   "this pgyctl and the running pgyd are of different versions: restart pgyd");
    leaves(r, &a);
}

static void nonsense(void **state)
{
    struct room *r = *state;
    struct asker a;
    const char *words[66];
    for (size_t i = 0; i < 65; i++)
        words[i] = "status";
    words[65] = NULL;
    comes(r, &a);
    says(r, &a, words);
    assert_refused(r, &a, 2, "the request makes no sense");
    leaves(r, &a);
    words[64] = NULL; /* the most there may be, and more than this command takes */
    comes(r, &a);
    says(r, &a, words);
    assert_refused(r, &a, 2, "'status' was asked with 63 arguments");
    leaves(r, &a);
    comes(r, &a);
    pgy_link_hello(&a.link, "pgyctl");
    size_t mark = pgy_frame_begin(&a.link.out, PGY_X_REQUEST);
    pgy_put_u32(&a.link.out, 2);
    pgy_put_str(&a.link.out, "status"); /* the second is missing */
    pgy_frame_end(&a.link.out, mark);
    assert_int_equal(pgy_link_flush(&a.link), 0);
    assert_refused(r, &a, 2, "the request makes no sense");
    leaves(r, &a);
    assert_no_errand(r);
}

static void a_long_answer_comes_in_pieces(void **state)
{
    struct room *r = *state;
    struct asker a;
    enum { LONG = 700 * 1024 };
    char *text = malloc(LONG + 1);
    memset(text, 'x', LONG);
    text[LONG] = '\0';
    ASKS(r, &a, "status", "");
    core_desk_answer(r->desk, errand_of(r, CORE_STATUS).client, 0,
                     json_pack("{ss}", "degraded", text));
    hears(r, &a);
    assert_int_equal(a.status, 0);
    assert_string_equal(text_of(&a, "degraded"), text);
    free(text);
    leaves(r, &a);
}

/* Sixty-four find a place; then whoever came first of those who ask nothing leaves, and nobody who
 * waits for an answer does. */
static void room_for_sixty_four(void **state)
{
    struct room *r = *state;
    struct asker idle[64], waits, late;
    ASKS(r, &waits, "status", "");
    uint64_t client = errand_of(r, CORE_STATUS).client;
    for (size_t i = 0; i < 63; i++)
        comes(r, &idle[i]);
    comes(r, &late);
    hears(r, &idle[0]);
    assert_int_equal(idle[0].status, -2);
    assert_waits(r, &idle[1]);
    assert_waits(r, &waits);
    core_desk_answer(r->desk, client, 0, json_object());
    hears(r, &waits);
    assert_int_equal(waits.status, 0);
    for (size_t i = 0; i < 63; i++)
        leaves(r, &idle[i]);
    leaves(r, &waits);
    leaves(r, &late);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, room_setup, room_teardown)
    const struct CMUnitTest tests[] = {
        CASE(refusals),
        CASE(whose),
        CASE(an_errand_is_answered_once),
        CASE(a_plan_is_awaited),
        CASE(the_plugin_may_refuse),
        CASE(unwritten),
        CASE(whoever_leaves_takes_it_back),
        CASE(a_minute_is_enough),
        CASE(a_minute_to_ask),
        CASE(errands_come_in_order),
        CASE(somebody_who_is_gone),
        CASE(somebody_who_is_gone_had_a_link_made),
        CASE(a_reload_waits_for_all),
        CASE(a_test_message),
        CASE(a_test_message_without_an_answer),
        CASE(names_of_links),
        CASE(a_revoked_name),
        CASE(another_version),
        CASE(nonsense),
        CASE(a_long_answer_comes_in_pieces),
        CASE(room_for_sixty_four),
    };
    return cmocka_run_group_tests_name("desk", tests, NULL, NULL);
}
