#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""Two offers from the day the first arrives to the signature (S0-01), through a running pgyd whose clock is walked day by day, with a receiver that checks every
signature. Every date is worked by hand; 2027-01-25 is a Monday, so 01-30, 31, 02-06, 07, 13 and 14 are weekends. 2027-02-15 is Presidents' Day.

The large system (brand, lower base, unclear upside) writes on Monday 01-25, seven to ten days. The private group (higher base, more call, a partnership nobody wrote
down) writes on Wednesday 01-27, until Monday 02-08. Nights are from 02-01 to 02-07: the system's last day, 02-04, lies among them. Until 02-08, the day after
them, reminders come at four in the afternoon: too late for a last day, whose step moves to the day before."""

import os

import pgytest
from moment import at, instant
from pgydaemon import SECRET, TimedDaemon, events, offer, webhook
from pgytest import Receiver, case, equal, wait_until

FILE = """[daemon]
state_dir = {state}
plugins = milestones, offers
[serve]
listen = 127.0.0.1:0
[person]
name = Ada Test
timezone = America/New_York
[training]
specialty = internal_medicine
start = 2024-07-01
[goal]
flex = nights
internal_deadline = 2027-02-20
internal_reason = the lease ends
[review]
attorney = A. Counsel
[walkaway]
base_min = 250000
team = a post for my partner
[busy:nights]
name = nights
start = 2027-02-01
end = 2027-02-07
kind = nights

"""

TERMS = {'physician_lead': 'Chief', 'must_improve': 'base; call; covenant', 'wrvu_rate': '50', 'wrvu_threshold': '5000', 'exp_wrvu': '5500',
         'wrvu_history_new_hire': '5600', 'bonus_hit_pct': '60', 'pto_days': '25', 'cme_days': '5', 'cme_usd': '4000', 'term_months': '36', 'notice_days': '90',
         'nights_month': '2', 'call_change': 'fixed'}
SYSTEM = offer('system', employer='Large System', received='2027-01-25', answer_within='7-10', base='300000', call_days_month='4', noncompete_scope='none',
               moonlighting='allowed', tail='employer', fit='the teaching on the wards', **TERMS)
GROUP = {**TERMS, 'employer': 'Private Group', 'written': 'yes', 'received': '2027-01-27', 'answer_by': '2027-02-08', 'base': '340000', 'call_days_month': '8',
         'noncompete_scope': 'any_facility', 'noncompete_miles': '25', 'noncompete_months': '24', 'moonlighting': 'restricted', 'tail': 'physician',
         'partnership_written': 'no', 'fit': 'the volume and the partners'}
READY = {'sign_today': 'group', 'why': 'the team', 'ok_if_no': 'yes', 'batna': 'none', 'understood': 'comp, call, noncompete', 'value_case': 'yes'}


class Story(TimedDaemon):
    """A pgyd of our own configuration, and its receiver; what arrived is checked as it comes."""

    def __init__(self, now, sections):
        self.receiver = Receiver()
        self.sections = sections
        self.seen = set()
        self.briefs = []
        self.checked = 0
        super().__init__(at(now))

    def write(self, sections):
        with open(self.file, 'w', encoding='utf-8') as f:
            f.write(FILE.format(state=self.state) + self.sections + webhook('phone', self.receiver.url, plugins='offers', detail='full'))
        os.chmod(self.file, 0o600)

    def __enter__(self):
        self.start()
        # The first run tells all there is in one digest.
        wait_until(lambda: [r['type'] for r in self.rows() if r['state'] == 'delivered'] == ['digest'], 'the digest of the first run')
        self.at_once()
        return self

    def __exit__(self, *why):
        self.close()
        self.receiver.close()

    def waits(self, row):
        """Whether it is held until later: a brief of a Sunday evening, first thought of on a Monday of nights."""
        return row['state'] == 'queued' and instant(row['not_before']) > self.now

    def settled(self):
        states = [r['state'] for r in self.rows() if not self.waits(r)]
        return not {'queued', 'sending'} & set(states) and states.count('delivered') == len(self.receiver.messages)

    def fresh(self):
        """(item, step, target) of what left since the last look, each of it at the receiver, signed, once."""
        wait_until(self.settled, 'every row is settled, and what was delivered has arrived')
        rows = [r for r in self.rows() if r['id'] not in self.seen and not self.waits(r)]
        self.seen |= {r['id'] for r in rows}
        sent = {r['message']: r for r in rows if r['state'] == 'delivered'}
        messages = self.receiver.messages[self.checked:]
        self.checked += len(messages)
        equal(sorted(m.id for m in messages), sorted(sent), 'each delivered row at the receiver, once')
        equal([m.id for m in messages if not m.verifies(SECRET, self.now)], [], 'signatures')
        for m in messages:
            row, data = sent[m.id], m.json()['data']
            if row['type'] == 'brief':
                self.briefs.append(row['target'][5:10])
            elif row['type'] == 'reminder.due':
                equal((data['id'], data['step'], data['target']), (row['item'], row['step'], row['target']), 'what the message says')
            elif row['items']:
                lines = data['detail'].split('\n')
                equal([line.startswith(f"- {i['title']}: ") for line, i in zip(lines, row['items'], strict=True)], [True] * len(lines), f'a line each: {lines}')
        return sorted((r['item'].split('/')[1], r['step'], r['target'][5:10]) for r in self.told() if r['id'] in {r['id'] for r in sent.values()} and r['item'])

    def fired(self, moment, *expected):
        """Goes there: exactly this fires on the way, as (item, step, its day)."""
        equal(self.walk(moment), sorted(expected), f'what fired up to {moment}')

    def walk(self, moment):
        """Goes there in steps of less than a day; what fired on the way."""
        end, got = at(f'2027-{moment}'), []
        while end - self.now > self.STEP:
            self.look(self.now + self.STEP)
            got += self.fresh()
        self.look(end)
        return sorted(got + self.fresh())

    def at_once(self, *expected):
        equal(self.fresh(), sorted(expected), 'what fired at once')

    def does(self, *args):
        status, out, err = self.ctl(*args)
        equal(status, 0, f'{args}: {out}{err}')
        return out

    def logs(self, *args):
        return self.does('log', 'offer', *args)

    def refuses(self, part, *args):
        before = self.request('journal', '', '')['entries']
        status, out, err = self.ctl(*args)
        equal((status, part in err), (1, True), f'{args}: {out}{err}')
        equal(self.request('journal', '', '')['entries'], before, f'{args}: nothing was written down')

    def letter(self, day, kind, to, refused=None):
        """The text of a letter; or that it is refused, with every one of these reasons."""
        status, out, err = self.ctl('letter', kind, '--offer', to, '--today', f'2027-{day}')
        if refused is None:
            equal(status, 0, f'{kind}: {err}')
            return out
        equal((status, [r for r in refused if r not in err]), (1, []), f'{kind} is refused: {out}{err}')
        return ''

    def items(self):
        """{slug: (days, state)} of the offers plugin."""
        return {i['id'].split('/')[1]: (i['start'][5:10] + ('' if i['end'] == i['start'] else '..' + i['end'][5:10]), i['state'])
                for i in self.request('timeline', '')['items'] if i['plugin'] == 'offers' and i['state'] != 'cancelled'}

    def in_feed(self, words):
        """(UID, SEQUENCE, first day) of the event with these words, that of the week apart; None when there is none or it is cancelled."""
        found = next((e for e in events(self.feed()).values() if words in e['SUMMARY'] and not e['SUMMARY'].startswith('This week')), None)
        if not found or found.get('STATUS') == 'CANCELLED':
            return None
        return found['UID'], int(found['SEQUENCE']), found['DTSTART']


@case
def two_offers_from_receipt_to_signing():
    with Story('2027-01-25 12:00:00', SYSTEM) as s:
        # 25 + 7 and + 10 days. The full contract: a review of five business days has to begin on the 28th (29, 1, 2, 3, 4), and a reply takes two days.
        # The last free day before the nights. Three weeks without a word would be 02-15, after the answer date.
        start = {'system-answer-soft': ('02-01', 'future'), 'system-answer-by': ('02-04', 'future'), 'system-request-contract': ('01-25..01-26', 'open'),
                 'system-busy': ('01-31', 'future'), 'internal-deadline': ('02-20', 'future')}
        equal({k: v for k, v in s.items().items() if k in (*start, 'system-untouched')}, start, 'the first offer')
        uid, sequence, day = s.in_feed('Answer Large System')
        equal((sequence, day), (0, '20270204'), 'the last day in the feed')
        # Its day comes before the ladder of the offer begins, on the 28th: it rings alone.
        s.fired('01-27 12:00', ('system-request-contract', '0d', '01-26'))

        # Wednesday: the second offer. Both can be answered from the 27th to 02-04; the questions of readiness are open from its day.
        s.does('offer', 'add', 'group', *[f'{k}={v}' for k, v in GROUP.items()])
        s.at_once()
        equal([s.items()[k] for k in ('overlap-group-system', 'ready', 'group-answer-by')],
              [('01-27..02-04', 'open'), ('01-27', 'open'), ('02-08', 'future')], 'both')
        equal('total-budget' in s.items(), False, 'four weeks end after the own deadline, which says it')
        equal(s.in_feed('are open together'), None, 'what only explains is in no default feed')
        # Asking for time needs no leverage and gives away no name; leverage is refused with all that is missing.
        text = s.letter('01-27', 'extension', 'system')
        equal(('another written offer' in text, '10 to 14 days' in text, 'Private Group' in text), (True, True, False), text)
        s.letter('01-27', 'light', 'system', ['you are not ready to ask', 'set [decide] sign_today', 'value_case'])

        # Thursday: seven days before 02-04. Readiness is worked through.
        s.fired('01-28 08:00:50', ('system-answer-by', '-7d', '02-04'))
        for key, value in READY.items():
            s.does('set', 'decide', key, value)
        s.at_once()
        equal('ready' in s.items(), False, 'ready')
        text = s.letter('01-28', 'light', 'system')
        equal(('Private Group' in text, any(c in '0123456789$' for c in text.split('Dear')[1])), (False, False), f'no name, no figure: {text}')
        s.letter('01-28', 'full', 'system', ['only then is it true'])

        # Friday: the contract and more time are asked for; the group's contract arrives.
        s.fired('01-29 08:00:46')
        s.logs('system', 'contract-requested')
        s.logs('system', 'extension-requested')
        s.logs('group', 'contract-received')
        s.at_once()
        # The reply after Monday and Tuesday; 29 + 10 to + 14; to the lawyer from now to 02-01 (2, 3, 4, 5, 8); what to ask for after two business days.
        now = {'system-extension-reply': ('02-02', 'future'), 'system-extension': ('02-08..02-12', 'future'),
               'group-to-counsel': ('01-29..02-01', 'open'), 'group-plan-asks': ('02-02', 'future')}
        equal({k: v for k, v in s.items().items() if k in now}, now, 'Friday')
        equal([k for k in s.items() if 'request-contract' in k], [], 'asked for, and there')
        # What prepares an answer is told with it, once its ladder has begun.
        s.fired('01-31 08:00:38')
        s.fired('02-01 15:58')
        s.fired('02-01 16:00:34', ('group-answer-by', '-7d', '02-08'), ('system-answer-by', '-3d', '02-04'))

        # Tuesday: the reply is due, and comes: until Friday the 12th. The old ladder ends at once, the entry moves in its place.
        s.fired('02-02 16:00:30')
        equal([k in s.items() for k in ('group-to-counsel', 'group-review-late')], [False, True], 'sent from now on, the review ends on the 9th')
        s.does('done', 'offers/group-plan-asks')
        s.refuses('needs the new date', 'log', 'offer', 'system', 'extended')
        s.logs('system', 'extended', 'by=2027-02-12')
        s.at_once()
        equal(s.in_feed('Answer Large System'), (uid, sequence + 1, '20270212'), 'one UID, one SEQUENCE more')
        gone = ('system-answer-soft', 'system-extension', 'system-extension-reply', 'system-busy')
        equal([k for k in gone if k in s.items()], [], 'granted')
        equal(s.items()['overlap-group-system'], ('01-27..02-08', 'open'), 'the overlap grows')
        # 02-03 and 02-04 would have been -1d and 0d of the old ladder: nothing of it comes any more.
        s.fired('02-03 16:00:26')
        s.logs('system', 'contract-received')
        s.does('set', 'review', 'sent', '2027-02-03')
        # Five business days from the 3rd end on the 10th, two days after the group wants its answer.
        s.at_once()
        equal('group-review-late' in s.items(), True, 'too late still')
        s.letter('02-03', 'counsel_ask', 'group', ['no counsel has read the contract'])
        s.fired('02-04 16:00:22')
        s.logs('system', 'compared')
        s.logs('system', 'asks-planned')
        s.at_once()

        # Round one with the system. The new ladder begins seven days before the 12th.
        s.fired('02-05 16:00:18', ('group-answer-by', '-3d', '02-08'), ('system-answer-by', '-7d', '02-12'))
        table = s.does('report', 'compare', '--today', '2027-02-05')
        equal([w for w in ('$300,000', '$340,000', 'Term and notice', 'Non-compete', '25 miles, any facility') if w not in ' '.join(table.split())], [], table)
        s.logs('system', 'asked')
        s.refuses('no answer yet', 'log', 'offer', 'system', 'asked')
        s.at_once()
        s.fired('02-06 16:00:14')
        # The step of the 8th would come at four, an hour before offices close: it comes on the 7th, in place of -1d.
        s.fired('02-07 16:00:10', ('group-answer-by', '0d', '02-08'))
        s.fired('02-08 16:00:09')
        # An honest no: a hard cap. The group waits until the 16th.
        s.logs('system', 'answered', 'response=no', 'term=base')
        s.letter('02-08', 'base_gap', 'system', ['they said no to base'])
        equal('cannot move: base' in s.does('offer', 'show', 'system'), True, 'the cap')
        s.logs('group', 'extended', 'by=2027-02-16')
        s.at_once()
        equal('group-review-late' in s.items(), False, 'the review can finish now')

        # Tuesday: the last round with the system, the first with the group.
        s.fired('02-09 08:00:08', ('group-answer-by', '-7d', '02-16'), ('system-answer-by', '-3d', '02-12'))
        s.logs('system', 'asked')
        s.logs('group', 'asked')
        s.at_once()
        equal('system-last-round' in s.items(), True, 'the second ask')
        s.fired('02-10 08:00:07')
        s.does('set', 'review', 'done', '2027-02-10')
        equal('two clauses: the non-compete and the malpractice tail' in ' '.join(s.letter('02-10', 'counsel_ask', 'group').split()), True, 'counsel is back')
        s.logs('system', 'revised')
        s.refuses('two rounds are the most that helps', 'log', 'offer', 'system', 'asked')
        s.letter('02-10', 'light', 'system', ['you asked them 2 times'])
        s.at_once()

        # Thursday: both have answered, all is understood: the decision is due in two days.
        s.fired('02-11 08:00:06', ('system-answer-by', '-1d', '02-12'))
        equal('decision-time' in s.items(), False, 'one side only')
        s.does('set', 'offer:system', 'base', '340000')
        s.logs('group', 'revised')
        s.at_once()
        equal(s.items()['decision-time'], ('02-13', 'future'), 'two days after the last answer')
        equal('It is time: choose by Sat Feb 13, 2027' in s.does('report', 'decide', '--today', '2027-02-11'), True, 'the report says so')
        s.letter('02-11', 'decline', 'system', ['no other offer is accepted'])

        # Friday: signed with the group. Every other clock is gone; the system is declined the next day.
        s.fired('02-12 08:00:05', ('system-answer-by', '0d', '02-12'))
        s.logs('group', 'accepted')
        s.at_once()
        left = [k for k in s.items() if '-state@' not in k]
        # S = 2027-08-02: three years to 2030-08-02, 90 days before it 05-04, 90 before that 02-03.
        equal(sorted(left), ['group-nonrenewal', 'group-renewal-talk', 'group-term-ends', 'system-decline'], 'what is left')
        equal(s.items()['system-decline'], ('02-13', 'future'), 'to be declined')
        equal([s.in_feed(f'Answer {who}') for who in ('Large System', 'Private Group')], [None, None], 'no clock in the feed')
        equal(next(i['start'] for i in s.request('timeline', '')['items'] if i['id'] == 'milestones/post-sign'), '2027-02-12', 'after the signature')
        text = s.letter('02-12', 'decline', 'system')
        equal((any(c in '0123456789' for c in text), 'sorry' in text.lower(), 'Private Group' in text), (False, False, False), text)
        s.fired('02-13 08:00:04', ('system-decline', '0d', '02-13'))
        s.refuses('before the offer was received', 'done', 'offers/system-decline', '--on', '2027-01-24')
        s.does('done', 'offers/system-decline')
        s.letter('02-13', 'light', 'system', ['Large System is declined: there is nothing left to write about'])
        # Beyond the dates that were: the 16th, 17th (-3d of the own deadline), the 20th. A week after signing: the papers, of another plugin.
        s.fired('02-22 08:00:03')
        items = {i['id']: i for i in s.request('timeline', '')['items']}
        equal((items['milestones/post-sign-papers']['start'], items['milestones/post-sign']['end']), ('2027-02-19', '2027-08-01'), 'S0-70')

        way = ' '.join(s.does('report', 'history').split())
        for story in ('received 2027-01-25 > compared 2027-02-04 > asks-planned 2027-02-04 > asked 2027-02-05 > revised 2027-02-08 > asked 2027-02-09 > '
                      'revised 2027-02-10 > declined 2027-02-13',
                      'received 2027-01-27 > asks-planned 2027-02-02 > asked 2027-02-09 > revised 2027-02-11 > accepted 2027-02-12'):
            equal(story in way, True, way)
        told = [(e['on'][5:], e['subject'], e['event']) for e in s.request('journal', '', '')['entries'] if e['kind'] == 'offer']
        equal(told, [('01-29', 'system', 'contract-requested'), ('01-29', 'system', 'extension-requested'), ('01-29', 'group', 'contract-received'),
                     ('02-02', 'group', 'asks-planned'), ('02-02', 'system', 'extended'), ('02-03', 'system', 'contract-received'),
                     ('02-04', 'system', 'compared'), ('02-04', 'system', 'asks-planned'), ('02-05', 'system', 'asked'), ('02-08', 'system', 'answered'),
                     ('02-08', 'group', 'extended'), ('02-09', 'system', 'asked'), ('02-09', 'group', 'asked'), ('02-10', 'system', 'revised'),
                     ('02-11', 'group', 'revised'), ('02-12', 'group', 'accepted'), ('02-13', 'system', 'declined')], 'the journal')
        equal(s.briefs, ['01-31', '02-07', '02-14', '02-21'], 'one brief each Sunday')
        equal(s.stop(), 0, 'it ends well')


@case
def an_untouched_contract_is_told_of_once_falls_silent_when_touched_and_comes_back():
    # Untouched since 01-25: the 21st day is 02-15. It is costly: seven days before, three, and on the day.
    with Story('2027-01-25 12:00:00', offer('mercy', received='2027-01-25', answer_by='2027-05-28', doc='contract', physician_lead='Chief')) as s:
        def untouched(moment, *expected):
            equal([f for f in s.walk(moment) if f[0] == 'mercy-untouched'], [('mercy-untouched', step, target) for step, target in expected], f'up to {moment}')

        untouched('02-07 12:00')
        untouched('02-08 16:00:46', ('-7d', '02-15'))
        untouched('02-12 08:00:42', ('-3d', '02-15'))
        untouched('02-14 23:59:50')
        equal(s.items()['mercy-untouched'], ('02-15', 'future'), 'day 20')
        untouched('02-15 08:00:10', ('0d', '02-15'))
        equal(s.items()['mercy-untouched'], ('02-15', 'open'), 'day 21')
        untouched('02-16 12:00')
        s.logs('mercy', 'touched')
        untouched('02-16 12:01')
        equal(s.items()['mercy-untouched'], ('03-09', 'future'), 'touched: nothing is open, the next would be 21 days on')
        untouched('02-22 12:00')
        # 02-16 + 21 days = 03-09
        untouched('03-02 08:00:30', ('-7d', '03-09'))
        untouched('03-06 08:00:20', ('-3d', '03-09'))
        untouched('03-08 23:59:50')
        untouched('03-09 08:00:10', ('0d', '03-09'))
        untouched('03-12 08:00:00')
        rows = s.told('/mercy-untouched')
        equal((len(rows), len({r['message'] for r in rows})), (6, 6), 'six messages, each its own')
        equal(s.briefs, ['01-31', '02-07', '02-14', '02-21', '02-28', '03-07'], 'one brief each Sunday')


pgytest.run(__file__)
