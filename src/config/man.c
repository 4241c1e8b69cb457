/* SPDX-License-Identifier: BSD-2-Clause */
/* pgyd.ini(5) from the tables the parser reads. */
#include "config/explain.h"

#include "base/arena.h"

#include <string.h>

static const char head[] =
    ".\\\" SPDX-License-Identifier: BSD-2-Clause\n"
    ".TH PGYD.INI 5 \"\" \"pgyd\" \"File Formats Manual\"\n"
    ".SH NAME\n"
    "pgyd.ini \\- configuration of pgyd\n"
    ".SH DESCRIPTION\n"
    "One file serves one person: what the daemon needs and what is to be planned stand together.\n"
    "It is looked for in\n"
    ".I $XDG_CONFIG_HOME/pgyd/pgyd.ini\n"
    "and then in the system's\n"
    ".IR /etc/pgyd/pgyd.ini .\n"
    "For many people\n"
    ".B profiles\n"
    "in\n"
    ".B [daemon]\n"
    "names more files, one a person.\n"
    "Those have no\n"
    ".B [daemon]\n"
    "and\n"
    ".B [serve]\n"
    "and name no file outside their folder.\n"
    ".PP\n"
    "The file says what is planned and agreed; the journal\n"
    ".RB ( \"pgyctl log\" )\n"
    "says what happened.\n"
    "A dated fact in the file counts as a journal entry of that day; the later of both wins.\n"
    ".PP\n"
    ".B pgyctl check\n"
    "reports every mistake with its line.\n"
    ".B pgyctl explain\n"
    "shows this page's tables in the terminal.\n"
    "When a changed file has mistakes, pgyd goes on with the last one that had none and says so.\n"
    ".SH GRAMMAR\n"
    "The file is text in UTF\\-8.\n"
    "A section begins with a line\n"
    ".BI [ section ]\n"
    "or, where there can be several,\n"
    ".BI [ section : id ]\n"
    "with an id of 1 to 24 small letters, digits and hyphens.\n"
    "Below it stand lines\n"
    ".IB key \" = \" value .\n"
    "Blanks around key and value do not count; everything else in a value does: there are no "
    "quotes,\n"
    "no continued lines, and a # or ; inside a value is part of it.\n"
    "A line that begins with # or ; is a comment.\n"
    "The order of sections and of keys does not matter.\n"
    "A key or a section that stands twice is an error, as is one that nobody knows.\n"
    ".SH TYPES\n";

static const struct {
    const char *name, *text;
} types[] = {
    {"text", "Anything on one line."},
    {"word", "Small letters, digits, _ and -: internal_medicine."},
    {"date", "YYYY-MM-DD: 2027-06-30."},
    {"when", "A date, or a date and a time, or these and a zone: 2026-12-14, 2026-12-14 17:00, "
             "2026-12-14 17:00 America/Chicago. "
             "Without a time the whole day counts; without a zone it is the person's."},
    {"dur", "A length of time: 3d days, 2w weeks, 6mo months, 1y years. Where a key measures the "
            "machine also 5s, 15min, 2h."},
    {"usd", "Whole dollars in digits alone: 340000."},
    {"int, num", "A whole number; a number that may have a fraction: 55.5."},
    {"yes|no", "Either of the two. Unset means unknown."},
    {"ref:KIND", "The id of a [KIND:id] section of this file."},
    {"list",
     "Words with commas between them: milestones, offers. Nothing behind the = is an empty list."},
    {"texts", "Phrases with semicolons between them."},
    {"a|b|c", "One of these."},
    {"url", "An address that begins with https:// or http://."},
    {"pair", "Two whole numbers, the smaller first: 7-10 from to, or 90/150 expected and worst; or "
             "one for both."},
    {"path", "A file. Relative ones start at the folder of this file, ~/ at the home folder."},
};

static const char example[] = ".SH EXAMPLE\n"
                              "The smallest useful file:\n"
                              ".PP\n"
                              ".nf\n"
                              "[person]\n"
                              "timezone = America/New_York\n"
                              "\n"
                              "[training]\n"
                              "specialty = internal_medicine\n"
                              "start = 2025\\-07\\-01\n"
                              ".fi\n"
                              ".PP\n"
                              "Reminders to a phone through ntfy, none at night:\n"
                              ".PP\n"
                              ".nf\n"
                              "[notify:phone]\n"
                              "type = ntfy\n"
                              "url = https://ntfy.sh/a\\-topic\\-only\\-you\\-know\n"
                              "\n"
                              "[quiet]\n"
                              "hours = 22:00\\-07:00\n"
                              ".fi\n"
                              ".SH SEE ALSO\n"
                              ".BR pgyctl (1),\n"
                              ".BR pgyd (8)\n";

/* A text for roff: nothing in it is a request or an escape, and every hyphen is a hyphen-minus that
 * can be copied. */
static void escaped(struct pgy_buf *out, const char *text)
{
    if (*text == '.' || *text == '\'')
        pgy_buf_str(out, "\\&");
    for (; *text; text++) {
        if (*text == '\\')
            pgy_buf_str(out, "\\e");
        else if (*text == '-')
            pgy_buf_str(out, "\\-");
        else if (*text == '"')
            pgy_buf_str(out, "\\(dq");
        else
            pgy_buf_char(out, *text);
    }
}

/* A text for people, each sentence on a line of its own as roff wants it. */
static void sentences(struct pgy_buf *out, const char *text)
{
    while (*text) {
        const char *stop = strstr(text, ". ");
        size_t len = stop ? (size_t)(stop - text) + 1 : strlen(text);
        struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
        escaped(out, pgy_arena_strndup(arena, text, len));
        pgy_buf_char(out, '\n');
        text += len;
        text += strspn(text, " ");
    }
}

static void key_entry(struct pgy_buf *out, const struct pgy_key *key, struct pgy_arena *arena)
{
    pgy_buf_str(out, ".TP\n.BR \"");
    escaped(out, key->name);
    pgy_buf_str(out, "\" \": ");
    escaped(out, pgy_key_type_text(key, arena));
    if (key->fallback) {
        pgy_buf_str(out, " = ");
        escaped(out, key->fallback);
    }
    pgy_buf_str(out, key->flags & PGYD_KEY_REQUIRED ? ", required\"\n" : "\"\n");
    sentences(out, key->help);
    if (key->min < key->max && key->type != PGYD_DATE)
        sentences(out, pgy_arena_printf(arena, "From %lld to %lld.", (long long)key->min,
                                        (long long)key->max));
    if (key->flags & PGY_KEY_MAIN)
        sentences(out, "In the main file only.");
}

int pgy_explain_man(const struct pgy_schema *schema, struct pgy_buf *out)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    pgy_buf_str(out, head);
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        pgy_buf_str(out, ".TP\n.B \"");
        escaped(out, types[i].name);
        pgy_buf_str(out, "\"\n");
        sentences(out, types[i].text);
    }
    pgy_buf_str(out, ".SH SECTIONS\n");
    for (size_t i = 0; i < schema->nkinds; i++) {
        const struct pgy_kind_def *kind = &schema->kinds[i];
        pgy_buf_printf(out, ".SS \"[%s%s]\"\n", kind->name, kind->instances ? ":id" : "");
        sentences(out, kind->help);
        for (size_t k = 0; k < schema->nkeys; k++) {
            if (strcmp(schema->keys[k].section, kind->name) == 0)
                key_entry(out, &schema->keys[k], arena);
        }
    }
    pgy_buf_str(out, example);
    return out->err;
}
