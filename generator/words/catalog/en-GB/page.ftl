page-roadmap = Roadmap
    .description = What was planned, what happened and what comes next, by financial year and budget cycle.
    .area-description = Phases, steps and events of these { -initiative(form: "other") } along one time axis.
