package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.simulation.gcp.Requester.Kind;
import java.util.List;

/**
 * The project, folders and organisation above what is asked for: all of them, in any order.
 *
 * @param entries as the case has them
 */
record Hierarchy(JsonNode entries) {

    private static final String MANAGER = "cloudresourcemanager.googleapis.com/";

    /** Whether a resource that is named in any of the ways that policies have is one of them. */
    Truth includes(String resource) {
        var name = shortName(resource);
        var found = Truth.NO;
        for (var entry : entries) {
            var here = entry.path("name").asText();
            boolean projects = here.startsWith("projects/") && name.startsWith("projects/");
            found = found.or(
                    projects
                            ? Requester.sameProject(
                                    here.substring("projects/".length()), name.substring("projects/".length()))
                            : Truth.of(here.equals(name)));
        }
        return found;
    }

    /** The project of what is asked for, or nothing if the case has none. */
    String project() {
        for (var entry : entries) {
            if (entry.path("name").asText().startsWith("projects/")) {
                return entry.path("name").asText().substring("projects/".length());
            }
        }
        return "";
    }

    /**
     * Whether a service account or a workload pool belongs to a project, or to any project of a folder or an
     * organisation. What is above a project is known of one project only, the one that is asked for.
     */
    Truth holds(Requester requester, String resource, Kind... kinds) {
        if (requester.kind() == Kind.OBSCURE) {
            return Truth.MAYBE;
        }
        if (!List.of(kinds).contains(requester.kind())) {
            return Truth.NO;
        }
        var name = shortName(resource);
        if (name.startsWith("projects/")) {
            return requester.belongsTo(name.substring("projects/".length()));
        }
        return requester.belongsTo(project()) == Truth.YES ? includes(name) : Truth.MAYBE;
    }

    private static String shortName(String resource) {
        int manager = resource.indexOf(MANAGER);
        return manager < 0 ? resource : resource.substring(manager + MANAGER.length());
    }
}
