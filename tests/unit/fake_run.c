/* SPDX-License-Identifier: BSD-2-Clause */
/* Running a plugin on a fake host, and finding what it answered. The services are fake_host.c's. */
#include "fake_host.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void finish(const struct fake *f, int rc)
{
    if (rc != 0)
        fail_msg("%s returned %d: %s", f->plugin->name, rc, f->error ? f->error : "(no reason)");
}

void fake_plan(struct fake *f)
{
    f->nitems = 0;
    finish(f, f->plugin->plan(&f->host));
}

void fake_check(struct fake *f)
{
    f->nproblems = 0;
    finish(f, f->plugin->check(&f->host));
}

bool fake_try_report(struct fake *f, const char *name)
{
    f->nparts = 0;
    f->error = NULL;
    return f->plugin->report(&f->host, name) == 0;
}

void fake_report(struct fake *f, const char *name)
{
    f->nparts = 0;
    finish(f, f->plugin->report(&f->host, name));
}

const struct pgyd_item *fake_item(const struct fake *f, const char *id)
{
    for (size_t i = 0; i < f->nitems; i++) {
        const struct pgyd_item *item = &f->items[i];
        size_t len = strlen(item->slug);
        if (strncmp(item->slug, id, len) != 0)
            continue;
        if (item->occurrence ? id[len] == '@' && strcmp(id + len + 1, item->occurrence) == 0
                             : id[len] == '\0')
            return item;
    }
    return NULL;
}

const char *fake_days(const struct fake *f, const char *id)
{
    const struct pgyd_item *item = fake_item(f, id);
    char start[PGY_DAY_TEXT], end[PGY_DAY_TEXT];
    if (!item)
        return "none";
    pgy_civil_text(item->start, start);
    if (item->end == PGYD_NO_DAY || item->end == item->start)
        return pgy_arena_strdup(f->arena, start);
    return pgy_arena_printf(f->arena, "%s..%s", start, pgy_civil_text(item->end, end));
}

const char *fake_steps(const struct fake *f, const char *id)
{
    static const char *const severities[] = {"", " info", " warn", " critical"};
    const struct pgyd_item *item = fake_item(f, id);
    const char *text = "";
    if (!item)
        return "none";
    for (uint32_t i = 0; i < item->nsteps; i++)
        text = pgy_arena_printf(
            f->arena, "%s%s%d%s%s", text, i ? ", " : "", item->steps[i].n,
            item->steps[i].unit == 'm' ? "mo" : (const char[]){(char)item->steps[i].unit, '\0'},
            severities[item->steps[i].severity]);
    return text;
}

size_t fake_count(const struct fake *f, const char *prefix)
{
    size_t n = 0;
    for (size_t i = 0; i < f->nitems; i++)
        n += strncmp(f->items[i].slug, prefix, strlen(prefix)) == 0;
    return n;
}

size_t fake_problems(const struct fake *f, uint32_t severity, const char *section, const char *id,
                     const char *key, const char *part_of)
{
    size_t n = 0;
    for (size_t i = 0; i < f->nproblems; i++) {
        const struct fake_problem *p = &f->problems[i];
        n += p->severity == severity && (!section || pgy_streq(section, p->section)) &&
             (!id || pgy_streq(id, p->id)) && (!key || pgy_streq(key, p->key)) &&
             (!part_of || strstr(p->message, part_of) || (p->remedy && strstr(p->remedy, part_of)));
    }
    return n;
}

bool fake_has_ref(const struct pgyd_item *item, const char *ref)
{
    for (uint32_t i = 0; item && i < item->nrefs; i++) {
        if (strcmp(item->refs[i], ref) == 0)
            return true;
    }
    return false;
}

pgyd_day fake_day(const char *text)
{
    pgy_day day = PGY_NO_DAY;
    if (pgy_civil_parse(text, &day) != 0)
        fail_msg("not a date: %s", text);
    return day;
}
