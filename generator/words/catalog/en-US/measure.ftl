### Measures: their figures, targets, and what is not known of them.

measure-gap-baseline = Baseline: { $gap }
measure-gap-target = Target: { $gap }
measure-no-target = Target: none is given.
