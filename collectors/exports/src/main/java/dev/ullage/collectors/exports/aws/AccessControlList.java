package dev.ullage.collectors.exports.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An S3 access-control list as the API returns it, of a bucket or of an object.
 *
 * @param owner in the form of a grantee; null when the answer does not name it
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html">ACL overview</a>
 */
record AccessControlList(@Nullable String owner, List<Grant> grants) {

    private record Grant(String grantee, String permission, Source source) {}

    /** True when an object has the two fields of an access-control list. */
    static boolean isIn(JsonNode value) {
        return value.path("Owner").isObject() && value.path("Grants").isArray();
    }

    /** Reads the fields {@code Owner} and {@code Grants}. */
    static AccessControlList read(Element element) throws MalformedRecordException {
        var grants = new ArrayList<Grant>();
        for (var grant : element.list("Grants")) {
            grants.add(new Grant(grantee(grant.object("Grantee")), grant.text("Permission"), grant.source()));
        }
        var owner = element.child("Owner").optionalText("ID");
        return new AccessControlList(owner == null ? null : "canonical:" + owner, grants);
    }

    /** One fact for each line; {@code object} is null for the list of the bucket itself. */
    List<Fact> entries(String bucket, @Nullable String object) {
        var scope = object == null ? AclScope.BUCKET : AclScope.OBJECT;
        var entries = new ArrayList<Fact>();
        for (var grant : grants) {
            entries.add(new AclEntry(
                    Provider.AWS, scope, bucket, object, grant.grantee, grant.permission, owner, grant.source));
        }
        return entries;
    }

    private static String grantee(Element grantee) throws MalformedRecordException {
        if (grantee.has("URI")) {
            return grantee.text("URI");
        }
        if (grantee.has("EmailAddress")) {
            return "email:" + grantee.text("EmailAddress");
        }
        return "canonical:" + grantee.text("ID");
    }
}
