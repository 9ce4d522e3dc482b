/** Planted: breaks walls on purpose. */
@NullMarked
package dev.ullage.planted.cli;

import org.jspecify.annotations.NullMarked;
