page-roadmap = Roadmap
    .description = What was planned, what happened and what comes next, by financial year.
    .area-description = Phases, steps and events of these { -initiative(form: "other") } along one time axis.
