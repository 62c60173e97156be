### What the organization calls things. A report may have its own terms (report.yml, `terms`).
### `one` and `other` are for one and for several; `indefinite` is one that is not yet known.

-initiative = { $form ->
   *[one] initiative
    [other] initiatives
    [indefinite] an initiative
}
-area = { $form ->
   *[one] topic area
    [other] topic areas
    [indefinite] a topic area
}
-program = { $form ->
   *[one] program
    [other] programs
    [indefinite] a program
}
-organization = { $form ->
   *[one] organization
    [other] organizations
    [indefinite] an organization
}
-governing-body = { $form ->
   *[one] governing body
    [other] governing bodies
    [indefinite] a governing body
}
-owner = { $form ->
   *[one] Owner
    [other] Owners
    [indefinite] an Owner
}
-sponsor = { $form ->
   *[one] Sponsor
    [other] Sponsors
    [indefinite] a Sponsor
}
