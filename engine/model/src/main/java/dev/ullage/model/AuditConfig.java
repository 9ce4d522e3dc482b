package dev.ullage.model;

import java.util.List;

/**
 * One line of a GCP audit configuration: Data Access logs of one kind are on for one service below one resource.
 *
 * @param resource organisation, folder or project that carries it
 * @param service {@code storage.googleapis.com} or {@code allServices}
 * @param logType {@code ADMIN_READ}, {@code DATA_READ} or {@code DATA_WRITE}, as the provider writes it
 * @param exemptedMembers members whose calls leave no trace
 * @see <a href="https://cloud.google.com/logging/docs/audit/configure-data-access">Data Access audit logs</a>
 */
public record AuditConfig(String resource, String service, String logType, List<String> exemptedMembers, Source source)
        implements Fact {

    public AuditConfig {
        exemptedMembers = List.copyOf(exemptedMembers);
    }
}
