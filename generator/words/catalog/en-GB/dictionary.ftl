dictionary-partners = Partners
    .means = Organisations and units that take part, and from when.
