package dev.ullage.audit;

import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsClasses;
import dev.ullage.access.gcp.GcpClasses;
import dev.ullage.model.Answer;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Provider;
import dev.ullage.model.RoleBinding;
import dev.ullage.rule.subject.GrantKind;
import dev.ullage.rule.subject.GrantLevel;
import dev.ullage.rule.subject.GrantView;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a binding or a statement says, in the words that rules use. */
final class GrantReading {

    private static final Set<String> BASIC_ROLES = Set.of("roles/owner", "roles/editor", "roles/viewer");

    private static final Set<PermissionClass> BEYOND_STORAGE =
            Set.of(PermissionClass.IMPERSONATE, PermissionClass.CREATE_KEY);

    private final FactIndex facts;
    private final GcpClasses roleClasses;

    GrantReading(FactIndex facts) {
        this.facts = facts;
        this.roleClasses = new GcpClasses(facts);
    }

    GrantView of(RoleBinding binding, Answer live) {
        var classes = roleClasses.of(binding.role());
        return new GrantView(
                Provider.GCP,
                GrantKind.ROLE_BINDING,
                binding.role(),
                binding.resource(),
                level(binding.resource()),
                classes.orElse(null),
                List.of(),
                classes.map(GrantReading::touchesStorage).orElse(Answer.UNKNOWN),
                BASIC_ROLES.contains(binding.role()),
                false,
                binding.role().equals("roles/storage.admin"),
                false,
                binding.condition() != null,
                live);
    }

    /** Acting as another identity, or making keys for one, touches no storage by itself. */
    private static Answer touchesStorage(List<PermissionClass> classes) {
        return Answer.of(!BEYOND_STORAGE.containsAll(classes));
    }

    private GrantLevel level(String resource) {
        if (resource.startsWith("gs://")) {
            return resource.indexOf('/', "gs://".length()) < 0 ? GrantLevel.BUCKET : GrantLevel.OBJECT;
        }
        var container = facts.container(resource);
        if (container.isPresent()) {
            return switch (container.get().kind()) {
                case ORGANIZATION -> GrantLevel.ORGANIZATION;
                case FOLDER, ORGANIZATIONAL_UNIT -> GrantLevel.FOLDER;
                case PROJECT -> GrantLevel.PROJECT;
                case ACCOUNT -> GrantLevel.ACCOUNT;
            };
        }
        if (resource.startsWith("serviceAccount:")) {
            return GrantLevel.PRINCIPAL;
        }
        for (var kind : List.of(ContainerKind.ORGANIZATION, ContainerKind.FOLDER, ContainerKind.PROJECT)) {
            if (resource.startsWith(kind.name().toLowerCase(Locale.ROOT) + "s/")
                    && resource.indexOf('/') == resource.lastIndexOf('/')) {
                return GrantLevel.valueOf(kind.name());
            }
        }
        return GrantLevel.OTHER;
    }

    GrantView of(PolicyStatement statement, GrantKind kind, String policyName, String owner, Answer live) {
        var classes = AwsClasses.of(statement);
        boolean allActions = statement.actions().contains("*");
        return new GrantView(
                Provider.AWS,
                kind,
                policyName,
                resources(statement, owner),
                level(statement, kind),
                classes,
                statement.actions(),
                touchesStorage(classes),
                false,
                allActions,
                allActions || statement.actions().contains("s3:*"),
                statement.resources().contains("*"),
                !statement.conditions().isEmpty(),
                live);
    }

    private static String resources(PolicyStatement statement, String owner) {
        if (!statement.resources().isEmpty()) {
            return String.join(", ", statement.resources());
        }
        return statement.notResources().isEmpty() ? owner : "all but " + String.join(", ", statement.notResources());
    }

    private static GrantLevel level(PolicyStatement statement, GrantKind kind) {
        if (kind == GrantKind.TRUST_POLICY) {
            return GrantLevel.PRINCIPAL;
        }
        if (statement.resources().isEmpty()) {
            return kind == GrantKind.BUCKET_POLICY ? GrantLevel.BUCKET : GrantLevel.ACCOUNT;
        }
        return statement.resources().stream()
                .map(GrantReading::levelOfResource)
                .min(java.util.Comparator.naturalOrder())
                .orElse(GrantLevel.OTHER);
    }

    private static GrantLevel levelOfArn(String arn) {
        var bucketAndKey = arn.substring("arn:aws:s3:::".length());
        int slash = bucketAndKey.indexOf('/');
        var bucket = slash < 0 ? bucketAndKey : bucketAndKey.substring(0, slash);
        if (bucket.contains("*") || bucket.contains("?")) {
            return GrantLevel.ACCOUNT;
        }
        var key = slash < 0 ? "" : bucketAndKey.substring(slash + 1);
        return slash < 0 || key.equals("*") ? GrantLevel.BUCKET : GrantLevel.OBJECT;
    }

    private static GrantLevel levelOfResource(String resource) {
        if (resource.startsWith("arn:aws:s3:::")) {
            return levelOfArn(resource);
        }
        if (resource.startsWith("arn:aws:iam::")) {
            return resource.contains("*") ? GrantLevel.ACCOUNT : GrantLevel.PRINCIPAL;
        }
        return resource.contains("*") ? GrantLevel.ACCOUNT : GrantLevel.OTHER;
    }
}
