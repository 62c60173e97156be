field-license = licence
field-programs = earlier programmes
    .one = earlier programme { $key }
