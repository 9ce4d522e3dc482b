package dev.ullage.model;

/** One thing a provider or an owner said, and where it was read. */
public sealed interface Fact
        permits AccessBoundary,
                AccessBoundaryBinding,
                AccessGrant,
                AccessGrantsInstance,
                AccessGrantsLocation,
                AccessPoint,
                AclEntry,
                AuditConfig,
                Bucket,
                Container,
                Coverage,
                Credential,
                CustomRole,
                DenyRule,
                FederationProvider,
                LogConfigChange,
                LogExport,
                Membership,
                PolicyAttachment,
                PolicyDocument,
                Principal,
                RoleBinding,
                Setting,
                Trail,
                Usage {

    /** Where the fact was read. */
    Source source();
}
