home-way-roadmap = Roadmap
    .means = Now, next, later, and done, by financial year.
