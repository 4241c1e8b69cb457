/* SPDX-License-Identifier: BSD-2-Clause */
/* Networks of allow_private: what is accepted contains its own address, and never lets through what
 * is never allowed. */
#include "courier/address.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool ok)
{
    if (!ok)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const never[] = {
        "0.0.0.0", "169.254.169.254", "224.0.0.1", "255.255.255.255",
        "::",      "fe80::1",         "ff02::1",   "fd00:ec2::254"};
    struct pgy_cidr cidr = {.bits = 4242};
    char *text = malloc(size + 1);
    if (!text)
        return 0;
    if (size)
        memcpy(text, data, size);
    text[size] = '\0';
    if (pgy_cidr_parse(text, &cidr) != 0) {
        must(cidr.bits == 4242);
    } else {
        must(cidr.bits <= 128);
        must(strspn(text, "0123456789abcdefABCDEF:./") == strlen(text));
        for (size_t i = 0; i < sizeof never / sizeof never[0]; i++) {
            struct pgy_address address;
            must(pgy_address_parse(never[i], &address) == 0);
            must(pgy_address_check(&address, &cidr, 1) == PGY_ADDRESS_NEVER);
        }
        text[strcspn(text, "/")] = '\0';
        struct pgy_address own;
        must(pgy_address_parse(text, &own) == 0);
        bool mapped = memcmp(own.bytes, "\0\0\0\0\0\0\0\0\0\0\xff\xff", 12) == 0;
        must(pgy_cidr_contains(&cidr, &own) || (mapped && cidr.bits < 96));
    }
    free(text);
    return 0;
}
