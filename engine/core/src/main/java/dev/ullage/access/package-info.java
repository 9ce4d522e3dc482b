/**
 * Effective access: what each provider would allow today, for every object name, with the reasons. Sets of names are
 * exact; what cannot be decided is kept as what is possible beyond what is sure.
 */
@NullMarked
package dev.ullage.access;

import org.jspecify.annotations.NullMarked;
