/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of the core's own keys. Their checks against each other are in keyrules.c. */
#include "config/keys.h"

#include <string.h>

static const struct pgy_kind_def kinds[] = {
    {"daemon", false, true, NULL,
     "The daemon itself: where it keeps its state, which plugins plan, whose files it reads."},
    {"serve", false, true, NULL,
     "How calendars reach phones and computers: the address the feeds are served on."},
    {"person", false, false, NULL,
     "Who this file is about. Every personal file needs it, if only for the time zone."},
    {"training", false, false, NULL,
     "The residency: specialty, start and length. Most milestones follow from it."},
    {"fellowship", false, false, NULL, "A fellowship after residency, planned or under way."},
    {"goal", false, false, NULL,
     "The job at the end: when, where and of what kind. The job search is planned back from its "
     "start."},
    {"busy", true, false, NULL,
     "Days on which little else fits in: nights, vacation, an exam. Nudges wait or move; calendars "
     "of style busy show the days without a word."},
    {"oncall", true, false, NULL,
     "An on-call calendar to read along: plans see its calls as busy days, and [quiet] oncall "
     "holds reminders during them. Calendars of style busy show them without a word."},
    {"quiet", false, false, NULL, "When reminders come and when they hold their tongue."},
    {"focus", false, false, NULL, "How much of your attention pgyd takes."},
    {"notify", true, false, NULL, "A place reminders are sent to."},
};

#define RANGE(least, most) .min = (least), .max = (most)
#define KEY(s, n, t, h, ...)                                                                       \
    {                                                                                              \
        .section = (s), .name = (n), .type = (t), .help = (h), __VA_ARGS__                         \
    }
#define REQUIRED .flags = PGYD_KEY_REQUIRED

static const struct pgy_key keys[] = {
    KEY("daemon", "state_dir", PGYD_PATH,
        "Folder for the journal, the feeds and what was sent. Unset: $XDG_STATE_HOME/pgyd, else "
        "~/.local/state/pgyd; "
        "/var/lib/pgyd for root."),
    KEY("daemon", "plugins", PGYD_LIST,
        "The plugins that plan, most important first. With profiles set and this unset, milestones "
        "alone: an office plans training.",
        .flags = PGY_KEY_NAMES, .fallback = "milestones, networking, offers"),
    KEY("daemon", "plugin_path", PGYD_LIST,
        "More folders to look for plugins in, before the installed ones.", .flags = PGY_KEY_PATHS),
    KEY("daemon", "profiles", PGYD_PATH,
        "Where the files of many people are, such as profiles.d/*.ini: one file a person, each "
        "with its own [person]. Unset: this file is "
        "the only one.",
        .flags = PGY_KEY_GLOB),
    KEY("daemon", "log_level", PGYD_ENUM, "The least important messages to log.",
        .choices = "error|warn|info|debug", .fallback = "info"),
    KEY("daemon", "pass_deadline", PGYD_DUR,
        "How long a plugin may plan before it is stopped and its last good plan kept.",
        .flags = PGY_KEY_CLOCK, .fallback = "5s"),

    KEY("serve", "listen", PGYD_TEXT,
        "Address and port for calendar subscriptions. 127.0.0.1 is this computer alone; put a web "
        "server with TLS in front to reach a phone.",
        .flags = PGY_KEY_LISTEN, .fallback = "127.0.0.1:8479"),
    KEY("serve", "public_url", PGYD_URL,
        "The address by which phones reach the feeds, as your web server shows it: "
        "https://cal.example.org. Links are made with it."),
    KEY("serve", "metrics_listen", PGYD_TEXT,
        "Address and port for Prometheus metrics. Unset: none.", .flags = PGY_KEY_LISTEN),

    KEY("person", "id", PGYD_WORD,
        "A short name for this person that never changes: calendar entries and the journal hang on "
        "it. Unset: me, or the file's name "
        "without .ini in a folder of many.",
        .flags = PGY_KEY_ID),
    KEY("person", "name", PGYD_TEXT, "Your name as letters and reports should show it.",
        .ask = "Your name, as letters and reports should show it"),
    KEY("person", "timezone", PGYD_TEXT,
        "Where you live, as an IANA zone: America/New_York, America/Chicago, Pacific/Honolulu.",
        .flags = PGYD_KEY_REQUIRED | PGY_KEY_ZONE, .ask = "Your time zone"),

    KEY("training", "specialty", PGYD_WORD,
        "Your specialty, such as internal_medicine or psychiatry; other when pgyd has no name for "
        "it.",
        REQUIRED, .ask = "Your specialty", .ask_default = "internal_medicine"),
    KEY("training", "start", PGYD_DATE,
        "First day of residency, as a rule a July 1 or the week before.", REQUIRED,
        .ask = "First day of residency (YYYY-MM-DD)"),
    KEY("training", "length", PGYD_DUR,
        "How long residency lasts, such as 3y. Unset: the usual length of the specialty."),
    KEY("training", "pgy", PGYD_INT,
        "Your postgraduate year on the day of as_of, for those whose years do not simply count "
        "from start (leave, a second residency).",
        RANGE(1, 12)),
    KEY("training", "as_of", PGYD_DATE, "The day on which pgy was right."),
    KEY("training", "end", PGYD_DATE,
        "Last day of residency. Unset: start plus length. Set it when leave or research moved it."),
    KEY("training", "track", PGYD_ENUM,
        "Whether the job search is paced as after a short or a long training; auto: as the "
        "specialty is.",
        .choices = "auto|short|long", .fallback = "auto"),
    KEY("training", "research_years", PGYD_INT, "Whole years of research within training.",
        RANGE(0, 8)),
    KEY("training", "base_year", PGYD_YN,
        "Whether training began with a separate preliminary or transitional year."),
    KEY("training", "program_bucket", PGYD_TEXT,
        "What your program is known for, in your own words, for letters and preparation."),
    KEY("training", "volumes", PGYD_TEXT,
        "Volumes you can speak of, such as 450 colonoscopies or 1,100 deliveries."),
    KEY("training", "call", PGYD_TEXT, "The call you take in training, such as home call 1 in 6."),
    KEY("training", "breadth", PGYD_TEXT, "The breadth of what you see and do."),
    KEY("training", "autonomy", PGYD_TEXT, "How independently you work."),

    KEY("fellowship", "type", PGYD_WORD,
        "The fellowship, such as cardiology or gastroenterology; other when pgyd has no name for "
        "it.",
        REQUIRED, .ask = "Fellowship, planned or under way, such as cardiology (empty: none)"),
    KEY("fellowship", "start", PGYD_DATE, "First day. Unset: the day after residency."),
    KEY("fellowship", "end", PGYD_DATE, "Last day. Unset: start plus length."),
    KEY("fellowship", "length", PGYD_DUR,
        "How long it lasts, such as 3y. Unset: its usual length."),
    KEY("fellowship", "service", PGYD_TEXT,
        "The match or application service: eras (the usual cycle of the type), eras_july, "
        "eras_december, sf_match, nrmp, nrmp_hand, other or none. Unset: the usual one of the "
        "type."),

    KEY("goal", "role", PGYD_WORD, "The job you want, such as hospitalist or general_cardiology."),
    KEY("goal", "category", PGYD_ENUM, "How such jobs are found: how early to start depends on it.",
        .choices = "primary_care|hospital_based|surgical|competitive|niche"),
    KEY("goal", "start_date", PGYD_DATE,
        "The day you want to start work. Unset: soon after the end of training."),
    KEY("goal", "state", PGYD_TEXT,
        "The state you want to work in, in two letters: the license is planned for it.",
        .flags = PGY_KEY_STATE,
        .ask = "The state you want to work in, in two letters (empty: not decided)"),
    KEY("goal", "lane", PGYD_WORD, "The lane within your field, such as advanced_endoscopy."),
    KEY("goal", "lane_decided", PGYD_DATE, "The day you settled on the lane."),
    KEY("goal", "known_for", PGYD_TEXT, "What you want to be known for, in one sentence."),
    KEY("goal", "internal_deadline", PGYD_WHEN,
        "Your own date by which you will decide, honest enough to be told to a recruiter."),
    KEY("goal", "internal_reason", PGYD_TEXT,
        "Why that date: a lease, a partner's match, a school year."),
    KEY("goal", "flex", PGYD_LIST, "Where you can bend.",
        .choices = "location|nights|skill|procedure"),
    KEY("goal", "want", PGYD_LIST, "What you would rather have.",
        .choices = "dream_city|prestige|no_call|part_time"),
    KEY("goal", "exit_plan", PGYD_TEXT, "What you do if the first job does not work out."),

    KEY("busy", "name", PGYD_TEXT, "What it is, such as Night float."),
    KEY("busy", "start", PGYD_DATE, "First day.", REQUIRED),
    KEY("busy", "end", PGYD_DATE, "Last day, included.", REQUIRED),
    KEY("busy", "kind", PGYD_ENUM, "What sort of days they are.",
        .choices = "nights|call|vacation|exam|other"),

    KEY("oncall", "url", PGYD_URL,
        "Address of an iCalendar feed, as Amion or QGenda give it. Not fetched by this version: "
        "fetch it into a file.",
        .flags = PGY_KEY_SECRET),
    KEY("oncall", "file", PGYD_PATH,
        "An iCalendar file, read again whenever pgyd plans (start, reload, midnight, an entry in "
        "the journal). While it cannot be read, what it said last counts; so it does for two days "
        "when most of its calls are gone at once.",
        .flags = PGY_KEY_FILE),
    KEY("oncall", "match", PGYD_TEXT,
        "Which entries are yours: a regular expression looked for in title, place and categories. "
        "Unset: all of them.",
        .flags = PGY_KEY_REGEX),
    KEY("oncall", "zone", PGYD_TEXT,
        "The calendar's time zone where its entries name none. Unset: yours.",
        .flags = PGY_KEY_ZONE),

    KEY("quiet", "hours", PGYD_TEXT,
        "No reminders between these times, such as 22:00-07:00; they come afterwards together. "
        "Critical ones still come.",
        .flags = PGY_KEY_HOURS, .ask = "No reminders between", .ask_default = "22:00-07:00"),
    KEY("quiet", "oncall", PGYD_YN,
        "Whether reminders also wait until a call of [oncall:id] ends, 36 hours at most. Critical "
        "ones still come."),
    KEY("quiet", "digest_at", PGYD_TEXT,
        "Gather what is not urgent into one message a day at this time.", .flags = PGY_KEY_MINUTES),
    KEY("quiet", "remind_at", PGYD_TEXT, "The time of day at which reminders come.",
        .flags = PGY_KEY_MINUTES, .fallback = "08:00"),
    KEY("quiet", "nights_at", PGYD_TEXT,
        "The time of day at which reminders come in the days of a [busy:id] of kind nights and on "
        "the day after.",
        .flags = PGY_KEY_MINUTES, .fallback = "16:00"),
    KEY("quiet", "max_late", PGYD_DUR,
        "After the computer was off: nudges older than this are told as missed, in a digest.",
        .flags = PGY_KEY_CLOCK, .fallback = "1d"),

    KEY("focus", "brief", PGYD_TEXT,
        "When the brief comes, one message with the dates and three useful things: sun 18:00, "
        "daily "
        "07:00, weekly, daily or off.",
        .fallback = "sun 18:00"),

    KEY("notify", "type", PGYD_ENUM,
        "How to send: log writes to the daemon's log, webhook posts signed JSON, ntfy and slack "
        "speak to those services.",
        .flags = PGYD_KEY_REQUIRED, .choices = "log|webhook|ntfy|slack"),
    KEY("notify", "url", PGYD_URL,
        "Where to: the webhook's address, the ntfy topic or the Slack hook. Keep it to yourself: "
        "for some services it is the key.",
        .flags = PGY_KEY_SECRET,
        .ask = "Reminders on your phone: an ntfy topic, such as "
               "https://ntfy.sh/a-topic-only-you-know (empty: into pgyd's log)"),
    KEY("notify", "secret", PGYD_TEXT,
        "The shared secret of a webhook (whsec_ and base64 of 24 to 64 bytes) or an access token. "
        "Better in a file: secret_file.",
        .flags = PGY_KEY_SECRET),
    KEY("notify", "secret_file", PGYD_PATH,
        "A file with the secret, readable by its owner alone (chmod 600).",
        .flags = PGY_KEY_PRIVATE),
    KEY("notify", "min_severity", PGYD_ENUM, "Leave out what matters less.",
        .choices = "info|warn|critical", .fallback = "info"),
    KEY("notify", "plugins", PGYD_LIST, "Send only what these plugins plan. Unset: everything.",
        .flags = PGY_KEY_NAMES),
    KEY("notify", "detail", PGYD_ENUM,
        "How much to say: full, title alone, or discreet (an offer answer is due Thursday).",
        .choices = "full|title|discreet", .fallback = "discreet"),
    KEY("notify", "quiet", PGYD_YN, "Whether [quiet] holds for this place.", .fallback = "yes"),
    KEY("notify", "brief", PGYD_YN,
        "Whether the brief comes here. Unset: to the first place that is not a log."),
    KEY("notify", "after", PGYD_INT,
        "Only for dates that cannot be repaired, and only when so many reminders of one brought no "
        "sign of you: somebody else's phone, or a second one. Unset: everything comes here.",
        RANGE(1, 9)),
    KEY("notify", "ca_file", PGYD_PATH,
        "Certificates (PEM) to trust for this place in addition, for servers of your own.",
        .flags = PGY_KEY_FILE),
    KEY("notify", "allow_private", PGYD_LIST,
        "Private networks this place may be in, such as 192.168.1.0/24. Unset: none, so that no "
        "address leads into your own network.",
        .flags = PGY_KEY_CIDRS | PGY_KEY_MAIN),
};

static const struct {
    const char *section, *name;
    uint32_t flags;
} host_flags[] = {
    {"packs", "path", PGY_KEY_PATHS},
};

const struct pgy_kind_def *pgy_keys_kinds(size_t *n)
{
    *n = sizeof kinds / sizeof kinds[0];
    return kinds;
}

const struct pgy_key *pgy_keys_core(size_t *n)
{
    *n = sizeof keys / sizeof keys[0];
    return keys;
}

uint32_t pgy_keys_host_flags(const char *section, const char *name)
{
    for (size_t i = 0; i < sizeof host_flags / sizeof host_flags[0]; i++) {
        if (strcmp(host_flags[i].section, section) == 0 && strcmp(host_flags[i].name, name) == 0)
            return host_flags[i].flags;
    }
    return 0;
}
