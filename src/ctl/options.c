/* SPDX-License-Identifier: BSD-2-Clause */
/* What was given on the command line, as the commands ask for it. main.c takes it apart. */
#include "ctl/ctl.h"

#include <string.h>

const char *ctl_option(const struct ctl *ctl, const char *name)
{
    for (size_t i = 0; i < CTL_OPTIONS && ctl->command->options[i].name; i++) {
        if (strcmp(ctl->command->options[i].name, name) == 0)
            return ctl->values[i];
    }
    return NULL;
}

const char *ctl_arg(const struct ctl *ctl, size_t n)
{
    return n < ctl->nargs ? ctl->args[n] : "";
}
