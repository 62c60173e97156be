"""Where the foot of a page leads those who found a mistake."""

from larkhaven import larkhaven

from generator.model.keys import MissingWhy
from generator.model.records import Missing
from generator.model.report import About, Contact
from generator.publish.corrections import correction_address

ABOUT = larkhaven().about


def with_contact(address: str) -> About:
    """Return the sample's report.yml with another contact."""
    contact = Contact(title="The editors", text="Write to us.", address=address)
    return ABOUT.model_copy(update={"contact": contact})


def test_a_mail_is_about_the_page() -> None:
    """What follows the address is the subject, unless the address already has one."""
    assert correction_address(with_contact("mailto:a@b.example")) == "mailto:a@b.example?subject="


def test_a_form_is_where_it_is() -> None:
    """Nothing is added to an address that its owner chose."""
    form = "https://city.example/form?about=report"
    assert correction_address(with_contact(form)) == form


def test_without_a_contact_it_is_the_repository_or_nothing() -> None:
    """A new issue there, with the page as its title; where neither is named, nothing is offered."""
    nobody = Missing(missing=MissingWhy.NOT_STATED, why="Nobody is named.")
    about = ABOUT.model_copy(update={"contact": nobody})

    assert correction_address(about) == f"{about.repository}/issues/new?title="
    assert correction_address(about.model_copy(update={"repository": None})) == ""
