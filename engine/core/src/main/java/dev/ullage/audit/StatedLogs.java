package dev.ullage.audit;

import dev.ullage.estate.Estate;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.LogConfigChange;
import dev.ullage.model.LogExport;
import dev.ullage.model.LogKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Topic;
import dev.ullage.model.Usage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Turns what the operator states of the logs into coverage. A statement about logs of which the input holds not one record
 * is not believed: somebody forgot the files.
 */
final class StatedLogs {

    private StatedLogs() {}

    static Snapshot addedTo(Snapshot snapshot, Estate estate) {
        var held = EnumSet.noneOf(Provider.class);
        snapshot.all(Usage.class).forEach(usage -> held.add(usage.provider()));
        snapshot.all(LogConfigChange.class).forEach(change -> held.add(change.provider()));
        var facts = new ArrayList<Fact>();
        for (var type : dev.ullage.model.FactType.values()) {
            facts.addAll(snapshot.all(type));
        }
        facts.addAll(coverage(estate.logExports(), held));
        return Snapshot.of(facts);
    }

    private static List<Coverage> coverage(List<LogExport> exports, Set<Provider> held) {
        return exports.stream()
                .map(export -> {
                    boolean believed = held.contains(export.provider());
                    return new Coverage(
                            export.kind() == LogKind.ADMIN ? Topic.ADMIN_LOGS : Topic.DATA_LOGS,
                            export.scope(),
                            believed ? CoverageStatus.COMPLETE : CoverageStatus.PARTIAL,
                            believed ? "" : "the logs are said to be in the input, which holds no record of them",
                            export.source());
                })
                .toList();
    }
}
