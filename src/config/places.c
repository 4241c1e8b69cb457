/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of places: US states and time zones, with what people write in their stead. */
#include "config/value.h"

#include "base/file.h"
#include "base/str.h"
#include "base/tz.h"
#include "base/words.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const struct {
    const char *code, *name;
} states[] = {
    {"AL", "Alabama"},        {"AK", "Alaska"},         {"AZ", "Arizona"},
    {"AR", "Arkansas"},       {"CA", "California"},     {"CO", "Colorado"},
    {"CT", "Connecticut"},    {"DE", "Delaware"},       {"DC", "District of Columbia"},
    {"FL", "Florida"},        {"GA", "Georgia"},        {"HI", "Hawaii"},
    {"ID", "Idaho"},          {"IL", "Illinois"},       {"IN", "Indiana"},
    {"IA", "Iowa"},           {"KS", "Kansas"},         {"KY", "Kentucky"},
    {"LA", "Louisiana"},      {"ME", "Maine"},          {"MD", "Maryland"},
    {"MA", "Massachusetts"},  {"MI", "Michigan"},       {"MN", "Minnesota"},
    {"MS", "Mississippi"},    {"MO", "Missouri"},       {"MT", "Montana"},
    {"NE", "Nebraska"},       {"NV", "Nevada"},         {"NH", "New Hampshire"},
    {"NJ", "New Jersey"},     {"NM", "New Mexico"},     {"NY", "New York"},
    {"NC", "North Carolina"}, {"ND", "North Dakota"},   {"OH", "Ohio"},
    {"OK", "Oklahoma"},       {"OR", "Oregon"},         {"PA", "Pennsylvania"},
    {"RI", "Rhode Island"},   {"SC", "South Carolina"}, {"SD", "South Dakota"},
    {"TN", "Tennessee"},      {"TX", "Texas"},          {"UT", "Utah"},
    {"VT", "Vermont"},        {"VA", "Virginia"},       {"WA", "Washington"},
    {"WV", "West Virginia"},  {"WI", "Wisconsin"},      {"WY", "Wyoming"},
    {"AS", "American Samoa"}, {"GU", "Guam"},           {"MP", "Northern Mariana Islands"},
    {"PR", "Puerto Rico"},    {"VI", "Virgin Islands"},
};

int pgy_form_state(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                   struct pgy_value *value)
{
    (void)key;
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        if (strcasecmp(raw, states[i].code) == 0) {
            value->text = states[i].code;
            return 0;
        }
        if (strcasecmp(raw, states[i].name) == 0)
            return pgy_reading_fail(r, pgy_reading_text(r, "write %s", states[i].code),
                                    "%s is not a state's two letters", pgy_reading_shown(r, raw));
    }
    return pgy_reading_fail(r, "write two letters such as NY", "%s is not a state's two letters",
                            pgy_reading_shown(r, raw));
}

/* What Americans call their zones; the letters alone would also be found as zones without summer
 * time. */
static const struct {
    const char *said, *zone;
} sayings[] = {
    {"eastern", "America/New_York"},    {"et", "America/New_York"},
    {"edt", "America/New_York"},        {"est", "America/New_York"},
    {"central", "America/Chicago"},     {"ct", "America/Chicago"},
    {"cst", "America/Chicago"},         {"cdt", "America/Chicago"},
    {"mountain", "America/Denver"},     {"mt", "America/Denver"},
    {"mst", "America/Denver"},          {"mdt", "America/Denver"},
    {"pacific", "America/Los_Angeles"}, {"pt", "America/Los_Angeles"},
    {"pst", "America/Los_Angeles"},     {"pdt", "America/Los_Angeles"},
    {"alaska", "America/Anchorage"},    {"hawaii", "Pacific/Honolulu"},
    {"arizona", "America/Phoenix"},     {"z", "UTC"},
};

/* The zones of tzdata's own table, those of its third column. */
static size_t zones_listed(struct pgy_arena *arena, const char ***zones)
{
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(256 * 1024);
    size_t n = 0, cap = 0;
    if (pgy_file_read("/usr/share/zoneinfo/tzdata.zi", &buf) != 0 &&
        pgy_file_read("/usr/share/zoneinfo/zone.tab", &buf) != 0)
        return 0;
    const char *rest = pgy_buf_text(&buf);
    struct pgy_word line;
    while (pgy_words_next(&rest, '\n', &line)) {
        const char *p = line.text;
        size_t skip = 0;
        if (strncmp(p, "Z ", 2) == 0)
            skip = 2; /* tzdata.zi: "Z America/New_York …" */
        else if (isupper((unsigned char)p[0]) && isupper((unsigned char)p[1]) && p[2] == '\t')
            skip = 3 + strcspn(p + 3, "\t\n") + 1; /* zone.tab: code, coordinates, zone */
        if (skip == 0 || skip >= line.len)
            continue;
        *(const char **)pgy_arena_push(arena, zones, &n, &cap, sizeof **zones) =
            pgy_arena_strndup(arena, p + skip, strcspn(p + skip, " \t\n"));
    }
    return n;
}

const char *pgy_zone_nearest(struct pgy_reading *reading, const char *name)
{
    const char *city;
    if (strlen(name) > 60 || reading->terse)
        return NULL;
    for (size_t i = 0; i < sizeof sayings / sizeof sayings[0]; i++) {
        size_t len = strlen(sayings[i].said);
        if (strncasecmp(name, sayings[i].said, len) == 0 && !isalpha((unsigned char)name[len]))
            return sayings[i].zone;
    }
    if (!reading->zones)
        reading->nzones = zones_listed(reading->arena, &reading->zones);
    char *plain = pgy_arena_strdup(reading->arena, name);
    for (char *c = plain; *c; c++)
        *c = *c == ' ' ? '_' : *c;
    for (size_t i = 0; i < reading->nzones; i++) { /* "New York", "america/chicago" */
        city = strrchr(reading->zones[i], '/');
        if (strcasecmp(reading->zones[i], plain) == 0 || (city && strcasecmp(city + 1, plain) == 0))
            return reading->zones[i];
    }
    return pgy_str_nearest(plain, reading->zones, reading->nzones);
}
