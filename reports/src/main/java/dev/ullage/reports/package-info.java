/** Renders an assessment for people and machines. Nothing here decides anything. */
@NullMarked
package dev.ullage.reports;

import org.jspecify.annotations.NullMarked;
