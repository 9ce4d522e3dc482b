package dev.ullage.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Circles in what should be a hierarchy: groups that contain each other, containers above each other. The input has none that
 * the provider would have accepted; where it has one all the same, everything ends, and somebody has to be told.
 */
public final class Circles {

    /** So many are told. */
    private static final int MOST = 20;

    private final SortedMap<String, Collection<String>> next = new TreeMap<>();
    private final List<List<String>> found = new ArrayList<>();

    private Circles(Map<String, ? extends Collection<String>> edges) {
        edges.forEach((from, to) -> next.put(from, to.stream().sorted().toList()));
    }

    /** Circles of groups and of containers, as sentences. */
    public static List<String> sentences(FactIndex facts) {
        var sentences = new ArrayList<String>();
        in(facts.memberships().groupsOfGroups())
                .forEach(circle -> sentences.add("Groups of the input contain each other (%s): who is in one is in all."
                        .formatted(String.join(" in ", circle))));
        var above = new TreeMap<String, List<String>>();
        facts.containers().forEach(container -> {
            var parent = container.parent();
            if (parent != null) {
                above.put(
                        container.id(),
                        List.of(facts.container(parent).map(known -> known.id()).orElse(parent)));
            }
        });
        in(above)
                .forEach(circle ->
                        sentences.add("The hierarchy of the input goes in a circle (%s), and is followed up to there."
                                .formatted(String.join(" below ", circle))));
        return sentences;
    }

    /** Some circle through each part of a graph that has any, each from a member back to itself; at most twenty. */
    static List<List<String>> in(Map<String, ? extends Collection<String>> edges) {
        var circles = new Circles(edges);
        var done = new HashSet<String>();
        for (var start : circles.next.keySet()) {
            circles.search(start, done);
        }
        return circles.found;
    }

    /** Depth first, without recursion: a chain may be as long as the input. */
    private void search(String start, Set<String> done) {
        var path = new ArrayList<String>();
        var onPath = new HashSet<String>();
        var open = new ArrayDeque<Iterator<String>>();
        enter(start, done, path, onPath, open);
        while (!open.isEmpty() && found.size() < MOST) {
            var rest = open.element();
            if (!rest.hasNext()) {
                open.remove();
                onPath.remove(path.remove(path.size() - 1));
                continue;
            }
            var to = rest.next();
            if (onPath.contains(to)) {
                var circle = new ArrayList<>(path.subList(path.indexOf(to), path.size()));
                circle.add(to);
                found.add(List.copyOf(circle));
            } else {
                enter(to, done, path, onPath, open);
            }
        }
    }

    private void enter(
            String node, Set<String> done, List<String> path, Set<String> onPath, ArrayDeque<Iterator<String>> open) {
        if (done.add(node)) {
            path.add(node);
            onPath.add(node);
            open.push(next.getOrDefault(node, List.of()).iterator());
        }
    }
}
