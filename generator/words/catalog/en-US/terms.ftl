### What the organization calls things. A report may have its own terms (report.yml, `terms`).
### `one` and `other` are for one and for several; `indefinite` is one that is not yet known.
### At the beginning of a heading, a label or a sentence: { CAPITALIZED(-initiative) }, with a form
### { CAPITALIZED(-initiative(form: "other")) }. No term has a form of its own for that.

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

## What an organization of each kind is called, if it has no term of its own (report.yml, `kind`).

-organization-city = { $form ->
   *[one] city
    [other] cities
    [indefinite] a city
}
-organization-county = { $form ->
   *[one] county
    [other] counties
    [indefinite] a county
}
-organization-department = { $form ->
   *[one] department
    [other] departments
    [indefinite] a department
}
-organization-agency = { $form ->
   *[one] agency
    [other] agencies
    [indefinite] an agency
}
