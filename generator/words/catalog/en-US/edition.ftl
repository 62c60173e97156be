### Editions: the report as it was at earlier times.

edition-original-date-gap = Date: { $gap }
edition-original-published = Published { $date }.
