### The history of an initiative.

history-figure = { $label }: { $figure }
history-remark = { $said } ({ $remark })
