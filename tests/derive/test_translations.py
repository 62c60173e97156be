"""A report in another language: what is translated, what was before it changed, what never is."""

from datetime import date

from larkhaven import larkhaven

from generator.derive.editions.editions import open_edition
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.derive.texts import parts_of
from generator.derive.translations import (
    TextState,
    Translations,
    counts_of,
    edition_in_language,
    in_language,
    remembered,
    texts_in_language,
    valid,
)
from generator.model.report import Report
from generator.model.translations import TranslatedText, Translation, digest_of
from generator.words.translated import Outdated, Translated

GAUGE = ("initiative", "tide-gauge")
DAY = date(2100, 1, 1)


def now() -> Snapshot:
    """Return the sample town when all of it has come true."""
    return snapshot(larkhaven(), DAY)


def everything(report: Report) -> Translations:
    """Return a translation of every text: itself between quotation marks."""
    return {
        part: Translation(
            texts={
                path: TranslatedText(of=digest_of(t), text=f"«{t}»") for path, t in texts.items()
            }
        )
        for part, texts in parts_of(report)
    }


def only(part: tuple[str, str], path: str, original: str, text: str) -> Translations:
    """Return a translation of one text."""
    return {part: Translation(texts={path: TranslatedText(of=digest_of(original), text=text)})}


def titled(then: Snapshot, new: str) -> Snapshot:
    """Return a snapshot in which an initiative has another title."""
    return in_language(then, only(GAUGE, "title", title(then), new))


def title(then: Snapshot) -> str:
    """Return what the initiative is called."""
    return next(s.initiative.title for s in then.states if s.initiative.id == GAUGE[1])


def test_every_text_is_translated_and_nothing_else() -> None:
    """What is not a text for readers stays: ids, dates, figures, names, and quotations."""
    then = now()
    said = in_language(then, everything(then.report))
    before, after = (one.report.model_dump_json() for one in (then, said))

    texts = texts_in_language(then.report, {})
    assert after.count("«") - before.count("«") == len(texts)
    assert after.replace("«", "").replace("»", "") == before.replace("«", "").replace("»", "")
    sources = {s.title for s in then.report.sources}
    assert sources == {s.title for s in said.report.sources}
    assert counts_of(texts_in_language(then.report, everything(then.report))).translated == len(
        texts
    )


def test_states_speak_of_the_records_that_are_shown() -> None:
    """An initiative is the same object in the list and in its state, and so are its updates."""
    said = in_language(now(), everything(now().report))
    assert {id(s.initiative) for s in said.states} <= {id(i) for i in said.report.initiatives}
    shown = {id(update) for update in said.report.updates}
    assert all(id(update) in shown for s in said.states for update in s.updates)
    milestones = {id(milestone) for milestone in said.report.calendar.milestones}
    assert all(id(m) in milestones for s in said.states for m in s.owed_milestones.owed)


def test_without_a_translation_all_is_the_very_same() -> None:
    """A report in one language costs nothing."""
    then = now()
    assert in_language(then, {}) is then
    part = only(GAUGE, "title", title(then), "Pegelmesser")
    other = in_language(then, part)
    assert sum(a is not b for a, b in zip(then.states, other.states, strict=True)) >= 1
    assert all(a is b for a, b in zip(then.report.areas, other.report.areas, strict=True))


def test_a_changed_original_makes_its_translation_outdated() -> None:
    """It is still shown, as what it is."""
    then = now()
    part = only(GAUGE, "title", title(then), "Pegelmesser")
    assert isinstance(title(in_language(then, part)), Translated)

    changed = titled(then, "Measure the tides anew")
    shown = title(in_language(changed, part))
    assert (shown, type(shown)) == ("Pegelmesser", Outdated)
    states = [one.state for one in texts_in_language(changed.report, part)]
    assert states.count(TextState.OUTDATED) == 1


def test_a_text_that_moved_keeps_its_translation() -> None:
    """What it is told by is the text; the place of another text is not taken for it."""
    then = now()
    part = only(GAUGE, "summary", title(then), "Pegelmesser")
    said = {one.path: one for one in texts_in_language(then.report, part) if one.part == GAUGE}
    assert (said["title"].said, said["title"].state) == ("Pegelmesser", TextState.TRANSLATED)
    assert said["summary"].state is TextState.MISSING


def test_an_edition_keeps_what_was_translated_word_for_word() -> None:
    """What was frozen is said as it was translated then, whatever became of the text since."""
    report = larkhaven()
    edition = open_edition(report, report.editions[0])
    then = valid(edition.then.report, everything(report))
    assert then

    said = edition_in_language(edition, then)
    assert said.edition == edition.edition
    assert all(i.title.startswith("«") for i in said.then.report.initiatives)
    assert edition_in_language(edition, {}).then == edition.then
    own = edition_in_language(edition, remembered(everything(report)))
    assert own.edition.title == f"«{edition.edition.title}»"


def test_a_translated_text_stays_one() -> None:
    """Who tidies its ends does not make it one of the original's language."""
    text = Outdated("Text. ")
    assert {type(made) for made in (text.strip(), str(text), text.removesuffix(" "))} == {Outdated}
