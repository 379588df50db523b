"""Lines of a list: a mark or a number, then white space."""

from __future__ import annotations

import re

ITEM = re.compile(r"^[^\S\n]*(?:[-–—*•·‣▪.]|\d{1,2}[.)]|\(?[a-z]\))[^\S\n]+(?=\S)", re.MULTILINE)
