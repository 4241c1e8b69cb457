/* SPDX-License-Identifier: BSD-2-Clause */
/* Takes the frames of a request in their order and refuses others. Looking things up for a plugin
 * is host.c's. */
#include "pgy-build.h"

#include "worker/inputs.h"

#include "base/err.h"
#include "base/str.h"

#include <string.h>

enum { LIST_MAX = 4096, ARGS_MAX = 64 };

void pgy_inputs_init(struct pgy_inputs *inputs, struct pgy_arena *arena)
{
    *inputs = (struct pgy_inputs){.arena = arena,
                                  .profile = "",
                                  .zone = "UTC",
                                  .today = PGY_NO_DAY,
                                  .started = PGY_NO_DAY,
                                  .calendar = PGY_BUF_INIT(PGY_W_MAX_CALENDAR),
                                  .first = PGY_NO_DAY,
                                  .last = PGY_NO_DAY,
                                  .match = ""};
}

/* A text that must be there. */
static const char *get_text(struct pgy_frame *frame, struct pgy_arena *arena)
{
    const char *text = pgy_get_str(frame, arena);
    if (!text)
        frame->err = PGY_EPARSE;
    return text ? text : "";
}

static pgy_day get_day(struct pgy_frame *frame)
{
    int64_t v = pgy_get_i64(frame);
    if (v < INT32_MIN || v > INT32_MAX)
        frame->err = PGY_EPARSE;
    return frame->err ? PGY_NO_DAY : (pgy_day)v;
}

static uint32_t get_count(struct pgy_frame *frame, uint32_t max)
{
    uint32_t n = pgy_get_u32(frame);
    if (n > max)
        frame->err = PGY_EPARSE;
    return frame->err ? 0 : n;
}

static void get_value(struct pgy_inputs *in, struct pgy_frame *frame, struct pgy_in_value *to)
{
    to->key = get_text(frame, in->arena);
    to->set = pgy_get_u8(frame) != 0;
    struct pgyd_value *v = &to->value;
    v->size = sizeof *v;
    v->is_default = !to->set;
    v->line = pgy_get_u32(frame);
    v->type = pgy_get_u32(frame);
    v->num = pgy_get_i64(frame);
    v->num2 = pgy_get_i64(frame);
    v->real = pgy_get_f64(frame);
    v->day = get_day(frame);
    v->minute = (int32_t)pgy_get_i64(frame);
    v->text = pgy_get_str(frame, in->arena);
    v->unit = pgy_get_u32(frame);
    v->nlist = get_count(frame, LIST_MAX);
    const char **list = pgy_arena_array(in->arena, (size_t)v->nlist + 1, sizeof *list);
    for (uint32_t i = 0; i < v->nlist; i++)
        list[i] = get_text(frame, in->arena);
    v->list = list;
}

static void take_load(struct pgy_inputs *in, struct pgy_frame *frame)
{
    in->verb = (enum pgy_worker_verb)pgy_get_u8(frame);
    in->plugin = get_text(frame, in->arena);
    in->path = get_text(frame, in->arena);
}

static void take_profile(struct pgy_inputs *in, struct pgy_frame *frame)
{
    in->profile = get_text(frame, in->arena);
    in->zone = get_text(frame, in->arena);
    in->today = get_day(frame);
    in->started = get_day(frame);
}

static void take_section(struct pgy_inputs *in, struct pgy_frame *frame)
{
    struct pgy_in_section *s =
        pgy_arena_push(in->arena, &in->sections, &in->nsections, &in->cap_sections, sizeof *s);
    s->kind = get_text(frame, in->arena);
    s->id = get_text(frame, in->arena);
    s->line = pgy_get_u32(frame);
}

static void take_value(struct pgy_inputs *in, struct pgy_frame *frame)
{
    if (in->nsections == 0) {
        frame->err = PGY_EPARSE;
        return;
    }
    struct pgy_in_section *s = &in->sections[in->nsections - 1];
    get_value(in, frame,
              pgy_arena_push(in->arena, &s->values, &s->nvalues, &s->cap, sizeof *s->values));
}

static void take_default(struct pgy_inputs *in, struct pgy_frame *frame)
{
    const char *kind = get_text(frame, in->arena);
    struct pgy_in_section *s = in->ndefaults ? &in->defaults[in->ndefaults - 1] : NULL;
    if (!s || strcmp(s->kind, kind) != 0) {
        s = pgy_arena_push(in->arena, &in->defaults, &in->ndefaults, &in->cap_defaults, sizeof *s);
        s->kind = kind;
        s->id = "";
    }
    get_value(in, frame,
              pgy_arena_push(in->arena, &s->values, &s->nvalues, &s->cap, sizeof *s->values));
}

static void take_event(struct pgy_inputs *in, struct pgy_frame *frame)
{
    struct pgyd_event *e =
        pgy_arena_push(in->arena, &in->events, &in->nevents, &in->cap_events, sizeof *e);
    e->size = sizeof *e;
    e->number = pgy_get_i64(frame);
    e->on = get_day(frame);
    e->from_config = pgy_get_u8(frame) != 0;
    e->kind = get_text(frame, in->arena);
    e->subject = get_text(frame, in->arena);
    e->event = get_text(frame, in->arena);
    e->nargs = get_count(frame, ARGS_MAX);
    const char **keys = pgy_arena_array(in->arena, (size_t)e->nargs + 1, sizeof *keys);
    const char **values = pgy_arena_array(in->arena, (size_t)e->nargs + 1, sizeof *values);
    for (uint32_t i = 0; i < e->nargs; i++) {
        keys[i] = get_text(frame, in->arena);
        values[i] = get_text(frame, in->arena);
    }
    e->keys = keys;
    e->values = values;
}

static void take_busy(struct pgy_inputs *in, struct pgy_frame *frame)
{
    struct pgyd_busy *b =
        pgy_arena_push(in->arena, &in->busy, &in->nbusy, &in->cap_busy, sizeof *b);
    b->size = sizeof *b;
    b->oncall = pgy_get_u8(frame) != 0;
    b->start = get_day(frame);
    b->end = get_day(frame);
    b->kind = get_text(frame, in->arena);
    b->name = get_text(frame, in->arena);
}

static void take_holiday(struct pgy_inputs *in, struct pgy_frame *frame)
{
    pgy_day *day =
        pgy_arena_push(in->arena, &in->holidays, &in->nholidays, &in->cap_holidays, sizeof *day);
    *day = get_day(frame);
}

/* The last file when it still lacks bytes, else a new one with room for all of them; NULL for a
 * part that is nobody's. */
static struct pgy_in_data *data_of(struct pgy_inputs *in, const char *kind, const char *name,
                                   size_t whole)
{
    struct pgy_in_data *d = in->ndata ? &in->data[in->ndata - 1] : NULL;
    if (d && d->file.len < d->whole)
        return d->whole == whole && strcmp(d->kind, kind) == 0 && strcmp(d->file.name, name) == 0
                   ? d
                   : NULL;
    if (whole > PGY_W_MAX_DATA)
        return NULL;
    d = pgy_arena_push(in->arena, &in->data, &in->ndata, &in->cap_data, sizeof *d);
    *d = (struct pgy_in_data){
        .kind = kind, .whole = whole, .to = pgy_arena_bytes(in->arena, whole + 1)};
    d->file = (struct pgyd_data){.size = sizeof d->file, .name = name, .bytes = d->to};
    return d;
}

static void take_data(struct pgy_inputs *in, struct pgy_frame *frame)
{
    const char *kind = get_text(frame, in->arena), *name = get_text(frame, in->arena);
    size_t whole = pgy_get_u32(frame), len = 0;
    const void *bytes = pgy_get_bytes(frame, &len);
    struct pgy_in_data *d = frame->err ? NULL : data_of(in, kind, name, whole);
    if (!d || len > d->whole - d->file.len) {
        frame->err = PGY_EPARSE;
        return;
    }
    if (len)
        memcpy(d->to + d->file.len, bytes, len);
    d->file.len += len;
    d->to[d->file.len] = '\0';
}

static void take_report(struct pgy_inputs *in, struct pgy_frame *frame)
{
    in->report = get_text(frame, in->arena);
}

static void take_arg(struct pgy_inputs *in, struct pgy_frame *frame)
{
    struct pgyd_arg *a = pgy_arena_push(in->arena, &in->args, &in->nargs, &in->cap_args, sizeof *a);
    a->key = get_text(frame, in->arena);
    a->value = get_text(frame, in->arena);
}

static void take_calendar(struct pgy_inputs *in, struct pgy_frame *frame)
{
    size_t len = 0;
    const void *bytes = pgy_get_bytes(frame, &len);
    if (!bytes || pgy_buf_add(&in->calendar, bytes, len) != 0)
        frame->err = PGY_EPARSE;
}

static void take_window(struct pgy_inputs *in, struct pgy_frame *frame)
{
    in->first = get_day(frame);
    in->last = get_day(frame);
    in->zone = get_text(frame, in->arena);
    in->match = get_text(frame, in->arena);
}

static void take_go(struct pgy_inputs *in, struct pgy_frame *frame)
{
    const struct pgy_in_data *last = in->ndata ? &in->data[in->ndata - 1] : NULL;
    if (!in->plugin || (last && last->file.len < last->whole))
        frame->err = PGY_EPARSE;
    in->go = true;
}

int pgy_inputs_take(struct pgy_inputs *in, struct pgy_frame *frame)
{
    static void (*const takers[])(struct pgy_inputs *, struct pgy_frame *) = {
        [PGY_W_LOAD] = take_load,       [PGY_W_PROFILE] = take_profile,
        [PGY_W_SECTION] = take_section, [PGY_W_VALUE] = take_value,
        [PGY_W_DEFAULT] = take_default, [PGY_W_EVENT] = take_event,
        [PGY_W_BUSY] = take_busy,       [PGY_W_HOLIDAY] = take_holiday,
        [PGY_W_DATA] = take_data,       [PGY_W_REPORT] = take_report,
        [PGY_W_ARG] = take_arg,         [PGY_W_CALENDAR] = take_calendar,
        [PGY_W_WINDOW] = take_window,   [PGY_W_GO] = take_go,
    };
    if (frame->type >= sizeof takers / sizeof takers[0] || !takers[frame->type] || in->go)
        return PGY_EPARSE;
    takers[frame->type](in, frame);
    return pgy_frame_done(frame);
}
