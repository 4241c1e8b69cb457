/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of commands: help, usage and the splitting of arguments all read this one. */
#include "ctl/commands.h"

#include <stdio.h>
#include <string.h>

#define TODAY {"--today", "DATE"}
#define STATELESS {"--stateless", NULL}
#define ON {"--on", "DATE"}

static const struct ctl_command commands[] = {
    {"init", NULL, "[--demo FILE [--today DATE]]", "Ask eight questions and write a checked pgyd.ini; --demo writes sample data to look around with.", 0, 0,
     {{"--demo", "FILE"}, TODAY}, ctl_init, false},
    {"plan", NULL, "[--today DATE] [--from DATE] [--to DATE] [--plugin NAME] [--kind KIND] [--stateless]",
     "Show the timeline that the configuration gives.", 0, 0,
     {TODAY, {"--from", "DATE"}, {"--to", "DATE"}, {"--plugin", "NAME"}, {"--kind", "KIND"}, STATELESS}, ctl_plan, false},
    {"feed", NULL, "[--today DATE] [--feed NAME] [--style STYLE] [--stateless]",
     "Write a calendar feed (iCalendar) to standard output; styles: generic, quiet, outlook, google, busy.", 0, 0,
     {TODAY, {"--feed", "NAME"}, {"--style", "STYLE"}, STATELESS}, ctl_feed, false},
    {"report", NULL, "[NAME [KEY=VALUE ...] [--today DATE] [--format FORMAT]]",
     "List the reports, or show one as text, markdown, html or json.", 0, 32, {TODAY, {"--format", "FORMAT"}, STATELESS}, ctl_report, false},
    {"explain", NULL, "[SECTION[.KEY]]", "Explain the configuration: all sections, one, or one key.", 0, 1, {{"--man", NULL}}, ctl_explain, false},
    {"letter", NULL, "KIND [--offer ID] [--contact ID] [--prospect ID] [--today DATE] [--force]",
     "Write a letter or script from your own configured facts, or say why not; without KIND, list the kinds.", 0, 1,
     {{"--offer", "ID"}, {"--contact", "ID"}, {"--prospect", "ID"}, TODAY, {"--force", NULL}, STATELESS}, ctl_letter, false},
    {"lint", NULL, "FILE", "Look through a letter, questions or an employer's text for phrases that cost you; - reads standard input.", 1, 1,
     {{NULL, NULL}}, ctl_lint, false},
    {"check", NULL, "", "Check the configuration and report every mistake in it.", 0, 0, {{NULL, NULL}}, ctl_check, false},
    {"set", NULL, "SECTION KEY VALUE", "Set a key in the configuration file; refused if the result does not check.", 3, 3, {{NULL, NULL}}, ctl_set,
     false},
    {"unset", NULL, "SECTION [KEY]", "Remove a key or a whole section from the configuration file.", 1, 2, {{NULL, NULL}}, ctl_unset, false},
    {"plugin", "list", "", "List the plugins that plan, and those that are installed beside them.", 0, 0, {{NULL, NULL}}, ctl_plugin_list, false},
    {"plugin", "show", "NAME", "Show what a plugin reads, what can be logged for it, and its reports.", 1, 1, {{NULL, NULL}}, ctl_plugin_show, false},
    {"plugin", "new", "NAME", "Begin a plugin of your own: a folder NAME with a source that compiles as it is.", 1, 1, {{NULL, NULL}}, ctl_plugin_new,
     false},
    {"plugin", "test", "FILE.so [--config FILE] [--today DATE]", "Try a plugin out in its cage: describe, check, plan on two days, each report.", 1, 1,
     {TODAY}, ctl_plugin_test, false},
    {"plugin", "accept", "NAME", "Let go of items that a plugin no longer plans.", 1, 1, {{NULL, NULL}}, ctl_plugin_accept, false},
    {"backup", NULL, "FILE", "Write state, key and accepted configurations into one file.", 1, 1, {{NULL, NULL}}, ctl_backup, false},
    {"restore", NULL, "FILE", "Put a backup back; pgyd must not be running.", 1, 1, {{NULL, NULL}}, ctl_restore, false},
    {"export", NULL, "", "Write everything about one person as JSON.", 0, 0, {{NULL, NULL}}, ctl_export, false},
    {"status", NULL, "", "Show how pgyd fares.", 0, 0, {{NULL, NULL}}, ctl_status, false},
    {"agenda", NULL, "[--days N]", "Show what is open, overdue or coming within N days (30).", 0, 0, {{"--days", "N"}}, ctl_agenda, false},
    {"done", NULL, "ID [--on DATE]", "Mark an item as done.", 1, 1, {ON}, ctl_done, false},
    {"undone", NULL, "ID", "Take a done back.", 1, 1, {{NULL, NULL}}, ctl_undone, false},
    {"snooze", NULL, "ID DURATION", "Hold an item's reminders back for a while: 3d, 2w, 1mo.", 2, 2, {{NULL, NULL}}, ctl_snooze, false},
    {"log", NULL, "KIND [SUBJECT] [EVENT] [KEY=VALUE ...] [--on DATE]", "Write down what happened: log contact alvarez, log habit coffee.", 1, 20, {ON},
     ctl_log, false},
    {"subjects", NULL, "KIND", "List what `log KIND` may be about: ids of your configuration, or words.", 1, 1, {{NULL, NULL}}, ctl_subjects, false},
    {"contact", "import", "FILE.vcf [--dry-run]", "Make contacts of an address book (vCard 3 or 4); those already there stay as they are.", 1, 1,
     {{"--dry-run", NULL}}, ctl_contact_import, false},
    {"journal", NULL, "[SUBJECT]", "Show what was written down.", 0, 1, {{NULL, NULL}}, ctl_journal, false},
    {"journal", "undo", "N", "Take entry N back, by an entry that reverses it.", 1, 1, {{NULL, NULL}}, ctl_journal_undo, false},
    {"journal", "move", "OLD NEW", "Let entries about OLD be about NEW, after a section got another id.", 2, 2, {{NULL, NULL}}, ctl_journal_move,
     false},
    {"offer", "list", "[--today DATE] [--format FORMAT]", "Show the offers and their clocks.", 0, 0, {TODAY, {"--format", "FORMAT"}, STATELESS},
     ctl_offer_list, false},
    {"offer", "show", "ID [--today DATE] [--format FORMAT]", "Show one offer: its clocks, where it stands and what can follow.", 1, 1,
     {TODAY, {"--format", "FORMAT"}, STATELESS}, ctl_offer_show, false},
    {"offer", "history", "ID [--today DATE] [--format FORMAT]", "Show what happened to an offer.", 1, 1,
     {TODAY, {"--format", "FORMAT"}, STATELESS}, ctl_offer_history, false},
    {"offer", "add", "[ID KEY=VALUE ...]", "Write an offer into the configuration file; without KEY=VALUE, question by question.", 0, 100, {{NULL, NULL}},
     ctl_offer_add, false},
    {"url", "list", "", "Show the links of the calendar feeds and who fetched them last.", 0, 0, {{NULL, NULL}}, ctl_url_list, false},
    {"url", "add", "NAME [--feed F] [--style S]", "Make a link, one for each device or person.", 1, 1, {{"--feed", "F"}, {"--style", "S"}}, ctl_url_add,
     false},
    {"url", "rotate", "NAME", "Give a link another secret; the old one stops working.", 1, 1, {{NULL, NULL}}, ctl_url_rotate, false},
    {"url", "revoke", "NAME", "End a link.", 1, 1, {{NULL, NULL}}, ctl_url_revoke, false},
    {"deliveries", NULL, "[--failed]", "Show messages sent, waiting and failed.", 0, 0, {{"--failed", NULL}}, ctl_deliveries, false},
    {"retry", NULL, "ID", "Send a message that failed again now.", 1, 1, {{NULL, NULL}}, ctl_retry, false},
    {"notify", "test", "TARGET", "Send a test message to [notify:TARGET] and wait for the outcome.", 1, 1, {{NULL, NULL}}, ctl_notify_test, false},
    {"profile", "list", "", "List the people served.", 0, 0, {{NULL, NULL}}, ctl_profile_list, false},
    {"profile", "remove", "ID", "Remove everything kept about a person who is no longer configured.", 1, 1, {{NULL, NULL}}, ctl_profile_remove, false},
    {"reload", NULL, "", "Let pgyd read its configuration again.", 0, 0, {{NULL, NULL}}, ctl_reload_command, false},
};

const struct ctl_command *ctl_commands(size_t *n)
{
    *n = sizeof commands / sizeof commands[0];
    return commands;
}

void ctl_usage_line(FILE *out, const struct ctl_command *command)
{
    fprintf(out, "pgyctl %s%s%s%s%s\n", command->name, command->sub ? " " : "", command->sub ? command->sub : "", *command->usage ? " " : "",
            command->usage);
}

void ctl_help(FILE *out)
{
    fputs("usage: pgyctl [-c FILE] [-p PROFILE] [--json] COMMAND ...\n\n", out);
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        const struct ctl_command *c = &commands[i];
        int width = fprintf(out, "  %s%s%s", c->name, c->sub ? " " : "", c->sub ? c->sub : "");
        fprintf(out, "%*s%s\n", width < 18 ? 18 - width : 1, "", c->help);
    }
    fputs("\n  -c, --config FILE      the configuration file; else $XDG_CONFIG_HOME/pgyd/pgyd.ini, then the system's\n"
          "  -p, --profile PROFILE  whose, when several people are served\n"
          "      --json             answer in JSON\n"
          "  -h, --help             this text; pgyctl help COMMAND for one command\n"
          "  -V, --version          the version\n\n"
          "Exit codes: 0 done, 1 refused or not found, 2 usage. More in pgyctl(1).\n", out);
}

int ctl_help_one(FILE *out, const char *name)
{
    bool found = false;
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (strcmp(commands[i].name, name) != 0)
            continue;
        fputs(found ? "\n" : "", out);
        ctl_usage_line(out, &commands[i]);
        fprintf(out, "  %s\n", commands[i].help);
        found = true;
    }
    return found ? CTL_DONE : CTL_USAGE;
}
