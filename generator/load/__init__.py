"""From files to a report: find, read, bind to the model, and say where every fault is."""
