/* SPDX-License-Identifier: BSD-2-Clause */
/* Conditions: the other half of expr.c. */
#include "plugins/milestones/expr/read.h"

#include "plugins/common/texts/words.h"

#include <string.h>

enum comparison { IS, IS_NOT, BELOW, MOST, ABOVE, LEAST, NONE };

static enum comparison read_comparison(struct reader *r)
{
    read_skip(r);
    if (read_take(r, '='))
        return IS;
    if (r->p[0] == '!' && r->p[1] == '=') {
        r->p += 2;
        return IS_NOT;
    }
    if (read_take(r, '<'))
        return *r->p == '=' ? (r->p++, MOST) : BELOW;
    if (read_take(r, '>'))
        return *r->p == '=' ? (r->p++, LEAST) : ABOVE;
    return NONE;
}

static bool compare(enum comparison how, int64_t a, int64_t b)
{
    switch (how) {
    case IS:
        return a == b;
    case IS_NOT:
        return a != b;
    case BELOW:
        return a < b;
    case MOST:
        return a <= b;
    case ABOVE:
        return a > b;
    case LEAST:
        return a >= b;
    case NONE:
        break;
    }
    return false;
}

static bool same(const char *a, const char *b)
{
    for (; *a && *b; a++, b++) {
        char x = (char)(*a >= 'A' && *a <= 'Z' ? *a + ('a' - 'A') : *a),
             y = (char)(*b >= 'A' && *b <= 'Z' ? *b + ('a' - 'A') : *b);
        if (x != y)
            return false;
    }
    return *a == *b;
}

/* One word to compare with; whether it is the name's, or one of its. */
static bool read_is_word(struct reader *r, const char *name, const struct name_value *value)
{
    char word[READ_WORD], all[EXPR_WHY / 2];
    read_skip(r);
    const char *at = r->p;
    if (!read_word(r, word, "a word to compare with"))
        return false;
    if (value->choices && pgc_words_place(value->choices, '|', word) < 0) {
        pgc_format(all, sizeof all, "%s", value->choices);
        for (char *c = all; *c; c++)
            *c = *c == '|' ? ' ' : *c;
        read_fail(r, at, "%s is never %s: it is one of %s", name, word, all);
        return false;
    }
    bool holds = value->word && same(value->word, word);
    for (uint32_t i = 0; i < value->nlist && !holds; i++)
        holds = same(value->list[i], word);
    return holds;
}

static bool read_in(struct reader *r, const char *name, const struct name_value *value)
{
    bool holds = false;
    read_expect(r, '(', "after in");
    do {
        bool this_one = read_is_word(r, name, value);
        holds = holds || this_one;
    } while (!r->failed && read_take(r, ','));
    read_expect(r, ')', "after the words");
    return holds;
}

static bool read_word_test(struct reader *r, const char *name, const struct name_value *value)
{
    if (read_take_word(r, "in"))
        return read_in(r, name, value);
    if (read_take_word(r, "not")) {
        if (!read_take_word(r, "in"))
            read_fail(r, r->p, "in is missing after not");
        return !read_in(r, name, value);
    }
    const char *at = r->p;
    enum comparison how = read_comparison(r);
    if (how == NONE)
        return value->set;
    if (how != IS && how != IS_NOT) {
        read_fail(r, at, "%s is a word: compare it with = or !=, or with in (a, b)", name);
        return false;
    }
    bool is = read_is_word(r, name, value);
    return how == IS ? is : !is;
}

static bool read_yes_test(struct reader *r, const char *name, const struct name_value *value)
{
    static const struct name_value answers = {.type = NAME_WORD, .choices = "yes|no"};
    struct name_value answer = answers;
    answer.word = value->set ? "yes" : "no";
    read_skip(r);
    const char *at = r->p;
    enum comparison how = read_comparison(r);
    if (how == NONE)
        return value->set;
    if (how != IS && how != IS_NOT)
        read_fail(r, at, "%s is yes or no: compare it with = or !=", name);
    bool is = read_is_word(r, name, &answer);
    return how == IS ? is : !is;
}

static bool read_number_test(struct reader *r, const struct name_value *value)
{
    enum comparison how = read_comparison(r);
    if (how == NONE)
        return value->set;
    int64_t n = read_count(r, "a number to compare with");
    return value->set && compare(how, value->num, n);
}

/* A day alone holds when the person has it; two days compare when the person has both. */
static bool read_day_test(struct reader *r)
{
    pgyd_day a = read_sum(r);
    enum comparison how = read_comparison(r);
    if (how == NONE)
        return a != PGYD_NO_DAY;
    pgyd_day b = read_sum(r);
    return a != PGYD_NO_DAY && b != PGYD_NO_DAY && compare(how, a, b);
}

static bool read_or(struct reader *r);

static bool read_test(struct reader *r)
{
    static const char *const functions[] = {"fixed",  "nth",    "earliest",
                                            "latest", "middle", "workday"};
    char name[READ_WORD], found[READ_WORD];
    struct name_value value;
    read_skip(r);
    const char *at = r->p;
    if (read_take(r, '(')) {
        bool holds = read_or(r);
        read_expect(r, ')', "after the condition");
        return holds;
    }
    if (read_at_date(at))
        return read_day_test(r);
    size_t n = read_word_length(r);
    for (size_t i = 0; i < PGC_COUNT(functions); i++) {
        if (n == strlen(functions[i]) && memcmp(at, functions[i], n) == 0)
            return read_day_test(r);
    }
    if (n == 0) {
        read_fail(r, at,
                  "%s where a condition should stand, such as visa = j1 or specialty in (surgery, "
                  "urology)",
                  read_shown(at, found));
        return false;
    }
    if (!read_word(r, name, "a name") || !read_look_up(r, at, name, &value))
        return false;
    switch (value.type) {
    case NAME_DATE:
        r->p = at;
        return read_day_test(r);
    case NAME_COUNT:
        return read_number_test(r, &value);
    case NAME_WORD:
        return read_word_test(r, name, &value);
    case NAME_YES:
        break;
    }
    return read_yes_test(r, name, &value);
}

/* Both sides are always read: what is wrong is wrong for everybody. */
static bool read_and(struct reader *r)
{
    bool all = true;
    do {
        bool no = false;
        while (read_take_word(r, "not"))
            no = !no;
        bool holds = read_test(r);
        all = all && holds != no;
    } while (!r->failed && read_take_word(r, "and"));
    return all;
}

static bool read_or(struct reader *r)
{
    bool any = false;
    if (!read_enter(r))
        return false;
    do {
        bool holds = read_and(r);
        any = any || holds;
    } while (!r->failed && read_take_word(r, "or"));
    read_leave(r);
    return any;
}

bool expr_cond(const struct expr_env *env, const char *text, bool *holds, struct expr_error *error)
{
    struct reader r = {.env = env, .text = text, .p = text, .error = error};
    bool result = read_or(&r);
    if (!read_ended(&r, "the condition: and or or may follow"))
        return false;
    *holds = result;
    return true;
}
