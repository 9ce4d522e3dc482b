/**
 * What rules speak about: one record for each kind of thing, flat, immutable and without a library. These records are the
 * whole vocabulary of a rule's condition: a component {@code versioned} of {@link dev.ullage.rule.subject.BucketView} is
 * {@code bucket.versioned} in a rule file, and its {@link dev.ullage.rule.subject.Means} is its documentation.
 *
 * <p>What was not read is absent and never a default: {@code null} or {@link dev.ullage.model.Answer#UNKNOWN}. A rule that
 * needs an absent field to decide has no answer.
 */
@NullMarked
package dev.ullage.rule.subject;

import org.jspecify.annotations.NullMarked;
