package dev.ullage.collectors.exports.gcp;

import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What all GCP exports of one run say together of names: which number is which project, which unique id which service
 * account, what lies in what. Records come in any order, so a fact that needs such a name waits until the end.
 */
final class GcpEstate {

    private static final Pattern STORAGE = Pattern.compile(
            "//storage\\.googleapis\\.com/(?:projects/_/buckets/)?([^/]+)(?:/managedFolders/(.+))?", Pattern.DOTALL);
    private static final Pattern SERVICE_ACCOUNT =
            Pattern.compile("//iam\\.googleapis\\.com/projects/[^/]+/serviceAccounts/([^/]+)");
    private static final Pattern OF_PROJECT = Pattern.compile("//iam\\.googleapis\\.com/(projects/(?!\\d+/)[^/]+)/");
    private static final Pattern NUMBER = Pattern.compile("projects/\\d+");
    static final String CONTAINERS = "//cloudresourcemanager.googleapis.com/";

    /** How much is remembered without a fact to show for it. */
    private static final int LIMIT = 500_000;

    private final Map<String, String> projectIds = new HashMap<>();
    private final Map<String, String> emails = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Set<String> groupAddresses = new HashSet<>();
    private final Map<String, LastUse> lastUses = new HashMap<>();
    private final Set<String> disabledPools = new HashSet<>();
    private final Set<String> uniformBuckets = new HashSet<>();

    private final Set<String> described = new HashSet<>();
    private final SortedMap<String, Mention> mentioned = new TreeMap<>();
    private final List<Supplier<Fact>> waiting = new ArrayList<>();

    /** Something that an export names without describing it. */
    private record Mention(@Nullable String parent, Source source) {}

    /** The last use that the provider reports; the time is null when it reports that there was none. */
    record LastUse(@Nullable Instant when) {}

    /**
     * Gives a fact that names a resource as soon as its name is certain, at the latest when everything is read. When too
     * many wait it is given as it stands: a project's number is then an alias of its container.
     */
    void give(String assetName, Supplier<Fact> fact, Consumer<Fact> facts) {
        if (isSettled(assetName)) {
            facts.accept(fact.get());
        } else {
            later(fact, facts);
        }
    }

    /** Gives a fact when everything is read, or at once when too many wait already. */
    void later(Supplier<Fact> fact, Consumer<Fact> facts) {
        if (waiting.size() < LIMIT) {
            waiting.add(fact);
        } else {
            facts.accept(fact.get());
        }
    }

    void project(String number, String id) {
        projectIds.put("projects/" + number, "projects/" + id);
    }

    void serviceAccount(String uniqueId, String email) {
        emails.put(uniqueId, email);
    }

    void group(String name, String email) {
        groups.put(name, email);
        groupAddresses.add(email);
    }

    void lastUse(String id, LastUse use) {
        lastUses.put(id, use);
    }

    void disabledPool(String name) {
        disabledPools.add(name);
    }

    void uniformAccess(String bucket) {
        uniformBuckets.add(bucket);
    }

    /** A container or bucket has a fact of its own, so that none is to be made from mentions. */
    void described(String id) {
        described.add(id);
    }

    /** Learns from the path that every asset carries, which begins with the asset itself where that is a container. */
    void mention(String name, List<String> ancestors, Source source) {
        if (mentioned.size() >= LIMIT) {
            return;
        }
        for (int i = 0; i < ancestors.size(); i++) {
            var parent = i + 1 < ancestors.size() ? ancestors.get(i + 1) : null;
            mentioned.putIfAbsent(ancestors.get(i), new Mention(parent, source));
        }
        if (ancestors.isEmpty()) {
            return;
        }
        var nearest = ancestors.get(0);
        var project = OF_PROJECT.matcher(name);
        if (project.lookingAt() && NUMBER.matcher(nearest).matches()) {
            projectIds.putIfAbsent(nearest, project.group(1));
        }
        var storage = STORAGE.matcher(name);
        if (storage.matches()) {
            mentioned.putIfAbsent("gs://" + storage.group(1), new Mention(nearest, source));
        }
    }

    /** The id of a container that may be named by number. */
    String container(String name) {
        return projectIds.getOrDefault(name, name);
    }

    /** The address of a service account that may be named by its unique id; the id when the input does not hold it. */
    String email(String emailOrUniqueId) {
        return emails.getOrDefault(emailOrUniqueId, emailOrUniqueId);
    }

    /** The address of a group, by its resource name; null when the input does not hold it. */
    @Nullable
    String groupAddress(String name) {
        return groups.get(name);
    }

    /** True when the address is that of a group in the input. */
    boolean isGroup(String address) {
        return groupAddresses.contains(address);
    }

    /** By a key's id, or a service account's address or unique id; null when nothing was reported. */
    @Nullable
    LastUse lastUse(String id) {
        return lastUses.get(id);
    }

    boolean isDisabledPool(String name) {
        return disabledPools.contains(name);
    }

    /** True for a bucket that the exports describe or mention. */
    boolean isBucket(String id) {
        return described.contains(id) || mentioned.containsKey(id);
    }

    boolean hasUniformAccess(String bucket) {
        return uniformBuckets.contains(bucket);
    }

    /** What a policy is attached to, in the form of {@link dev.ullage.model.RoleBinding#resource}. */
    String resource(String assetName) {
        if (assetName.startsWith(CONTAINERS)) {
            return container(assetName.substring(CONTAINERS.length()));
        }
        var storage = STORAGE.matcher(assetName);
        if (storage.matches()) {
            var folder = storage.group(2) == null ? "" : "/" + storage.group(2);
            return "gs://" + storage.group(1) + folder + (folder.isEmpty() || folder.endsWith("/") ? "" : "/");
        }
        var account = SERVICE_ACCOUNT.matcher(assetName);
        if (account.matches()) {
            var email = account.group(1).contains("@") ? account.group(1) : emails.get(account.group(1));
            return email == null ? assetName : "serviceAccount:" + email;
        }
        return assetName;
    }

    private boolean isSettled(String assetName) {
        if (assetName.startsWith(CONTAINERS + "projects/")) {
            return projectIds.containsKey(assetName.substring(CONTAINERS.length()));
        }
        var account = SERVICE_ACCOUNT.matcher(assetName);
        return !account.matches() || account.group(1).contains("@") || emails.containsKey(account.group(1));
    }

    /** Gives what had to wait, and then what is only known from being mentioned. */
    void finish(Consumer<Fact> facts) {
        waiting.forEach(fact -> facts.accept(fact.get()));
        mentioned.forEach((name, mention) -> {
            var id = container(name);
            if (described.add(id)) {
                facts.accept(fact(name, id, mention));
            }
        });
    }

    private Fact fact(String name, String id, Mention mention) {
        var parent = mention.parent() == null ? null : container(mention.parent());
        if (id.startsWith("gs://")) {
            return new Bucket(Provider.GCP, id, String.valueOf(parent), "", null, new TreeMap<>(), mention.source());
        }
        var kind = id.startsWith("organizations/")
                ? ContainerKind.ORGANIZATION
                : id.startsWith("folders/") ? ContainerKind.FOLDER : ContainerKind.PROJECT;
        var aliases = id.equals(name) ? List.<String>of() : List.of(name);
        return new Container(Provider.GCP, id, kind, id, parent, aliases, mention.source());
    }
}
