package dev.ullage.access.gcp;

import dev.ullage.access.FactIndex;
import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Answer;
import dev.ullage.model.Provider;
import dev.ullage.model.SettingName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Access-control lists of buckets and objects, and what takes their effect away.
 *
 * @see <a href="https://cloud.google.com/storage/docs/access-control/lists">Access control lists</a>
 */
public final class GcpAcls {

    private static final Set<String> PUBLIC = Set.of("allUsers", "allAuthenticatedUsers");

    private final FactIndex facts;
    private final Map<String, List<AclEntry>> byBucket = new HashMap<>();

    /** Indexes the ACL entries of a snapshot. */
    public GcpAcls(FactIndex facts) {
        this.facts = facts;
        for (var entry : facts.all(AclEntry.class)) {
            if (entry.provider() == Provider.GCP && entry.scope() != AclScope.DEFAULT_OBJECT) {
                byBucket.computeIfAbsent(entry.bucket(), bucket -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    List<AclEntry> of(String bucket) {
        return byBucket.getOrDefault(bucket, List.of());
    }

    /**
     * Whether ACLs decide anything in the bucket: uniform bucket-level access ignores them all.
     *
     * @see <a href="https://cloud.google.com/storage/docs/uniform-bucket-level-access">Uniform bucket-level access</a>
     */
    public Answer inForce(String bucket) {
        return facts.setting(bucket, SettingName.UNIFORM_BUCKET_LEVEL_ACCESS)
                .map(setting -> Answer.of(!setting.value().equals("true")))
                .orElse(Answer.UNKNOWN);
    }

    /**
     * Whether public access prevention refuses {@code allUsers} and {@code allAuthenticatedUsers}, whatever a policy or
     * an ACL says.
     *
     * @see <a href="https://cloud.google.com/storage/docs/public-access-prevention">Public access prevention</a>
     */
    public Answer publicPrevented(String bucket) {
        var onBucket = facts.setting(bucket, SettingName.PUBLIC_ACCESS_PREVENTION);
        if (onBucket.isPresent() && onBucket.get().value().equals("enforced")) {
            return Answer.YES;
        }
        for (var container : facts.upwards(facts.containerOf(bucket))) {
            var above = facts.setting(container, SettingName.ORG_PUBLIC_ACCESS_PREVENTION);
            if (above.isPresent()) {
                return above.get().value().equals("true")
                        ? Answer.YES
                        : onBucket.isPresent() ? Answer.NO : Answer.UNKNOWN;
            }
        }
        return onBucket.isPresent()
                        && facts.gap(dev.ullage.model.Topic.ACCOUNT_SETTINGS, bucket)
                                .isEmpty()
                ? Answer.NO
                : Answer.UNKNOWN;
    }

    static boolean isPublic(String member) {
        return PUBLIC.contains(member);
    }

    /** The IAM member that an ACL entity means, such as {@code user:ana@example.com} for {@code user-ana@example.com}. */
    public static String member(String entity, FactIndex facts) {
        if (PUBLIC.contains(entity)) {
            return entity;
        }
        int dash = entity.indexOf('-');
        var kind = dash < 0 ? entity : entity.substring(0, dash);
        var rest = dash < 0 ? "" : entity.substring(dash + 1);
        if (!rest.contains("@") && (kind.equals("user") || kind.equals("group"))) {
            // An internal id, of which nobody can say whose it is.
            return entity;
        }
        return switch (kind) {
            case "user" ->
                (rest.toLowerCase(Locale.ROOT).endsWith(".gserviceaccount.com") ? "serviceAccount:" : "user:") + rest;
            case "group", "domain" -> kind + ":" + rest;
            case "project" -> convenience(rest, facts);
            default -> entity;
        };
    }

    /** {@code owners-123} of {@code project-owners-123}. */
    private static String convenience(String teamAndNumber, FactIndex facts) {
        int dash = teamAndNumber.indexOf('-');
        var team = dash < 0 ? teamAndNumber : teamAndNumber.substring(0, dash);
        var project = "projects/" + teamAndNumber.substring(dash + 1);
        var id = facts.container(project)
                .map(dev.ullage.model.Container::id)
                .orElse(project)
                .substring("projects/".length());
        return switch (team) {
            case "owners" -> "projectOwner:" + id;
            case "editors" -> "projectEditor:" + id;
            default -> "projectViewer:" + id;
        };
    }

    /** The legacy role whose permissions an ACL permission gives. */
    static String role(AclEntry entry) {
        if (entry.scope() == AclScope.BUCKET) {
            return switch (entry.permission()) {
                case "OWNER" -> "roles/storage.legacyBucketOwner";
                case "WRITER" -> "roles/storage.legacyBucketWriter";
                default -> "roles/storage.legacyBucketReader";
            };
        }
        return entry.permission().equals("OWNER")
                ? "roles/storage.legacyObjectOwner"
                : "roles/storage.legacyObjectReader";
    }
}
