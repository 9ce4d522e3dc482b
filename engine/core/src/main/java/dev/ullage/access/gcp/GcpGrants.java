package dev.ullage.access.gcp;

import dev.ullage.access.CanonicalId;
import dev.ullage.access.FactIndex;
import dev.ullage.analysis.Step;
import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Answer;
import dev.ullage.model.Container;
import dev.ullage.model.RoleBinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that gives anybody anything at a resource: allow policies from the organisation down, and ACLs. */
final class GcpGrants {

    private static final String BUCKET = "gs://";

    private final GcpAcls acls;
    private final FactIndex facts;
    private final Map<String, List<Grant>> at = new HashMap<>();
    private final Map<String, List<Grant>> inFolders = new HashMap<>();

    GcpGrants(FactIndex facts, GcpAcls acls) {
        this.facts = facts;
        this.acls = acls;
        for (var binding : facts.all(RoleBinding.class)) {
            add(binding);
        }
    }

    private void add(RoleBinding binding) {
        var place = binding.resource();
        int slash = place.startsWith(BUCKET) ? place.indexOf('/', BUCKET.length()) : -1;
        if (slash > 0) {
            inFolders
                    .computeIfAbsent(place.substring(0, slash), bucket -> new ArrayList<>())
                    .add(grant(binding, Grant.Level.FOLDER, place.substring(slash + 1)));
        } else {
            var id = facts.container(place).map(Container::id).orElse(CanonicalId.of(place));
            at.computeIfAbsent(id, key -> new ArrayList<>()).add(grant(binding, Grant.Level.WHOLE, ""));
        }
    }

    private static Grant grant(RoleBinding binding, Grant.Level level, String part) {
        var condition = binding.condition();
        var says = binding.member() + " has " + binding.role() + " on " + binding.resource()
                + (condition == null ? "" : " if `" + condition.expression() + "`");
        return new Grant(
                binding.member(),
                binding.role(),
                level,
                part,
                binding.resource(),
                condition,
                Answer.YES,
                new Step(says, binding.source()));
    }

    /**
     * Grants on a resource and all above it.
     *
     * @param id of a bucket, principal or container
     * @param upwards the container that it lies in and those above
     */
    List<Grant> inherited(String id, List<String> upwards) {
        var own = CanonicalId.of(id);
        return Stream.concat(Stream.of(own), upwards.stream().filter(container -> !container.equals(own)))
                .flatMap(place -> at.getOrDefault(place, List.of()).stream())
                .toList();
    }

    /** The same of a bucket, with its managed folders and, where they may count, its ACLs. */
    List<Grant> ofBucket(String bucket, List<String> upwards) {
        var grants = new ArrayList<>(inherited(bucket, upwards));
        grants.addAll(inFolders.getOrDefault(bucket, List.of()));
        var inForce = acls.inForce(bucket);
        if (inForce != Answer.NO) {
            acls.of(bucket).forEach(entry -> grants.add(grant(entry, inForce)));
        }
        return grants;
    }

    private Grant grant(AclEntry entry, Answer inForce) {
        var object = entry.object();
        var on = object == null ? entry.bucket() : entry.bucket() + "/" + object;
        return new Grant(
                GcpAcls.member(entry.grantee(), facts),
                GcpAcls.role(entry),
                entry.scope() == AclScope.OBJECT ? Grant.Level.OBJECT : Grant.Level.WHOLE,
                object == null ? "" : object,
                on,
                null,
                inForce,
                new Step(
                        "the ACL of %s gives %s %s".formatted(on, entry.grantee(), entry.permission()),
                        entry.source()));
    }
}
