/* SPDX-License-Identifier: BSD-2-Clause */
/* The days of the rows of table.c: each function sets the day of its scene, and what the words of
 * its row stand for, or leaves it without a day. Private to this room. */
#ifndef OFFERS_CLOCKS_INSIDE_H
#define OFFERS_CLOCKS_INSIDE_H

#include "plugins/offers/clocks/clocks.h"

/* ---- answers.c: the answer date and what hangs on it ---- */
/* S0-02, S0-16 */
void clock_soft(struct item_scene *s); /* {hard} */
/* {by}, {notes}, {source} */
void clock_answer_extended(struct item_scene *s);
void clock_answer_committee(struct item_scene *s);
void clock_answer_hard(struct item_scene *s);
void clock_answer_soft(struct item_scene *s);
/* no answer date is known */
void clock_ask_date(struct item_scene *s);
/* the answer date is past; on its own day, for a week, and after it; {by} */
void clock_outcome_ahead(struct item_scene *s);
void clock_outcome(struct item_scene *s);
void clock_outcome_old(struct item_scene *s);
void clock_busy(struct item_scene *s);      /* S0-01; {how}, {name}, {what}, {start}, {source} */
void clock_untouched(struct item_scene *s); /* S0-22 */
void clock_extension(struct item_scene *s); /* S0-20; {what}, {last} */
void clock_extension_reply(struct item_scene *s); /* S0-20; {what} */
/* S0-61: the day after the acceptance; without one (status in the file) the last thing known of
 * that offer counts */
void clock_decline(struct item_scene *s);
void clock_internal(struct item_scene *s); /* S0-18; {by}, {reason} */
/* Whether a letter may move the answer date. */
bool clock_can_move(const struct pgyd_host *h, const struct offer *o);

/* ---- review.c: the contract and its review ---- */
void clock_request(struct item_scene *s);     /* S0-23; {what} */
void clock_to_counsel(struct item_scene *s);  /* S0-55; {last}, {days} */
void clock_review_late(struct item_scene *s); /* S0-55; {finish}, {what} */
void clock_promise(struct item_scene *s);     /* S0-21; {promised}, {finish} */

/* ---- single.c: of one offer besides ---- */
/* the last day is a weekend's or a holiday; {day}, {last} */
void clock_closed(struct item_scene *s);
/* S0-18: it runs beyond the own deadline; {own} */
void clock_own(struct item_scene *s);
/* S0-16: time was asked of a committee; {by} */
void clock_committee(struct item_scene *s);
void clock_last_round(struct item_scene *s);      /* S0-48 */
void clock_too_many_rounds(struct item_scene *s); /* S0-48; {n} */
void clock_lead(struct item_scene *s);            /* S1-53 */
/* S0-36: work units of new hires were asked for */
void clock_data(struct item_scene *s);
/* S0-66: what a state of an offer is shown as; {round}, {rounds} */
extern const struct item_row clock_state_row[OFFER_STATES];

/* ---- pairs.c; {a}, {-}, {b}, {first}, {second}, {n}, {between}, {last}, {here} ---- */
void clock_overlap(struct item_scene *s);
void clock_no_overlap(struct item_scene *s);
void clock_together(struct item_scene *s); /* {n}, {live} */
void clock_missed(struct item_scene *s);   /* {offers}, {names} */
/* table.c: the rows of a pair, of more than eight, of one among these */
int clock_pair(const struct pgyd_host *h, const struct offer *a, const struct offer *b);
int clock_many(const struct pgyd_host *h, const struct offers *offers);
int clock_one_of_many(const struct pgyd_host *h, const struct offers *offers,
                      const struct offer *o);

/* ---- between.c ---- */
void clock_dragging(struct item_scene *s);
void clock_no_written(struct item_scene *s);
void clock_one_written(struct item_scene *s);
void clock_attorney(struct item_scene *s);
void clock_attorney_now(struct item_scene *s); /* an offer is open */

/* ---- signed.c: S3-14 ---- */
void clock_clawback(struct item_scene *s);
void clock_service(struct item_scene *s);
void clock_guarantee(struct item_scene *s); /* {ends} */
void clock_term(struct item_scene *s);
void clock_nonrenewal(struct item_scene *s);
void clock_renewal_talk(struct item_scene *s);

#endif
