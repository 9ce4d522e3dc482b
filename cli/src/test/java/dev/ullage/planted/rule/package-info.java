/** Planted: breaks walls on purpose. */
@NullMarked
package dev.ullage.planted.rule;

import org.jspecify.annotations.NullMarked;
