/* SPDX-License-Identifier: BSD-2-Clause */
/* One text to one typed value, with what would be right when it is none. Knows no key. */
#include "config/value.h"

#include "base/err.h"
#include "base/str.h"
#include "base/tz.h"
#include "base/utf8.h"
#include "base/words.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Whole numbers nobody means to pass, where a key names no range. */
static const int64_t int_most = INT64_C(1000000000000);

static bool has_range(const struct pgy_key *key)
{
    return key->min < key->max;
}

/* "write a whole number from 0 to 100" */
static const char *range_remedy(struct pgy_reading *r, const struct pgy_key *key, const char *what)
{
    if (!has_range(key))
        return pgy_reading_text(r, "write %s", what);
    if (key->max >= int_most)
        return pgy_reading_text(r, "write %s of at least %lld", what, (long long)key->min);
    return pgy_reading_text(r, "write %s from %lld to %lld", what, (long long)key->min,
                            (long long)key->max);
}

static int read_text(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                     struct pgy_value *value)
{
    (void)key;
    value->text = pgy_arena_strdup(r->arena, raw);
    return 0;
}

static int read_word(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                     struct pgy_value *value)
{
    if (pgy_str_is_word(raw))
        return read_text(r, key, raw, value);
    char *meant = pgy_arena_strdup(r->arena, raw);
    for (char *c = meant; *c; c++)
        *c = *c == ' ' ? '_' : (char)tolower((unsigned char)*c);
    bool near = pgy_str_made_of(meant, 60, PGY_SMALL PGY_DIGITS "_-");
    return pgy_reading_fail(
        r, near ? pgy_reading_text(r, "write %s", meant) : "write one word of a-z, 0-9, _ and -",
        "%s is not a word of small letters, digits, _ and -", pgy_reading_shown(r, raw));
}

/* MM/DD/YYYY and M-D-YYYY as an American writes them, for the remedy only. */
static const char *date_meant(struct pgy_reading *r, const char *raw)
{
    int month = 0, day = 0, year = 0, end = 0;
    char sep = 0, sep2 = 0, text[PGY_DAY_TEXT];
    const char *usual = "write a date as YYYY-MM-DD, such as 2027-06-30";
    if (sscanf(raw, "%2d%c%2d%c%4d%n", &month, &sep, &day, &sep2, &year, &end) != 5 || raw[end] ||
        sep != sep2 || !strchr("/-.", sep))
        return usual;
    pgy_day d = pgy_civil_day(year, month, day);
    return d == PGY_NO_DAY ? usual : pgy_reading_text(r, "write %s", pgy_civil_text(d, text));
}

static int read_day(struct pgy_reading *r, const char *raw, pgy_day *day)
{
    switch (pgy_civil_parse(raw, day)) {
    case 0:
        return 0;
    case PGY_EINVAL:
        return pgy_reading_fail(r, "check the day of the month", "there is no such date: %s",
                                pgy_reading_shown(r, raw));
    case PGY_ELIMIT:
        return pgy_reading_fail(r, "write a year from 1900 to 9999",
                                "the year of %s is out of range", pgy_reading_shown(r, raw));
    default:
        return pgy_reading_fail(r, date_meant(r, raw), "%s is not a date",
                                pgy_reading_shown(r, raw));
    }
}

static int read_date(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                     struct pgy_value *value)
{
    (void)key;
    return read_day(r, raw, &value->day);
}

/* The next blank-separated part of a text, copied; NULL at its end. */
static const char *part(struct pgy_reading *r, const char **rest)
{
    *rest += strspn(*rest, " \t");
    size_t len = strcspn(*rest, " \t");
    const char *text = len ? pgy_arena_strndup(r->arena, *rest, len) : NULL;
    *rest += len;
    return text;
}

static int read_when(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                     struct pgy_value *value)
{
    const char *rest = raw, *date = part(r, &rest), *clock = part(r, &rest), *zone = part(r, &rest);
    const char *form =
        "write DATE, DATE HH:MM or DATE HH:MM ZONE, such as 2026-12-14 17:00 America/Chicago";
    int minutes, err = read_day(r, date ? date : "", &value->day);
    if (err)
        return err;
    value->text = r->zone;
    if (!clock)
        return 0;
    if (part(r, &rest))
        return pgy_reading_fail(r, form, "%s has more than a date, a time and a zone",
                                pgy_reading_shown(r, raw));
    if (pgy_minutes_parse(clock, &minutes) != 0)
        return pgy_reading_fail(r, "write the time as HH:MM, 00:00 to 23:59, such as 17:00",
                                "'%s' is not a time of day", pgy_text_shown(r->arena, clock));
    value->minute = minutes;
    return zone ? pgy_form_zone(r, key, zone, value) : 0;
}

static int read_dur(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                    struct pgy_value *value)
{
    bool clock = key->flags & PGY_KEY_CLOCK;
    struct pgy_dur dur;
    size_t digits = strspn(raw, "0123456789");
    int err = pgy_dur_parse(raw, clock, &dur);
    if (err == 0) {
        value->num = dur.n;
        value->unit = (uint32_t)(unsigned char)dur.unit;
        return 0;
    }
    if (err == PGY_ELIMIT)
        return pgy_reading_fail(r, "write at most 100 years", "%s is too long",
                                pgy_reading_shown(r, raw));
    if (digits && digits < 7 && strcmp(raw + digits, "m") == 0)
        return pgy_reading_fail(
            r,
            clock
                ? pgy_reading_text(r, "write %.*smin or %.*smo", (int)digits, raw, (int)digits, raw)
                : pgy_reading_text(r, "write %.*smo for months", (int)digits, raw),
            "%s could be minutes or months", pgy_reading_shown(r, raw));
    return pgy_reading_fail(
        r,
        clock ? "write a number and a unit without a blank: 30s, 5min, 2h, 3d, 2w, 6mo, 1y"
              : "write a number and a unit without a blank: 3d, 2w, 6mo, 1y",
        "%s is not a length of time", pgy_reading_shown(r, raw));
}

int64_t pgy_value_seconds(const struct pgy_value *value)
{
    return pgy_dur_seconds((struct pgy_dur){(int32_t)value->num, (char)value->unit});
}

static int in_range(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                    const char *what, int64_t least, int64_t *num)
{
    int64_t min = has_range(key) ? key->min : least, max = has_range(key) ? key->max : int_most;
    int err = pgy_str_int(raw, min, max, num);
    if (err == PGY_ELIMIT)
        return pgy_reading_fail(r, range_remedy(r, key, what), "%s is out of range",
                                pgy_reading_shown(r, raw));
    return err;
}

static int read_int(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                    struct pgy_value *value)
{
    int err = in_range(r, key, raw, "a whole number", -int_most, &value->num);
    if (err == PGY_EPARSE)
        return pgy_reading_fail(r, range_remedy(r, key, "a whole number"),
                                "%s is not a whole number", pgy_reading_shown(r, raw));
    return err;
}

/* "$340,000" and "340k" and "1.2M" as digits, for the remedy; NULL when it is none of them. */
static const char *dollars_meant(struct pgy_reading *r, const char *raw)
{
    char digits[32];
    size_t n = 0;
    double amount;
    const char *p = raw + (*raw == '$');
    for (p += strspn(p, " "); *p && (isdigit((unsigned char)*p) || strchr(",._ '", *p)); p++) {
        if (n + 1 >= sizeof digits)
            return NULL;
        if (isdigit((unsigned char)*p) || *p == '.')
            digits[n++] = *p;
    }
    digits[n] = '\0';
    const char *dot = strchr(digits, '.');
    if (dot && strlen(dot) == 4) /* 340.000 may be meant either way, and must not become 340 */
        return NULL;
    double times = *p == 'k' || *p == 'K' ? 1e3 : *p == 'm' || *p == 'M' ? 1e6 : 1;
    p += times > 1;
    if (*p || n == 0 || pgy_str_num(digits, &amount) != 0 || amount * times > 1e9)
        return NULL;
    return pgy_reading_text(r, "write %lld", (long long)(amount * times + 0.5));
}

static int read_usd(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                    struct pgy_value *value)
{
    int err = in_range(r, key, raw, "whole dollars", 0, &value->num);
    if (err != PGY_EPARSE)
        return err;
    const char *meant = dollars_meant(r, raw);
    return pgy_reading_fail(r,
                            meant ? meant : "write whole dollars in digits alone, such as 340000",
                            "%s is not an amount in whole dollars", pgy_reading_shown(r, raw));
}

static int read_num(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                    struct pgy_value *value)
{
    if (pgy_str_num(raw, &value->real) != 0)
        return pgy_reading_fail(r, range_remedy(r, key, "a number such as 55.5"),
                                "%s is not a number", pgy_reading_shown(r, raw));
    if (has_range(key) && (value->real < (double)key->min || value->real > (double)key->max))
        return pgy_reading_fail(r, range_remedy(r, key, "a number"), "%s is out of range",
                                pgy_reading_shown(r, raw));
    return 0;
}

static int read_yn(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                   struct pgy_value *value)
{
    static const char *const yes[] = {"y", "true", "on", "1", "Yes", "YES", "True"};
    (void)key;
    value->num = strcmp(raw, "yes") == 0;
    if (value->num || strcmp(raw, "no") == 0)
        return 0;
    for (size_t i = 0; i < sizeof yes / sizeof yes[0]; i++) {
        if (strcmp(raw, yes[i]) == 0)
            return pgy_reading_fail(r, "write yes", "%s is neither yes nor no",
                                    pgy_reading_shown(r, raw));
    }
    return pgy_reading_fail(r, "write yes or no", "%s is neither yes nor no",
                            pgy_reading_shown(r, raw));
}

static int read_ref(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                    struct pgy_value *value)
{
    if (pgy_str_is_id(raw))
        return read_text(r, key, raw, value);
    return pgy_reading_fail(
        r, pgy_reading_text(r, "write the id of a [%s:id] section", key->choices),
        "%s is not an id (1 to 24 of a-z, 0-9 and -)", pgy_reading_shown(r, raw));
}

enum { CHOICES_MAX = 64 };

/* The index of a choice, or PGY_EINVAL with the nearest one as the remedy. */
static int choose(struct pgy_reading *r, const struct pgy_key *key, const char *raw, int64_t *index)
{
    size_t n;
    const char **list = pgy_words_split(key->choices, '|', CHOICES_MAX, r->arena, &n);
    for (size_t i = 0; i < n; i++) {
        if (strcmp(list[i], raw) == 0) {
            *index = (int64_t)i;
            return 0;
        }
    }
    const char *near = pgy_str_nearest(raw, list, n);
    char *all = pgy_arena_strdup(r->arena, "");
    for (size_t i = 0; i < n; i++)
        all = pgy_arena_printf(r->arena, "%s%s%s", all,
                               i == 0       ? ""
                               : i + 1 == n ? " or "
                                            : ", ",
                               list[i]);
    return pgy_reading_fail(r,
                            near
                                ? pgy_reading_text(r, "did you mean %s? It is one of %s", near, all)
                                : pgy_reading_text(r, "write one of %s", all),
                            "%s is not known here", pgy_reading_shown(r, raw));
}

static int read_enum(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                     struct pgy_value *value)
{
    int err = choose(r, key, raw, &value->num);
    return err ? err : read_text(r, key, raw, value);
}

/* One element of a list: any text of one piece, one of the choices, or what the form asks for. */
static int read_element(struct pgy_reading *r, const struct pgy_key *key, const char **element)
{
    int64_t index;
    if (key->choices)
        return choose(r, key, *element, &index);
    if (key->flags & PGY_KEY_NAMES)
        return pgy_element_name(r, element);
    if (key->flags & PGY_KEY_CIDRS)
        return pgy_element_cidr(r, element);
    return key->flags & PGY_KEY_PATHS ? pgy_element_path(r, element) : 0;
}

enum { ELEMENTS_MAX = 1000 };

/* list and texts: an empty value is an empty list. */
static int read_list(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                     struct pgy_value *value)
{
    char sep = key->type == PGYD_TEXTS ? ';' : ',';
    const char **list = NULL;
    size_t n = 0, cap = 0;
    struct pgy_word word;
    while (pgy_words_next(&raw, sep, &word)) {
        const char *element = pgy_str_trim(pgy_arena_strndup(r->arena, word.text, word.len));
        if (!*element && !word.text[word.len] && n > 0)
            break; /* a separator behind the last one does no harm, with blanks or without */
        if (!*element)
            return pgy_reading_fail(r, "delete the one too many", "nothing stands before a '%c'",
                                    sep);
        if (n == ELEMENTS_MAX)
            return pgy_reading_fail(r, NULL, "the list has more than %d entries", ELEMENTS_MAX);
        int err = key->type == PGYD_TEXTS ? 0 : read_element(r, key, &element);
        for (size_t i = 0; i < n && !err && key->type == PGYD_LIST; i++) {
            if (strcmp(list[i], element) == 0)
                err = pgy_reading_fail(r, "keep one of them", "%s stands twice",
                                       pgy_reading_shown(r, element));
        }
        if (err)
            return err;
        *(const char **)pgy_arena_push(r->arena, &list, &n, &cap, sizeof *list) = element;
    }
    value->list = list;
    value->nlist = (uint32_t)n;
    return 0;
}

/* "90/150", "7-10" or one number for both. */
static int read_pair(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                     struct pgy_value *value)
{
    char *first = pgy_arena_strdup(r->arena, raw), *sep = strpbrk(first + (*first == '-'), "/-");
    const char *second = first;
    if (sep) {
        *sep = '\0';
        second = pgy_str_trim(sep + 1);
        first = pgy_str_trim(first);
    }
    int err = in_range(r, key, first, "numbers", 0, &value->num);
    err = err ? err : in_range(r, key, second, "numbers", 0, &value->num2);
    if (err == PGY_EPARSE)
        return pgy_reading_fail(r, "write two whole numbers such as 7-10 or 90/150, or one",
                                "%s is not a pair of numbers", pgy_reading_shown(r, raw));
    if (!err && value->num > value->num2)
        return pgy_reading_fail(
            r, pgy_reading_text(r, "write %s%c%s", second, strchr(raw, '/') ? '/' : '-', first),
            "the first number of %s is the larger", pgy_reading_shown(r, raw));
    return err;
}

static pgy_form_fn *const types[] = {
    [PGYD_TEXT] = read_text,     [PGYD_WORD] = read_word,   [PGYD_DATE] = read_date,
    [PGYD_WHEN] = read_when,     [PGYD_DUR] = read_dur,     [PGYD_USD] = read_usd,
    [PGYD_INT] = read_int,       [PGYD_NUM] = read_num,     [PGYD_YN] = read_yn,
    [PGYD_REF] = read_ref,       [PGYD_LIST] = read_list,   [PGYD_TEXTS] = read_list,
    [PGYD_ENUM] = read_enum,     [PGYD_URL] = pgy_form_url, [PGYD_PAIR] = read_pair,
    [PGYD_PATH] = pgy_form_path,
};

static const struct {
    uint32_t flag;
    pgy_form_fn *read;
} forms[] = {
    {PGY_KEY_ZONE, pgy_form_zone},       {PGY_KEY_STATE, pgy_form_state},
    {PGY_KEY_LISTEN, pgy_form_listen},   {PGY_KEY_REGEX, pgy_form_regex},
    {PGY_KEY_MINUTES, pgy_form_minutes}, {PGY_KEY_HOURS, pgy_form_hours},
    {PGY_KEY_GLOB, pgy_form_glob},       {PGY_KEY_ID, pgy_form_id},
    {PGY_KEY_PRIVATE, pgy_form_private}, {PGY_KEY_FILE, pgy_form_file},
};

int pgy_value_read(struct pgy_reading *reading, const struct pgy_key *key, const char *raw,
                   struct pgy_value *value)
{
    struct pgy_value v = {.type = key->type, .day = PGY_NO_DAY, .minute = -1};
    reading->problem = reading->remedy = NULL;
    reading->hide = key->flags & PGY_KEY_SECRET;
    if (key->type == 0 || key->type >= sizeof types / sizeof types[0])
        return pgy_reading_fail(reading, NULL, "the key has an unknown type");
    if (!*raw && key->type != PGYD_LIST && key->type != PGYD_TEXTS)
        return pgy_reading_fail(reading, "write a value after the '=', or delete the line",
                                "the value is missing");
    pgy_form_fn *read = types[key->type];
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (key->flags & forms[i].flag)
            read = forms[i].read;
    }
    int err = read(reading, key, raw, &v);
    if (!err)
        *value = v;
    return err;
}
