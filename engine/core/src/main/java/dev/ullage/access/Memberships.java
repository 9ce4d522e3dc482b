package dev.ullage.access;

import dev.ullage.analysis.Step;
import dev.ullage.model.Membership;
import dev.ullage.model.Topic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who is in which group, nested groups followed to their ends. */
public final class Memberships {

    /**
     * Somebody in a group, or a group that stands for members that were not read.
     *
     * @param id in canonical form
     * @param path memberships from the member to the group, closest to the member first; empty for the group itself
     */
    public record Member(String id, List<Step> path) {

        public Member {
            path = List.copyOf(path);
        }
    }

    private final FactIndex facts;
    private final Map<String, List<Membership>> direct = new HashMap<>();
    private final Map<String, List<Member>> known = new HashMap<>();

    Memberships(FactIndex facts) {
        this.facts = facts;
        for (var membership : facts.all(Membership.class)) {
            direct.computeIfAbsent(CanonicalId.of(membership.group()), group -> new ArrayList<>())
                    .add(membership);
        }
    }

    /**
     * Everybody in a group, each once and by the shortest way. A group in it whose members were not read completely, the
     * group itself included, is listed for those who cannot be seen.
     */
    public List<Member> of(String group) {
        return known.computeIfAbsent(CanonicalId.of(group), this::compute);
    }

    private List<Member> compute(String group) {
        var found = new LinkedHashMap<String, Member>();
        var seen = new HashSet<>(List.of(group));
        var queue = new ArrayDeque<>(List.of(new Member(group, List.of())));
        while (!queue.isEmpty()) {
            var at = queue.remove();
            if (facts.gap(Topic.GROUP_MEMBERSHIPS, at.id()).isPresent()) {
                found.put(at.id(), at);
            }
            for (var membership : direct.getOrDefault(at.id(), List.of())) {
                var path = new ArrayList<Step>();
                path.add(new Step(
                        "%s is a member of %s".formatted(membership.member(), membership.group()),
                        membership.source()));
                path.addAll(at.path());
                var member = new Member(CanonicalId.of(membership.member()), path);
                if (isGroup(member.id())) {
                    if (seen.add(member.id())) {
                        queue.add(member);
                    }
                } else {
                    found.putIfAbsent(member.id(), member);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Of each group that is in others, those that it is in. */
    Map<String, Set<String>> groupsOfGroups() {
        var groups = new TreeMap<String, Set<String>>();
        direct.forEach((group, memberships) -> {
            for (var membership : memberships) {
                var member = CanonicalId.of(membership.member());
                if (isGroup(member)) {
                    groups.computeIfAbsent(member, key -> new TreeSet<>()).add(group);
                }
            }
        });
        return groups;
    }

    /** True for an id that names a group of either provider, whether or not anything is known of its members. */
    public boolean isGroup(String id) {
        return id.startsWith("group:") || id.startsWith("arn:") && id.contains(":group/");
    }
}
