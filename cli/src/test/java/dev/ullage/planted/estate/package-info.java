/** Planted: breaks walls on purpose. */
@NullMarked
package dev.ullage.planted.estate;

import org.jspecify.annotations.NullMarked;
