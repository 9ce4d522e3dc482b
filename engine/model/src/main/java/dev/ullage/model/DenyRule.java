package dev.ullage.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a GCP deny policy (IAM v2).
 *
 * @param resource where the policy is attached: organisation, folder or project
 * @param policy the policy's own name
 * @param deniedPrincipals IAM v2 identifiers, such as {@code principalSet://goog/public:all}
 * @param deniedPermissions v2 names, such as {@code storage.googleapis.com/objects.delete}
 * @see <a href="https://cloud.google.com/iam/docs/deny-overview">Deny policies</a>
 */
public record DenyRule(
        String resource,
        String policy,
        List<String> deniedPrincipals,
        List<String> exceptionPrincipals,
        List<String> deniedPermissions,
        List<String> exceptionPermissions,
        @Nullable Condition condition,
        Source source)
        implements Fact {

    public DenyRule {
        deniedPrincipals = List.copyOf(deniedPrincipals);
        exceptionPrincipals = List.copyOf(exceptionPrincipals);
        deniedPermissions = List.copyOf(deniedPermissions);
        exceptionPermissions = List.copyOf(exceptionPermissions);
    }
}
