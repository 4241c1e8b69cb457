/* SPDX-License-Identifier: BSD-2-Clause */
/* Letters and scripts (pgyd-letter(5)): templates of etc/letters filled with configured facts. The
 * honesty rules (architecture 10) are kept here, by what is handed out for a placeholder and by a
 * last look at the finished text, not by the templates. Pure. */
#ifndef OFFERS_LETTER_H
#define OFFERS_LETTER_H

#include "plugins/offers/offer/offer.h"

/* The report `letter kind=KIND [offer=ID] [contact=ID] [prospect=ID] [force=yes]`: the letter,
 * ready to be sent; or -1 after an error that says every reason why not: an open gate, all missing
 * facts with the key to set, what would not be true. Without kind: `letters`. */
int offers_report_letter(const struct pgyd_host *h);
/* The report `letters`: each kind, what it is for, and whether it can be written now. */
int offers_report_letters(const struct pgyd_host *h);

#endif
