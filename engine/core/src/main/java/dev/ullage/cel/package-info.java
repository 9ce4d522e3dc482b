/**
 * The language in which rules say their conditions: the Common Expression Language, narrowed until no rule can run away
 * with time or memory and none can mistake a missing fact for a harmless one. Nothing outside this package knows CEL.
 */
@NullMarked
package dev.ullage.cel;

import org.jspecify.annotations.NullMarked;
