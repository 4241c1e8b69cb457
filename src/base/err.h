/* SPDX-License-Identifier: BSD-2-Clause */
/* Error codes: 0 is success, system errors are negated errno, our own count up from -1000. */
#ifndef PGY_BASE_ERR_H
#define PGY_BASE_ERR_H

enum pgy_err {
    PGY_OK = 0,
    PGY_EINVAL = -1000,   /* a value that can never be right */
    PGY_EPARSE = -999,    /* bytes from outside that do not follow their grammar */
    PGY_ELIMIT = -998,    /* larger than the cap its reader set */
    PGY_ENOTFOUND = -997, /* no such thing */
    PGY_EEXISTS = -996,   /* there already */
    PGY_EVERSION = -995,  /* made by an incompatible version */
    PGY_ECORRUPT = -994,  /* stored data that does not hold together */
    PGY_EBUSY = -993,     /* somebody else holds it */
    PGY_ETIMEOUT = -992,  /* did not end within its deadline */
    PGY_ECRASHED = -991,  /* a child ended without finishing its work */
    PGY_EREFUSED = -990,  /* understood, and refused by a rule */
    PGY_ECLOSED = -989,   /* the other end is gone */
    PGY_EAGAIN = -988,    /* nothing there yet */
    PGY_ECONFIG = -987,   /* the configuration has errors, which were reported one by one */
};

/* A short lower-case text for a code of the enum above or a negated errno; never NULL, static or
 * errno's own storage. */
const char *pgy_strerror(int err);

#endif
