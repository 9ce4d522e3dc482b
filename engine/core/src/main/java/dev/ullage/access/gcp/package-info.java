/** Effective access on Google Cloud Storage. */
@NullMarked
package dev.ullage.access.gcp;

import org.jspecify.annotations.NullMarked;
