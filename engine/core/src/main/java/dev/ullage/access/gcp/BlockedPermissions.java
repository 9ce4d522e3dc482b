package dev.ullage.access.gcp;

import dev.ullage.model.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which permissions a principal access boundary can block, by its enforcement version.
 *
 * @see <a href="https://cloud.google.com/iam/docs/pab-blocked-permissions">Blocked permissions</a>
 */
final class BlockedPermissions {

    private static final String FILE = "blocked-permissions.txt";

    /** The versions that the provider's own default may stand for. */
    private static final int OLDEST_DEFAULT = 3;

    private static final int NEWEST = 4;

    /**
     * What a version adds for a service.
     *
     * @param patterns permissions, less the exceptions
     */
    private record Addition(int version, List<String> patterns, List<String> exceptions) {}

    private static final class Holder {
        private static final BlockedPermissions KNOWN = new BlockedPermissions();
    }

    private final List<Addition> additions = new ArrayList<>();
    private final Set<String> services = new HashSet<>();

    private BlockedPermissions() {
        try (var stream = BlockedPermissions.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("a catalogue is missing from the program: " + FILE);
            }
            var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    add(Arrays.asList(line.split(" ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the provider's page says of the services that concern us. */
    static BlockedPermissions known() {
        return Holder.KNOWN;
    }

    /** A version, permissions, and behind a minus exceptions from them. */
    private void add(List<String> words) {
        var patterns = words.subList(1, words.size());
        additions.add(new Addition(
                Integer.parseInt(words.get(0)),
                patterns.stream().filter(word -> !word.startsWith("-")).toList(),
                patterns.stream()
                        .filter(word -> word.startsWith("-"))
                        .map(word -> word.substring(1))
                        .toList()));
        patterns.forEach(word -> services.add(service(word.replaceFirst("^-", ""))));
    }

    private static String service(String permission) {
        return permission.substring(0, Math.max(0, permission.indexOf('/')));
    }

    /** Whether a boundary of that enforcement version can block a permission; a version left out is the latest. */
    Answer by(String version, String permission) {
        var name = GcpPermissionNames.ofDenials(permission);
        if (!services.contains(service(name))) {
            return Answer.UNKNOWN;
        }
        if (version.isEmpty() || version.equals("latest")) {
            var oldest = isBlocked(OLDEST_DEFAULT, name);
            return oldest == isBlocked(NEWEST, name) ? Answer.of(oldest) : Answer.UNKNOWN;
        }
        if (!version.matches("[1-9]\\d{0,3}")) {
            return Answer.UNKNOWN;
        }
        boolean isBlocked = isBlocked(Integer.parseInt(version), name);
        return Integer.parseInt(version) > NEWEST && !isBlocked ? Answer.UNKNOWN : Answer.of(isBlocked);
    }

    private boolean isBlocked(int version, String name) {
        return additions.stream()
                .anyMatch(addition -> addition.version() <= version
                        && GcpPermissionNames.anyMatches(addition.patterns(), name)
                        && !GcpPermissionNames.anyMatches(addition.exceptions(), name));
    }
}
