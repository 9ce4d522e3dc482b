/** Regular expressions as sets of texts. */
@NullMarked
package dev.ullage.access.regex;

import org.jspecify.annotations.NullMarked;
