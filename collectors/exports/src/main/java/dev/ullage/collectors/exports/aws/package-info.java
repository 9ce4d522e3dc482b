/**
 * Reads what the AWS command line and CloudTrail write. Many of these files do not say which bucket or account they
 * describe; then the folder that they lie in has to.
 */
@NullMarked
package dev.ullage.collectors.exports.aws;

import org.jspecify.annotations.NullMarked;
