/* SPDX-License-Identifier: BSD-2-Clause */
/* Looks up lengths of training by code, and the codes nearest to one that is not listed. What
 * follows from a length is in anchors.c. */
#include "plugins/common/specialty.h"

#include "plugins/common/texts/near.h"
#include "plugins/common/tsv.h"

#include <string.h>

static const char list_name[] = "specialties.tsv";

enum { COLUMNS = 7, LONGEST_TRAINING = 12 };

static bool copy(char *out, size_t size, const char *bytes, size_t len)
{
    if (len >= size)
        return false;
    memcpy(out, bytes, len);
    out[len] = '\0';
    return true;
}

/* "3" or "3-4". */
static bool years(const char *bytes, size_t len, int *low, int *high)
{
    int part[2] = {0, 0};
    int n = 0;
    bool digit = false;
    for (size_t i = 0; i < len; i++) {
        if (bytes[i] == '-' && digit && n == 0) {
            n = 1;
            digit = false;
        } else if (bytes[i] >= '0' && bytes[i] <= '9' && part[n] <= LONGEST_TRAINING) {
            part[n] = part[n] * 10 + (bytes[i] - '0');
            digit = true;
        } else {
            return false;
        }
    }
    *low = part[0];
    *high = n ? part[1] : part[0];
    return digit && *low >= 1 && *high >= *low && *high <= LONGEST_TRAINING;
}

/* "eras_july:psychiatry", or the service alone; "-": neither is known. */
static bool service(const char *bytes, size_t len, struct pgc_specialty *row)
{
    const char *colon = memchr(bytes, ':', len);
    size_t own = colon ? (size_t)(colon - bytes) : len;
    if (len == 1 && bytes[0] == '-')
        return true;
    return copy(row->service, sizeof row->service, bytes, own) &&
           (!colon || copy(row->match, sizeof row->match, colon + 1, len - own - 1));
}

int pgc_specialty_parse(const char *line, size_t len, struct pgc_specialty *row)
{
    const char *start[COLUMNS] = {NULL};
    size_t length[COLUMNS] = {0};
    size_t n = 0;
    if (len > 0 && line[len - 1] == '\r')
        len--;
    if (len == 0 || line[0] == '#')
        return 0;
    for (size_t i = 0, from = 0; i <= len; i++) {
        if (i < len && line[i] != '\t')
            continue;
        if (n == COLUMNS)
            return -1;
        start[n] = line + from;
        length[n++] = i - from;
        from = i + 1;
    }
    struct pgc_specialty r = {.training = PGC_RESIDENCY};
    if (n != COLUMNS || length[0] == 0 || length[3] == 0 ||
        !copy(r.code, sizeof r.code, start[0], length[0]) ||
        !copy(r.note, sizeof r.note, start[6], length[6]) ||
        !copy(r.after, sizeof r.after, start[3], length[3]) || !service(start[4], length[4], &r) ||
        !years(start[1], length[1], &r.years_low, &r.years_high))
        return -1;
    r.base_year = length[2] == 3 && memcmp(start[2], "yes", 3) == 0;
    if (length[3] != 1 || start[3][0] != '-')
        r.training = PGC_FELLOWSHIP;
    *row = r;
    return 1;
}

struct search {
    enum pgc_training training;
    const char *code, *residency; /* residency: the person's own, of a fellowship */
    int fit;
    struct pgc_specialty found;
    int result;
    struct pgc_near near; /* wanted NULL: nobody asks what is near */
};

/* What people say, and the code it stands for. */
static const char *const spoken[][2] = {
    {"cards", "cardiology"},          {"ccm", "critical_care"},     {"em", "emergency_medicine"},
    {"ent", "otolaryngology"},        {"ep", "electrophysiology"},  {"fm", "family_medicine"},
    {"gi", "gastroenterology"},       {"id", "infectious_disease"}, {"im", "internal_medicine"},
    {"pccm", "pulm_critical_care"},   {"peds", "pediatrics"},       {"pm_r", "pmr"},
    {"rads", "diagnostic_radiology"},
};

static bool is_spoken(const char *said, const char *code)
{
    for (size_t i = 0; i < PGC_COUNT(spoken); i++) {
        if (strcmp(spoken[i][0], said) == 0 && strcmp(spoken[i][1], code) == 0)
            return true;
    }
    return false;
}

/* Whether two names begin alike for some letters, as Americans spell: orthopedics and
 * orthopaedic_surgery. */
static bool begin_alike(const char *a, const char *b)
{
    enum { ALIKE = 6 };
    for (int same = 0; same < ALIKE; same++, a++, b++) {
        a += strncmp(a, "ae", 2) == 0;
        b += strncmp(b, "ae", 2) == 0;
        if (!*a || *a != *b)
            return false;
    }
    return true;
}

/* A code that begins with what was written (or the other way round) is near, however long. */
static void consider(struct search *s, const char *code)
{
    size_t typed = strlen(s->code), have = strlen(code);
    size_t shorter = typed < have ? typed : have;
    if (shorter >= 3 && (strncmp(s->code, code, shorter) == 0 || strstr(code, s->code)))
        pgc_near_add(&s->near, code, 1);
    else if ((is_spoken(s->code, code) || begin_alike(s->code, code)) &&
             pgc_near_distance(s->code, code) > 2)
        pgc_near_add(&s->near, code, 2);
    else
        pgc_near_try(&s->near, code);
}

/* The line of another code: not worth taking apart when only the row of one is wanted. */
static bool of_another(const struct search *s, const char *line, size_t len)
{
    size_t n = strlen(s->code);
    return !s->near.wanted && (len <= n || line[n] != '\t' || memcmp(line, s->code, n) != 0);
}

/* How well a row is the one that is meant: 3 for the person's own residency, 2 for any, or where
 * the residency is not one that could be compared. */
static int fit(const struct search *s, const struct pgc_specialty *row)
{
    if (s->training == PGC_RESIDENCY || strcmp(row->after, "any") == 0 || !s->residency[0] ||
        strcmp(s->residency, PGC_OTHER) == 0)
        return 2;
    return pgc_tsv_holds(row->after, s->residency) ? 3 : 1;
}

static void take(struct search *s, const struct pgc_specialty *row)
{
    int how = fit(s, row);
    if (strcmp(row->code, s->code) == 0 && how > s->fit) {
        s->found = *row;
        s->found.fits = how > 1;
        s->fit = how;
        s->result = 1;
    }
    if (s->near.wanted)
        consider(s, row->code);
}

static int read_list(void *arg, const struct pgyd_data *data)
{
    struct search *s = arg;
    const char *p = data->bytes, *end = data->bytes + data->len;
    if (strcmp(data->name, list_name) != 0)
        return 0;
    if (s->result < 0)
        s->result = 0;
    while (p < end) {
        const char *eol = memchr(p, '\n', (size_t)(end - p));
        size_t len = (size_t)((eol ? eol : end) - p);
        struct pgc_specialty row;
        if (!of_another(s, p, len) && pgc_specialty_parse(p, len, &row) == 1 &&
            row.training == s->training)
            take(s, &row);
        p += len + 1;
    }
    return 0;
}

int pgc_specialty_find(const struct pgyd_host *h, enum pgc_training training, const char *code,
                       struct pgc_specialty *row)
{
    struct search s = {.training = training,
                       .code = code,
                       .residency = pgc_text(h, "training", "", "specialty", ""),
                       .result = -1};
    h->data(h->ctx, "lists", read_list, &s);
    if (s.result == 1)
        *row = s.found;
    return s.result;
}

const char *pgc_specialty_nearest(const struct pgyd_host *h, enum pgc_training training,
                                  const char *code, char *out, size_t size)
{
    struct search s = {
        .training = training, .code = code, .residency = "", .result = -1, .near.wanted = code};
    h->data(h->ctx, "lists", read_list, &s);
    return pgc_near_list(&s.near, out, size);
}
