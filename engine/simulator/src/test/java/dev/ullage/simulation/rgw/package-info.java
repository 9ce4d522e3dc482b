/**
 * Ceph's object gateway as a foreign judge: it gets the same policies and requests as our engine, and has to decide alike.
 * What it does differently from AWS is named, one by one, in {@link dev.ullage.simulation.rgw.Exclusion}.
 */
@NullMarked
package dev.ullage.simulation.rgw;

import org.jspecify.annotations.NullMarked;
