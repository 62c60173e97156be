### The brief for the governing body.

brief-more-in-report = The full report, made from the same data, gives every { -initiative } and its status, what changed, and what is not known.
brief-more = { $report } gives the evidence. On the site: { $status }, { $changes }, { $unknown }.
    .report = The full report
    .status = every { -initiative } and its status
    .changes = what changed
    .unknown = what is not known
