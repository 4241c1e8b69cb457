/* SPDX-License-Identifier: BSD-2-Clause */
/* Address books from anywhere: what is taken from them fits the configuration file, whatever the
 * bytes. */
#include "base/str.h"
#include "base/utf8.h"
#include "ctl/titles.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool ok)
{
    if (!ok)
        abort();
}

static const char list[] = "title\tdr\t-\t-\nrole\tnurse\tother\tstaff\n";

static void one_line(const char *text)
{
    if (!text)
        return;
    size_t len = strlen(text);
    must(len > 0 && len <= 400 && pgy_utf8_valid(text, len) && !pgy_has_controls(text, len, ""));
    must(text[0] != ' ' && text[len - 1] != ' ');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct ctl_vcards cards;
    struct ctl_titles titles = {0};
    size_t line;
    const char *why;
    must(ctl_titles_parse(list, arena, &titles, &line, &why) == 0);
    ctl_vcards_parse((const char *)data, size, arena, &cards);
    must(cards.n <= CTL_VCARDS_MAX && cards.nproblems <= 50);
    for (size_t i = 0; i < cards.n; i++) {
        const struct ctl_vcard *c = &cards.list[i];
        const char *const texts[] = {c->name, c->email,      c->phone, c->org,
                                     c->role, c->categories, c->note};
        const char *center;
        for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++)
            one_line(texts[k]);
        must(cards.nproblems || c->name);
        if (c->name)
            must(pgy_str_is_id(ctl_titles_id(&titles, c->name, arena)));
        ctl_titles_kind(&titles, c, &center);
    }
    return 0;
}
