/** Planted: breaks walls on purpose. */
@NullMarked
package dev.ullage.planted.collectors.exports;

import org.jspecify.annotations.NullMarked;
