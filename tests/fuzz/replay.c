/* SPDX-License-Identifier: BSD-2-Clause */
/* Stands in for libFuzzer's main: runs the target once over each file named, and each file of the
 * directories named. */
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX_BYTES = 4 << 20 };

static int run_file(const char *path)
{
    struct pgy_buf buf PGY_BUF_CLEANUP = PGY_BUF_INIT(INPUT_MAX_BYTES);
    int err = pgy_file_read(path, &buf);
    if (err) {
        fprintf(stderr, "%s: %s\n", path, pgy_strerror(err));
        return -1;
    }
    /* A copy of exactly that size, so that a sanitizer or valgrind sees the first byte read too
     * many. */
    uint8_t *copy = malloc(buf.len ? buf.len : 1);
    if (!copy)
        return -1;
    if (buf.len)
        memcpy(copy, buf.data, buf.len);
    LLVMFuzzerTestOneInput(copy, buf.len);
    free(copy);
    return 0;
}

static int run(const char *path)
{
    struct stat st;
    if (stat(path, &st) == 0 && !S_ISDIR(st.st_mode))
        return run_file(path);
    DIR *dir = opendir(path);
    if (!dir) {
        perror(path);
        return -1;
    }
    int result = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        char file[4096];
        if (entry->d_name[0] == '.')
            continue;
        int n = snprintf(file, sizeof file, "%s/%s", path, entry->d_name);
        if (n < 0 || (size_t)n >= sizeof file || run_file(file) != 0)
            result = -1;
    }
    closedir(dir);
    return result;
}

int main(int argc, char **argv)
{
    int status = argc > 1 ? EXIT_SUCCESS : EXIT_FAILURE;
    for (int i = 1; i < argc; i++) {
        if (run(argv[i]) != 0)
            status = EXIT_FAILURE;
    }
    return status;
}
