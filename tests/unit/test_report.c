/* SPDX-License-Identifier: BSD-2-Clause */
/* One document in each form, its bytes worked out by hand: wrapping, widths, axes, numbers. */
#include "base/err.h"
#include "report/doc.h"

#include <jansson.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define CELLS(...)                                                                                 \
    (const char *[])                                                                               \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }
#define NUMS(...)                                                                                  \
    (double[])                                                                                     \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }

/* A heading, words, a list, a table with a best cell and a row too short, bars, bands, a grid.
 * 2026-11-16 is day 20773 (56 years of 365 days, 14 leap days, then 304 + 15 days: 20440 + 14 +
 * 319). */
static const struct pgy_part sample[] = {
    {.type = PGYD_HEADING, .level = 1, .text = "Offers"},
    {.type = PGYD_PARAGRAPH, .text = "Two & <more>."},
    {.type = PGYD_LIST_ITEM, .text = "one"},
    {.type = PGYD_LIST_ITEM, .text = "two | three"},
    {.type = PGYD_TABLE_HEAD, .cells = CELLS("Term", "Mercy", "Valley"), .ncells = 3},
    {.type = PGYD_TABLE_ROW,
     .text = "best:Valley",
     .cells = CELLS("Miles", "25", "10"),
     .ncells = 3},
    {.type = PGYD_TABLE_ROW, .cells = CELLS("Ünits \xe6\x9c\xac"), .ncells = 1},
    {.type = PGYD_HEADING, .level = 2, .text = "Charts"},
    {.type = PGYD_BAR, .text = "clinical", .nums = NUMS(75, 80), .nnums = 2},
    {.type = PGYD_BAR, .text = "net", .nums = NUMS(10.5), .nnums = 1},
    {.type = PGYD_BAND, .text = "Mercy", .nums = NUMS(20773, 20782), .nnums = 2},
    {.type = PGYD_BAND, .text = "Valley", .nums = NUMS(20783, 20792), .nnums = 2},
    {.type = PGYD_GRID_HEAD, .cells = CELLS("2026-10", "2026-11"), .ncells = 2},
    {.type = PGYD_GRID_ROW, .text = "Coffee", .nums = NUMS(1, 0), .nnums = 2},
    {.type = PGYD_GRID_ROW, .text = "Niche", .nums = NUMS(2, 0), .nnums = 2},
};
enum { SAMPLE = sizeof sample / sizeof sample[0], BIG = 1 << 20 };

static const char *rendered(struct pgy_buf *out, const struct pgy_part *parts, size_t n,
                            enum pgy_doc_format format, const char *title)
{
    pgy_buf_clear(out);
    assert_int_equal(pgy_doc_render(parts, n, format, title, out), 0);
    return pgy_buf_text(out);
}

/* Worked by hand: "Ünits 本" takes 8 columns though 10 bytes; the bars' axis is 80 in 40 columns:
 * 75 -> 37.5 -> 38, the limit in the 40th, 10.5 -> 5.25 -> 5; the bands' axis has 20 days in 40
 * columns, Mercy's ten days fill the first half, Valley's the second. */
static void text(void **state)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(BIG);
    (void)state;
    assert_string_equal(
        rendered(&out, sample, SAMPLE, PGY_DOC_TEXT, NULL),
        "Offers\n"
        "======\n"
        "\n"
        "Two & <more>.\n"
        "\n"
        "- one\n"
        "- two | three\n"
        "\n"
        "Term      Mercy  Valley\n"
        "--------  -----  ------\n"
        "Miles     25     10 *\n"
        "Ünits \xe6\x9c\xac\n"
        "* best\n"
        "\n"
        "Charts\n"
        "------\n"
        "\n"
        "clinical  ######################################.|  75 of 80\n"
        "net       #####...................................  10.50\n"
        "\n"
        "Mercy   ####################....................  2026-11-16 to 2026-11-25\n"
        "Valley  ....................####################  2026-11-26 to 2026-12-05\n"
        "\n"
        "        2026-10  2026-11\n"
        "Coffee  #        .\n"
        "Niche   -        .\n"
        "# done  . open  - does not apply\n");
}

static void text_wraps(void **state)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(BIG);
    /* 25 words of three letters and a blank: 78 columns take 19 of them (75), the twentieth would
     * end at 79. */
    static const struct pgy_part part = {
        .type = PGYD_LIST_ITEM,
        .text =
            "abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc xyz abc",
    };
    (void)state;
    assert_string_equal(rendered(&out, &part, 1, PGY_DOC_TEXT, NULL),
                        "- abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc "
                        "abc\n  xyz abc\n");
}

/* Widths 4, 14 x 5 - 1 = 69 and 9 x 5 - 1 + 2 = 46 with two gaps of 2 make 123: 23 too many. Either
 * long column grows the table by a line when it gives way, so the widest does, and gets 69 - 23 =
 * 46, which nine words (44) fit into. The third begins at 4 + 2 + 46 + 2 = 54. */
static void text_wraps_cells(void **state)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(BIG);
#define SPACES_42 "                                          "
#define FIVE "aaaa aaaa aaaa aaaa aaaa"
    const struct pgy_part parts[] = {
        {.type = PGYD_TABLE_HEAD, .cells = CELLS("Term", "Long", "Short"), .ncells = 3},
        {.type = PGYD_TABLE_ROW,
         .cells = CELLS("one", FIVE " " FIVE " aaaa aaaa aaaa aaaa", "x"),
         .ncells = 3},
        {.type = PGYD_TABLE_ROW,
         .text = "best:2",
         .cells = CELLS("two", "y", "bbbb bbbb bbbb bbbb bbbb bbbb bbbb bbbb bbbb"),
         .ncells = 3},
    };
    (void)state;
    assert_string_equal(rendered(&out, parts, 3, PGY_DOC_TEXT, NULL),
                        "Term  Long" SPACES_42 "  Short\n"
                        "----  ----------------------------------------------  "
                        "----------------------------------------------\n"
                        "one   aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa    x\n"
                        "      aaaa aaaa aaaa aaaa aaaa\n"
                        "two   y   " SPACES_42 "  bbbb bbbb bbbb bbbb bbbb bbbb bbbb bbbb bbbb *\n"
                        "* best\n");
}

/* Eight columns of 9 and a gap of 2 fit beside a label of 4 (92), a ninth would end at 103; what is
 * left follows below. */
static void text_grid_in_pieces(void **state)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(BIG);
    const struct pgy_part parts[] = {
        {.type = PGYD_GRID_HEAD,
         .cells = CELLS("column-01", "column-02", "column-03", "column-04", "column-05",
                        "column-06", "column-07", "column-08", "column-09"),
         .ncells = 9},
        {.type = PGYD_GRID_ROW,
         .text = "Name",
         .nums = NUMS(1, 0, 0, 0, 0, 0, 0, 2, 1),
         .nnums = 9},
    };
    (void)state;
    assert_string_equal(
        rendered(&out, parts, 2, PGY_DOC_TEXT, NULL),
        "      column-01  column-02  column-03  column-04  column-05  column-06  column-07  "
        "column-08\n"
        "Name  #          .          .          .          .          .          .          -\n"
        "\n"
        "      column-09\n"
        "Name  #\n"
        "# done  . open  - does not apply\n");
}

/* A label of 50 characters takes 50 x 7 + 12 = 362 units: the bar begins there and not at 220, over
 * the words. */
static void html_long_labels(void **state)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(BIG);
    const struct pgy_part part = {.type = PGYD_BAR,
                                  .text = "12345678901234567890123456789012345678901234567890",
                                  .nums = NUMS(1),
                                  .nnums = 1};
    (void)state;
    const char *page = rendered(&out, &part, 1, PGY_DOC_HTML, NULL);
    assert_non_null(strstr(page, "<rect class=\"f\" x=\"362\""));
    assert_null(strstr(page, "x=\"220\""));
}

static void markdown(void **state)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(BIG);
    (void)state;
    assert_string_equal(rendered(&out, sample, SAMPLE, PGY_DOC_MARKDOWN, NULL),
                        "# Offers\n"
                        "\n"
                        "Two &amp; &lt;more\\>.\n"
                        "\n"
                        "- one\n"
                        "- two \\| three\n"
                        "\n"
                        "| Term | Mercy | Valley |\n"
                        "| --- | --- | --- |\n"
                        "| Miles | 25 | **10** |\n"
                        "| Ünits \xe6\x9c\xac |  |  |\n"
                        "\n"
                        "## Charts\n"
                        "\n"
                        "| | Value | Limit or target |\n"
                        "| --- | --- | --- |\n"
                        "| clinical | 75 | 80 |\n"
                        "| net | 10.50 |  |\n"
                        "\n"
                        "| | From | To |\n"
                        "| --- | --- | --- |\n"
                        "| Mercy | 2026-11-16 | 2026-11-25 |\n"
                        "| Valley | 2026-11-26 | 2026-12-05 |\n"
                        "\n"
                        "| | 2026-10 | 2026-11 |\n"
                        "| --- | --- | --- |\n"
                        "| Coffee | x |  |\n"
                        "| Niche | n/a |  |\n");
}

static size_t occurrences(const char *text, const char *part)
{
    size_t n = 0;
    for (const char *p = text; (p = strstr(p, part)); p += strlen(part))
        n++;
    return n;
}

/* Nothing from a part is markup; nothing is loaded from elsewhere; what opens is closed. */
static void html(void **state)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(BIG);
    const struct pgy_part hostile[] = {
        {.type = PGYD_PARAGRAPH, .text = "<script>alert('x')</script>\x01"},
        {.type = PGYD_BAND, .text = "<script>\n\"", .nums = NUMS(NAN, INFINITY), .nnums = 2},
        {.type = PGYD_TABLE_HEAD, .cells = CELLS("<script>"), .ncells = 1},
        {.type = PGYD_TABLE_ROW, .cells = CELLS("</td>"), .ncells = 1},
    };
    (void)state;
    const char *page = rendered(&out, sample, SAMPLE, PGY_DOC_HTML, "O & P");
    assert_non_null(strstr(page, "<title>O &amp; P</title>"));
    assert_non_null(strstr(page, "<p>Two &amp; &lt;more&gt;.</p>"));
    assert_non_null(strstr(page, "<td class=\"best k\">10</td>"));
    assert_int_equal(occurrences(page, "<h1>"), 1);
    assert_int_equal(occurrences(page, "<svg"), 3);
    assert_int_equal(occurrences(page, "</svg>"), 3);
    assert_int_equal(occurrences(page, "http"), 0);
    /* 75 of 80 in 460: 431.25. Ten days of twenty: 230. */
    assert_non_null(strstr(page, "class=\"f\" x=\"220\" y=\"4\" width=\"431\""));
    assert_non_null(strstr(page, "class=\"f\" x=\"220\" y=\"4\" width=\"230\""));
    assert_non_null(strstr(page, "class=\"f\" x=\"450\" y=\"28\" width=\"230\""));
    page = rendered(&out, hostile, 4, PGY_DOC_HTML, "T");
    assert_int_equal(occurrences(page, "<script"), 0);
    assert_int_equal(occurrences(page, "</td>"), 1);
    assert_null(strchr(page, '\x01'));
    assert_non_null(strstr(page, "<h1>T</h1>"));
    assert_non_null(strstr(page, "1970-01-01"));
}

static void json(void **state)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(BIG);
    json_error_t error;
    (void)state;
    json_t *doc = json_loads(rendered(&out, sample, SAMPLE, PGY_DOC_JSON, "T"), 0, &error);
    assert_non_null(doc);
    const json_t *blocks = json_object_get(doc, "blocks");
    static const char *const types[] = {"heading", "paragraph", "list",  "table",
                                        "heading", "bars",      "bands", "grid"};
    assert_int_equal(json_array_size(blocks), 8);
    for (size_t i = 0; i < 8; i++)
        assert_string_equal(json_string_value(json_object_get(json_array_get(blocks, i), "type")),
                            types[i]);
    const json_t *row = json_array_get(json_object_get(json_array_get(blocks, 3), "rows"), 0);
    assert_int_equal(json_integer_value(json_object_get(row, "best")), 2);
    const json_t *band = json_array_get(json_object_get(json_array_get(blocks, 6), "rows"), 1);
    assert_string_equal(json_string_value(json_object_get(band, "from")), "2026-11-26");
    const json_t *bar = json_array_get(json_object_get(json_array_get(blocks, 5), "rows"), 1);
    assert_true(json_is_real(json_object_get(bar, "value")));
    json_decref(doc);
}

/* Rows without a head, unknown parts, empty documents: no block, no crash. A missing text is an
 * empty one. */
static void odd_parts(void **state)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(BIG);
    const struct pgy_part parts[] = {
        {.type = PGYD_TABLE_ROW, .cells = CELLS("lost"), .ncells = 1},
        {.type = 99, .text = "lost"},
        {.type = 0, .text = "lost"},
        {.type = PGYD_GRID_ROW, .text = "lost"},
        {.type = PGYD_PARAGRAPH},
        {.type = PGYD_TABLE_HEAD},
        {.type = PGYD_GRID_HEAD},
        {.type = PGYD_BAR},
        {.type = PGYD_BAND},
        {.type = PGYD_BAR, .text = "low", .nums = NUMS(-5, -1), .nnums = 2},
        {.type = PGYD_BAND, .text = "turned", .nums = NUMS(1e300, -1e300), .nnums = 2},
        {.type = PGYD_TABLE_HEAD, .cells = CELLS("a", "b"), .ncells = 2},
        {.type = PGYD_TABLE_ROW, .text = "best:7", .cells = CELLS("1", "2", "3"), .ncells = 3},
        {.type = PGYD_TABLE_ROW, .text = "best:1", .cells = CELLS("1", NULL), .ncells = 2},
    };
    (void)state;
    for (int format = PGY_DOC_TEXT; format <= PGY_DOC_JSON; format++) {
        const char *page = rendered(&out, parts, sizeof parts / sizeof parts[0],
                                    (enum pgy_doc_format)format, NULL);
        assert_null(strstr(page, "lost"));
        assert_null(strstr(page, "| 3"));
        rendered(&out, NULL, 0, (enum pgy_doc_format)format, NULL);
    }
    assert_string_equal(rendered(&out, NULL, 0, PGY_DOC_TEXT, NULL), "");
}

/* The caller's maximum holds in every form. */
static void limits(void **state)
{
    (void)state;
    for (int format = PGY_DOC_TEXT; format <= PGY_DOC_JSON; format++) {
        struct pgy_buf small PGY_BUF_CLEANUP = PGY_BUF_INIT(20);
        assert_int_equal(pgy_doc_render(sample, SAMPLE, (enum pgy_doc_format)format, NULL, &small),
                         PGY_ELIMIT);
    }
}

static void formats(void **state)
{
    enum pgy_doc_format format = PGY_DOC_TEXT;
    (void)state;
    assert_int_equal(pgy_doc_format_parse("html", &format), 0);
    assert_int_equal(format, PGY_DOC_HTML);
    assert_int_equal(pgy_doc_format_parse("pdf", &format), PGY_EINVAL);
    assert_int_equal(format, PGY_DOC_HTML);
}

static void numbers(void **state)
{
    char text[32];
    (void)state;
    assert_string_equal(pgy_doc_number(12, text), "12");
    assert_string_equal(pgy_doc_number(-0.0, text), "0");
    assert_string_equal(pgy_doc_number(999, text), "999");
    assert_string_equal(pgy_doc_number(-1000, text), "-1,000");
    assert_string_equal(pgy_doc_number(-376, text), "-376");
    assert_string_equal(pgy_doc_number(1234567, text), "1,234,567");
    assert_string_equal(pgy_doc_number(12.345, text), "12.35");
    assert_string_equal(pgy_doc_number(1e300, text), "1e+300");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text),
        cmocka_unit_test(text_wraps),
        cmocka_unit_test(text_wraps_cells),
        cmocka_unit_test(text_grid_in_pieces),
        cmocka_unit_test(html_long_labels),
        cmocka_unit_test(markdown),
        cmocka_unit_test(html),
        cmocka_unit_test(json),
        cmocka_unit_test(odd_parts),
        cmocka_unit_test(limits),
        cmocka_unit_test(formats),
        cmocka_unit_test(numbers),
    };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
