/* SPDX-License-Identifier: BSD-2-Clause */
/* Paths of a configuration: taken from the file's folder; those of a profile file stay in it. */
#include "config/value.h"

#include "base/err.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Whether one of the path's parts is "..". */
static bool climbs(const char *path)
{
    for (const char *p = path; *p; p += strcspn(p, "/"), p += strspn(p, "/")) {
        if (strncmp(p, "..", 2) == 0 && (p[2] == '/' || p[2] == '\0'))
            return true;
    }
    return false;
}

/* Whether a path that exists leads out of the folder through a symbolic link. */
static bool leads_out(const char *folder, const char *path)
{
    char real_folder[PATH_MAX], real[PATH_MAX];
    if (!realpath(folder, real_folder) || !realpath(path, real))
        return false;
    size_t len = strlen(real_folder);
    return strncmp(real, real_folder, len) != 0 ||
           (real[len] != '/' && real[len] != '\0' && strcmp(real_folder, "/") != 0);
}

/* Only a profile file's pattern has no single target to resolve; patterns are the main file's
 * alone. */
static int resolve(struct pgy_reading *r, const char *raw, const char **path)
{
    const char *home = getenv("HOME");
    bool tilde = raw[0] == '~' && (raw[1] == '/' || raw[1] == '\0');
    if (strlen(raw) >= PATH_MAX - 256)
        return pgy_reading_fail(r, "choose a shorter one", "the path is too long");
    if (r->in_folder && (raw[0] == '/' || tilde || climbs(raw)))
        return pgy_reading_fail(
            r, "name a file in the folder of this file, without .. and without a leading /",
            "%s leaves the folder of this file", pgy_reading_shown(r, raw));
    if (tilde && (!home || *home != '/'))
        return pgy_reading_fail(r, "write the whole path", "%s cannot be resolved: HOME is not set",
                                pgy_reading_shown(r, raw));
    const char *whole = raw[0] == '/' ? pgy_arena_strdup(r->arena, raw)
                        : tilde       ? pgy_reading_text(r, "%s%s", home, raw + 1)
                                      : pgy_reading_text(r, "%s/%s", r->folder, raw);
    if (r->in_folder && leads_out(r->folder, whole))
        return pgy_reading_fail(r, "name a file in the folder of this file",
                                "%s is a link out of the folder of this file",
                                pgy_reading_shown(r, raw));
    *path = whole;
    return 0;
}

int pgy_form_path(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                  struct pgy_value *value)
{
    (void)key;
    return resolve(r, raw, &value->text);
}

/* The folder that was put in front of a pattern is a name, whatever signs of patterns stand in
 * it. */
static const char *pattern_of(struct pgy_reading *r, const char *raw, const char *whole)
{
    size_t folder =
        strlen(whole) -
        (*raw == '/' ? strlen(whole) : strlen(raw) - (*raw == '~' && (raw[1] == '/' || !raw[1])));
    char *pattern = pgy_arena_alloc(r->arena, 2 * strlen(whole) + 1), *to = pattern;
    for (size_t i = 0; whole[i]; i++) {
        if (i < folder && strchr("*?[\\", whole[i]))
            *to++ = '\\';
        *to++ = whole[i];
    }
    *to = '\0';
    return pattern;
}

int pgy_form_glob(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                  struct pgy_value *value)
{
    size_t len = strlen(raw);
    (void)key;
    if (raw[len - 1] == '/')
        return pgy_reading_fail(r,
                                pgy_reading_text(r, "write %s*.ini", pgy_text_shown(r->arena, raw)),
                                "%s names a folder", pgy_reading_shown(r, raw));
    const char *whole;
    int err = resolve(r, raw, &whole);
    if (!err)
        value->text = pattern_of(r, raw, whole);
    return err;
}

int pgy_form_file(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                  struct pgy_value *value)
{
    struct stat st;
    int err = pgy_form_path(r, key, raw, value);
    if (err)
        return err;
    if (stat(value->text, &st) != 0)
        pgy_reading_fail(r, "check the path", "the file cannot be read: %s: %s",
                         pgy_text_shown(r->arena, value->text), pgy_strerror(-errno));
    else if (!S_ISREG(st.st_mode))
        return pgy_reading_fail(r, "name a file", "%s is not a file",
                                pgy_text_shown(r->arena, value->text));
    return 0;
}

static bool lies_below(const char *path, const char *folder)
{
    size_t len = folder ? strlen(folder) : 0;
    return len > 1 && strncmp(path, folder, len) == 0 && path[len] == '/' && !climbs(path);
}

/* What others may not do with a secret file. systemd hands credentials over with an access list for
 * the service's user, which shows as a readable group (systemd.exec(5), LoadCredential); their
 * folder keeps everybody else out. */
static mode_t forbidden(const char *path)
{
    bool handed =
        lies_below(path, "/run/credentials") || lies_below(path, getenv("CREDENTIALS_DIRECTORY"));
    return handed ? S_IWGRP | S_IXGRP | S_IRWXO : S_IRWXG | S_IRWXO;
}

int pgy_form_private(struct pgy_reading *r, const struct pgy_key *key, const char *raw,
                     struct pgy_value *value)
{
    struct stat st;
    int err = pgy_form_path(r, key, raw, value);
    if (err)
        return err;
    const char *shown = pgy_text_shown(r->arena, value->text);
    if (stat(value->text, &st) != 0)
        return pgy_reading_fail(r, "check the path, and that pgyd may read it",
                                "the file cannot be read: %s: %s", shown, pgy_strerror(-errno));
    if (!S_ISREG(st.st_mode))
        return pgy_reading_fail(r, "name a file", "%s is not a file", shown);
    if (st.st_mode & forbidden(value->text))
        return pgy_reading_fail(r, pgy_reading_text(r, "chmod 600 %s", value->text),
                                "others than its owner can read %s (mode %03o)", shown,
                                (unsigned)st.st_mode & 0777u);
    return 0;
}

int pgy_element_path(struct pgy_reading *r, const char **element)
{
    return resolve(r, *element, element);
}
