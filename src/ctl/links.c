/* SPDX-License-Identifier: BSD-2-Clause */
/* Links of feeds, and messages on their way. */
#include "ctl/ctl.h"

#include "base/str.h"

#include <stdio.h>
#include <string.h>

static const char *or_never(const char *text)
{
    return *text ? text : "never";
}

static void show_url(struct ctl *ctl, const json_t *url)
{
    bool revoked = json_is_true(json_object_get(url, "revoked"));
    printf("%s (%s, feed %s, style %s)%s\n", ctl_text(ctl, url, "name"),
           ctl_text(ctl, url, "profile"), ctl_text(ctl, url, "feed"), ctl_text(ctl, url, "style"),
           revoked ? ": revoked" : "");
    if (revoked)
        return;
    printf("  %s\n", ctl_text(ctl, url, "url"));
    if (*ctl_text(ctl, url, "webcal"))
        printf("  %s\n", ctl_text(ctl, url, "webcal"));
    if (*ctl_text(ctl, url, "google"))
        printf("  Google Calendar: %s\n", ctl_text(ctl, url, "google"));
    printf("  last fetched %s%s%s\n", or_never(ctl_text(ctl, url, "last_fetch")),
           *ctl_text(ctl, url, "client") ? " by " : "", ctl_text(ctl, url, "client"));
}

int ctl_url_list(struct ctl *ctl)
{
    json_t *answer, *url;
    size_t i;
    int rc = CTL_ASK(ctl, &answer, "url-list", ctl->profile);
    if (rc != CTL_DONE || !answer)
        return rc;
    json_array_foreach(json_object_get(answer, "urls"), i, url) show_url(ctl, url);
    if (i == 0)
        puts("there are no links; `pgyctl url add NAME` makes one");
    if (*ctl_text(ctl, answer, "note"))
        printf("%s\n", ctl_text(ctl, answer, "note"));
    json_decref(answer);
    return CTL_DONE;
}

static int show_one(struct ctl *ctl, int rc, json_t *answer)
{
    if (rc == CTL_DONE && answer)
        show_url(ctl, json_object_get(answer, "url"));
    json_decref(answer);
    return rc;
}

int ctl_url_add(struct ctl *ctl)
{
    const char *feed = ctl_option(ctl, "--feed"), *style = ctl_option(ctl, "--style");
    json_t *answer;
    int rc = CTL_ASK(ctl, &answer, "url-add", ctl->profile, ctl->args[0], feed ? feed : "all",
                     style ? style : "generic");
    return show_one(ctl, rc, answer);
}

int ctl_url_rotate(struct ctl *ctl)
{
    json_t *answer;
    int rc = CTL_ASK(ctl, &answer, "url-rotate", ctl->profile, ctl->args[0]);
    return show_one(ctl, rc, answer);
}

int ctl_url_revoke(struct ctl *ctl)
{
    json_t *answer;
    int rc = CTL_ASK(ctl, &answer, "url-revoke", ctl->profile, ctl->args[0]);
    return show_one(ctl, rc, answer);
}

int ctl_deliveries(struct ctl *ctl)
{
    static const struct ctl_field fields[] = {
        {"ID", "id", CTL_RIGHT},          {"CREATED", "created", 0},
        {"TARGET", "endpoint", 0},        {"STATE", "state", 0},
        {"TRIES", "attempts", CTL_RIGHT}, {"NEXT TRY", "next_try", 0},
        {"SEVERITY", "severity", 0},      {"STEP", "step", 0},
        {"TITLE", "title", CTL_WRAP},     {"ERROR", "error", CTL_WRAP}};
    json_t *answer;
    int rc =
        CTL_ASK(ctl, &answer, "deliveries", ctl->profile, ctl_option(ctl, "--failed") ? "1" : "");
    if (rc != CTL_DONE || !answer)
        return rc;
    ctl_table_json(json_object_get(answer, "deliveries"), fields, sizeof fields / sizeof fields[0],
                   ctl_option(ctl, "--failed") ? "no message failed" : "no message was sent yet");
    json_decref(answer);
    return CTL_DONE;
}

int ctl_retry(struct ctl *ctl)
{
    int64_t id;
    json_t *answer;
    if (pgy_str_int(ctl->args[0], 1, INT64_MAX, &id) != 0)
        return ctl_refuse(ctl, CTL_USAGE, NULL,
                          "'%s' is not the id of a message; `pgyctl deliveries` lists them",
                          ctl->args[0]);
    int rc = CTL_ASK(ctl, &answer, "retry", ctl->profile, ctl->args[0]);
    if (rc == CTL_DONE && answer)
        printf("message %s is sent again\n", ctl->args[0]);
    json_decref(answer);
    return rc;
}

int ctl_notify_test(struct ctl *ctl)
{
    json_t *answer;
    int rc = CTL_ASK(ctl, &answer, "notify-test", ctl->profile, ctl->args[0]);
    if (rc == CTL_DONE && answer)
        printf("message %s to %s: %s\n", ctl_text(ctl, answer, "id"), ctl->args[0],
               ctl_text(ctl, answer, "state"));
    json_decref(answer);
    return rc;
}
