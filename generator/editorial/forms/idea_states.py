"""What became of ideas, as people write it into a form: by name, with a word or a ticked box."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.core.naming import name_list, nearest
from generator.editorial.forms.answers import excerpt
from generator.model.initiative import Idea
from generator.model.keys import IdeaState

_BOX = re.compile(r"[-*+]?\s*\[(?P<tick>[ xX✓]?)\]\s*(?P<text>.*)")
_PAIR = re.compile(r"(?P<idea>.+?)\s*[:=]\s*(?P<state>[^:=]+)")
_ITEM_MARKS = " \t-*+•◦▪·#"
_SHORTEST_NAME = 4
"""Letters from which the beginning of an idea's name may stand for it."""


@dataclass(slots=True)
class IdeaStates:
    """The states that an answer gives, by the ids of ideas, and what cannot be understood."""

    states: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def idea_states(text: str, ideas: Sequence[Idea], labels: Mapping[IdeaState, str]) -> IdeaStates:
    """Return what an answer says of ideas.

    A line is an idea, by id or name, with a colon and its state; or it is an idea alone, and one
    of the boxes below it is ticked.
    """
    reader = _Reader(ideas, labels)
    for line in text.splitlines():
        if line.strip(_ITEM_MARKS):
            reader.read(line)
    return reader.found


def boxes(ideas: Sequence[Idea], labels: Mapping[IdeaState, str]) -> tuple[str, ...]:
    """Return lines that name each idea with a box for each state, to be copied and ticked."""
    return tuple(
        line
        for idea in ideas
        for line in (
            " ".join(idea.text.split()),
            *(f"- [ ] {label}" for label in labels.values()),
            "",
        )
    )


class _Reader:
    """Reads line by line: a box belongs to the idea that was named last."""

    def __init__(self, ideas: Sequence[Idea], labels: Mapping[IdeaState, str]) -> None:
        self.found = IdeaStates()
        self._labels = labels
        self._states = {_plain(label): state.value for state, label in labels.items()}
        self._states |= {_plain(state.value): state.value for state in labels}
        self._texts = {idea.id: " ".join(idea.text.split()) for idea in ideas}
        self._names = {_plain(idea.text): idea.id for idea in ideas}
        self._names |= {_plain(idea.id): idea.id for idea in ideas}
        self._current = ""

    def read(self, line: str) -> None:
        box = _BOX.fullmatch(line.strip())
        if box and not box["tick"].strip():
            return
        said = (box["text"] if box else line).strip(_ITEM_MARKS)
        if box and self._current and (state := self._states.get(_plain(said))):
            self._put(self._current, state)
        elif named := self._idea(said):
            self._current = named
        elif pair := _PAIR.fullmatch(said):
            self._pair(pair["idea"].strip(), pair["state"].strip())
        else:
            self._current = ""
            self._unknown_idea(said)

    def _pair(self, idea: str, state: str) -> None:
        named, key = self._idea(idea), self._states.get(_plain(state))
        if not named:
            self._unknown_idea(idea)
        if not key:
            near = nearest(state, self._labels.values())
            question = f" Did you mean “{near}”?" if near else ""
            self.found.faults.append(
                f"“Ideas”: found “{excerpt(state)}” as a state; expected one of "
                f"{name_list(self._labels.values())}.{question}"
            )
        if named and key:
            self._put(named, key)

    def _put(self, idea: str, state: str) -> None:
        former = self.found.states.setdefault(idea, state)
        if former != state:
            self.found.faults.append(
                f"“Ideas”: found two states for “{excerpt(self._texts[idea])}”; expected one. "
                "Leave one box ticked."
            )

    def _idea(self, said: str) -> str:
        """Return the id of the idea that words name: whole, or by a beginning that no other has."""
        plain = _plain(said)
        if plain in self._names:
            return self._names[plain]
        begun = {i for name, i in self._names.items() if name.startswith(plain)}
        return begun.pop() if len(begun) == 1 and len(plain) >= _SHORTEST_NAME else ""

    def _unknown_idea(self, said: str) -> None:
        if not self._texts:
            self.found.faults.append(
                "“Ideas”: the record of this initiative has no ideas. Leave the answer empty."
            )
            return
        near = nearest(said, [*self._texts.values(), *self._texts])
        question = f" Did you mean “{excerpt(near)}”?" if near else ""
        self.found.faults.append(
            f"“Ideas”: found “{excerpt(said)}”, which is no idea of this initiative; expected an "
            "idea by its name, a colon, and its state, or the lines below with one box ticked."
            f"{question}"
        )


def _plain(text: str) -> str:
    """Return what two spellings of one name share: letters and digits, without capitals."""
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())
