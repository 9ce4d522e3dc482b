package dev.ullage.bench.estate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An account of an organisation, as JSON.
 *
 * @param authorization what {@code aws iam get-account-authorization-details} answers
 * @param buckets one object a bucket: {@code Name}, {@code Region}, {@code CreationDate}, {@code Policy} (a document or
 *     null), {@code Acl}, {@code PublicAccessBlock}, {@code ObjectOwnership} and {@code Tags} (by key)
 * @param controlPolicies documents of the service control policies of the account, by name
 */
public record Estate(JsonNode authorization, List<JsonNode> buckets, JsonNode controlPolicies) {

    public Estate {
        buckets = List.copyOf(buckets);
    }

    /** The account that everything belongs to. */
    String account() {
        for (var list : List.of("RoleDetailList", "UserDetailList")) {
            var arn = authorization.path(list).path(0).path("Arn").asText();
            if (!arn.isEmpty()) {
                return arn.split(":", 6)[4];
            }
        }
        throw new IllegalArgumentException("the account has neither a role nor a user, so its id is not known");
    }

    /** By what id S3 knows the account. */
    String canonicalId() {
        return buckets.isEmpty()
                ? ""
                : buckets.get(0).path("Acl").path("Owner").path("ID").asText();
    }
}
