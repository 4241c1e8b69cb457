/* SPDX-License-Identifier: BSD-2-Clause */
/* Loaded before libc (LD_PRELOAD): names that begin with "slow" take half a minute to resolve,
 * as with a name server that is away. */
#include <dlfcn.h>
#include <netdb.h>
#include <string.h>
#include <unistd.h>

int getaddrinfo(const char *restrict name, const char *restrict service,
                const struct addrinfo *restrict hints, struct addrinfo **restrict result)
{
    union {
        void *symbol;
        int (*call)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
    } next = {.symbol = dlsym(RTLD_NEXT, "getaddrinfo")};
    if (name && strncmp(name, "slow", 4) == 0) {
        sleep(30);
        return EAI_AGAIN;
    }
    return next.call(name, service, hints, result);
}
