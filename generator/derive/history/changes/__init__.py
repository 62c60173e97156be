"""What changed between two snapshots, in sentences; every changed value is in exactly one."""
