package dev.ullage.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An external identity provider that the estate trusts.
 *
 * @param id full resource name or ARN
 * @param container project or account that trusts it
 * @param pool GCP workload or workforce pool; null on AWS
 * @param issuer OIDC issuer URL, SAML entity, or {@code aws:<account>}; empty when not read
 * @param audiences accepted audiences or client ids
 * @param attributeMapping GCP attribute mapping, sorted; empty on AWS
 * @param attributeCondition GCP CEL condition that every token must meet; null for none
 * @param enabled {@code NO} when disabled or deleted
 */
public record FederationProvider(
        Provider provider,
        String id,
        String container,
        @Nullable String pool,
        String issuer,
        List<String> audiences,
        SortedMap<String, String> attributeMapping,
        @Nullable String attributeCondition,
        Answer enabled,
        Source source)
        implements Fact {

    public FederationProvider {
        audiences = List.copyOf(audiences);
        attributeMapping = Collections.unmodifiableSortedMap(new TreeMap<>(attributeMapping));
    }
}
