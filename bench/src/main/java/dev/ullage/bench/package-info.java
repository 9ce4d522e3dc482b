/** What the engine's speed is measured with: one driver a figure. */
@NullMarked
package dev.ullage.bench;

import org.jspecify.annotations.NullMarked;
