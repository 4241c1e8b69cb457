/* SPDX-License-Identifier: BSD-2-Clause */
/* pgyd-courier: everything that goes out. Started by pgyd alone. */
#include "base/child.h"
#include "courier/loop.h"

#include <sodium.h>
#include <stdlib.h>

int main(void)
{
    struct pgy_link parent;
    if (sodium_init() < 0 || pgy_child_init("pgyd-courier", &parent) != 0)
        return EXIT_FAILURE;
    return pgy_courier_run(&parent);
}
