"""Issues as nobody would write them: filled in at random, then bent; and what a form may change.

`python tests/editorial/forms/mutants.py SECONDS [SEED]` tries them for as long, and prints a count.
"""

import json
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import yaml

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[3])]

from larkhaven import SAMPLE

from generator.commands import host
from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.editorial.forms.correcting import is_setting
from generator.editorial.forms.form_files import form_path, read_form
from generator.editorial.forms.questions import CORRECT, PROPOSE, UPDATE
from generator.load.files import find_files, record_types
from generator.storage.sync import files_under

FORMS = (PROPOSE, UPDATE, CORRECT)
ALLOWED = re.compile(r"content/(?!editions/)[a-z0-9-]+(?:/[a-z0-9-]+){0,2}\.(?:yml|md)", re.ASCII)
"""What the job that writes lets through (.ci/propose.py)."""

ODD = (
    *("", " ", "\n", "\t", "\r\n", "\x00", "\x1b[31m", "\u202e", "\u200b", "\ufeff", "\ud800"),
    *("---", "- ", "### ", "### Title", "_No response_", "None", "null", "~", "true", "no", "0417"),
    *("../../etc/passwd", "content/report.yml", "a/b", "con", "index", ".", "..", "-", "--help"),
    *("'", '"', "\\", '"\nid: "x', "${{ secrets.X }}", "$(id)", "`id`", "::set-output name=x::y"),
    *("<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](media:none.png)", "{{ x }}"),
    *(
        "@everyone",
        "#1",
        "&amp;",
        "<!-- x -->",
        "<details>",
        "| a | b |\n|---|---|\n| c |",
        "> > x",
    ),
    *("[" * 300, "*" * 300, "1. " * 100, "x" * 3_000, "\N{PILE OF POO}" * 50, "a\u0301" * 50),
    *("2024-02-01", "2024-13-45", "2015/2016", "2024-02~", "../2024", "9999-12-31", "fy2024-26"),
    *("one-form", "tide-gauge", "first-report", "desk-survey", "on_track", "merged", "a: x"),
    *("https://larkhaven.example/", "mailto:x@y", "javascript:1", "Larkhaven", "٢٠٢٤", "ﷺ" * 50),
)

BROKEN = (None, 3, -1, [], {}, "x", [[]], {"name": []}, True, 1e400, "9" * 5000, [{"name": None}])

USUAL = {"status": "on_track", "basis": "reported", "confidence": "not_assessed"}
"""Choices that ask for nothing else."""


class Mutants:
    """A source of odd issues about the sample town; the same seed, the same issues."""

    def __init__(self, settings, seed):
        """Read the forms of a town."""
        self.draw = random.Random(seed)  # noqa: S311 - for tests
        self.settings = settings
        self.fields = {
            form: read_form((settings.root / form_path(form)).read_bytes(), form) for form in FORMS
        }
        self.sober = False
        self.words = sorted(set(_leaves_in(settings)))

    def event(self):
        """Return the bytes of an event's file, with the form that it is about."""
        form = self.draw.choice(FORMS)
        self.sober = self.draw.random() < 0.4
        issue = {
            "number": 41,
            "user": {"login": "somebody"},
            "labels": [{"name": "form"}, {"name": form}],
            "body": self._bent(self._filled(form)),
        }
        if not self.sober and self.draw.random() < 0.1:
            issue = self._broken(issue)
        raw = json.dumps({"action": "opened", "issue": issue}).encode()
        if self.draw.random() < 0.05:
            place = self.draw.randrange(len(raw))
            raw = raw[:place] + bytes([self.draw.randrange(256)]) + raw[place + 1 :]
        return form, raw

    def _filled(self, form):
        parts = []
        for field in self.fields[form]:
            answer = self._answer(form, field)
            parts.append(f"### {field.label}\n\n{answer or '_No response_'}")
        return "\n\n".join(parts)

    def _answer(self, form, field):
        if self.sober and field.id in USUAL:
            keys = [option for option in field.options if f"[{USUAL[field.id]}]" in option]
            return (keys or field.options)[0]
        if self.sober and field.id == "continues_in":
            return ""
        if field.options and (self.sober or self.draw.random() < 0.97):
            wanted = field.required or self.draw.random() < 0.7
            return self.draw.choice(field.options) if wanted else ""
        if form == CORRECT and field.id == "now" and self._often():
            words = self.draw.choice(self.words)
            start = self.draw.randrange(max(1, len(words) // 2))
            return words if self.draw.random() < 0.5 else words[start:]
        if self._often():
            return self._sensible(field)
        return "".join(self.draw.choice(ODD) for _ in range(self.draw.randint(0, 4)))

    def _often(self):
        return self.sober or self.draw.random() < 0.7

    def _sensible(self, field):
        usual = {
            "title": f"Warm rooms {self.draw.randrange(1000)}",
            "on": "2024-02-01",
            "as_of": self.draw.choice(("2024-02-01", "2023-11-20", "2024-01")),
            "actual_on": self.draw.choice(("", "2024-02-01")),
            "source_published": self.draw.choice(("", "2024")),
            "source_title": "Minutes",
            "source_address": "https://larkhaven.example/minutes",
            "sources": self.draw.choice(("", "desk-survey", "first-report, desk-survey")),
            "by": self.draw.choice(("", "2024-06")),
            "ideas": self.draw.choice(("", "An idea\nAnother")),
            "evidence": "",
        }
        return usual.get(field.id, f"Some words {self.draw.randrange(1000)}.")

    def _bent(self, body):
        for _ in range(self.draw.choice((0, 0, 0, 1) if self.sober else (0, 0, 1, 1, 2, 5))):
            lines = body.split("\n")
            place = self.draw.randrange(len(lines))
            match self.draw.randrange(7):
                case 0:
                    del lines[place]
                case 1:
                    lines.insert(place, lines[self.draw.randrange(len(lines))])
                case 2:
                    lines.insert(place, self.draw.choice(ODD))
                case 3:
                    self.draw.shuffle(lines)
                case 4:
                    lines[place] += self.draw.choice(ODD)
                case 5:
                    lines = lines[:place]
                case _:
                    lines = [line + "\r" for line in lines]
            body = "\n".join(lines) or " "
        return body * (40 if self.draw.random() < 0.01 else 1)

    def _broken(self, issue):
        name = self.draw.choice(sorted(issue))
        if self.draw.random() < 0.3:
            del issue[name]
            return issue
        return issue | {name: self.draw.choice(BROKEN)}


def _leaves_in(settings):
    for path in sorted(settings.content.rglob("*.yml")):
        if "editions" not in path.parts:
            yield from (text for _, text in _leaves(_typed(path.read_text("utf-8"))))


def _typed(text):
    """Return what a YAML text or front matter holds, every word as typed."""
    parts = text.split("---\n", 2)
    front = parts[1] if text.startswith("---\n") and len(parts) > 2 else text
    return yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts and nothing else


def _leaves(value, way=()):
    if isinstance(value, str):
        yield way, value
    for step, below in value.items() if isinstance(value, dict) else enumerate(value or ()):
        if not isinstance(value, str):
            yield from _leaves(below, (*way, step))


def differences(before, after):
    """Return the ways to all words of a file that are new, gone or others."""
    old, new = ({**dict(_leaves(_typed(text)))} for text in (before, after))
    return {way for way in old.keys() | new.keys() if old.get(way) != new.get(way)}


def overstepped(settings, form, files):
    """Return the changes of a form that it may not make; none where all is well."""
    wrong = [path for path in files if not ALLOWED.fullmatch(path)]
    models = record_types(find_files(settings)[0])
    for path, content in files.items():
        place = settings.root / path
        old = place.read_text("utf-8") if place.is_file() else None
        ways = differences(old, content.decode()) if old else set()
        if form == CORRECT:
            fits = old is not None and len(files) == 1 and len(ways) <= 1
            wrong += [] if fits and not any(is_setting(models[path], w) for w in ways) else [path]
        elif old is None:
            folder = "initiatives" if form == PROPOSE else "updates"
            wrong += [] if path.startswith(f"content/{folder}/") else [path]
        else:
            part = "sources" if form == PROPOSE else "links"
            count = len(_typed(old).get(part, ()))
            known = all(way[0] == part and way[1] >= count for way in ways)
            home = path == "content/sources.yml" if form == PROPOSE else "/initiatives/" in path
            wrong += [] if known and home else [path]
    return wrong


def tried(settings, mutants, folder):
    """Send one issue; return what came of it, and what it changed without the right to."""
    form, raw = mutants.event()
    event, out = folder / "event.json", folder / "out"
    event.write_bytes(raw)
    shutil.rmtree(out, ignore_errors=True)
    before = contents(settings)
    try:
        change = host.form(settings, event, out, None)
    except GeneratorError:
        return "stopped in words", [path for path in ("out",) if (folder / path).exists()]
    wrong = overstepped(settings, form, change.files if change.good else {})
    handed_on = {"answer.md", "text.sha256", "message.txt", *change.files}
    wrong += [path for path in files_under(out) if path not in handed_on]
    wrong += [] if contents(settings) == before else ["the content itself"]
    said = (out / "answer.md").read_text("utf-8")
    wrong += [] if len(said) <= 20_000 and "\x00" not in said else ["answer.md"]
    return f"{form}: {'changed' if change.good else 'refused'}", wrong


def contents(settings):
    """Return the bytes of every file of the content."""
    return {path: (settings.content / path).read_bytes() for path in files_under(settings.content)}


def town_in(folder):
    """Return a project of the sample town with its forms."""
    settings = Settings(folder / "town")
    shutil.copytree(SAMPLE.content, settings.content)
    host.issue_forms(settings, write=True)
    return settings


def main(seconds, seed):
    """Try issues for so many seconds; stop at the first that ends otherwise than it should."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = town_in(folder)
        mutants = Mutants(settings, seed)
        ends, longest, began = Counter(), 0.0, time.perf_counter()
        while time.perf_counter() - began < seconds:
            started = time.process_time()
            end, wrong = tried(settings, mutants, folder)
            longest = max(longest, time.process_time() - started)
            ends[end] += 1
            if wrong:
                sys.exit(f"{end}: {wrong}\n{(folder / 'event.json').read_text()}")
    total = sum(ends.values())
    sys.stdout.write(f"{total} issues, longest {longest:.2f} s of processor: {dict(ends)}\n")


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
