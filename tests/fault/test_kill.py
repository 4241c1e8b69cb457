# SPDX-License-Identifier: BSD-2-Clause
"""Fifty kills at random moments while reminders fall due."""

import random

import killer
import pgytest
from pgytest import case


@case
def fifty_kills_lose_nothing_and_double_nothing():
    killer.main(50, random.randrange(1 << 30))


pgytest.run(__file__)
