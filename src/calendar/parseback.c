/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads bytes back with libical and compares them, property by property, with what event.c meant.
 * Mends nothing. */
#include "calendar/parseback.h"

#include "base/buf.h"
#include "base/str.h"
#include "calendar/line.h"

#include <libical/ical.h>
#include <string.h>

static void component_free(icalcomponent **component)
{
    if (*component)
        icalcomponent_free(*component);
}

/* The only property of a kind; NULL when there are none or several. */
static icalproperty *only(icalcomponent *component, icalproperty_kind kind)
{
    icalproperty *first = icalcomponent_get_first_property(component, kind);
    return first && !icalcomponent_get_next_property(component, kind) ? first : NULL;
}

static bool text_is(icalcomponent *component, icalproperty_kind kind, const char *text)
{
    icalproperty *property = only(component, kind);
    if (!text)
        return !icalcomponent_get_first_property(component, kind);
    icalvalue *value = property ? icalproperty_get_value(property) : NULL;
    return value && pgy_streq(icalvalue_get_text(value), text);
}

static bool time_is(icalcomponent *component, icalproperty_kind kind, struct pgy_event_time when,
                    const char *zone)
{
    icalproperty *property = only(component, kind);
    icalvalue *value = property ? icalproperty_get_value(property) : NULL;
    if (!value)
        return false;
    icalparameter *tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    bool date = icalvalue_isa(value) == ICAL_DATE_VALUE;
    struct icaltimetype t = date ? icalvalue_get_date(value) : icalvalue_get_datetime(value);
    int32_t second = date ? -1 : t.hour * 3600 + t.minute * 60 + t.second;
    bool utc = !date && icaltime_is_utc(t);
    return pgy_civil_day(t.year, t.month, t.day) == when.day && second == when.second &&
           pgy_streq(tzid ? icalparameter_get_tzid(tzid) : NULL, zone) &&
           utc == (when.second >= 0 && !zone);
}

static bool stamp_is(icalcomponent *component, icalproperty_kind kind, int64_t utc)
{
    struct pgy_event_time when;
    when.day = pgy_tz_day(pgy_tz_utc(), utc, &when.second);
    return time_is(component, kind, when, NULL);
}

static bool alarms_are(icalcomponent *component, const struct pgy_event *event)
{
    size_t n = 0;
    icalcomponent *alarm = icalcomponent_get_first_component(component, ICAL_VALARM_COMPONENT);
    for (; alarm; alarm = icalcomponent_get_next_component(component, ICAL_VALARM_COMPONENT), n++) {
        icalproperty *property = only(alarm, ICAL_TRIGGER_PROPERTY);
        if (n == event->nalarms || !property ||
            !text_is(alarm, ICAL_DESCRIPTION_PROPERTY, event->summary))
            return false;
        const struct pgy_event_alarm *meant = &event->alarms[n];
        int64_t seconds = (int64_t)meant->days * 86400 + meant->seconds;
        if (icaldurationtype_as_int(icalproperty_get_trigger(property).duration) !=
            (meant->after ? seconds : -seconds))
            return false;
    }
    return n == event->nalarms;
}

static const char *event_fault(icalcomponent *component, const struct pgy_event *event)
{
    if (icalcomponent_isa(component) != ICAL_VEVENT_COMPONENT ||
        icalcomponent_count_errors(component))
        return "it does not parse";
    if (!text_is(component, ICAL_UID_PROPERTY, event->uid))
        return "the UID differs";
    if (!time_is(component, ICAL_DTSTART_PROPERTY, event->start, event->zone) ||
        !time_is(component, ICAL_DTEND_PROPERTY, event->end, event->zone))
        return "the dates differ";
    if (!stamp_is(component, ICAL_DTSTAMP_PROPERTY, event->revised) ||
        !stamp_is(component, ICAL_LASTMODIFIED_PROPERTY, event->revised))
        return "the revision differs";
    if (!text_is(component, ICAL_SUMMARY_PROPERTY, event->summary))
        return "the summary differs";
    if (!text_is(component, ICAL_DESCRIPTION_PROPERTY, event->description))
        return "the description differs";
    return alarms_are(component, event) ? NULL : "the alarms differ";
}

const char *pgy_parseback_event(const char *bytes, size_t len, const struct pgy_event *event)
{
    const char *fault = pgy_line_fault(bytes, len);
    if (fault)
        return fault;
    icalcomponent *component __attribute__((cleanup(component_free))) =
        icalparser_parse_string(bytes);
    return component ? event_fault(component, event) : "it does not parse";
}

const char *pgy_parseback_head(const char *bytes, size_t len, size_t zones)
{
    const char *fault = pgy_line_fault(bytes, len);
    if (fault)
        return fault;
    struct pgy_buf whole PGY_BUF_CLEANUP = PGY_BUF_INIT(len + 32);
    pgy_buf_add(&whole, bytes, len);
    pgy_buf_str(&whole, "END:VCALENDAR\r\n");
    icalcomponent *component __attribute__((cleanup(component_free))) =
        icalparser_parse_string(pgy_buf_text(&whole));
    if (!component || icalcomponent_isa(component) != ICAL_VCALENDAR_COMPONENT ||
        icalcomponent_count_errors(component))
        return "the calendar's first lines do not parse";
    if (icalcomponent_count_components(component, ICAL_VTIMEZONE_COMPONENT) != (int)zones)
        return "the calendar's zones differ";
    return NULL;
}
