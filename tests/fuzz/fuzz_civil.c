/* SPDX-License-Identifier: BSD-2-Clause */
/* Dates, durations and times of day: what is accepted must read back the same, what is refused must
 * leave the result alone. */
#include "base/civil.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool ok)
{
    if (!ok)
        abort();
}

static void date(const char *text)
{
    char back[PGY_DAY_TEXT], words[24];
    pgy_day day = 42;
    if (pgy_civil_parse(text, &day)) {
        must(day == 42);
        return;
    }
    must(strcmp(pgy_civil_text(day, back), text) == 0);
    must(strlen(pgy_civil_words(day, words)) >= strlen("Thu Nov 6, 2026"));
    for (int months = -30; months <= 30; months++) {
        pgy_day moved = pgy_civil_add_months(day, months);
        must(moved == PGY_NO_DAY || abs(moved - day) <= 31 * 30);
    }
}

static void duration(const char *text, bool clock)
{
    char back[PGY_DUR_TEXT];
    struct pgy_dur dur = {.n = -7}, again;
    if (pgy_dur_parse(text, clock, &dur)) {
        must(dur.n == -7);
        return;
    }
    must(dur.n >= 0 && pgy_dur_seconds(dur) >= dur.n);
    must(pgy_dur_parse(pgy_dur_text(dur, back), clock, &again) == 0);
    must(again.n == dur.n && again.unit == dur.unit);
    (void)pgy_civil_add(0, dur, 1);
    (void)pgy_civil_add(0, dur, INT32_MAX);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    if (!text)
        return 0;
    if (size)
        memcpy(text, data, size);
    text[size] = '\0';

    int minutes = -1;
    must(pgy_minutes_parse(text, &minutes) == 0 ? minutes >= 0 && minutes < 24 * 60
                                                : minutes == -1);
    date(text);
    duration(text, false);
    duration(text, true);
    free(text);
    return 0;
}
