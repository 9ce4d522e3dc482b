/** A snapshot as a folder: one file of sorted NDJSON for each kind of fact, and a manifest that says what is there. */
@NullMarked
package dev.ullage.snapshot;

import org.jspecify.annotations.NullMarked;
