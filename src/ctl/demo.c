/* SPDX-License-Identifier: BSD-2-Clause */
/* Sample data, dated relative to today, so that reminders and feeds have something to show: a
 * fellow in the last year, two offers on the table. */
#include "ctl/ctl.h"

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DEMO_MAX = 64 * 1024 };

/* A line of the sample: in `when`, a date takes the place of the one %s. */
enum when {
    PLAIN,
    DAYS /* from today */,
    ACADEMIC /* n-th of the year, counted in years from an academic year's July 1: this one's, in
                its second half the next one's, so that a license still fits before the start */
};
enum { HALF_YEAR = 184 };
struct line {
    const char *text;
    enum when when;
    int n;    /* DAYS: days from today; ACADEMIC: academic years from that one */
    int days; /* ACADEMIC: days on top */
};

/* A block is written when some plugin that is installed reads its section; NULL: always. */
struct block {
    const char *kind;
    const struct line *lines;
};

#define LINES (const struct line[])
#define T(text_)                                                                                   \
    {                                                                                              \
        text_, PLAIN, 0, 0                                                                         \
    }
#define D(text_, days_)                                                                            \
    {                                                                                              \
        text_, DAYS, days_, 0                                                                      \
    }
#define A(text_, years_, days_)                                                                    \
    {                                                                                              \
        text_, ACADEMIC, years_, days_                                                             \
    }
#define END                                                                                        \
    {                                                                                              \
        NULL, PLAIN, 0, 0                                                                          \
    }

static const struct block blocks[] = {
    {NULL, LINES{T("# Sample data made by `pgyctl init --demo`: an invented person, dated around "
                   "the day it was made."),
                 T(""),
                 T("[person]"),
                 T("name = Sam Sample"),
                 T("timezone = America/New_York"),
                 T(""),
                 T("[training]"),
                 T("specialty = internal_medicine"),
                 A("start = %s", -5, 0),
                 T("length = 3y"),
                 T(""),
                 T("[fellowship]"),
                 T("type = cardiology"),
                 A("start = %s", -2, 0),
                 T("length = 3y"),
                 T(""),
                 T("[goal]"),
                 T("role = general_cardiology"),
                 T("category = competitive"),
                 A("start_date = %s", 1, 31),
                 T("state = NC"),
                 T("lane = imaging"),
                 A("lane_decided = %s", -1, 60),
                 T("known_for = echo teaching at the bedside"),
                 D("internal_deadline = %s 17:00", 24),
                 T("internal_reason = our lease ends"),
                 T(""),
                 END}},
    {NULL, LINES{T("[busy:service]"), T("name = Inpatient service"), D("start = %s", 9),
                 D("end = %s", 22), T("kind = call"), T(""), T("[quiet]"), T("hours = 22:00-07:00"),
                 T("digest_at = 18:00"), T("remind_at = 08:00"), T(""), T("[notify:log]"),
                 T("type = log"), T("detail = title"), T(""), END}},
    {"milestone",
     LINES{T("[milestone:bls]"), T("title = Renew BLS"), D("when = %s", 17), D("until = %s", 45),
           T("detail = The sim center books out weeks ahead."), T("remind = 2w, 3d"),
           T("checklist = book a slot; bring the card"), T(""), END}},
    {"prospect",
     LINES{T("[prospect:mercy]"), T("name = Mercy General"), T("region = triangle"),
           T("setting = big_private"), T("stage = offer"), T("path = warm"),
           T("rotated_there = yes"), T("growing = yes"), T(""), T("[prospect:lakeside]"),
           T("name = Lakeside Heart Group"), T("region = triangle"), T("setting = small_community"),
           T("stage = offer"), T("path = cold"), T(""), END}},
    {"contact", LINES{T("[contact:alvarez]"),
                      T("name = Dr. Alvarez"),
                      T("kind = attending"),
                      T("center = attending"),
                      T("influence = high"),
                      T("reference = yes"),
                      T("will_call = yes"),
                      T("cadence = 60d"),
                      D("last = %s", -57),
                      T(""),
                      T("[contact:okafor]"),
                      T("name = Dr. Okafor"),
                      T("kind = director"),
                      T("influence = high"),
                      T("reference = yes"),
                      T("cadence = 45d"),
                      D("last = %s", -48),
                      T(""),
                      T("[contact:lindqvist]"),
                      T("name = Dr. Lindqvist"),
                      T("kind = grad"),
                      T("cadence = 90d"),
                      D("last = %s", -20),
                      T(""),
                      T("[contact:reyes]"),
                      T("name = Ana Reyes"),
                      T("kind = recruiter"),
                      T("cadence = 30d"),
                      D("last = %s", -12),
                      T(""),
                      END}},
    {"habits", LINES{T("[habits]"), D("attending = %s", -20), D("coffee = %s", -25),
                     D("grad = %s", -40), T(""), END}},
    {"offer", LINES{T("[offer:mercy]"),
                    T("employer = Mercy General"),
                    T("written = yes"),
                    T("doc = letter"),
                    D("received = %s", -9),
                    D("answer_by = %s 17:00", 5),
                    T("deadline_kind = committee"),
                    D("last_touched = %s", -2),
                    T("base = 410000"),
                    T("guarantee_months = 24"),
                    T("sign_on = 30000"),
                    T("call = 1 week in 7"),
                    T("fte = 1"),
                    T("noncompete_scope = primary_site"),
                    T("noncompete_miles = 15"),
                    T("noncompete_months = 12"),
                    T("notice_days = 90"),
                    T("tail = employer"),
                    T(""),
                    T("[offer:lakeside]"),
                    T("employer = Lakeside Heart Group"),
                    T("written = yes"),
                    T("doc = letter"),
                    D("received = %s", -3),
                    T("answer_within = 7-10"),
                    T("deadline_kind = soft"),
                    D("last_touched = %s", -1),
                    T("base = 455000"),
                    T("sign_on = 20000"),
                    T("call = 1 week in 4"),
                    T("fte = 1"),
                    T("tail = physician"),
                    T(""),
                    END}},
    {"walkaway", LINES{T("[walkaway]"), T("base_min = 380000"), T("noncompete_miles_max = 20"),
                       T("tail = employer"), T(""), END}},
    {"review", LINES{T("[review]"), T("attorney = A. Counsel"), T("attorney_state = NC"),
                     T("turnaround_days = 5"), T(""), END}},
};

static void add_line(struct pgy_buf *out, const struct line *line, pgy_day today)
{
    char text[PGY_DAY_TEXT];
    pgy_day day = today + line->n;
    if (line->when == ACADEMIC)
        day =
            pgy_civil_day(pgy_civil_academic_year(today + HALF_YEAR) + line->n, 7, 1) + line->days;
    const char *date = line->when == PLAIN ? NULL : strstr(line->text, "%s");
    if (date) {
        pgy_buf_add(out, line->text, (size_t)(date - line->text));
        pgy_buf_str(out, pgy_civil_text(day, text));
        pgy_buf_str(out, date + 2);
    } else {
        pgy_buf_str(out, line->text);
    }
    pgy_buf_char(out, '\n');
}

static void add_daemon(struct pgy_buf *out, const struct pgy_schema *schema)
{
    bool first = true;
    pgy_buf_str(out, "# A state of its own beside this file, so that nothing of yours is "
                     "touched.\n[daemon]\nstate_dir = state\nplugins = ");
    for (size_t i = 0; i < schema->nplugins; i++) {
        if (!schema->plugins[i].listed || schema->plugins[i].failed)
            continue;
        pgy_buf_printf(out, "%s%s", first ? "" : ", ", schema->plugins[i].plugin);
        first = false;
    }
    pgy_buf_str(out, "\n\n[serve]\nlisten = 127.0.0.1:8479\n");
}

/* Writes a new file, never over an old one. */
static int write_new(const struct ctl *ctl, const char *file, const struct pgy_buf *text)
{
    int fd PGY_FD_CLEANUP = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          errno == EEXIST ? "%s exists already and was left as it is%s%s"
                                          : "%s cannot be made: %s%s",
                          file, errno == EEXIST ? "" : strerror(errno), "");
    size_t done = 0;
    while (done < text->len) {
        ssize_t n = write(fd, text->data + done, text->len - done);
        if (n < 0 && errno != EINTR) {
            int rc = errno;
            (void)unlink(file);
            return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s cannot be written: %s", file,
                              strerror(rc));
        }
        done += n > 0 ? (size_t)n : 0;
    }
    return CTL_DONE;
}

int ctl_demo(struct ctl *ctl, const char *file)
{
    struct pgy_problems problems = {.arena = ctl->arena};
    struct pgy_house *house = NULL;
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(DEMO_MAX);
    struct pgy_tz *tz PGY_TZ_CLEANUP = NULL;
    pgy_day today;
    int rc = ctl_date(ctl, "--today", &today);
    if (rc != CTL_DONE)
        return rc;
    if ((rc = pgy_house_open(file, NULL, &problems, &house)) != 0)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "pgyd's own files cannot be found: %s",
                          pgy_strerror(rc));
    rc = pgy_tz_load("America/New_York", &tz);
    if (today == PGY_NO_DAY)
        today = pgy_tz_day(rc == 0 ? tz : pgy_tz_utc(), pgy_clock_now(), NULL);
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++) {
        const struct pgy_kind_def *kind =
            blocks[i].kind ? pgy_schema_kind(house->schema, blocks[i].kind) : NULL;
        const struct pgy_declaration *owner =
            kind && kind->owner ? pgy_schema_plugin(house->schema, kind->owner) : NULL;
        if (blocks[i].kind && (!kind || (owner && !owner->listed)))
            continue;
        for (const struct line *line = blocks[i].lines; line->text; line++)
            add_line(&text, line, today);
    }
    add_daemon(&text, house->schema);
    pgy_house_free(&house);
    if (text.err)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "out of memory");
    if ((rc = write_new(ctl, file, &text)) != CTL_DONE)
        return rc;
    if (ctl->json)
        return ctl_print(json_pack("{ss}", "file", file));
    printf("%s written. Look around with\n  pgyctl -c %s plan\n  pgyctl -c %s feed\nand start it "
           "with\n  pgyd -c %s\n",
           file, file, file, file);
    return CTL_DONE;
}
