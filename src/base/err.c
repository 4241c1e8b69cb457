/* SPDX-License-Identifier: BSD-2-Clause */
/* One sentence for each of our codes; system errors are strerror's. */
#include "base/err.h"

#include <string.h>

static const struct {
    int code;
    const char *text;
} texts[] = {
    {PGY_OK, "no error"},
    {PGY_EINVAL, "invalid value"},
    {PGY_EPARSE, "malformed data"},
    {PGY_ELIMIT, "larger than allowed"},
    {PGY_ENOTFOUND, "not found"},
    {PGY_EEXISTS, "exists already"},
    {PGY_EVERSION, "incompatible version"},
    {PGY_ECORRUPT, "damaged data"},
    {PGY_EBUSY, "in use by another process"},
    {PGY_ETIMEOUT, "took too long"},
    {PGY_ECRASHED, "ended without finishing"},
    {PGY_EREFUSED, "refused"},
    {PGY_ECLOSED, "the other end closed the connection"},
    {PGY_EAGAIN, "nothing available yet"},
    {PGY_ECONFIG, "the configuration has errors"},
};

const char *pgy_strerror(int err)
{
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (texts[i].code == err)
            return texts[i].text;
    }
    return strerror(err < 0 ? -err : err);
}
