package dev.ullage.model;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of fact a snapshot holds; each is one file of it. */
public enum FactType {
    ACCESS_BOUNDARY("access-boundaries", AccessBoundary.class),
    ACCESS_BOUNDARY_BINDING("access-boundary-bindings", AccessBoundaryBinding.class),
    ACCESS_GRANT("access-grants", AccessGrant.class),
    ACCESS_GRANTS_INSTANCE("access-grants-instances", AccessGrantsInstance.class),
    ACCESS_GRANTS_LOCATION("access-grants-locations", AccessGrantsLocation.class),
    ACCESS_POINT("access-points", AccessPoint.class),
    ACL_ENTRY("acl-entries", AclEntry.class),
    AUDIT_CONFIG("audit-configs", AuditConfig.class),
    BUCKET("buckets", Bucket.class),
    CONTAINER("containers", Container.class),
    COVERAGE("coverage", Coverage.class),
    CREDENTIAL("credentials", Credential.class),
    CUSTOM_ROLE("custom-roles", CustomRole.class),
    DENY_RULE("deny-rules", DenyRule.class),
    FEDERATION_PROVIDER("federation-providers", FederationProvider.class),
    LOG_CONFIG_CHANGE("log-config-changes", LogConfigChange.class),
    LOG_EXPORT("log-exports", LogExport.class),
    MEMBERSHIP("memberships", Membership.class),
    POLICY_ATTACHMENT("policy-attachments", PolicyAttachment.class),
    POLICY_DOCUMENT("policy-documents", PolicyDocument.class),
    PRINCIPAL("principals", Principal.class),
    ROLE_BINDING("role-bindings", RoleBinding.class),
    SETTING("settings", Setting.class),
    TRAIL("trails", Trail.class),
    USAGE("usage", Usage.class);

    private static final Map<Class<? extends Fact>, FactType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FactType::factClass, Function.identity()));

    private final String fileName;
    private final Class<? extends Fact> factClass;

    FactType(String fileName, Class<? extends Fact> factClass) {
        this.fileName = fileName;
        this.factClass = factClass;
    }

    /** The file's name without its ending, such as {@code role-bindings}. */
    public String fileName() {
        return fileName;
    }

    /** The record class of this kind. */
    public Class<? extends Fact> factClass() {
        return factClass;
    }

    /** The kind of a fact. */
    public static FactType of(Fact fact) {
        return of(fact.getClass());
    }

    /** The kind whose record class is given; an {@link IllegalArgumentException} for a class that is no fact. */
    public static FactType of(Class<? extends Fact> factClass) {
        var type = BY_CLASS.get(factClass);
        if (type == null) {
            throw new IllegalArgumentException("not a fact: " + factClass.getName());
        }
        return type;
    }
}
