/** From facts, declarations and rules to an assessment. */
@NullMarked
package dev.ullage.audit;

import org.jspecify.annotations.NullMarked;
