/* SPDX-License-Identifier: BSD-2-Clause */
#ifndef PGY_CTL_COMMANDS_H
#define PGY_CTL_COMMANDS_H

#include "ctl/ctl.h"

#include <stdio.h>

const struct ctl_command *ctl_commands(size_t *n);
/* "pgyctl url add NAME [--feed F] [--style S]" and a line feed. */
void ctl_usage_line(FILE *out, const struct ctl_command *command);
void ctl_help(FILE *out);
/* Help for a command and its second words; CTL_USAGE when there is none of that name. */
int ctl_help_one(FILE *out, const char *name);

#endif
