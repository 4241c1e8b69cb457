/* SPDX-License-Identifier: BSD-2-Clause */
#include "plugins/offers/asks.h"
#include "plugins/offers/lane.h"

#include "tests/unit/fake_host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

extern const struct pgyd_plugin pgyd_plugin_offers;

#define OFFER(id, employer) "[offer:" id "]\nemployer = " employer "\nwritten = yes\nreceived = 2026-11-16\nanswer_within = 7-10\n"

static int setup(void **state)
{
    *state = fake_new(&pgyd_plugin_offers, "2026-11-22");
    return 0;
}

static int teardown(void **state)
{
    struct fake *f = *state;
    fake_free(&f);
    return 0;
}

static struct offers offers;
static struct asks asks;

/* The asks of offer a; the named one, or NULL. */
static const struct ask *ask(struct fake *f, const char *term)
{
    offers_read(&f->host, &offers);
    asks_of(&f->host, &offers, &offers.list[0], &asks);
    for (uint32_t i = 0; i < asks.n; i++) {
        if (strcmp(asks.list[i].term, term) == 0)
            return &asks.list[i];
    }
    return NULL;
}

/* 1.8 row 6, S0-34. */
static void base_target(void **state)
{
    (void)state;
    assert_int_equal(asks_base_target(300000, 340000, 0.75), 330000);
    assert_int_equal(asks_base_target(300000, 340000, 1), 339000);
    assert_int_equal(asks_base_target(300000, 340000, 0.001), 301000);
}

static void base(void **state)
{
    struct fake *f = *state;
    fake_ini(f, OFFER("a", "Alpha") "base = 300000\n" OFFER("b", "Beta") "base = 340000\n");
    const struct ask *a = ask(f, "base");
    assert_non_null(a);
    assert_string_equal(a->text, "a base salary closer to $330,000");
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {CASE(base_target), CASE(base)};
    return cmocka_run_group_tests_name("asks", tests, NULL, NULL);
}
