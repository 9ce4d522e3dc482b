/** Planted: breaks walls on purpose. */
@NullMarked
package dev.ullage.planted.ledger;

import org.jspecify.annotations.NullMarked;
