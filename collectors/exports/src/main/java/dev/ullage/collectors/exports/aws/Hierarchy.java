package dev.ullage.collectors.exports.aws;

import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The accounts, organisational units and organisation that the input speaks of, put together from many files: one names
 * an account, another its parent, a third its canonical user id.
 */
final class Hierarchy {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, String> parents = new TreeMap<>();
    private final Map<String, TreeSet<String>> aliases = new TreeMap<>();
    private final Map<String, List<String>> ownerFolders = new TreeMap<>();
    private final TreeSet<String> members = new TreeSet<>();
    private boolean rootsRead;
    private boolean membersRead;
    private boolean cutShort;

    private record Node(ContainerKind kind, @Nullable String name, Source source) {}

    /** True for the 12 digits of an account id. */
    static boolean isAccount(String text) {
        return ACCOUNT.matcher(text).matches();
    }

    /** The account whose folder is the nearest above a file, or that the file's name begins with; null for none. */
    static @Nullable String accountIn(List<String> folders) {
        for (int i = folders.size() - 1; i >= 0; i--) {
            var isFile = i == folders.size() - 1;
            var name = isFile ? beforeDot(folders.get(i)) : folders.get(i);
            if (isAccount(name)) {
                return name;
            }
        }
        return null;
    }

    private static String beforeDot(String name) {
        var dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Takes note of an account that a file speaks of. */
    void account(String id, Source source) {
        node(id, ContainerKind.ACCOUNT, null, source);
    }

    /** Takes note of the account whose folder a file lies in. */
    void accountAt(List<String> folders, Source source) {
        var account = accountIn(folders);
        if (account != null) {
            account(account, source);
        }
    }

    /** Takes note of an account of the organisation. */
    void member(String id, String name, Source source) {
        node(id, ContainerKind.ACCOUNT, name, source);
        members.add(id);
    }

    /** Takes note of a node; {@code name} is null where the file does not say it. */
    void node(String id, ContainerKind kind, @Nullable String name, Source source) {
        var known = nodes.get(id);
        if (known == null || (known.name == null && name != null)) {
            nodes.put(id, new Node(kind, name, source));
        }
    }

    /** Takes note of what stands above a node. */
    void parent(String child, String parent) {
        parents.put(child, parent);
    }

    /** Takes note of the canonical user id that owns the buckets of the account whose folder it is. */
    void canonicalOwner(String canonicalId, List<String> folders) {
        ownerFolders.put(canonicalId, folders);
    }

    /** Takes note that the list of roots was read. */
    void rootsRead() {
        rootsRead = true;
    }

    /** Takes note that the list of the organisation's accounts was read. */
    void membersRead() {
        membersRead = true;
    }

    /** Takes note that some list ended before its end. */
    void cutShort() {
        cutShort = true;
    }

    /**
     * The account that a file describes: by its folder, or the only one that the input speaks of. Null when neither
     * decides. To be asked once all files are read.
     */
    @Nullable
    String accountOf(List<String> folders) {
        var account = accountIn(folders);
        return account != null ? account : only(ContainerKind.ACCOUNT);
    }

    /** The organisation, when the input speaks of exactly one; null otherwise. */
    @Nullable
    String organization() {
        return only(ContainerKind.ORGANIZATION);
    }

    private @Nullable String only(ContainerKind kind) {
        var ids = nodes.entrySet().stream()
                .filter(entry -> entry.getValue().kind == kind)
                .map(Map.Entry::getKey)
                .limit(2)
                .toList();
        return ids.size() == 1 ? ids.get(0) : null;
    }

    /** Gives every node once, and how much of an organisation's tree was read. */
    void conclude(Consumer<Fact> facts) {
        ownerFolders.forEach((canonicalId, folders) -> {
            var account = accountOf(folders);
            if (account != null) {
                aliases.computeIfAbsent(account, key -> new TreeSet<>()).add("canonical:" + canonicalId);
            }
        });
        nodes.forEach((id, node) -> facts.accept(new Container(
                Provider.AWS,
                id,
                node.kind,
                node.name == null ? id : node.name,
                parents.get(id),
                List.copyOf(aliases.getOrDefault(id, new TreeSet<>())),
                node.source)));
        var organization = organization();
        var top = organization == null ? null : nodes.get(organization);
        if (organization != null && top != null) {
            facts.accept(coverage(organization, top.source));
        }
    }

    private Coverage coverage(String organization, Source source) {
        var missing = missing();
        return new Coverage(
                Topic.HIERARCHY,
                organization,
                missing.isEmpty() ? CoverageStatus.COMPLETE : CoverageStatus.PARTIAL,
                missing.isEmpty() ? "" : "not read: " + String.join(", ", missing),
                source);
    }

    private List<String> missing() {
        var missing = new ArrayList<String>();
        if (!rootsRead) {
            missing.add("`list-roots`");
        }
        if (!membersRead) {
            missing.add("`list-accounts`");
        }
        if (cutShort) {
            missing.add("further pages of a list");
        }
        nodes.forEach((id, node) -> {
            var hasParent = node.kind == ContainerKind.ORGANIZATIONAL_UNIT || members.contains(id);
            if (hasParent && !parents.containsKey(id)) {
                missing.add("`list-parents` of " + id);
            }
        });
        return missing;
    }
}
