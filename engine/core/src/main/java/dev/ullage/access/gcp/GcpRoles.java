package dev.ullage.access.gcp;

import dev.ullage.access.FactIndex;
import dev.ullage.model.CustomRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What roles permit: predefined roles from the catalogue that comes with the program, custom roles from the estate. A
 * role in neither is unknown, which is not the same as empty.
 */
final class GcpRoles {

    private static final String CATALOGUE = "predefined-roles.txt";

    private final Map<String, Set<String>> permissions;

    /** No custom role can take the name of a predefined one. */
    GcpRoles(FactIndex facts) {
        permissions = new HashMap<>(predefined());
        for (var role : facts.all(CustomRole.class)) {
            permissions.putIfAbsent(role.name(), role.deleted() ? Set.of() : Set.copyOf(role.permissions()));
        }
    }

    /** The role's permissions, of predefined roles only those that concern us; empty when the role is not known. */
    Optional<Set<String>> permissions(String role) {
        return Optional.ofNullable(permissions.get(role));
    }

    private static Map<String, Set<String>> predefined() {
        var roles = new HashMap<String, Set<String>>();
        try (var stream = GcpRoles.class.getResourceAsStream(CATALOGUE)) {
            if (stream == null) {
                throw new IllegalStateException("the role catalogue is missing from the program: " + CATALOGUE);
            }
            var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    var words = line.split(" ");
                    roles.put(words[0], Set.copyOf(Arrays.asList(words).subList(1, words.length)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return roles;
    }
}
