"""The file of a translation: what is translated, and what is still to be, beside its original."""

from collections.abc import Iterator, Mapping

from generator.core.errors import GeneratorError
from generator.core.naming import did_you_mean, name_list
from generator.derive.texts import PartKey
from generator.derive.translations import (
    TextInLanguage,
    TextState,
    Translations,
    texts_in_language,
)
from generator.load.normal_form import emit
from generator.model.report import Report
from generator.model.translations import TranslatedText, Translation, digest_of, original_of


def translation_files(
    report: Report,
    files: Mapping[PartKey, str],
    translations: Translations,
    asked: str,
    language: str,
) -> dict[str, bytes]:
    """Return the files with what is translated and what is not, by path below the content folder.

    `asked` is the id of a record, which may have several files, or a file's name below the content
    folder without its ending; `files` are the paths of all parts. Raises GeneratorError where there
    is no such file, or the report is not published in the language.
    """
    further = report.about.languages[1:]
    if language not in further:
        raise GeneratorError(
            f"The report is not translated into {language}.",
            f"Its other languages are: {name_list(further, 'and') or 'none'}; they are listed "
            "under languages in report.yml, after the one it is written in.",
        )
    found: dict[PartKey, list[TextInLanguage]] = {}
    for one in texts_in_language(report, translations):
        found.setdefault(one.part, []).append(one)
    names = {part: original_of(files[part]) for part in found if part in files}
    wanted = {part: name for part, name in names.items() if asked in (name, name.split("/")[-1])}
    if not wanted:
        known = {name.split("/")[-1] for name in names.values()} | set(names.values())
        raise GeneratorError(
            f'There is nothing to translate in "{asked}".',
            did_you_mean(asked, tuple(sorted(known))).strip()
            or "Name a record by its id, or a file, such as initiatives/ID or report.",
        )
    return {
        f"translations/{language}/{name}.yml": _file(found[part], translations.get(part))
        for part, name in wanted.items()
    }


def _file(texts: list[TextInLanguage], before: Translation | None) -> bytes:
    known = before.texts if before else {}
    made = dict(_entries(texts))
    there = {one.of for one in made.values()}
    # What belongs to nothing any more is for people to remove (R119).
    made |= {p: one for p, one in known.items() if p not in made and one.of not in there}
    return emit(Translation(texts=made)).encode()


def _entries(texts: list[TextInLanguage]) -> Iterator[tuple[str, TranslatedText]]:
    for one in texts:
        of = digest_of(one.original)
        said = str.__str__(one.said)
        match one.state:
            case TextState.TRANSLATED:
                yield one.path, TranslatedText(of=of, text=said)
            case TextState.OUTDATED:
                yield one.path, TranslatedText(of=of, original=one.original, outdated=said)
            case TextState.MISSING:
                yield one.path, TranslatedText(of=of, original=one.original)
