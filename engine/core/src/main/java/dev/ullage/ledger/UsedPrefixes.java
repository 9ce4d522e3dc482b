package dev.ullage.ledger;

import dev.ullage.access.NameSet;
import dev.ullage.model.Usage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Prefixes below which requests were seen, few enough for a person. Shortening a prefix makes use look wider than it was,
 * so that what remains as unused is still unused.
 */
final class UsedPrefixes {

    private static final int MOST = 12;

    private UsedPrefixes() {}

    /** The names below at most a dozen prefixes that cover all uses; the deepest are shortened first. */
    static NameSet names(List<Usage> uses) {
        Set<String> prefixes = new TreeSet<>();
        uses.forEach(use -> prefixes.add(use.prefix()));
        while (prefixes.size() > MOST) {
            int deepest = prefixes.stream().mapToInt(UsedPrefixes::depth).max().orElse(0);
            for (var prefix : List.copyOf(prefixes)) {
                if (depth(prefix) == deepest) {
                    prefixes.remove(prefix);
                    prefixes.add(parent(prefix));
                }
            }
        }
        return NameSet.union(prefixes.stream().map(NameSet::prefix).toList());
    }

    private static int depth(String prefix) {
        return (int) prefix.chars().filter(c -> c == '/').count();
    }

    private static String parent(String prefix) {
        int slash = prefix.lastIndexOf('/', prefix.length() - 2);
        return prefix.substring(0, slash + 1);
    }
}
