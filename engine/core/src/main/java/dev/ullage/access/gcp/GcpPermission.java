package dev.ullage.access.gcp;

import dev.ullage.model.PermissionClass;

/**
 * The native permissions that stand for our classes.
 *
 * @see <a href="https://cloud.google.com/storage/docs/access-control/iam-permissions">IAM permissions for Cloud
 *     Storage</a>
 */
enum GcpPermission {
    LIST(PermissionClass.LIST, On.BUCKET, "storage.objects.list"),
    READ(PermissionClass.READ, On.OBJECTS, "storage.objects.get"),
    CREATE(PermissionClass.CREATE, On.OBJECTS, "storage.objects.create"),
    /** Follows from {@link #CREATE} and {@link #DELETE} together: the provider has no permission to replace. */
    OVERWRITE(PermissionClass.OVERWRITE, On.OBJECTS, "storage.objects.delete"),
    DELETE(PermissionClass.DELETE, On.OBJECTS, "storage.objects.delete"),
    READ_BUCKET_POLICY(PermissionClass.READ_POLICY, On.BUCKET, "storage.buckets.getIamPolicy"),
    WRITE_BUCKET_POLICY(PermissionClass.WRITE_POLICY, On.BUCKET, "storage.buckets.setIamPolicy"),
    READ_OBJECT_ACL(PermissionClass.READ_POLICY, On.OBJECT_ACLS, "storage.objects.getIamPolicy"),
    WRITE_OBJECT_ACL(PermissionClass.WRITE_POLICY, On.OBJECT_ACLS, "storage.objects.setIamPolicy"),
    UPDATE_BUCKET(PermissionClass.CONFIGURE, On.BUCKET, "storage.buckets.update"),
    DELETE_BUCKET(PermissionClass.CONFIGURE, On.BUCKET, "storage.buckets.delete"),
    GET_ACCESS_TOKEN(PermissionClass.IMPERSONATE, On.SERVICE_ACCOUNT, "iam.serviceAccounts.getAccessToken"),
    SIGN_BLOB(PermissionClass.IMPERSONATE, On.SERVICE_ACCOUNT, "iam.serviceAccounts.signBlob"),
    SIGN_JWT(PermissionClass.IMPERSONATE, On.SERVICE_ACCOUNT, "iam.serviceAccounts.signJwt"),
    DELEGATE(PermissionClass.IMPERSONATE, On.SERVICE_ACCOUNT, "iam.serviceAccounts.implicitDelegation"),
    ACT_AS(PermissionClass.IMPERSONATE, On.SERVICE_ACCOUNT, "iam.serviceAccounts.actAs"),
    CREATE_SERVICE_ACCOUNT_KEY(PermissionClass.CREATE_KEY, On.SERVICE_ACCOUNT, "iam.serviceAccountKeys.create"),
    CREATE_HMAC_KEY(PermissionClass.CREATE_KEY, On.PROJECT, "storage.hmacKeys.create");

    /** What sort of thing a permission is checked on. */
    enum On {
        BUCKET,
        OBJECTS,
        /** Objects whose own ACLs are in force, that is without uniform bucket-level access. */
        OBJECT_ACLS,
        SERVICE_ACCOUNT,
        PROJECT;

        boolean isObjects() {
            return this == OBJECTS || this == OBJECT_ACLS;
        }
    }

    private final PermissionClass permissionClass;
    private final On on;
    private final String nativeName;

    GcpPermission(PermissionClass permissionClass, On on, String nativeName) {
        this.permissionClass = permissionClass;
        this.on = on;
        this.nativeName = nativeName;
    }

    PermissionClass permissionClass() {
        return permissionClass;
    }

    On on() {
        return on;
    }

    String nativeName() {
        return nativeName;
    }
}
