#!/usr/bin/python3
# SPDX-License-Identifier: BSD-2-Clause
"""What a tired person is told stays within its bounds: a short walk of contrib/bench/attention, a year of everybody with PGY_TEST_LONG."""

import subprocess

import pgytest
from pgytest import LONG, case, program


def walk(*args):
    done = subprocess.run([program('contrib/bench/attention'), '--check', *args], capture_output=True, text=True, timeout=600)
    if done.returncode != 0:
        raise AssertionError(f'exit status {done.returncode}\n{done.stdout}{done.stderr}')


@case
def a_hundred_days_of_one_who_ends_in_june_and_of_one_on_a_visa():
    walk('--days', '100', '--person', 'em', '--person', 'gi')


@case
def a_january_of_two_offers_on_nights():
    walk('--days', '75', '--person', 'january')


@case
def a_year_of_six_persons_and_of_that_january():
    if not LONG:
        raise pgytest.Skip('a minute; PGY_TEST_LONG')
    walk()


pgytest.run(__file__)
