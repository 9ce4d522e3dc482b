/** An offline policy simulator: cases in, decisions out, one line each. */
@NullMarked
package dev.ullage.simulation;

import org.jspecify.annotations.NullMarked;
