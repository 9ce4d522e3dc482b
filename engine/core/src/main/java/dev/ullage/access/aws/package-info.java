/** Effective access on Amazon S3. */
@NullMarked
package dev.ullage.access.aws;

import org.jspecify.annotations.NullMarked;
