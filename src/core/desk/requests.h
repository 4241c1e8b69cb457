/* SPDX-License-Identifier: BSD-2-Clause */
/* What the control socket answers: requests of PGY_X_REQUEST (base/wire.h), one a connection, and
 * their JSON. */
#ifndef PGY_CORE_DESK_REQUESTS_H
#define PGY_CORE_DESK_REQUESTS_H

/*
 * The first argument is the command, the second the profile ("" : the only one; with several that
 * is an error naming them). Dates are YYYY-MM-DD in the profile's zone, "" for today. Instants in
 * answers are RFC 3339 UTC texts, "" for never. A refusal has status 1 (not found, refused) or 2 (a
 * request that makes no sense) and {"error": "sentence", "nearest": "name" or absent}. ITEM is the
 * object that `pgyctl plan --json` prints (pgyctl(1)).
 *
 * Requests, and their answers with status 0:
 *
 * - status PROFILE: everybody's, whatever PROFILE is
 *   {"version", "since", "pid", "processes": [{"name", "pid", "restarts", "last_end", "rss_kb"}],
 *   "listen", "public_url", "state_dir",
 *   "config": {"file", "in_force": "file" or "accepted", "problems": [text]},
 *   "held": reason or "",
 *   "profiles": [{"id", "file", "today", "timezone", "items", "in_force", "problems": [text],
 *   "planned": instant, "next_pass": instant, "plugins": [{"name", "version", "items",
 *   "stale": bool, "failure": text, "failures": int, "next_try"}],
 *   "calendars": [{"id", "shifts", "failure": text}]}],
 *   "endpoints": [{"profile", "id", "type", "queued", "failures", "paused_until", "reason",
 *   "last_delivered"}],
 *   "degraded": [sentence]}
 * - today PROFILE:
 *   {"profile", "today", "timezone", "state": calm, watch or fire, "sentence",
 *   "lines": [{"n", "group": offer, burning, ahead, useful or done, "id", "step": id of what done
 *   does or null, "text", "next": text or null, "stakes", "by": date}],
 *   "counts": {"dated", "useful", "late", "missed", "snoozed", "habits", "habits_done"}}
 * - agenda PROFILE DAYS:
 *   {"profile", "today", "timezone", "items": [ITEM with "group": burning, dated, week, waiting or
 *   context]}: not done, within DAYS, by group and then by day
 * - set-aside PROFILE WHICH (late, snoozed or dismissed):
 *   {"profile", "today", "timezone", "items": [ITEM]}
 * - done PROFILE ID DATE:
 *   {"item": ITEM (as it is after), "number": journal entry, "next": ITEM or null}
 *   An ID may be the end of one, from a word on, where that is one item's.
 * - undone PROFILE ID: {"item": ITEM, "number"}: the last done, dismiss or snooze of it
 * - snooze PROFILE ID DAY [FORCE ("1" or "")]: {"item": ITEM, "number", "until": date}; DAY as
 *   base/when.h reads it
 * - dismiss PROFILE ID: {"item": ITEM, "number"}
 * - log PROFILE KIND SUBJECT EVENT DATE [K=V]...:
 *   {"number", "kind", "subject", "event", "on", "next": [ITEM]}: items that moved, new or changed,
 *   at most 7; refused where the kind's plugin says that it cannot follow what happened before
 * - journal PROFILE SUBJECT:
 *   {"profile", "started": date, "entries": [{"number", "on", "logged", "kind", "subject", "event",
 *   "args": {}, "reverses": number or 0, "reversed": bool}]}: SUBJECT "": all; dated facts of the
 *   file are not in it
 * - journal-undo PROFILE NUMBER:
 *   {"number": the reversing entry}: refused by the kind's plugin where later entries rest on it,
 *   as are done and undone of items whose done is such an entry
 * - journal-move PROFILE OLD NEW: {"moved": count}
 * - revisions PROFILE:
 *   {"revisions": [{"id", "hash": hex text, "sequence", "revised": UTC seconds, "created",
 *   "cancelled": date or ""}]}
 * - timeline PROFILE: {"profile", "today", "timezone", "items": [ITEM]}: all, as published
 * - url-list PROFILE:
 *   {"urls": [{"profile", "name", "feed", "style", "url", "webcal", "google", "revoked": bool,
 *   "created", "last_fetch", "client"}], "note": how to reach a phone, or ""}
 * - url-add PROFILE NAME FEED STYLE: {"url": as in urls}
 * - url-rotate PROFILE NAME: {"url"}
 * - url-revoke PROFILE NAME: {"url"}
 * - deliveries PROFILE FAILED ("1" or ""):
 *   {"deliveries": [{"id", "profile", "endpoint", "type", "item", "title", "target", "step",
 *   "severity", "state", "created", "not_before", "next_try", "expires", "attempts",
 *   "last_attempt", "finished", "code", "error", "message", "items": of one that tells of several
 *   reminders, whose "item" is "", [{"item", "title", "target", "step", "severity"}]}]}
 * - retry PROFILE ID: {"id"}
 * - notify-test PROFILE TARGET:
 *   {"id", "state", "code", "error"}: waits for the outcome of this one attempt, 20 s, and then
 * until something else wakes the core: a minute at most
 * - profile-list: {"profiles": [{"id", "file", "in_force", "items", "next_pass"}]}
 * - profile-remove PROFILE: {"id"}: refused while its file is still configured
 * - plugin-accept PROFILE NAME: {"name", "dropped": [ids]}
 * - reload:
 *   {"config": as in status, "profiles": [{"id", "in_force", "problems": [text]}]}: after every
 *   profile was planned
 * - backup PATH: {"path"}: PATH absolute
 */

#endif
