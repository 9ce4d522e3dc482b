/** Planted: breaks walls on purpose. */
@NullMarked
package dev.ullage.planted.reports;

import org.jspecify.annotations.NullMarked;
