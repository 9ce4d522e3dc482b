/** Reads a folder of export files, each recognised by its content. Never calls a cloud. */
@NullMarked
package dev.ullage.collectors.exports;

import org.jspecify.annotations.NullMarked;
