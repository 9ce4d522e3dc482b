package dev.ullage.collectors.exports.aws;

import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The service and resource control policies of an organisation. A list says which there are, another file what one of them
 * says, a third what it is attached to; only with all of them is it known what an account may not do.
 */
final class ControlPolicies {

    private static final Map<String, AttachmentKind> KINDS = Map.of(
            "SERVICE_CONTROL_POLICY", AttachmentKind.SERVICE_CONTROL,
            "RESOURCE_CONTROL_POLICY", AttachmentKind.RESOURCE_CONTROL);

    private final Hierarchy hierarchy;
    private final Map<String, AttachmentKind> kinds = new TreeMap<>();
    private final TreeSet<AttachmentKind> listedKinds = new TreeSet<>();
    private final TreeSet<AttachmentKind> enabledKinds = new TreeSet<>();
    private final TreeSet<String> described = new TreeSet<>();
    private final TreeSet<String> located = new TreeSet<>();
    private final List<Attached> attachments = new ArrayList<>();
    private boolean rootsRead;
    private @Nullable Source first;

    private record Attached(String policy, String target, Source source) {}

    ControlPolicies(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** The part that policies of a type play; empty for types that grant and deny nothing, such as tag policies. */
    static Optional<AttachmentKind> kind(String type) {
        return Optional.ofNullable(KINDS.get(type));
    }

    /** Takes note of a policy. */
    void policy(String id, AttachmentKind kind, Source source) {
        kinds.put(id, kind);
        first = first == null ? source : first;
    }

    /** Takes note that all policies of a kind were listed. */
    void listed(AttachmentKind kind) {
        listedKinds.add(kind);
    }

    /** Takes note that the text of a policy was read. */
    void described(String id) {
        described.add(id);
    }

    /** Takes note of a target of a policy. */
    void attached(String policy, String target, Source source) {
        attachments.add(new Attached(policy, target, source));
    }

    /** Takes note that all targets of a policy were listed. */
    void located(String policy, Source source) {
        located.add(policy);
        first = first == null ? source : first;
    }

    /** Takes note that policies of a type are in use; others have no effect. */
    void enabled(String type) {
        kind(type).ifPresent(enabledKinds::add);
    }

    /** Takes note that it is known which types are in use. */
    void rootsRead() {
        rootsRead = true;
    }

    /** Gives the attachments, and how much of the whole was read. */
    void conclude(Consumer<Fact> facts) {
        if (first == null) {
            return;
        }
        for (var attached : attachments) {
            var kind = kinds.get(attached.policy);
            if (kind != null) {
                facts.accept(new PolicyAttachment(attached.target, attached.policy, kind, attached.source));
            }
        }
        var organization = hierarchy.organization();
        var missing = missing(organization);
        facts.accept(new Coverage(
                Topic.CONTROL_POLICIES,
                organization == null ? "*" : organization,
                missing.isEmpty() ? CoverageStatus.COMPLETE : CoverageStatus.PARTIAL,
                missing.isEmpty() ? "" : "not read: " + String.join(", ", missing),
                first));
    }

    private List<String> missing(@Nullable String organization) {
        var missing = new ArrayList<String>();
        if (organization == null) {
            missing.add("`describe-organization`");
        }
        KINDS.forEach((type, kind) -> {
            var inUse = !rootsRead || enabledKinds.contains(kind);
            if (inUse && !listedKinds.contains(kind)) {
                missing.add("`list-policies --filter " + type + "`");
            }
        });
        var known = new TreeSet<>(kinds.keySet());
        attachments.forEach(attached -> known.add(attached.policy));
        for (var id : known) {
            if (!described.contains(id)) {
                missing.add("`describe-policy` of " + id);
            }
            if (!located.contains(id)) {
                missing.add("`list-targets-for-policy` of " + id);
            }
        }
        missing.sort(null);
        return missing;
    }
}
