plan-year = Financial year
