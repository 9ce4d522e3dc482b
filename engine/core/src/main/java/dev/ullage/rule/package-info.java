/** Rules as values: what is asked, of what, and what an answer means. Evaluating them is the concern of others. */
@NullMarked
package dev.ullage.rule;

import org.jspecify.annotations.NullMarked;
