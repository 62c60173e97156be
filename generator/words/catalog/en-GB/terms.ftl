-program = { $form ->
   *[one] programme
    [other] programmes
    [indefinite] a programme
}
-organization = { $form ->
   *[one] organisation
    [other] organisations
    [indefinite] an organisation
}
