package dev.ullage.analysis;

import dev.ullage.model.Source;
import org.jspecify.annotations.Nullable;

/**
 * One link of an explanation.
 *
 * @param says the link in the provider's own words, such as {@code group:ml@acme.example has role
 *     roles/storage.objectAdmin on projects/acme-ml}
 * @param source where it was read; null for a fact of the provider's documentation
 */
public record Step(String says, @Nullable Source source) {}
