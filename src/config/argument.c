/* SPDX-License-Identifier: BSD-2-Clause */
/* The small forms that values of a happening may have. Types of keys in the file are value.c's. */
#include "pgy-build.h"

#include "config/argument.h"

#include "base/civil.h"
#include "base/err.h"
#include "base/str.h"
#include "base/words.h"
#include "config/value.h"

#include <string.h>

/* The declaration of one key: "clinical:0..672" is the name and, from the colon on, the form. */
struct declared {
    struct pgy_word name, form;
};

static bool next_key(const char **keys, struct declared *d)
{
    struct pgy_word word;
    if (!pgy_words_next(keys, '|', &word))
        return false;
    const char *colon = memchr(word.text, ':', word.len), *end = word.text + word.len;
    d->name = (struct pgy_word){word.text, (size_t)((colon ? colon : end) - word.text)};
    d->form = (struct pgy_word){colon ? colon + 1 : end, (size_t)(colon ? end - colon - 1 : 0)};
    return true;
}

const char *pgy_argument_keys(const char *keys, struct pgy_arena *arena)
{
    struct declared d;
    const char *text = "";
    while (next_key(&keys, &d))
        text = pgy_arena_printf(arena, "%s%s%.*s", text, *text ? "|" : "", (int)d.name.len,
                                d.name.text);
    return text;
}

/* "num" is 0 or more, "0..672" lies between the two, both included. */
static bool number_fits(const char *form, const char *value, const char **least, const char **most)
{
    double v, low = 0, high = 0;
    char *dots = strstr(form, "..");
    *least = "0";
    *most = NULL;
    if (dots) {
        *dots = '\0';
        *least = form;
        *most = dots + 2;
    }
    /* A declaration that cannot be read limits nothing but that it is a number. */
    bool lower = pgy_str_num(*least, &low) == 0, upper = *most && pgy_str_num(*most, &high) == 0;
    return pgy_str_num(value, &v) == 0 && (!lower || v >= low) && (!upper || v <= high);
}

/* What a value of this form would have been; NULL when it is one. */
static const char *wanted(char *form, const char *value, struct pgy_arena *arena)
{
    pgy_day day;
    const char *least, *most;
    if (strcmp(form, "date") == 0)
        return pgy_civil_parse(value, &day) == 0 ? NULL : "a date as YYYY-MM-DD";
    if (strchr(form, '/')) /* "yes/no/unknown" */
        return pgy_words_place(form, '/', value) >= 0 ? NULL
                                                      : pgy_arena_printf(arena, "one of %s", form);
    if (strcmp(form, "num") != 0 && !strstr(form, ".."))
        return NULL; /* a form of a later minor version: the plugin still sees to it */
    if (number_fits(form, value, &least, &most))
        return NULL;
    return most ? pgy_arena_printf(arena, "a number from %s to %s", least, most)
                : "a number, 0 or more";
}

int pgy_argument_check(const char *keys, const char *key, const char *value,
                       struct pgy_arena *arena, const char **problem)
{
    struct declared d;
    while (next_key(&keys, &d)) {
        if (!pgy_words_equal(d.name, key))
            continue;
        const char *want =
            d.form.len ? wanted(pgy_arena_strndup(arena, d.form.text, d.form.len), value, arena)
                       : NULL;
        if (want)
            *problem = pgy_arena_printf(arena, "'%s' is no value of '%s': write %s",
                                        pgy_text_shown(arena, value), key, want);
        return want ? PGY_EINVAL : 0;
    }
    return PGY_ENOTFOUND;
}
