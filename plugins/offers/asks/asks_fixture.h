/* SPDX-License-Identifier: BSD-2-Clause */
/* What the tests of asks begin with: offer a of Alpha Hospital, further keys, and its asks. A test
 * may look at many, one after the other. */
#ifndef OFFERS_ASKS_FIXTURE_H
#define OFFERS_ASKS_FIXTURE_H

#include "plugins/offers/asks/asks.h"
#include "plugins/offers/asks/catalogue.h"

#include "tests/unit/fake_host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

extern const struct pgyd_plugin pgyd_plugin_offers;

#define OFFER(id, employer)                                                                        \
    "[offer:" id "]\nemployer = " employer                                                         \
    "\nwritten = yes\nreceived = 2026-11-16\nanswer_within = 7-10\n"
#define BETA OFFER("b", "Beta Group")
#define ALL_MONEY "[priorities]\ncompensation = 100\n"

/* The fake that the last answers point into. */
static struct fake *current;
static struct offers offers;
static struct asks asks;

static inline int teardown(void **state)
{
    (void)state;
    if (current)
        fake_free(&current);
    return 0;
}

static inline struct fake *fresh(const char *own, const char *rest)
{
    if (current)
        fake_free(&current);
    current = fake_new(&pgyd_plugin_offers, "2026-11-22");
    fake_ini(current, OFFER("a", "Alpha Hospital"));
    fake_ini(current, own);
    fake_ini(current, rest);
    return current;
}

static inline void again(void)
{
    offers_read(&current->host, &offers);
    asks_of(&current->host, &offers, &offers.list[0], &asks);
}

static inline const struct ask *find(const char *term)
{
    for (uint32_t i = 0; i < asks.n; i++) {
        if (strcmp(asks.list[i].term, term) == 0)
            return &asks.list[i];
    }
    return NULL;
}

/* An ask of offer a with further keys, or NULL. */
static inline const struct ask *ask(const char *term, const char *own, const char *rest)
{
    fresh(own, rest);
    again();
    return find(term);
}

static inline bool near(double a, double b)
{
    return a - b < 1e-9 && b - a < 1e-9;
}

#define CASE(name) cmocka_unit_test_teardown(name, teardown)

#endif
