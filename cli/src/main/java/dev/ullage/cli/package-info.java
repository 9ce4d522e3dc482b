/**
 * The composition root: it wires the parts, and is the only place that knows the clock, the environment, the terminal
 * and the exit code. Nothing depends on it.
 */
@NullMarked
package dev.ullage.cli;

import org.jspecify.annotations.NullMarked;
