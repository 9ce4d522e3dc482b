/**
 * Strict YAML for files that people write and machines must not misread: a small part of the language, bounded in size
 * and depth, every value with its place. Hostile input gives problems, never exceptions.
 */
@NullMarked
package dev.ullage.yaml;

import org.jspecify.annotations.NullMarked;
