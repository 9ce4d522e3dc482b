package dev.ullage.access.aws;

import dev.ullage.model.PermissionClass;

/**
 * The native permissions that stand for our classes.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">Actions of
 *     Amazon S3</a>
 */
enum AwsPermission {
    LIST(PermissionClass.LIST, On.BUCKET, "s3:ListBucket"),
    READ(PermissionClass.READ, On.OBJECTS, "s3:GetObject"),
    CREATE(PermissionClass.CREATE, On.OBJECTS, "s3:PutObject"),
    /** The same permission as {@link #CREATE}: S3 has no other for replacing. */
    OVERWRITE(PermissionClass.OVERWRITE, On.OBJECTS, "s3:PutObject"),
    DELETE(PermissionClass.DELETE, On.OBJECTS, "s3:DeleteObject"),
    DELETE_VERSION(PermissionClass.DELETE, On.OBJECTS, "s3:DeleteObjectVersion"),
    READ_BUCKET_POLICY(PermissionClass.READ_POLICY, On.BUCKET, "s3:GetBucketPolicy"),
    READ_BUCKET_ACL(PermissionClass.READ_POLICY, On.BUCKET_ACL, "s3:GetBucketAcl"),
    READ_OBJECT_ACL(PermissionClass.READ_POLICY, On.OBJECT_ACLS, "s3:GetObjectAcl"),
    PUT_BUCKET_POLICY(PermissionClass.WRITE_POLICY, On.BUCKET, "s3:PutBucketPolicy"),
    DELETE_BUCKET_POLICY(PermissionClass.WRITE_POLICY, On.BUCKET, "s3:DeleteBucketPolicy"),
    PUT_BUCKET_ACL(PermissionClass.WRITE_POLICY, On.BUCKET_ACL, "s3:PutBucketAcl"),
    PUT_OBJECT_ACL(PermissionClass.WRITE_POLICY, On.OBJECT_ACLS, "s3:PutObjectAcl"),
    PUT_PUBLIC_ACCESS_BLOCK(PermissionClass.CONFIGURE, On.BUCKET, "s3:PutBucketPublicAccessBlock"),
    PUT_OWNERSHIP_CONTROLS(PermissionClass.CONFIGURE, On.BUCKET, "s3:PutBucketOwnershipControls"),
    PUT_ENCRYPTION(PermissionClass.CONFIGURE, On.BUCKET, "s3:PutEncryptionConfiguration"),
    PUT_VERSIONING(PermissionClass.CONFIGURE, On.BUCKET, "s3:PutBucketVersioning"),
    PUT_LIFECYCLE(PermissionClass.CONFIGURE, On.BUCKET, "s3:PutLifecycleConfiguration"),
    PUT_LOGGING(PermissionClass.CONFIGURE, On.BUCKET, "s3:PutBucketLogging"),
    DELETE_BUCKET(PermissionClass.CONFIGURE, On.BUCKET, "s3:DeleteBucket"),
    ASSUME_ROLE(PermissionClass.IMPERSONATE, On.ROLE, "sts:AssumeRole"),
    ASSUME_ROLE_WEB(PermissionClass.IMPERSONATE, On.ROLE, "sts:AssumeRoleWithWebIdentity"),
    ASSUME_ROLE_SAML(PermissionClass.IMPERSONATE, On.ROLE, "sts:AssumeRoleWithSAML"),
    CREATE_ACCESS_KEY(PermissionClass.CREATE_KEY, On.USER, "iam:CreateAccessKey");

    /** What sort of thing a permission is checked on. */
    enum On {
        BUCKET,
        /** A bucket whose ACL is in force. */
        BUCKET_ACL,
        OBJECTS,
        /** Objects whose ACLs are in force. */
        OBJECT_ACLS,
        ROLE,
        USER;

        boolean isObjects() {
            return this == OBJECTS || this == OBJECT_ACLS;
        }

        boolean isOfBucket() {
            return this != ROLE && this != USER;
        }

        boolean isAcl() {
            return this == BUCKET_ACL || this == OBJECT_ACLS;
        }
    }

    private final PermissionClass permissionClass;
    private final On on;
    private final String action;

    AwsPermission(PermissionClass permissionClass, On on, String action) {
        this.permissionClass = permissionClass;
        this.on = on;
        this.action = action;
    }

    /** False for what is asked with a token of an identity provider and not with credentials of AWS. */
    boolean isForAwsCallers() {
        return this != ASSUME_ROLE_WEB && this != ASSUME_ROLE_SAML;
    }

    PermissionClass permissionClass() {
        return permissionClass;
    }

    On on() {
        return on;
    }

    String action() {
        return action;
    }
}
