"""The sections of the site, which are the ways in: every page but the front page is in one."""

from generator.words.message import msg

INITIATIVES = msg("page-section-initiatives")
TOPICS = msg("page-areas")
WHAT_CHANGED = msg("page-changes")
GOALS = msg("page-section-goals")
DATA = msg("page-section-data")
ABOUT = msg("page-about.nav")
