package dev.ullage.model;

import java.util.List;

/**
 * A GCP principal access boundary policy (IAM v3): where the principals that it is bound to may have access at all.
 *
 * @param name {@code organizations/1/locations/global/principalAccessBoundaryPolicies/home}
 * @param resources organisations, folders and projects that its rules name, such as {@code projects/acme-ml}, sorted
 * @param enforcementVersion as written: {@code 1}, {@code latest}; empty where the export leaves it out
 * @see <a href="https://cloud.google.com/iam/docs/principal-access-boundary-policies">Principal access boundaries</a>
 */
public record AccessBoundary(String name, List<String> resources, String enforcementVersion, Source source)
        implements Fact {

    public AccessBoundary {
        resources = resources.stream().sorted().distinct().toList();
    }
}
