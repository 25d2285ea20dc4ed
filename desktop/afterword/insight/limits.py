"""Every constant of the findings, with its reason. Sources are in the names of the methods; the rest are choices."""

from __future__ import annotations

Z90 = 1.6448536269514722  # 90 % two-sided, so that each bound is a 95 % one-sided one: display and ranking agree
Z95 = 1.959963984540054

# How a proportion may be shown. The 90 % interval is .67 wide at n = 3 and .43 at n = 10.
RANGE_FROM = 5  # below: counts only, no percentage, no bar
PERCENT_FROM = 10  # below: counts and a range in words; from here a percentage, rounded to 5

SHRINK = 4  # prior weight of the person's own overall rate in a small cell: 1 of 1 is no 100 %

HORIZON = 60  # days; an answer later than this is rarer than one in fifty
CURVE_WAITS, CURVE_ANSWERED, CURVE_AT_RISK = 12, 6, 3  # below: 10–90 % of estimates spread over more than .58
CURVE_SILENT = 0.10  # at most this chance of an answer: "probably no answer" may be proposed
QUIET_DAYS, PROMISE_DAYS = 30, 10  # the calendar rule: after the last event, after a promised date
BAND_ANSWERED = 5  # answers of one's own, before the middle half of them is the usual range
BAND_PLAIN = (5, 14)  # until then: most first answers that come at all come in the second week. A choice, said as such

MISSED = 1  # the lowest rating that is a miss: 0 blank, 1 weak
GAP_ASKED, GAP_BOUND = 3, 0.35  # marks the truly weak skill in .85 of twenty-interview searches, any other in .21
RECURRING, EMPLOYERS = 2, 2
GAP_CARDS = 3  # more accusations at once are more false ones
STUMBLE = 3  # the third real miss on one skill: repeating will not mend it

COMPARED_ROUNDS = (30, 50, 80, 120)  # looked at there only: looking after each round accuses an innocent in a third
COMPARED_FAILED, COMPARED_PASSED, COMPARED_MISSED = 5, 5, 3
TREND_ROUNDS = 20  # every so many decided rounds, and not in between
STRATUM = 4  # interviews on each side, for a stratum to count

ENDED = 5  # processes, before larger numbers are told
RUN_ENDED, RUN_NOES, RUN_USUAL, RUN_RARE, RUN_RARE_ENDED = 8, 4, 0.25, 0.05, 12
STAGE_ROUNDS, FUNNEL_STEP = 5, 10
TAGGED, DELIVERY, DELIVERY_BOUND = 5, 0.5, 0.3  # "know it, cannot say it"
PREDICTIONS, BIAS, BRIER_FROM = 5, 0.15, 8
PAIRS, SIGN_P = 5, 0.10
HEAVY_DAYS, HEAVY, HEAVY_HOURS = 3, 3, 48
MARKET_APPLICATIONS, MARKET_DAYS, CAN = 5, 90, 2
POSTPONED = 3
AGAIN, OLD_FAILURES, OLD_DAYS = 4, 3, 14
REASONS = 5
NEXT_ENDED, NEXT_TRIES = 8, (1, 3, 5, 10)

SHOWN = 5  # claims at once
