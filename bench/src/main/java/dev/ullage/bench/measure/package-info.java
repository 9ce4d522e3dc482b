/** How a figure is taken, and how it is said. */
@NullMarked
package dev.ullage.bench.measure;

import org.jspecify.annotations.NullMarked;
