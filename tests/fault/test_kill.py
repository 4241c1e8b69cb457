# SPDX-License-Identifier: BSD-2-Clause
"""Kills at random moments while reminders fall due."""

import random

import killer
import pgytest
from pgytest import case


@case
def kills_lose_nothing_and_double_nothing():
    killer.main(500 if pgytest.LONG else 50, random.randrange(1 << 30))


pgytest.run(__file__)
