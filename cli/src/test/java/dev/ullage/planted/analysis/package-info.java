/** Planted: breaks walls on purpose. */
@NullMarked
package dev.ullage.planted.analysis;

import org.jspecify.annotations.NullMarked;
