/* SPDX-License-Identifier: BSD-2-Clause */
/* `letter`: what the report of that name writes, as plain text, a paragraph a line, so that it can
 * be pasted; what is not part of it goes to stderr. */
#include "ctl/ctl.h"

#include "base/str.h"

#include <stdio.h>
#include <string.h>

enum { MOST_KINDS = 128, ARGS = 5, LETTER_MAX = 256 * 1024 };

/* The installed kinds: letters/KIND.txt. */
static size_t kinds_of(struct ctl *ctl, const struct pgy_data_set *data,
                       const char *kinds[MOST_KINDS])
{
    size_t n = 0;
    for (size_t i = 0; i < data->n && n < MOST_KINDS; i++) {
        size_t len = strlen(data->files[i].name);
        if (strcmp(data->files[i].kind, "letters") == 0 && len > 4 &&
            strcmp(data->files[i].name + len - 4, ".txt") == 0)
            kinds[n++] = pgy_arena_strndup(ctl->arena, data->files[i].name, len - 4);
    }
    return n;
}

static int list_kinds(struct ctl *ctl)
{
    const char *kinds[MOST_KINDS];
    struct pgy_problems problems = {.arena = ctl->arena};
    struct pgy_house *house = NULL;
    int rc = ctl_house(ctl, &problems, &house);
    if (rc != CTL_DONE)
        return rc;
    size_t n = kinds_of(ctl, house->data, kinds);
    pgy_house_free(&house);
    if (ctl->json) {
        json_t *list = json_array();
        for (size_t i = 0; i < n; i++)
            json_array_append_new(list, json_pack("{ss}", "kind", kinds[i]));
        return ctl_print(json_pack("{so}", "letters", list));
    }
    fputs("usage: pgyctl letter KIND [--offer ID] [--contact ID] [--prospect ID] [--today DATE] "
          "[--force]\nkinds:",
          stderr);
    for (size_t i = 0; i < n; i++)
        fprintf(stderr, " %s", kinds[i]);
    fputs("\n`pgyctl report letters` says what each is for and whether it can be written now.\n",
          stderr);
    return CTL_USAGE;
}

static size_t take_args(const struct ctl *ctl, struct pgyd_arg args[ARGS])
{
    static const char *const options[][2] = {
        {"--offer", "offer"}, {"--contact", "contact"}, {"--prospect", "prospect"}};
    size_t n = 0;
    args[n++] = (struct pgyd_arg){.key = "kind", .value = ctl->args[0]};
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        const char *value = ctl_option(ctl, options[i][0]);
        if (value)
            args[n++] = (struct pgyd_arg){.key = options[i][1], .value = value};
    }
    if (ctl_option(ctl, "--force"))
        args[n++] = (struct pgyd_arg){.key = "force", .value = "yes"};
    return n;
}

/* The plugin's own reasons, without the name of its file. */
static int refused(struct ctl *ctl, const struct pgy_data_set *data,
                   const struct pgy_run_result *result)
{
    const char *kinds[MOST_KINDS], *nearest = NULL;
    size_t n = kinds_of(ctl, data, kinds), i = 0;
    while (i < n && strcmp(kinds[i], ctl->args[0]) != 0)
        i++;
    if (i == n)
        nearest = pgy_str_nearest(ctl->args[0], kinds, n);
    if (nearest)
        return ctl_refuse(ctl, CTL_REFUSED, nearest,
                          "there is no letter '%s'; `pgyctl letter` lists them", ctl->args[0]);
    return ctl_refuse(ctl, CTL_REFUSED, NULL, "%s",
                      result->refusal ? result->refusal : result->failure);
}

/* Paragraphs up to the heading of the notes; what the letter's own subject line says goes to
 * *subject. */
static size_t letter_text(const struct pgy_run_result *result, const char **subject,
                          struct pgy_buf *text)
{
    static const char subject_is[] = "Subject: ";
    bool bullet = false;
    size_t i = 1;
    for (; i < result->nparts && result->parts[i].type != PGYD_HEADING; i++) {
        const char *line = result->parts[i].text ? result->parts[i].text : "";
        bool is = result->parts[i].type == PGYD_LIST_ITEM;
        if (i == 1 && strncmp(line, subject_is, strlen(subject_is)) == 0) {
            *subject = line + strlen(subject_is);
            continue;
        }
        pgy_buf_str(text, text->len == 0 ? "" : is && bullet ? "\n" : "\n\n");
        pgy_buf_str(text, is ? "- " : "");
        pgy_buf_str(text, line);
        bullet = is;
    }
    return i;
}

static int print(struct ctl *ctl, const struct pgy_run_result *result)
{
    struct pgy_buf text PGY_BUF_CLEANUP = PGY_BUF_INIT(LETTER_MAX);
    const char *subject = NULL, *offer = ctl_option(ctl, "--offer");
    size_t i = letter_text(result, &subject, &text);
    if (text.err)
        return ctl_refuse(ctl, CTL_REFUSED, NULL, "the letter is too long");
    json_t *notes = json_array();
    for (; i < result->nparts; i++) {
        if (result->parts[i].type != PGYD_LIST_ITEM)
            continue;
        json_array_append_new(notes, json_string(result->parts[i].text));
        if (!ctl->json)
            ctl_note("note: %s", result->parts[i].text);
    }
    if (ctl->json)
        return ctl_print(json_pack("{ss ss? ss? ss so}", "kind", ctl->args[0], "offer", offer,
                                   "subject", subject, "text", pgy_buf_text(&text), "notes",
                                   notes));
    json_decref(notes);
    if (subject)
        printf("Subject: %s\n\n", subject);
    printf("%s\n", pgy_buf_text(&text));
    return CTL_DONE;
}

int ctl_letter(struct ctl *ctl)
{
    struct ctl_place place CTL_PLACE_CLEANUP = {0};
    const struct pgy_run_result *result = NULL;
    struct pgyd_arg args[ARGS];
    if (ctl->nargs == 0)
        return list_kinds(ctl);
    size_t n = take_args(ctl, args);
    int rc = ctl_place_open(ctl, &place);
    if (rc != CTL_DONE ||
        (rc = ctl_run_report(ctl, &place, "letter", args, n, &result)) != CTL_DONE)
        return rc;
    return result->rc ? refused(ctl, place.house->data, result) : print(ctl, result);
}
