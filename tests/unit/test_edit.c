/* SPDX-License-Identifier: BSD-2-Clause */
/* set and unset on texts: what changes, and that nothing else does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/err.h"
#include "config/edit.h"

#include <string.h>

static const char sample[] = "# my file\n"
                             "\n"
                             "[person]\n"
                             "# where I live\n"
                             "timezone = America/New_York\n"
                             "  name=Kim  \n"
                             "\n"
                             "# people\n"
                             "[contact:alvarez]\n"
                             "name = Dr. Alvarez ; chief\n"
                             "# cadence = 30d\n"
                             "\n"
                             "[contact:osei]\n"
                             "name = Dr. Osei\n";

static void gives(const char *text, const char *section, const char *key, const char *value,
                  const char *expected)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(100000);
    assert_int_equal(pgy_edit_set(text, strlen(text), section, key, value, &out), 0);
    assert_string_equal(pgy_buf_text(&out), expected);
}

static void refuses(const char *section, const char *key, const char *value, int err)
{
    struct pgy_buf out PGY_BUF_CLEANUP = PGY_BUF_INIT(100000);
    assert_int_equal(pgy_edit_set(sample, strlen(sample), section, key, value, &out), err);
    assert_int_equal(out.len, 0);
}

static void a_key_where_it_stands(void **state)
{
    (void)state;
    gives("[a]\nx = 1\n[b]\n  x=2 ; y\n# x = 3\n", "b", "x", "7",
          "[a]\nx = 1\n[b]\n  x=7\n# x = 3\n");
    gives("[a]\nx =\ny = 1", "a", "y", "2", "[a]\nx =\ny = 2");
    gives("[a]\nx =\ny = 1", "a", "x", "2", "[a]\nx = 2\ny = 1");
    gives("[a]\r\nx = 1\r\ny = 2\r\n", "a", "x", "9 = 9", "[a]\r\nx = 9 = 9\r\ny = 2\r\n");
    gives("\xef\xbb\xbf[a]\nx = 1\n", "a", "x", "2", "\xef\xbb\xbf[a]\nx = 2\n");
}

/* To the parser it begins a section, however wrong: its keys are not those of the one before. */
static void a_header_that_is_not_closed(void **state)
{
    (void)state;
    gives("[a]\nx = 1\n[b\ny = 2\n", "a", "y", "3", "[a]\nx = 1\ny = 3\n[b\ny = 2\n");
    gives("[a]\nx = 1\n[b\ny = 2\n", "a", NULL, NULL, "[b\ny = 2\n");
}

/* The parser takes blanks around a header's colon for nothing: so must whoever looks for the
 * section, or it stands twice. */
static void a_header_with_blanks(void **state)
{
    (void)state;
    static const char text[] =
        "[ contact :\talvarez ]\nname = A\n[contact]\nx = 1\n[contact : alvarez2]\nname = B\n";
    gives(text, "contact:alvarez", "name", "C",
          "[ contact :\talvarez ]\nname = C\n[contact]\nx = 1\n[contact : alvarez2]\nname = B\n");
    gives(text, "contact:alvarez2", "name", "C",
          "[ contact :\talvarez ]\nname = A\n[contact]\nx = 1\n[contact : alvarez2]\nname = C\n");
    gives(text, "contact", "x", "2",
          "[ contact :\talvarez ]\nname = A\n[contact]\nx = 2\n[contact : alvarez2]\nname = B\n");
}

static void a_new_key_after_the_last(void **state)
{
    (void)state;
    gives(sample, "person", "id", "kim",
          "# my file\n\n[person]\n# where I live\ntimezone = America/New_York\n  name=Kim  \nid = "
          "kim\n\n# people\n[contact:alvarez]\n"
          "name = Dr. Alvarez ; chief\n# cadence = 30d\n\n[contact:osei]\nname = Dr. Osei\n");
    gives("[a]\n\n[b]\n", "a", "x", "1", "[a]\nx = 1\n\n[b]\n");
    gives("[a]\nx = 1", "a", "y", "2", "[a]\nx = 1\ny = 2\n");
    gives("[a]\r\nx = 1\r\n", "a", "y", "2", "[a]\r\nx = 1\r\ny = 2\r\n");
    gives("[a]", "a", "y", "2", "[a]\ny = 2\n");
}

static void a_new_section_at_the_end(void **state)
{
    (void)state;
    gives("", "a", "x", "1", "[a]\nx = 1\n");
    gives("[a]\nx = 1", "b:c", "y", "2", "[a]\nx = 1\n\n[b:c]\ny = 2\n");
    gives("[a]\r\nx = 1\r\n", "b", "y", "2", "[a]\r\nx = 1\r\n\r\n[b]\r\ny = 2\r\n");
    gives("\xef\xbb\xbf", "a", "x", "1", "\xef\xbb\xbf[a]\nx = 1\n");
}

static void taking_away(void **state)
{
    (void)state;
    gives("[a]\nx = 1\n# about y\ny = 2\n[b]\ny = 3\n", "a", "y", NULL,
          "[a]\nx = 1\n# about y\n[b]\ny = 3\n");
    gives("[a]\nx = 1\ny = 2", "a", "y", NULL, "[a]\nx = 1\n");
    gives(sample, "contact:alvarez", NULL, NULL,
          "# my file\n\n[person]\n# where I live\ntimezone = America/New_York\n  name=Kim  \n\n# "
          "people\n\n[contact:osei]\nname = Dr. Osei\n");
    gives("[a]\nx = 1\n\n[b]\ny = 1\n# about c\n[c]\nz = 1\n", "b", NULL, NULL,
          "[a]\nx = 1\n\n# about c\n[c]\nz = 1\n");
    gives("[a]\nx = 1\n\n[b]\ny = 1\n\n[c]\nz = 1\n", "b", NULL, NULL,
          "[a]\nx = 1\n\n[c]\nz = 1\n");
    gives("[a]\nx = 1\n\n[b]\n", "b", NULL, NULL, "[a]\nx = 1\n\n");
    gives("[a]\nx = 1\n", "a", NULL, NULL, "");
}

static void what_cannot_be(void **state)
{
    (void)state;
    refuses("contact:nobody", NULL, NULL, PGY_ENOTFOUND);
    refuses("contact:nobody", "name", NULL, PGY_ENOTFOUND);
    refuses("person", "id", NULL, PGY_ENOTFOUND);
    refuses("person", "name", "a\nb", PGY_EINVAL);
    refuses("person", "name", "a\rb", PGY_EINVAL);
    refuses("person", "name", "\xff", PGY_EINVAL);
    refuses("person", "na me", "a", PGY_EINVAL);
    refuses("person", "na\nme", "a", PGY_EINVAL);
    refuses("person", "#x", "a", PGY_EINVAL);
    refuses("person", "x=y", "a", PGY_EINVAL);
    refuses("person]\n[x", "x", "a", PGY_EINVAL);
    refuses("", "x", "a", PGY_EINVAL);
    refuses("person", "", "a", PGY_EINVAL);
    refuses("person", NULL, "a", PGY_EINVAL);
    struct pgy_buf small PGY_BUF_CLEANUP = PGY_BUF_INIT(10);
    assert_int_equal(pgy_edit_set(sample, strlen(sample), "person", "id", "x", &small), PGY_ELIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_where_it_stands),    cmocka_unit_test(a_header_that_is_not_closed),
        cmocka_unit_test(a_header_with_blanks),     cmocka_unit_test(a_new_key_after_the_last),
        cmocka_unit_test(a_new_section_at_the_end), cmocka_unit_test(taking_away),
        cmocka_unit_test(what_cannot_be),
    };
    return cmocka_run_group_tests_name("edit", tests, NULL, NULL);
}
