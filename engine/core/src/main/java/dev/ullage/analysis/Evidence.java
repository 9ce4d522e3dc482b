package dev.ullage.analysis;

import dev.ullage.model.Source;
import org.jspecify.annotations.Nullable;

/**
 * A fact that proves a finding.
 *
 * @param says the fact, in the provider's words
 * @param source where it was read; null for a fact of the provider's documentation
 */
public record Evidence(String says, @Nullable Source source) {}
