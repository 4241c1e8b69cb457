/* SPDX-License-Identifier: BSD-2-Clause */
/* An event as a component of libical and as its bytes, folded by ourselves. What it says was
 * decided in event.c. */
#include "calendar/vevent.h"

#include "calendar/line.h"

#include <errno.h>
#include <libical/ical.h>
#include <string.h>

enum { DAY = 86400 };

static void component_free(icalcomponent **component)
{
    if (*component)
        icalcomponent_free(*component);
}

static struct icaltimetype time_of(struct pgy_event_time when, bool utc)
{
    struct pgy_ymd ymd = pgy_civil_ymd(when.day);
    struct icaltimetype t = {
        .year = ymd.year, .month = ymd.month, .day = ymd.day, .is_date = when.second < 0};
    if (when.second < 0)
        return t;
    t.hour = when.second / 3600;
    t.minute = when.second / 60 % 60;
    t.second = when.second % 60;
    if (utc)
        t.zone = icaltimezone_get_utc_timezone();
    return t;
}

static struct icaltimetype utc_of(int64_t utc)
{
    struct pgy_event_time when;
    when.day = pgy_tz_day(pgy_tz_utc(), utc, &when.second);
    if (when.day == PGY_NO_DAY)
        when = (struct pgy_event_time){0, 0};
    return time_of(when, true);
}

/* libical writes no TZID by itself when the time's zone is not one of its own: the time would
 * float. */
static icalproperty *zoned(icalproperty *property, const char *zone)
{
    if (zone)
        icalproperty_add_parameter(property, icalparameter_new_tzid(zone));
    return property;
}

static void alarm_add(icalcomponent *event, const struct pgy_event_alarm *alarm, const char *text)
{
    struct icaltriggertype trigger = {
        .duration = {
            .is_neg = !alarm->after && (alarm->days || alarm->seconds),
            .days = alarm->days + alarm->seconds / DAY,
            .hours = alarm->seconds % DAY / 3600,
            .minutes = alarm->seconds / 60 % 60,
            .seconds = alarm->seconds % 60,
        }};
    icalcomponent *component = icalcomponent_new(ICAL_VALARM_COMPONENT);
    icalcomponent_add_property(component, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    icalcomponent_add_property(component, icalproperty_new_description(text));
    icalcomponent_add_property(component, icalproperty_new_trigger(trigger));
    icalcomponent_add_component(event, component);
}

static void texts_add(icalcomponent *component, const struct pgy_event *event)
{
    icalcomponent_add_property(component, icalproperty_new_summary(event->summary));
    if (event->description)
        icalcomponent_add_property(component, icalproperty_new_description(event->description));
    if (event->color)
        icalcomponent_add_property(component, icalproperty_new_color(event->color));
    if (event->category)
        icalcomponent_add_property(component, icalproperty_new_categories(event->category));
}

static void manners_add(icalcomponent *component, const struct pgy_event *event)
{
    if (event->confidential)
        icalcomponent_add_property(component, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    icalcomponent_add_property(component,
                               icalproperty_new_status(event->cancelled   ? ICAL_STATUS_CANCELLED
                                                       : event->tentative ? ICAL_STATUS_TENTATIVE
                                                                          : ICAL_STATUS_CONFIRMED));
    bool busy = event->busy && !event->cancelled;
    icalcomponent_add_property(
        component, icalproperty_new_transp(busy ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
    icalproperty *status = icalproperty_new_x(busy ? "BUSY" : "FREE");
    icalproperty_set_x_name(status, "X-MICROSOFT-CDO-BUSYSTATUS");
    icalcomponent_add_property(component, status);
}

/* libical 3.0.16 counts a line's end among what it folds: a line of just the wrong length comes out
 * as CR CRLF blank LF. Unfolded again, every line is whole, so the folding is ours. */
static void refold(struct pgy_buf *buf, char *bytes)
{
    char *to = bytes;
    for (const char *p = bytes; *p;) {
        if (p[0] == '\r' && p[1] == '\n' && p[2] == ' ')
            p += 3;
        else
            *to++ = *p++;
    }
    *to = '\0';
    for (char *line = bytes, *end; (end = strstr(line, "\r\n")); line = end + 2) {
        *end = '\0';
        pgy_line_put(buf, line);
    }
}

int pgy_vevent_put(struct pgy_buf *buf, const struct pgy_event *event)
{
    icalcomponent *component __attribute__((cleanup(component_free))) =
        icalcomponent_new(ICAL_VEVENT_COMPONENT);
    if (!component)
        return -ENOMEM;
    bool utc = !event->zone;
    icalcomponent_add_property(component, icalproperty_new_uid(event->uid));
    icalcomponent_add_property(component, icalproperty_new_dtstamp(utc_of(event->revised)));
    icalcomponent_add_property(component, icalproperty_new_created(utc_of(event->created)));
    icalcomponent_add_property(component, icalproperty_new_lastmodified(utc_of(event->revised)));
    icalcomponent_add_property(component,
                               icalproperty_new_sequence((int)(event->sequence & INT32_MAX)));
    icalcomponent_add_property(
        component, zoned(icalproperty_new_dtstart(time_of(event->start, utc)), event->zone));
    icalcomponent_add_property(
        component, zoned(icalproperty_new_dtend(time_of(event->end, utc)), event->zone));
    texts_add(component, event);
    manners_add(component, event);
    /* Alarms last: Outlook refused an event whose alarm came before its start. */
    for (size_t i = 0; i < event->nalarms; i++)
        alarm_add(component, &event->alarms[i], event->summary);

    char *bytes = icalcomponent_as_ical_string_r(component);
    if (!bytes)
        return -ENOMEM;
    refold(buf, bytes);
    icalmemory_free_buffer(bytes);
    return buf->err;
}
