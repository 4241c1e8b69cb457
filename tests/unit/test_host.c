/* SPDX-License-Identifier: BSD-2-Clause */
/* The services that a plugin is handed in its worker, on inputs made here, without cage or process.
 * The fake host is for plugins' tests. */
#include "pgy-build.h"

#include "base/err.h"
#include "plan/item.h"
#include "worker/serve.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MAX_BYTES = 32 * 1024 * 1024, TODAY = 20779 /* Sunday 2026-11-22 */ };

struct fixture {
    struct pgy_arena *arena;
    struct pgy_buf in, out;
    struct pgy_inputs inputs;
    struct pgy_host host;
};

static void put_value(struct pgy_buf *buf, const char *key, bool set, uint32_t line,
                      const char *text, int64_t num)
{
    pgy_put_str(buf, key);
    pgy_put_u8(buf, set);
    pgy_put_u32(buf, line);
    pgy_put_u32(buf, text ? PGYD_TEXT : PGYD_INT);
    pgy_put_i64(buf, num);
    pgy_put_i64(buf, 0);
    pgy_put_f64(buf, 0);
    pgy_put_i64(buf, PGYD_NO_DAY);
    pgy_put_i64(buf, -1);
    pgy_put_str(buf, text);
    pgy_put_u32(buf, 0);
    pgy_put_u32(buf, 0);
}

static void frame_value(struct pgy_buf *buf, const char *key, bool set, uint32_t line,
                        const char *text, int64_t num)
{
    size_t mark = pgy_frame_begin(buf, PGY_W_VALUE);
    put_value(buf, key, set, line, text, num);
    pgy_frame_end(buf, mark);
}

static void frame_section(struct pgy_buf *buf, const char *kind, const char *id, uint32_t line)
{
    size_t mark = pgy_frame_begin(buf, PGY_W_SECTION);
    pgy_put_str(buf, kind);
    pgy_put_str(buf, id);
    pgy_put_u32(buf, line);
    pgy_frame_end(buf, mark);
}

static void frame_event(struct pgy_buf *buf, int64_t number, pgy_day on, const char *kind,
                        const char *subject)
{
    size_t mark = pgy_frame_begin(buf, PGY_W_EVENT);
    pgy_put_i64(buf, number);
    pgy_put_i64(buf, on);
    pgy_put_u8(buf, number == 0);
    pgy_put_str(buf, kind);
    pgy_put_str(buf, subject);
    pgy_put_str(buf, "");
    pgy_put_u32(buf, 1);
    pgy_put_str(buf, "key");
    pgy_put_str(buf, "value");
    pgy_frame_end(buf, mark);
}

static void frame_load(struct pgy_buf *buf, enum pgy_worker_verb verb)
{
    size_t mark = pgy_frame_begin(buf, PGY_W_LOAD);
    pgy_put_u8(buf, (uint8_t)verb);
    pgy_put_str(buf, "mine");
    pgy_put_str(buf, "/mine.so");
    pgy_frame_end(buf, mark);
    mark = pgy_frame_begin(buf, PGY_W_PROFILE);
    pgy_put_str(buf, "ada");
    pgy_put_str(buf, "America/Chicago");
    pgy_put_i64(buf, TODAY);
    pgy_put_i64(buf, TODAY - 1);
    pgy_frame_end(buf, mark);
}

static int take_all(struct fixture *f)
{
    size_t at = 0, used;
    struct pgy_frame frame;
    int rc = 0;
    while (rc == 0 && at < f->in.len &&
           (rc = pgy_frame_cut(f->in.data + at, f->in.len - at, PGY_FRAME_MAX, &frame, &used)) ==
               0) {
        rc = pgy_inputs_take(&f->inputs, &frame);
        at += used;
    }
    return rc;
}

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    f->arena = pgy_arena_new();
    f->in = f->out = PGY_BUF_INIT(MAX_BYTES);
    pgy_inputs_init(&f->inputs, f->arena);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    pgy_buf_free(&f->in);
    pgy_buf_free(&f->out);
    pgy_arena_free(&f->arena);
    free(f);
    return 0;
}

static void ready(struct fixture *f, enum pgy_worker_verb verb)
{
    frame_load(&f->in, verb);
    frame_section(&f->in, "good", "", 3);
    frame_value(&f->in, "note", true, 4, "text", 0);
    frame_value(&f->in, "count", false, 0, NULL, 3);
    frame_section(&f->in, "friend", "bo", 6);
    frame_value(&f->in, "rate_x", true, 7, NULL, 9);
    frame_section(&f->in, "friend", "cy", 8);
    size_t mark = pgy_frame_begin(&f->in, PGY_W_DEFAULT);
    pgy_put_str(&f->in, "absent");
    put_value(&f->in, "days", false, 0, NULL, 5);
    pgy_frame_end(&f->in, mark);
    frame_event(&f->in, 0, TODAY - 3, "contact", "bo");
    frame_event(&f->in, 1, TODAY - 2, "contact", "cy");
    frame_event(&f->in, 2, TODAY - 1, "habit", "bo");
    mark = pgy_frame_begin(&f->in, PGY_W_HOLIDAY);
    pgy_put_i64(&f->in, TODAY + 4); /* Thanksgiving, 2026-11-26 */
    pgy_frame_end(&f->in, mark);
    mark = pgy_frame_begin(&f->in, PGY_W_GO);
    pgy_frame_end(&f->in, mark);
    assert_int_equal(take_all(f), 0);
    assert_true(f->inputs.go);
    pgy_host_init(&f->host, &f->inputs, &f->out);
}

static void test_configuration(void **state)
{
    struct fixture *f = *state;
    ready(f, PGY_VERB_PLAN);
    const struct pgyd_host *h = &f->host.table;
    struct pgyd_value v = {.size = sizeof v};
    assert_string_equal(h->profile, "ada");
    assert_int_equal(h->today, TODAY);
    assert_int_equal(h->started, TODAY - 1);
    assert_int_equal(h->section_count(h->ctx, "friend"), 2);
    assert_int_equal(h->section_count(h->ctx, "absent"), 0);
    assert_string_equal(h->section_id(h->ctx, "friend", 1), "cy");
    assert_null(h->section_id(h->ctx, "friend", 2));
    assert_int_equal(h->section_line(h->ctx, "friend", "bo"), 6);
    assert_int_equal(h->section_line(h->ctx, "friend", "di"), 0);
    assert_int_equal(h->get(h->ctx, "good", "", "note", &v), 1);
    assert_string_equal(v.text, "text");
    assert_int_equal(v.line, 4);
    assert_int_equal(v.is_default, 0);
    assert_int_equal(h->get(h->ctx, "good", NULL, "count", &v), 1);
    assert_int_equal(v.num, 3);
    assert_int_equal(v.is_default, 1);
    assert_int_equal(h->get(h->ctx, "absent", "", "days", &v), 1);
    assert_int_equal(v.num, 5);
    assert_int_equal(h->get(h->ctx, "friend", "bo", "note", &v), 0);
    assert_int_equal(h->get(h->ctx, "friend", "di", "rate_x", &v), 0);
    assert_string_equal(h->key_name(h->ctx, "good", "", 0), "note");
    assert_null(h->key_name(h->ctx, "good", "", 1)); /* a default is not set */
    assert_string_equal(h->key_name(h->ctx, "friend", "bo", 0), "rate_x");
    assert_true(PGYD_HAS(h, arg));
    assert_null(h->arg(h->ctx, "none"));
}

/* An older plugin's value is shorter: what lies behind it is not written. */
static void test_short_value(void **state)
{
    struct fixture *f = *state;
    ready(f, PGY_VERB_PLAN);
    struct pgyd_value v;
    memset(&v, 0x5a, sizeof v);
    v.size = offsetof(struct pgyd_value, text);
    assert_int_equal(f->host.table.get(f->host.table.ctx, "good", "", "note", &v), 1);
    assert_int_equal(v.size, offsetof(struct pgyd_value, text));
    assert_int_equal(v.type, PGYD_TEXT);
    assert_int_equal(v.unit, 0x5a5a5a5a);
}

static int count_two(void *arg, const struct pgyd_event *e)
{
    unsigned *n = arg;
    assert_int_equal(e->nargs, 1);
    assert_string_equal(e->values[0], "value");
    return ++*n == 2;
}

static void test_journal(void **state)
{
    struct fixture *f = *state;
    ready(f, PGY_VERB_PLAN);
    const struct pgyd_host *h = &f->host.table;
    unsigned n = 0;
    h->journal(h->ctx, NULL, NULL, count_two, &n);
    assert_int_equal(n, 2); /* it stopped when told to */
    n = 0;
    h->journal(h->ctx, "contact", "cy", count_two, &n);
    assert_int_equal(n, 1);
    n = 0;
    h->journal(h->ctx, NULL, "bo", count_two, &n);
    assert_int_equal(n, 2);
}

static int in_order(void *arg, const struct pgyd_event *e)
{
    int64_t *last = arg;
    assert_string_equal(e->kind, "contact");
    assert_int_equal(e->number, *last + 7);
    *last = e->number;
    return 0;
}

/* 700 happenings of seven people in turn: each person's hundred, in order, no other's. */
static void test_journal_of_many(void **state)
{
    struct fixture *f = *state;
    char subject[8];
    frame_load(&f->in, PGY_VERB_PLAN);
    for (int64_t i = 0; i < 700; i++) {
        snprintf(subject, sizeof subject, "p%d", (int)(i % 7));
        frame_event(&f->in, i + 1, TODAY, "contact", subject);
        frame_event(&f->in, i + 1, TODAY, "habit", subject);
    }
    pgy_frame_end(&f->in, pgy_frame_begin(&f->in, PGY_W_GO));
    assert_int_equal(take_all(f), 0);
    pgy_host_init(&f->host, &f->inputs, &f->out);
    const struct pgyd_host *h = &f->host.table;
    for (int64_t p = 0; p < 7; p++) {
        int64_t last = p - 6;
        snprintf(subject, sizeof subject, "p%d", (int)p);
        h->journal(h->ctx, "contact", subject, in_order, &last);
        assert_int_equal(last, 694 + p);
    }
    int64_t none = -100;
    h->journal(h->ctx, "contact", "p7", in_order, &none);
    h->journal(h->ctx, "contactp", "0", in_order, &none);
    assert_int_equal(none, -100);
}

static void test_arithmetic(void **state)
{
    struct fixture *f = *state;
    ready(f, PGY_VERB_PLAN);
    const struct pgyd_host *h = &f->host.table;
    char text[24];
    int32_t y = 0, m = 0, d = 0;
    assert_int_equal(h->day(h->ctx, 2026, 11, 22), TODAY);
    assert_int_equal(h->day(h->ctx, 2026, 2, 29), PGYD_NO_DAY);
    assert_int_equal(h->weekday(h->ctx, TODAY), 0);
    assert_int_equal(h->weekday(h->ctx, PGYD_NO_DAY), -1);
    h->ymd(h->ctx, TODAY, &y, &m, &d);
    assert_true(y == 2026 && m == 11 && d == 22);
    assert_int_equal(h->add_months(h->ctx, h->day(h->ctx, 2027, 6, 30), -16),
                     h->day(h->ctx, 2026, 2, 28));
    assert_int_equal(h->add_dur(h->ctx, TODAY, 2, 'w'), TODAY + 14);
    assert_int_equal(h->add_dur(h->ctx, TODAY, -1, 'm'), h->day(h->ctx, 2026, 10, 22));
    assert_int_equal(h->add_dur(h->ctx, TODAY, INT64_MIN, 'd'), PGYD_NO_DAY);
    assert_int_equal(h->add_dur(h->ctx, TODAY, 1, 'h'), PGYD_NO_DAY);
    /* 23, 24, 25, not Thanksgiving, 27 */
    assert_int_equal(h->add_business(h->ctx, TODAY, 4), h->day(h->ctx, 2026, 11, 27));
    assert_int_equal(h->is_business(h->ctx, TODAY + 4), 0);
    assert_int_equal(h->is_business(h->ctx, TODAY + 5), 1);
    assert_int_equal(h->nth_weekday(h->ctx, 4, 4, 11, 2026), h->day(h->ctx, 2026, 11, 26));
    assert_int_equal(h->nth_weekday(h->ctx, 1, 7, 11, 2026), PGYD_NO_DAY);
    assert_int_equal(h->academic_year(h->ctx, h->day(h->ctx, 2026, 6, 30)), 2025);
    assert_int_equal(h->academic_year(h->ctx, h->day(h->ctx, 2026, 7, 1)), 2026);
    assert_string_equal(h->day_text(h->ctx, TODAY, text), "2026-11-22");
    assert_string_equal(h->day_words(h->ctx, TODAY, text), "Sun Nov 22, 2026");
}

static struct pgyd_item item_named(const char *slug)
{
    return (struct pgyd_item){.size = sizeof(struct pgyd_item),
                              .kind = PGYD_ALERT,
                              .slug = slug,
                              .title = "t",
                              .start = TODAY,
                              .end = PGYD_NO_DAY,
                              .start_minute = -1,
                              .end_minute = -1};
}

/* The first mistake stands, and the whole request fails for it. */
static int plan_two_mistakes(const struct pgyd_host *h)
{
    struct pgyd_item good = item_named("good"), bad = item_named("not good"),
                     worse = item_named("WORSE");
    assert_int_equal(h->emit(h->ctx, &good), 0);
    assert_int_equal(h->emit(h->ctx, &bad), -1);
    assert_int_equal(h->emit(h->ctx, &worse), -1);
    return 0;
}

static struct pgy_frame last_frame(const struct pgy_buf *out)
{
    struct pgy_frame frame = {0};
    size_t used;
    for (size_t at = 0; at < out->len; at += used)
        assert_int_equal(pgy_frame_cut(out->data + at, out->len - at, PGY_FRAME_MAX, &frame, &used),
                         0);
    return frame;
}

static void test_failed_item_fails_the_request(void **state)
{
    struct fixture *f = *state;
    ready(f, PGY_VERB_PLAN);
    const struct pgy_loaded loaded = {
        .plugin = {.name = "mine", .version = "1", .plan = plan_two_mistakes}};
    assert_int_equal(pgy_serve(&f->host, &loaded), PGY_EREFUSED);
    struct pgy_frame frame = last_frame(&f->out);
    assert_int_equal(frame.type, PGY_W_ERROR);
    assert_non_null(strstr(pgy_get_str(&frame, f->arena), "emits the item 'not good'"));
}

static int plan_one(const struct pgyd_host *h)
{
    const struct pgyd_item item = item_named("one");
    h->log(h->ctx, PGYD_LOG_INFO, "a\nb");
    return h->emit(h->ctx, &item);
}

static void test_end_counts(void **state)
{
    struct fixture *f = *state;
    ready(f, PGY_VERB_PLAN);
    const struct pgy_loaded loaded = {.plugin = {.name = "mine", .version = "1", .plan = plan_one}};
    assert_int_equal(pgy_serve(&f->host, &loaded), 0);
    struct pgy_frame frame = last_frame(&f->out);
    assert_int_equal(frame.type, PGY_W_END);
    assert_int_equal(pgy_get_u32(&frame), 2); /* who it is, and the item; not the line of the log */
}

static int report_badly(const struct pgyd_host *h, const char *name)
{
    const char *const cells[] = {"a\nb"};
    const struct pgyd_part part = {
        .size = sizeof part, .type = PGYD_TABLE_ROW, .cells = cells, .ncells = 1};
    (void)name;
    return h->part(h->ctx, &part);
}

static void test_bad_part(void **state)
{
    struct fixture *f = *state;
    ready(f, PGY_VERB_REPORT);
    const struct pgy_loaded loaded = {
        .plugin = {.name = "mine", .plan = plan_one, .report = report_badly}};
    assert_int_equal(pgy_serve(&f->host, &loaded), PGY_EREFUSED);
    assert_non_null(strstr(f->host.reason, "one of its cells"));
}

/* The sentence and nothing else, cut to a size that leaves room for what is said around it. */
static int refuse_at_length(const struct pgyd_host *h, const char *name)
{
    char sentence[700];
    (void)name;
    memset(sentence, 'x', sizeof sentence);
    memcpy(sentence, "failed: \n", 9);
    memcpy(sentence + 499, "\xc3\xa9", 2); /* the 500th byte is half of it */
    sentence[sizeof sentence - 1] = '\0';
    h->error(h->ctx, sentence);
    h->error(h->ctx, "another");
    return 0;
}

static void test_refusal(void **state)
{
    struct fixture *f = *state;
    ready(f, PGY_VERB_REPORT);
    const struct pgy_loaded loaded = {
        .plugin = {.name = "mine", .plan = plan_one, .report = refuse_at_length}};
    assert_int_equal(pgy_serve(&f->host, &loaded), PGY_EREFUSED);
    struct pgy_frame frame = last_frame(&f->out);
    assert_int_equal(frame.type, PGY_W_REFUSAL);
    const char *sentence = pgy_get_str(&frame, f->arena);
    assert_int_equal(strlen(sentence), 499);
    assert_memory_equal(sentence, "failed: ?xxx", 12);
}

/* What went wrong before the plugin said something is why: it may speak of its consequence. */
static int plan_badly(const struct pgyd_host *h)
{
    const struct pgyd_item item = item_named("not good");
    (void)h->emit(h->ctx, &item);
    h->error(h->ctx, "the item could not be emitted");
    return -1;
}

static void test_first_reason_stands(void **state)
{
    struct fixture *f = *state;
    ready(f, PGY_VERB_PLAN);
    const struct pgy_loaded loaded = {.plugin = {.name = "mine", .plan = plan_badly}};
    assert_int_equal(pgy_serve(&f->host, &loaded), PGY_EREFUSED);
    struct pgy_frame frame = last_frame(&f->out);
    assert_int_equal(frame.type, PGY_W_ERROR);
    assert_non_null(strstr(pgy_get_str(&frame, f->arena), "emits the item 'not good'"));
}

/* A table of words that cannot be one is not walked. */
static void test_damaged_words(void **state)
{
    static const struct pgyd_discreet small[] = {{.size = 8, .words = "words"}},
                                      huge[] = {{.size = UINT32_MAX, .words = "words"}};
    static const struct {
        const struct pgyd_discreet *words;
        uint32_t n;
        const char *why;
    } rows[] = {{small, 1, "damaged table of discreet words"},
                {huge, 1, "damaged table of discreet words"},
                {NULL, 1, "damaged table of discreet words"},
                {NULL, 2001, "declares more than 2000"}};
    struct fixture *f = *state;
    ready(f, PGY_VERB_DESCRIBE);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct pgy_loaded loaded = {.plugin = {.name = "mine",
                                                     .plan = plan_one,
                                                     .discreet = rows[i].words,
                                                     .ndiscreet = rows[i].n}};
        f->host.failed = false;
        pgy_buf_clear(&f->out);
        assert_int_equal(pgy_serve(&f->host, &loaded), PGY_EREFUSED);
        assert_non_null(strstr(f->host.reason, rows[i].why));
    }
}

/* plan must not be mixed with report; and a newer pgyd may ask for what nobody here knows. */
static void test_wrong_verb(void **state)
{
    struct fixture *f = *state;
    ready(f, PGY_VERB_CHECK);
    const struct pgy_loaded loaded = {
        .plugin = {.name = "mine", .plan = plan_one, .check = plan_one}};
    assert_int_equal(pgy_serve(&f->host, &loaded), PGY_EREFUSED);
    assert_non_null(strstr(f->host.reason, "only plan emits items"));
    f->host.failed = false;
    f->inputs.verb = (enum pgy_worker_verb)(PGY_VERB_IMPORT + 1);
    assert_int_equal(pgy_serve(&f->host, &loaded), PGY_EREFUSED);
    assert_non_null(strstr(f->host.reason, "what this pgyd-worker cannot do"));
}

/* A request cut anywhere, or with frames out of place, is refused. */
static void test_damaged_inputs(void **state)
{
    struct fixture *f = *state;
    ready(f, PGY_VERB_PLAN);
    size_t used, frames = 0;
    struct pgy_frame frame;
    for (size_t at = 0; at < f->in.len; at += used) {
        assert_int_equal(
            pgy_frame_cut(f->in.data + at, f->in.len - at, PGY_FRAME_MAX, &frame, &used), 0);
        frames++;
        for (size_t len = 0; len < frame.len; len++) {
            struct pgy_inputs inputs;
            struct pgy_frame cut = {.type = frame.type, .data = frame.data, .len = len};
            pgy_inputs_init(&inputs, f->arena);
            assert_int_equal(pgy_inputs_take(&inputs, &cut), PGY_EPARSE);
            assert_false(inputs.go);
        }
    }
    assert_int_equal(frames, 14);
    struct pgy_inputs inputs;
    pgy_inputs_init(&inputs, f->arena);
    frame = (struct pgy_frame){.type = PGY_W_GO};
    assert_int_equal(pgy_inputs_take(&inputs, &frame), PGY_EPARSE); /* nothing to load */
    frame = (struct pgy_frame){.type = 200};
    assert_int_equal(pgy_inputs_take(&inputs, &frame), PGY_EPARSE);
    frame = (struct pgy_frame){.type = PGY_W_CALENDAR};
    assert_int_equal(pgy_inputs_take(&inputs, &frame), PGY_EPARSE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_configuration, setup, teardown),
        cmocka_unit_test_setup_teardown(test_short_value, setup, teardown),
        cmocka_unit_test_setup_teardown(test_journal, setup, teardown),
        cmocka_unit_test_setup_teardown(test_journal_of_many, setup, teardown),
        cmocka_unit_test_setup_teardown(test_arithmetic, setup, teardown),
        cmocka_unit_test_setup_teardown(test_failed_item_fails_the_request, setup, teardown),
        cmocka_unit_test_setup_teardown(test_end_counts, setup, teardown),
        cmocka_unit_test_setup_teardown(test_bad_part, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refusal, setup, teardown),
        cmocka_unit_test_setup_teardown(test_first_reason_stands, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged_words, setup, teardown),
        cmocka_unit_test_setup_teardown(test_wrong_verb, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged_inputs, setup, teardown),
    };
    return cmocka_run_group_tests_name("host", tests, NULL, NULL);
}
