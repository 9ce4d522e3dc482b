/**
 * What the clouds said, as facts. Every record keeps the provider's own words and where they were read; nothing
 * here is derived, and nothing here knows a library beyond the JDK.
 */
@NullMarked
package dev.ullage.model;

import org.jspecify.annotations.NullMarked;
