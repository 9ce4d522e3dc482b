/** The least that a workload needs to be granted, from what its owner declared. */
@NullMarked
package dev.ullage.synthesis;

import org.jspecify.annotations.NullMarked;
