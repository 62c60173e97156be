roadmap-years-heading = By financial year
roadmap-year = Financial year { $year }
