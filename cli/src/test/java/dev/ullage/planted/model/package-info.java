/** Planted: breaks walls on purpose. */
@NullMarked
package dev.ullage.planted.model;

import org.jspecify.annotations.NullMarked;
