package dev.ullage.model;

import org.jspecify.annotations.Nullable;

/**
 * One line of an access-control list, whether or not it can still take effect.
 *
 * @param bucket {@link Bucket#id}
 * @param object object name; null unless the scope is {@link AclScope#OBJECT}
 * @param grantee in the provider's words: {@code user-ana@example.com}, {@code allUsers},
 *     {@code project-editors-123456789} on GCP; {@code canonical:<id>}, {@code email:<address>} or the group URI on AWS
 * @param permission {@code READER WRITER OWNER} on GCP; {@code READ WRITE READ_ACP WRITE_ACP FULL_CONTROL} on AWS
 * @param owner the object's or bucket's owner, in the form of {@code grantee}; null when not read
 */
public record AclEntry(
        Provider provider,
        AclScope scope,
        String bucket,
        @Nullable String object,
        String grantee,
        String permission,
        @Nullable String owner,
        Source source)
        implements Fact {}
