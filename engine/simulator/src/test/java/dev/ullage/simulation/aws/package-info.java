/**
 * The other side of the differential test: how AWS's pages say that a request is answered, written down a second time,
 * slowly and without a look at the engine. Nothing here may share code with the engine but {@code Ruling}.
 */
@NullMarked
package dev.ullage.simulation.aws;

import org.jspecify.annotations.NullMarked;
