package dev.ullage.ledger;

import dev.ullage.access.CanonicalId;
import dev.ullage.access.FactIndex;
import dev.ullage.model.Answer;
import dev.ullage.model.AuditConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether Data Access logs are switched on for Cloud Storage.
 *
 * @see <a href="https://cloud.google.com/logging/docs/audit/configure-data-access">Configure Data Access audit logs</a>
 */
final class GcpDataAccessLogs {

    private static final Set<String> SERVICES = Set.of("storage.googleapis.com", "allServices");

    private final FactIndex facts;
    private final List<AuditConfig> configs;

    GcpDataAccessLogs(FactIndex facts) {
        this.facts = facts;
        this.configs = facts.all(AuditConfig.class).stream()
                .filter(config -> SERVICES.contains(config.service()))
                .toList();
    }

    /** A project inherits what is switched on above it, and with it who is exempted, and cannot switch it off. */
    Optional<String> switchedOff(String principal, String bucket, String logType) {
        var upwards = facts.upwards(facts.containerOf(bucket));
        var matching = configs.stream()
                .filter(config ->
                        config.logType().equals(logType) && upwards.contains(facts.containerOf(config.resource())))
                .toList();
        if (matching.isEmpty()) {
            return Optional.of(
                    "%s logs of storage.googleapis.com are not switched on for %s".formatted(logType, upwards.get(0)));
        }
        for (var config : matching) {
            for (var member : config.exemptedMembers()) {
                var exempted = exempts(CanonicalId.of(member), CanonicalId.of(principal));
                if (exempted != Answer.NO) {
                    return Optional.of("%s %s exempted from %s logs on %s"
                            .formatted(
                                    principal,
                                    exempted == Answer.YES ? "is" : "may, through %s, be".formatted(member),
                                    logType,
                                    config.resource()));
                }
            }
        }
        return Optional.empty();
    }

    private Answer exempts(String member, String principal) {
        if (member.equals(principal) || Everybody.includes(member)) {
            return Answer.YES;
        }
        if (Everybody.includes(principal)) {
            return Answer.NO;
        }
        if (facts.memberships().isGroup(member)) {
            var members = facts.memberships().of(member);
            if (members.stream().anyMatch(one -> one.id().equals(principal))) {
                return Answer.YES;
            }
            return members.stream().anyMatch(one -> Crowd.mayInclude(one.id(), principal)) ? Answer.UNKNOWN : Answer.NO;
        }
        return Crowd.mayInclude(member, principal) ? Answer.UNKNOWN : Answer.NO;
    }
}
