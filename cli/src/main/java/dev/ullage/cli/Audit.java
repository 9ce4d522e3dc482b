package dev.ullage.cli;

import dev.ullage.analysis.Assessment;
import dev.ullage.model.Snapshot;

/** What was read, and what follows from it. */
record Audit(Snapshot snapshot, Assessment assessment) {}
