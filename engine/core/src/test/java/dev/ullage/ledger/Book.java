package dev.ullage.ledger;

import dev.ullage.access.Access;
import dev.ullage.access.FactIndex;
import dev.ullage.analysis.LedgerRow;
import dev.ullage.estate.Estate;
import dev.ullage.estate.Intent;
import dev.ullage.estate.IntentKind;
import dev.ullage.model.Answer;
import dev.ullage.model.Fact;
import dev.ullage.model.LogExport;
import dev.ullage.model.LogKind;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An estate's declarations and the ledger they give with a snapshot, for a test. */
final class Book {

    static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    /** A time within the window of 90 days. */
    static final String IN_WINDOW = "2026-11-01T00:00:00Z";

    private final List<Intent> intents = new ArrayList<>();
    private final List<LogExport> exports = new ArrayList<>();
    private boolean complete;

    static Book of() {
        return new Book();
    }

    /** Declares places, each {@code reads gs://…} or {@code writes gs://…}. */
    Book intent(IntentKind kind, String principal, String... places) {
        return intent(kind, principal, false, places);
    }

    Book breakGlass(String principal) {
        return intent(IntentKind.INSPECT, principal, true);
    }

    private Book intent(IntentKind kind, String principal, boolean breakGlass, String... places) {
        var reads = new ArrayList<String>();
        var writes = new ArrayList<String>();
        for (var place : places) {
            int space = place.indexOf(' ');
            (place.startsWith("reads") ? reads : writes).add(place.substring(space + 1));
        }
        intents.add(new Intent(
                "workload-" + intents.size(),
                List.of(principal),
                kind,
                reads,
                writes,
                "prod",
                "owner@acme.example",
                LocalDate.parse("2027-03-31"),
                breakGlass,
                new Source("intents/w.yaml", 1, "")));
        return this;
    }

    /** Who has no intent is meant to have nothing. */
    Book complete() {
        complete = true;
        return this;
    }

    /** The operator states that all logs of a scope are in the input. */
    Book logs(Provider provider, String scope) {
        return logs(provider, scope, LogKind.DATA, "2026-08-01T00:00:00Z", "2026-11-20T00:00:00Z")
                .logs(provider, scope, LogKind.ADMIN, "2026-08-01T00:00:00Z", "2026-11-20T00:00:00Z");
    }

    Book logs(Provider provider, String scope, LogKind kind, String from, String to) {
        exports.add(new LogExport(
                provider, scope, kind, Instant.parse(from), Instant.parse(to), new Source("estate.yaml", 1, "")));
        return this;
    }

    Estate estate() {
        return new Estate("acme", null, complete, List.of(), List.of(), exports, 90, intents, List.of());
    }

    List<LedgerRow> rows(List<Fact> facts) {
        var snapshot = Snapshot.of(facts);
        return new Ledger(new FactIndex(snapshot), estate(), Access.of(snapshot).entitlements(), NOW).rows();
    }

    /** Rows of a principal and some classes, each as {@code place granted declared used verdict}. */
    List<String> lines(List<Fact> facts, String principal, PermissionClass... classes) {
        return rows(facts, principal, classes).stream()
                .map(row -> "%s %s%s%s %s"
                        .formatted(
                                row.place(),
                                letter(row.granted()),
                                letter(row.declared()),
                                letter(row.used()),
                                row.verdict()))
                .toList();
    }

    List<LedgerRow> rows(List<Fact> facts, String principal, PermissionClass... classes) {
        return rows(facts).stream()
                .filter(row ->
                        row.principal().equals(principal) && List.of(classes).contains(row.permissionClass()))
                .toList();
    }

    private static String letter(Answer answer) {
        return switch (answer) {
            case YES -> "Y";
            case NO -> "N";
            case UNKNOWN -> "?";
        };
    }
}
