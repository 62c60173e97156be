fiscal-heading = Financial impact
fiscal-ended = Money of what ended or was cancelled
