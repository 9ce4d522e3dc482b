package dev.ullage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.Entitlement;
import dev.ullage.access.NameSet;
import dev.ullage.access.SmallEstates;
import dev.ullage.analysis.LedgerRow;
import dev.ullage.analysis.LedgerVerdict;
import dev.ullage.estate.IntentKind;
import dev.ullage.model.Answer;
import dev.ullage.model.Fact;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Place;
import dev.ullage.model.Provider;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Usage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the ledger that hold for whatever the clouds say and the owners declare. */
class LedgerLawsTest {

    /** Facts and declarations with the rows that they give. */
    private record Case(List<Fact> facts, Book book, List<LedgerRow> rows) {}

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        SmallEstates.estates(),
                        SmallEstates.usage(),
                        declarations().list().ofMaxSize(4))
                .as((estate, usage, declarations) -> {
                    var facts = new ArrayList<>(estate);
                    facts.addAll(usage);
                    var book = Book.of();
                    declarations.forEach(declaration -> declaration.accept(book));
                    return new Case(facts, book, book.rows(facts));
                });
    }

    private static Arbitrary<Consumer<Book>> declarations() {
        var intents = Combinators.combine(
                        Arbitraries.of(IntentKind.class),
                        Arbitraries.of(SmallEstates.PRINCIPALS),
                        Arbitraries.of("reads ", "writes "),
                        Arbitraries.of("", "/a/", "/a/b/", "/b/", "/a/x", "/z"))
                .as((kind, who, how, where) -> (Consumer<Book>) book -> book.intent(
                        kind,
                        who,
                        how + (who.startsWith("arn:") ? SmallEstates.AWS_BUCKET : SmallEstates.GCP_BUCKET) + where));
        return Arbitraries.oneOf(
                intents,
                Arbitraries.of(
                        Book::complete,
                        book -> book.logs(Provider.GCP, "projects/acme"),
                        book -> book.logs(Provider.AWS, SmallEstates.ACME),
                        book -> book.breakGlass(SmallEstates.PRINCIPALS.get(0))));
    }

    /** Rows that are about the same names: of one principal, class and resource, its objects apart from itself. */
    private static Map<String, List<LedgerRow>> byCell(List<LedgerRow> rows) {
        var cells = new TreeMap<String, List<LedgerRow>>();
        for (var row : rows) {
            cells.computeIfAbsent(
                            key(
                                    row.principal(),
                                    row.permissionClass(),
                                    row.place().resource(),
                                    row.place().isObjects()),
                            key -> new ArrayList<>())
                    .add(row);
        }
        return cells;
    }

    private static String key(String principal, PermissionClass permissionClass, String resource, boolean onObjects) {
        return "%s %s %s %s".formatted(principal, permissionClass, resource, onObjects);
    }

    private static NameSet names(List<LedgerRow> rows) {
        return NameSet.union(
                rows.stream().map(LedgerRow::place).map(NameSet::of).toList());
    }

    /** Objects have no empty name. */
    private static boolean covers(NameSet covering, NameSet covered) {
        return covering.or(NameSet.itself()).containsAll(covered);
    }

    @Property(tries = 150)
    void every_witness_lies_in_its_place(@ForAll("cases") Case one) {
        assertThat(one.rows).allMatch(row -> liesIn(row.witness(), row.place()));
    }

    private static boolean liesIn(String witness, Place place) {
        if (!place.isObjects()) {
            return witness.equals(place.resource());
        }
        return witness.startsWith(place.resource() + "/")
                && witness.length() > place.resource().length() + 1
                && NameSet.of(place).contains(witness.substring(place.resource().length() + 1));
    }

    @Property(tries = 150)
    void no_name_is_in_two_rows_of_a_cell(@ForAll("cases") Case one) {
        byCell(one.rows).forEach((key, rows) -> {
            var seen = NameSet.none();
            for (var row : rows) {
                var here = NameSet.of(row.place());
                var twice = here.and(seen);
                assertThat(row.place().isObjects() ? twice.minus(NameSet.itself()) : twice)
                        .as("%s in %s", key, rows.stream().map(LedgerRow::place).toList())
                        .matches(NameSet::isEmpty);
                seen = seen.or(here);
            }
        });
    }

    @Property(tries = 150)
    void everything_that_is_granted_is_in_a_row_that_says_so(@ForAll("cases") Case one) {
        var cells = byCell(one.rows);
        for (var entitlement : Access.of(Snapshot.of(one.facts)).entitlements()) {
            var rows = cells.getOrDefault(key(entitlement), List.of());
            var granted = names(
                    rows.stream().filter(row -> row.granted() == Answer.YES).toList());
            var possible = names(
                    rows.stream().filter(row -> row.granted() != Answer.NO).toList());

            assertThat(covers(granted, entitlement.reach().sure()))
                    .as("%s in %s", entitlement, rows)
                    .isTrue();
            assertThat(covers(possible, entitlement.reach().possible())).isTrue();
        }
    }

    private static String key(Entitlement entitlement) {
        return key(
                entitlement.principal(),
                entitlement.permissionClass(),
                entitlement.resource(),
                entitlement.isOnObjects());
    }

    @Property(tries = 150)
    void everything_that_is_declared_is_in_a_row_that_says_so(@ForAll("cases") Case one) {
        var declared = names(one.rows.stream()
                .filter(row -> row.declared() == Answer.YES && row.permissionClass() == PermissionClass.READ)
                .toList());
        for (var intent : one.book.estate().intents()) {
            for (var place : intent.reads()) {
                var rest = place.substring(Math.min(place.length(), SmallEstates.GCP_BUCKET.length() + 1));
                var names = rest.isEmpty() || rest.endsWith("/") ? NameSet.prefix(rest) : NameSet.of(rest);

                assertThat(covers(declared, names)).as(place).isTrue();
            }
        }
    }

    @Property(tries = 150)
    void everything_that_was_used_is_in_a_row_that_does_not_deny_it(@ForAll("cases") Case one) {
        for (var fact : one.facts) {
            if (fact instanceof Usage usage
                    && usage.permission().toLowerCase(Locale.ROOT).contains("get")) {
                assertThat(one.rows)
                        .as(usage.toString())
                        .anyMatch(row ->
                                (row.principal().equals(usage.principal()) || Everybody.includes(row.principal()))
                                        && row.permissionClass() == PermissionClass.READ
                                        && row.used() != Answer.NO
                                        && NameSet.of(row.place()).intersects(NameSet.prefix(usage.prefix())));
            }
        }
    }

    @Property(tries = 150)
    void what_is_open_says_what_is_missing(@ForAll("cases") Case one) {
        assertThat(one.rows)
                .filteredOn(row -> row.granted() == Answer.UNKNOWN || row.used() == Answer.UNKNOWN)
                .allSatisfy(row -> assertThat(row.missing()).isNotEmpty());
        assertThat(one.rows)
                .filteredOn(row -> row.granted() != Answer.UNKNOWN && row.used() != Answer.UNKNOWN)
                .allSatisfy(row -> assertThat(row.missing()).isEmpty());
    }

    @Property(tries = 150)
    void what_is_granted_is_explained_and_what_is_not_is_not(@ForAll("cases") Case one) {
        assertThat(one.rows)
                .filteredOn(row -> row.granted() == Answer.YES)
                .allSatisfy(row -> assertThat(row.because()).isNotEmpty());
        assertThat(one.rows)
                .filteredOn(row -> row.granted() == Answer.NO)
                .allSatisfy(row -> assertThat(row.because()).isEmpty());
    }

    @Property(tries = 150)
    void every_row_has_the_verdict_of_its_columns_and_names_a_permission(@ForAll("cases") Case one) {
        assertThat(one.rows).allSatisfy(row -> {
            assertThat(row.verdict()).isEqualTo(LedgerVerdict.of(row.granted(), row.declared(), row.used()));
            assertThat(row.permission()).isNotEmpty();
            assertThat(row.uses() > 0).isEqualTo(row.lastUsed() != null);
        });
    }

    @Property(tries = 100)
    void the_order_of_facts_changes_nothing(@ForAll("cases") Case one, @ForAll long seed) {
        var shuffled = new ArrayList<>(one.facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(one.book.rows(shuffled)).isEqualTo(one.rows);
    }
}
