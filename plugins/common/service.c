/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads the service of a fellowship and whose match it belongs to. The days of matches are data, in
 * packs/matches.ini. */
#include "plugins/common/service.h"

#include "plugins/common/texts/near.h"

#include <string.h>

static const char *const services[] = {PGC_SERVICES};

/* Spellings without spaces, marks and capitals, and what they mean. */
static const struct {
    const char *spelled, *service;
} spellings[] = {
    {"eras", "eras"},
    {"erasjuly", "eras_july"},
    {"erasjul", "eras_july"},
    {"julyeras", "eras_july"},
    {"erasjulycycle", "eras_july"},
    {"erasdecember", "eras_december"},
    {"erasdec", "eras_december"},
    {"decembereras", "eras_december"},
    {"erasdecembercycle", "eras_december"},
    {"sfmatch", "sf_match"},
    {"sf", "sf_match"},
    {"sanfranciscomatch", "sf_match"},
    {"nrmp", "nrmp"},
    {"nrmphand", "nrmp_hand"},
    {"handmatch", "nrmp_hand"},
    {"other", "other"},
    {"none", "none"},
    {"nomatch", "none"},
    {"unmatched", "none"},
};

/* Letters and digits of a text, small. */
static void fold(const char *text, char *out, size_t size)
{
    size_t n = 0;
    for (; *text && n + 1 < size; text++) {
        if (*text >= 'A' && *text <= 'Z')
            out[n++] = (char)(*text + ('a' - 'A'));
        else if ((*text >= 'a' && *text <= 'z') || (*text >= '0' && *text <= '9'))
            out[n++] = *text;
    }
    out[n] = '\0';
}

/* The service that is meant; NULL: none is. */
static const char *read(const char *said)
{
    char folded[40];
    fold(said, folded, sizeof folded);
    for (size_t i = 0; i < PGC_COUNT(spellings); i++) {
        if (strcmp(spellings[i].spelled, folded) == 0)
            return spellings[i].service;
    }
    return NULL;
}

const char *pgc_service_nearest(const char *said, char *out, size_t size)
{
    struct pgc_near near = {.wanted = said};
    for (size_t i = 0; i < PGC_COUNT(services); i++)
        pgc_near_try(&near, services[i]);
    return pgc_near_list(&near, out, size);
}

/* The match of a service of which the list says no other. The SF Match has many: only one of them
 * follows orthopaedic residency. */
static const char *usual_match(const struct pgyd_host *h, const char *service)
{
    if (strcmp(service, "eras_july") == 0)
        return "medicine";
    if (strcmp(service, "nrmp_hand") == 0)
        return "hand";
    if (strcmp(service, "sf_match") == 0 &&
        pgc_is(h, "training", "", "specialty", "orthopaedic_surgery"))
        return "orthopaedic";
    return strcmp(service, "none") == 0 ? "" : "unknown";
}

/* Whether what is said leaves the rest to the list: eras to one of its cycles, nrmp to whatever
 * NRMP matches. */
static bool leaves_to(const char *said, const struct pgc_specialty *row)
{
    bool eras = strncmp(row->service, "eras_", strlen("eras_")) == 0;
    if (strcmp(said, "eras") == 0)
        return eras;
    if (strcmp(said, "nrmp") == 0)
        return eras || strncmp(row->service, "nrmp", strlen("nrmp")) == 0;
    return strcmp(said, row->service) == 0;
}

static void put(const struct pgyd_host *h, const char *service, const char *match,
                struct pgc_service *out)
{
    pgc_format(out->service, sizeof out->service, "%s", service);
    pgc_format(out->match, sizeof out->match, "%s", match[0] ? match : usual_match(h, service));
}

enum pgc_service_state pgc_service(const struct pgyd_host *h, struct pgc_service *out)
{
    struct pgc_specialty row = {.service = ""};
    const char *type = pgc_text(h, "fellowship", "", "type", NULL),
               *text = pgc_text(h, "fellowship", "", "service", NULL), *said;
    *out = (struct pgc_service){.service = ""};
    if (!type)
        return PGC_SERVICE_NOT_ASKED;
    bool listed = pgc_specialty_find(h, PGC_FELLOWSHIP, type, &row) == 1,
         usual = listed && row.fits && row.service[0];
    if (!text) {
        if (usual)
            put(h, row.service, row.match, out);
        if (usual || !listed || row.fits || !row.service[0])
            return usual ? PGC_SERVICE_KNOWN : PGC_SERVICE_UNLISTED;
        return PGC_SERVICE_RESIDENCY;
    }
    if (!(said = read(text)))
        return PGC_SERVICE_WORD;
    if (usual && leaves_to(said, &row))
        put(h, row.service, row.match, out);
    else if (strcmp(said, "eras") == 0)
        return PGC_SERVICE_CYCLE;
    else
        put(h, said, "", out);
    return PGC_SERVICE_KNOWN;
}
