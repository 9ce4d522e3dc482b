/** What AWS policy documents say of one request, or of every object name at once. */
@NullMarked
package dev.ullage.access.aws.policy;

import org.jspecify.annotations.NullMarked;
