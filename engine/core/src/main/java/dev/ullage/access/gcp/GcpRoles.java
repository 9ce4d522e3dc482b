package dev.ullage.access.gcp;

import dev.ullage.access.FactIndex;
import dev.ullage.model.Answer;
import dev.ullage.model.CustomRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What roles permit: predefined roles from the catalogue that comes with the program, custom roles from the estate. A
 * role in neither is unknown, which is not the same as empty; of a predefined role nothing is known but the permissions
 * that the catalogue is about, unless it has all that the role permits.
 */
final class GcpRoles {

    private static final String FILE = "predefined-roles.txt";
    private static final String ABOUT = "about ";
    private static final String WHOLE = "whole ";

    /**
     * Predefined roles.
     *
     * @param permissions by role
     * @param about permissions, or beginnings of permissions, of which it holds all that the roles have
     * @param whole roles of which it holds all permissions
     */
    private record Catalogue(Map<String, Set<String>> permissions, List<String> about, Set<String> whole) {

        /** True when the role has the permission only if it is listed. */
        boolean tells(String role, String permission) {
            return whole.contains(role) || about.stream().anyMatch(permission::startsWith);
        }
    }

    private static final class Holder {
        private static final Catalogue CATALOGUE = read();
    }

    private final Map<String, Set<String>> custom = new HashMap<>();

    /** No custom role can take the name of a predefined one. */
    GcpRoles(FactIndex facts) {
        this(facts, Map.of());
    }

    /** {@code stated} says what some roles permit, predefined ones included. */
    GcpRoles(FactIndex facts, Map<String, Set<String>> stated) {
        custom.putAll(stated);
        for (var role : facts.all(CustomRole.class)) {
            if (!Holder.CATALOGUE.permissions().containsKey(role.name())) {
                custom.putIfAbsent(role.name(), role.deleted() ? Set.of() : Set.copyOf(role.permissions()));
            }
        }
    }

    /** The role's permissions, of predefined roles only those that concern us; empty when the role is not known. */
    Optional<Set<String>> permissions(String role) {
        var permissions = custom.get(role);
        return Optional.ofNullable(
                permissions == null ? Holder.CATALOGUE.permissions().get(role) : permissions);
    }

    /** Whether the role permits it. */
    Answer gives(String role, String permission) {
        var own = custom.get(role);
        if (own != null) {
            return Answer.of(own.contains(permission));
        }
        var predefined = Holder.CATALOGUE.permissions().get(role);
        if (predefined != null && predefined.contains(permission)) {
            return Answer.YES;
        }
        return predefined != null && Holder.CATALOGUE.tells(role, permission) ? Answer.NO : Answer.UNKNOWN;
    }

    /** Why it is not known whether the role permits it. */
    String doubt(String role, String permission) {
        return permissions(role).isPresent()
                ? "whether %s permits %s is not in the role catalogue".formatted(role, permission)
                : "what %s permits is not known: it is neither in the role catalogue nor in the input".formatted(role);
    }

    private static Catalogue read() {
        var roles = new HashMap<String, Set<String>>();
        List<String> about = List.of();
        Set<String> whole = Set.of();
        try (var stream = GcpRoles.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("the role catalogue is missing from the program: " + FILE);
            }
            var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = Arrays.asList(line.split(" "));
                if (line.startsWith(ABOUT)) {
                    about = List.copyOf(words.subList(1, words.size()));
                } else if (line.startsWith(WHOLE)) {
                    whole = Set.copyOf(words.subList(1, words.size()));
                } else if (!line.startsWith("#")) {
                    roles.put(words.get(0), Set.copyOf(words.subList(1, words.size())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Catalogue(Map.copyOf(roles), about, whole);
    }
}
