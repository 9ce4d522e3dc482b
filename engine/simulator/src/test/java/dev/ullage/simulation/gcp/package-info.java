/**
 * The other side of the differential test: what Google's pages say of one request, written slowly and apart from the
 * engine.
 */
@NullMarked
package dev.ullage.simulation.gcp;

import org.jspecify.annotations.NullMarked;
