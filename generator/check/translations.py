"""R118-R120, R907: languages, translations that belong to something, and how much is translated."""

from collections.abc import Iterator

from generator.check.rule import Fault, RuleContext, rule
from generator.core.issues import Severity
from generator.core.naming import name_list, quoted
from generator.derive.texts import parts_of
from generator.derive.translations import counts_of, texts_in_language
from generator.model.translations import TRANSLATION, digest_of, original_of
from generator.words.bundles import languages, spoken_for


@rule(
    "R118",
    "A translation file belongs to a file in the content, and is in another language of the "
    "report.",
    "Nobody would ever see what someone took the trouble to translate.",
    Severity.WARNING,
)
def translations_are_of_the_report(context: RuleContext) -> Iterator[Fault]:
    """Yield files in a language that the report does not have, or about what is not there."""
    further = context.report.about.languages[1:]
    originals = {
        original_of(path) for (kind, _), path in context.files.items() if kind != TRANSLATION
    }
    for (kind, key), path in context.files.items():
        language, _, original = key.partition("/")
        if kind == TRANSLATION and language not in further:
            yield Fault(
                context.places.of(kind, key),
                f"a translation into {quoted(language)}",
                f"another language of the report ({name_list(further, 'or') or 'it has none'})",
                f"Add {language} to languages in report.yml, or remove {path}.",
            )
        elif kind == TRANSLATION and original not in originals:
            yield Fault(
                context.places.of(kind, key),
                f"a translation of {original}, which the content does not have",
                "the name of a file in the content",
                f"Give {path} the current name of what it translates, or remove it.",
            )


@rule(
    "R119",
    "A translated text is one that the original has.",
    "It would not be shown anywhere, and another text would go untranslated unnoticed.",
    Severity.WARNING,
)
def translated_texts_are_there(context: RuleContext) -> Iterator[Fault]:
    """Yield texts at places where the original has none, unless one elsewhere in it is the same."""
    if not context.translations:
        return
    for part, texts in parts_of(context.report):
        there = {digest_of(text) for text in texts.values()}
        for language, translations in context.translations.items():
            for path, one in translations[part].texts.items() if part in translations else ():
                if path not in texts and one.of not in there:
                    original = original_of(context.files[part])
                    yield Fault(
                        context.places.of(TRANSLATION, f"{language}/{original}", "texts", path),
                        f"a translation of {quoted(path)}, which {original} does not have",
                        "the place of a text for readers in the original",
                        "Remove it, or write where the text is now.",
                    )


@rule(
    "R120",
    "The program has a catalog of its words in each language of the report.",
    "Readers of another language find its pages in English, around what was written or translated.",
    Severity.NOTE,
)
def languages_have_a_catalog(context: RuleContext) -> Iterator[Fault]:
    """Yield every language of the report for which the program speaks English."""
    for language in context.report.about.languages:
        if spoken_for(language) != language:
            yield Fault(
                context.places.of("about", "", "languages"),
                f"{quoted(language)} without a catalog of the program's words",
                f"a language that it speaks ({name_list(languages(), 'or')}), or a variant of one",
                f"Add its words to the program in generator/words/catalog/{language}; see "
                "CONTRIBUTING.md. Until then, its pages are in English.",
            )


@rule(
    "R907",
    "Every text is translated into each language of the report.",
    "Readers of that language find passages in another one.",
    Severity.NOTE,
)
def texts_are_translated(context: RuleContext) -> Iterator[Fault]:
    """Yield each further language with how much is not translated, or was before it changed."""
    for language in context.report.about.languages[1:]:
        texts = texts_in_language(context.now.report, context.translations.get(language, {}))
        counts = counts_of(texts)
        missing = counts.texts - counts.translated - counts.outdated
        changed = f", and {counts.outdated:,} changed since they were" if counts.outdated else ""
        if missing or changed:
            yield Fault(
                context.places.of("about", "", "languages"),
                f"{missing:,} of {len(texts):,} texts not translated into {language}{changed}",
                "a translation of every text, made from what it says now",
                "To add what is missing for a record, run annual-report new translation ID "
                f"{language}.",
            )
