holder-partner-lead-none = An organisation outside the { -organization }; no { -initiative } listed on this date names it as a partner.
holder-year = Financial year
