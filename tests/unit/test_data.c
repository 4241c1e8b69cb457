/* SPDX-License-Identifier: BSD-2-Clause */
/* Packs, letters and lists as they lie in a directory; holidays. */
#include "pgy-build.h"

#include "plan_fixture.h"

#include "plan/data.h"

#include <fcntl.h>
#include <ftw.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST = 8 * 1024 * 1024 };

struct place {
    char dir[64], etc[4096];
    struct pgy_paths paths;
};

static int place_make(void **state)
{
    struct place *place = calloc(1, sizeof *place);
    if (!place)
        return -1;
    snprintf(place->dir, sizeof place->dir, "/tmp/pgyd-data-XXXXXX");
    if (!mkdtemp(place->dir))
        return -1;
    place->paths.data = place->dir;
    *state = place;
    return 0;
}

static int drop(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
    (void)st;
    (void)flag;
    (void)ftw;
    return remove(path);
}

static int place_drop(void **state)
{
    struct place *place = *state;
    int rc = nftw(place->dir, drop, 8, FTW_DEPTH | FTW_PHYS);
    free(place);
    return rc;
}

static void folder(const struct place *place, const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", place->dir, name);
    assert_int_equal(mkdir(path, 0700), 0);
}

static void write_bytes(const struct place *place, const char *name, const void *bytes, size_t len)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", place->dir, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static void write_text(const struct place *place, const char *name, const char *text)
{
    write_bytes(place, name, text, strlen(text));
}

static uint64_t hash_now(const struct place *place)
{
    struct pgy_data_set *data = pgy_data_load(&place->paths);
    uint64_t hash = data->hash;
    pgy_data_free(&data);
    assert_null(data);
    return hash;
}

static void test_nothing_there(void **state)
{
    struct place *place = *state;
    struct pgy_data_set *data = pgy_data_load(&place->paths);
    assert_int_equal(data->n, 0);
    assert_int_equal(data->nholidays, 0);
    pgy_data_free(&data);
    pgy_data_free(&data);
    pgy_data_free(NULL);
}

static void test_files_by_kind_and_name(void **state)
{
    struct place *place = *state;
    static const struct {
        const char *kind, *name, *bytes;
    } rows[] = {{"letters", "b", "2"},
                {"lists", "B", "4"},
                {"lists", "a", "3"},
                {"packs", "2025.ini", "5"},
                {"packs", "2026.ini", "6"}};
    (void)setlocale(LC_ALL, "C.UTF-8");
    folder(place, "packs");
    folder(place, "lists");
    folder(place, "letters");
    folder(place, "other");
    folder(place, "packs/sub");
    write_text(place, "packs/2026.ini", "6");
    write_text(place, "packs/2025.ini", "5");
    write_text(place, "packs/.hidden", "x");
    write_text(place, "letters/b", "2");
    write_text(place, "lists/a", "3");
    write_text(place, "lists/B", "4");
    write_text(place, "other/c", "x");
    write_text(place, "loose", "x");
    struct pgy_data_set *data = pgy_data_load(&place->paths);
    assert_int_equal(data->n, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(data->files[i].kind, rows[i].kind);
        assert_string_equal(data->files[i].name, rows[i].name);
        assert_string_equal(data->files[i].bytes, rows[i].bytes);
        assert_int_equal(data->files[i].len, 1);
    }
    pgy_data_free(&data);
}

/* A megabyte is the most; what is larger or no file is skipped, the others stay. */
static void test_sizes(void **state)
{
    struct place *place = *state;
    char *bytes = malloc(MOST + 1);
    assert_non_null(bytes);
    memset(bytes, 'x', MOST + 1);
    folder(place, "packs");
    write_bytes(place, "packs/less", bytes, MOST - 1);
    write_bytes(place, "packs/most", bytes, MOST);
    write_bytes(place, "packs/over", bytes, MOST + 1);
    write_bytes(place, "packs/zero", "", 0);
    free(bytes);
    struct pgy_data_set *data = pgy_data_load(&place->paths);
    assert_int_equal(data->n, 3);
    assert_string_equal(data->files[0].name, "less");
    assert_string_equal(data->files[1].name, "most");
    assert_int_equal(data->files[1].len, MOST);
    assert_string_equal(data->files[2].name, "zero");
    assert_int_equal(data->files[2].len, 0);
    pgy_data_free(&data);
}

/* [packs] path: a folder's packs and a file come in by name among the installed ones; one of the
 * same name stands in for the installed. */
static void test_packs_of_a_profile(void **state)
{
    struct place *place = *state;
    struct pgy_arena *arena = pgy_arena_new();
    folder(place, "packs");
    folder(place, "lists");
    folder(place, "mine");
    write_text(place, "lists/a.tsv", "list");
    write_text(place, "packs/b.ini", "installed b");
    write_text(place, "packs/d.ini", "installed d");
    write_text(place, "mine/a.ini", "my a");
    write_text(place, "mine/d.ini", "my d");
    write_text(place, "mine/notes.txt", "no pack");
    write_text(place, "c.ini", "my c");
    char mine[128], file[128], link[128], target[128];
    snprintf(mine, sizeof mine, "%s/mine", place->dir);
    snprintf(file, sizeof file, "%s/c.ini", place->dir);
    snprintf(link, sizeof link, "%s/mine/link.ini", place->dir);
    snprintf(target, sizeof target, "%s/packs/b.ini", place->dir);
    assert_int_equal(symlink(target, link), 0);
    const char *const paths[] = {mine, file, "/nowhere/e.ini"};
    struct pgy_data_set *data = pgy_data_load(&place->paths);
    const struct pgy_data_file *files;
    size_t n;
    pgy_data_with_packs(data, paths, 3, arena, &files, &n);
    static const char *const expected[] = {"lists/a.tsv list", "packs/a.ini my a",
                                           "packs/b.ini installed b", "packs/c.ini my c",
                                           "packs/d.ini my d"};
    assert_int_equal(n, 5);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(
            pgy_arena_printf(arena, "%s/%s %s", files[i].kind, files[i].name, files[i].bytes),
            expected[i]);
    assert_int_equal(data->n, 3);
    /* A changed pack is noticed, in a folder and by itself; nothing else is. */
    uint64_t marks = pgy_data_packs_marks(paths, 3);
    assert_int_equal(pgy_data_packs_marks(paths, 3), marks);
    write_text(place, "mine/d.ini", "my d, longer");
    uint64_t changed = pgy_data_packs_marks(paths, 3);
    assert_int_not_equal(changed, marks);
    write_text(place, "c.ini", "my c, longer");
    assert_int_not_equal(pgy_data_packs_marks(paths, 3), changed);
    pgy_data_free(&data);
    pgy_arena_free(&arena);
}

/* letters/ in a folder of [packs] path: a person's own templates; links are left alone, a change is
 * noticed. */
static void test_letters_of_a_profile(void **state)
{
    struct place *place = *state;
    struct pgy_arena *arena = pgy_arena_new();
    folder(place, "letters");
    folder(place, "mine");
    folder(place, "mine/letters");
    folder(place, "other");
    write_text(place, "letters/light.txt", "installed light");
    write_text(place, "letters/full.txt", "installed full");
    write_text(place, "mine/letters/light.txt", "my light");
    write_text(place, "mine/letters/thanks.txt", "my thanks");
    write_text(place, "mine/letters/draft.bak", "no letter");
    char mine[128], other[128], link[160], target[128];
    snprintf(mine, sizeof mine, "%s/mine", place->dir);
    snprintf(other, sizeof other, "%s/other", place->dir);
    snprintf(link, sizeof link, "%s/mine/letters/link.txt", place->dir);
    snprintf(target, sizeof target, "%s/letters/full.txt", place->dir);
    assert_int_equal(symlink(target, link), 0);
    snprintf(link, sizeof link, "%s/other/letters", place->dir);
    snprintf(target, sizeof target, "%s/mine/letters", place->dir);
    assert_int_equal(symlink(target, link), 0);
    const char *const paths[] = {mine}, *const linked[] = {other};
    struct pgy_data_set *data = pgy_data_load(&place->paths);
    const struct pgy_data_file *files;
    size_t n;
    pgy_data_with_packs(data, paths, 1, arena, &files, &n);
    static const char *const expected[] = {"full.txt installed full", "light.txt my light",
                                           "thanks.txt my thanks"};
    assert_int_equal(n, 3);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(pgy_arena_printf(arena, "%s %s", files[i].name, files[i].bytes),
                            expected[i]);
    pgy_data_with_packs(data, linked, 1, arena, &files, &n);
    assert_int_equal(n, 2);
    uint64_t marks = pgy_data_packs_marks(paths, 1);
    write_text(place, "mine/letters/thanks.txt", "my thanks, longer");
    assert_int_not_equal(pgy_data_packs_marks(paths, 1), marks);
    pgy_data_free(&data);
    pgy_arena_free(&arena);
}

static void test_holidays(void **state)
{
    struct place *place = *state;
    folder(place, "lists");
    folder(place, "packs");
    write_text(place, "packs/holidays.tsv", "2020-01-01\tanother kind of file\n");
    write_text(place, "lists/rotations.tsv", "2020-01-02\tanother list\n");
    write_text(place, "lists/holidays.tsv",
               "# United States\n"
               "2026-12-25\tChristmas\n"
               "\n"
               "2026-11-22\tthe day itself\n"
               "2026-02-30\tno such day\n"
               "26-11-23\tshort year\n"
               "2026-11-245\tno tab\n"
               "2026-11-25 a blank\n"
               "2026-11-26");
    struct pgy_data_set *data = pgy_data_load(&place->paths);
    static const pgy_day expected[] = {NOV22, NOV22 + 4, NOV22 + 33};
    assert_int_equal(data->nholidays, 3);
    assert_memory_equal(data->holidays, expected, sizeof expected);
    pgy_data_free(&data);
}

/* As an editor on Windows saves the file: a BOM, CRLF, an empty line. */
static void test_holidays_of_windows(void **state)
{
    struct place *place = *state;
    static const pgy_day expected[] = {NOV22 + 4, NOV22 + 33};
    folder(place, "lists");
    write_text(place, "lists/holidays.tsv",
               "\xef\xbb\xbf"
               "2026-11-26\tThanksgiving\r\n\r\n# next\r\n2026-12-25\r\n");
    struct pgy_data_set *data = pgy_data_load(&place->paths);
    assert_int_equal(data->nholidays, 2);
    assert_memory_equal(data->holidays, expected, sizeof expected);
    pgy_data_free(&data);
}

/* The shipped list: sorted, each day once, every line a date; Thanksgiving of 2026, the fourth
 * Thursday, is among them. */
static void test_shipped_holidays(void **state)
{
    struct place *place = *state;
    const char *top = getenv("top_srcdir");
    bool thanksgiving = false;
    if (!top)
        skip();
    snprintf(place->etc, sizeof place->etc, "%s/etc", top);
    place->paths.data = place->etc;
    struct pgy_data_set *data = pgy_data_load(&place->paths);
    for (size_t i = 0; i < data->nholidays; i++) {
        thanksgiving |= data->holidays[i] == NOV22 + 4;
        if (i > 0)
            assert_true(data->holidays[i - 1] < data->holidays[i]);
    }
    assert_true(thanksgiving);
    pgy_data_free(&data);
}

/* Names and bytes are inputs of every plan; the time of a file is not. */
static void test_hash(void **state)
{
    struct place *place = *state;
    char from[256], to[256];
    folder(place, "packs");
    folder(place, "lists");
    uint64_t empty = hash_now(place);
    write_text(place, "packs/a", "1");
    uint64_t one = hash_now(place);
    assert_true(one != empty);
    write_text(place, "packs/a", "1");
    assert_true(hash_now(place) == one);
    write_text(place, "packs/a", "2");
    assert_true(hash_now(place) != one);
    write_text(place, "packs/a", "1");
    snprintf(from, sizeof from, "%s/packs/a", place->dir);
    snprintf(to, sizeof to, "%s/packs/b", place->dir);
    assert_int_equal(rename(from, to), 0);
    uint64_t renamed = hash_now(place);
    assert_true(renamed != one);
    snprintf(from, sizeof from, "%s/lists/b", place->dir);
    assert_int_equal(rename(to, from), 0);
    assert_true(hash_now(place) != renamed);
}

int main(void)
{
#define DATA_TEST(f) cmocka_unit_test_setup_teardown(f, place_make, place_drop)
    const struct CMUnitTest tests[] = {
        DATA_TEST(test_nothing_there),
        DATA_TEST(test_files_by_kind_and_name),
        DATA_TEST(test_sizes),
        DATA_TEST(test_holidays),
        DATA_TEST(test_holidays_of_windows),
        DATA_TEST(test_shipped_holidays),
        DATA_TEST(test_hash),
        DATA_TEST(test_packs_of_a_profile),
        DATA_TEST(test_letters_of_a_profile),
    };
    return cmocka_run_group_tests_name("data", tests, NULL, NULL);
}
