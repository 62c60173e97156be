"""A review as text and in Markdown: what is read, how much, and nothing taken for markup."""

from datetime import date

from generator.model.values import MOST_READ
from generator.render.text.review import markdown_review, plain_review
from generator.views.base.blocks import LinkTo, Strong, Words
from generator.views.changes.change_groups import SubjectChanges
from generator.views.changes.read_text import ReadText
from generator.views.changes.review import Listed, ReviewedSubject, ReviewView
from tests.spoken import ENGLISH

BODY = "Nine of **eleven** offices.\n\n- One @clerk\n- Two\n"


def review(*texts: ReadText, told: str = "Status: At risk.") -> ReviewView:
    """Return a review of one initiative."""
    who = LinkTo("One form", "initiatives/one-form/")
    sentences = SubjectChanges(who, ((Words(told),),), (), "")
    facts = (Listed("who reports", ("The desk",)), Listed("ideas", ("Ask", "Answer")))
    return ReviewView("One change.", (ReviewedSubject(who, sentences, facts, texts),), ())


def text(after: str, before: str = "", *, is_page: bool = False) -> ReadText:
    """Return a text in Markdown."""
    return ReadText("text", before, after, is_prose=True, is_page=is_page)


def test_a_review_in_plain_text():
    """Under its title each thing once: sentences, facts, texts, and the page."""
    assert plain_review(review(text(BODY)), ENGLISH) == (
        "One change.\n"
        "\n"
        "One form\n"
        "  Status: At risk.\n"
        "  Who reports: The desk\n"
        "  Ideas (2):\n"
        "  - Ask\n"
        "  - Answer\n"
        "  Text (new, 7 words):\n"
        "    | Nine of eleven offices.\n"
        "    | - One @clerk\n"
        "    | - Two\n"
        "  Page: initiatives/one-form/\n"
    )


def test_a_review_in_markdown_mentions_nobody_and_leads_to_the_preview():
    """Items are items, all signs are signs, and the only link is to the page with the change."""
    told = markdown_review(review(text(BODY)), ENGLISH, "https://pr-3.city.example/")
    assert "> Nine of eleven offices.\n>\n> - One &#64;clerk\n> - Two\n" in told
    assert "#### One form\n" in told
    assert "](https://pr-3.city.example/initiatives/one-form/)" in told
    assert "](" not in markdown_review(review(text(BODY)), ENGLISH)


def test_what_a_sentence_says_whole_is_not_repeated():
    """A reason that is in the sentence about the status is not a text of its own."""
    told = plain_review(review(text("It is late."), told="At risk. It is late."), ENGLISH)
    assert told.count("It is late") == 1


def test_a_reworded_text_is_followed_by_what_it_was():
    """Only those parts are repeated that are otherwise now."""
    told = plain_review(review(text("One.\n\nTwo, new.", "One.\n\nTwo.")), ENGLISH)
    assert "  Text (reworded, now 3 words):\n    | One.\n    | Two, new.\n" in told
    assert "  The reworded part said before:\n    | Two.\n" in told


def test_a_long_text_is_warned_about_with_its_count():
    """A page of its own may be long; what is read among others may not."""
    words = "word " * (MOST_READ + 1)
    assert f"long: {MOST_READ + 1} words" in plain_review(review(text(words)), ENGLISH)
    assert "is long" not in plain_review(review(text(words, is_page=True)), ENGLISH)


def test_of_a_long_text_that_was_reworded_the_rest_is_counted():
    """Nobody looks for one other word in five hundred."""
    same = "\n\n".join(["word " * MOST_READ, "Below."])
    told = plain_review(review(text(f"New.\n\n{same}", same, is_page=True)), ENGLISH)
    assert "    | New.\n    | (2 lines are unchanged.)\n" in told


def test_what_waits_for_a_day_is_under_it():
    """Whoever approves reads it now."""
    later = ReviewedSubject(Strong("Program"), None, (), (text("Soon."),))
    view = ReviewView("", (), (), (later,), date(2026, 12, 5))
    told = plain_review(view, ENGLISH)
    assert told.startswith("Not shown before December 5, 2026\n\nProgram\n")
    assert "| Soon." in told


def test_nothing_to_read_is_said():
    """An empty review says so."""
    told = plain_review(ReviewView("No change.", (), ()), ENGLISH)
    assert told == "Nothing changes for readers.\n"
