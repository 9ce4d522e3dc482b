/** Questions that a person asks of an estate: who can, what can, why, and what changed. */
@NullMarked
package dev.ullage.question;

import org.jspecify.annotations.NullMarked;
