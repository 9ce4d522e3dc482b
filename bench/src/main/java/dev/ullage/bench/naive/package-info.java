/** The evaluator that people write first: a loop over statements, with regular expressions. */
@NullMarked
package dev.ullage.bench.naive;

import org.jspecify.annotations.NullMarked;
