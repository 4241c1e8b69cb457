/* SPDX-License-Identifier: BSD-2-Clause */
/* The names of styles. What each looks like is said where events are made. */
#include "calendar/style.h"

#include "base/err.h"
#include "base/str.h"

static const char *const styles[PGY_STYLES] = {"generic", "quiet", "outlook", "google", "busy"};

const char *pgy_style_text(enum pgy_style style)
{
    return styles[style];
}

int pgy_style_parse(const char *text, enum pgy_style *style)
{
    for (size_t i = 0; i < PGY_STYLES; i++) {
        if (pgy_streq(text, styles[i])) {
            *style = (enum pgy_style)i;
            return 0;
        }
    }
    return PGY_EPARSE;
}
