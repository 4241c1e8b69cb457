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

/* The report `lint text=TEXT [kind=KIND] [offer=ID] [contact=ID] [prospect=ID] [facts=no]`: what is
 * to be said of a text, a row a finding, in order of place (lint.c). Without kind and without whom
 * it goes to it is taken as written to one of the offers in writing; facts=no: of what has to be so
 * nothing is known, and nothing is said. Without text: how it is asked. */
int offers_report_lint(const struct pgyd_host *h);

#endif
