"""Words may be put better; what they are about may not."""

import pytest

from generator.model.initiative import Funding, Initiative
from generator.model.organization import Post
from generator.model.report import About, Source
from generator.model.rewording import is_wording
from generator.model.updates import Evaluation, Update


@pytest.mark.parametrize(
    ("model", "field"),
    [
        *((Initiative, "title"), (Evaluation, "body"), (Update, "body"), (Source, "address")),
        *((About, "site"), (About, "repository"), (About, "team"), (Post, "account")),
    ],
)
def test_words_and_what_leads_outside_may_be_put_better(model, field):
    """Titles, prose of any length, addresses and accounts."""
    assert is_wording(model, field)


@pytest.mark.parametrize(
    ("model", "field"),
    [
        *((Initiative, "id"), (Initiative, "area"), (Initiative, "former_ids"), (Update, "status")),
        *((Funding, "value"), (Funding, "currency"), (About, "as_of"), (Post, "unit")),
        *((About, "fiscal_year_start"), (Initiative, "invented")),
    ],
)
def test_ids_figures_keys_and_dates_may_not(model, field):
    """Nor may what no record has."""
    assert not is_wording(model, field)
