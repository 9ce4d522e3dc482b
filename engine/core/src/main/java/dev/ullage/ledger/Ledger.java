package dev.ullage.ledger;

import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.aws.AwsAcls;
import dev.ullage.access.aws.AwsDelegations;
import dev.ullage.access.gcp.GcpAcls;
import dev.ullage.analysis.LedgerRow;
import dev.ullage.estate.Estate;
import dev.ullage.ledger.Cell.Spot;
import dev.ullage.model.Answer;
import dev.ullage.model.DenyRule;
import dev.ullage.model.Effect;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts granted, declared and used side by side, for each principal, class and resource. */
public final class Ledger {

    private static final Comparator<LedgerRow> ORDER = Comparator.comparing(LedgerRow::principal)
            .thenComparing(LedgerRow::place)
            .thenComparing(LedgerRow::permissionClass)
            .thenComparing(LedgerRow::verdict);

    private final FactIndex facts;
    private final Declarations declarations;
    private final UsageIndex usage;
    private final LogProof logs;
    private final GcpAcls gcpAcls;
    private final AwsAcls awsAcls;
    private final AwsDelegations delegations;
    private final Set<Provider> denials;
    private final Map<Cell, List<Entitlement>> cells = new TreeMap<>();
    private final Map<Spot, List<Entitlement>> everybodys = new TreeMap<>();
    private final Map<Spot, List<Entitlement>> crowds = new TreeMap<>();

    /** Prepares the ledger of an estate at a time. */
    public Ledger(FactIndex facts, Estate estate, List<Entitlement> entitlements, Instant asOf) {
        this.facts = facts;
        this.declarations = new Declarations(estate, facts);
        this.logs = new LogProof(facts, estate, asOf);
        this.usage = new UsageIndex(facts, logs.from());
        this.gcpAcls = new GcpAcls(facts);
        this.awsAcls = new AwsAcls(facts);
        this.delegations = new AwsDelegations(facts);
        this.denials = denials(facts);
        for (var entitlement : entitlements) {
            var spot = new Spot(entitlement.resource(), entitlement.permissionClass(), entitlement.isOnObjects());
            add(cells, new Cell(entitlement.principal(), spot), entitlement);
            if (Everybody.includes(entitlement.principal())) {
                add(everybodys, spot, entitlement);
            } else if (Crowd.is(entitlement.principal())) {
                add(crowds, spot, entitlement);
            }
        }
    }

    private static <K> void add(Map<K, List<Entitlement>> map, K key, Entitlement entitlement) {
        map.computeIfAbsent(key, any -> new ArrayList<>()).add(entitlement);
    }

    /** All rows, sorted by principal, place and class. */
    public List<LedgerRow> rows() {
        // What is declared or used without being granted has no entitlement to start from.
        var all = new TreeSet<>(cells.keySet());
        all.addAll(declarations.cells());
        all.addAll(usage.cells());
        var rows = new ArrayList<LedgerRow>();
        for (var cell : all) {
            rows.addAll(CellRows.of(facts, cell, known(cell)));
        }
        rows.sort(ORDER);
        return List.copyOf(rows);
    }

    private CellRows.Known known(Cell cell) {
        var beyond = declarations.isBreakGlass(cell.principal())
                ? Answer.YES
                : declarations.speakOf(cell.principal()) ? Answer.NO : Answer.UNKNOWN;
        return new CellRows.Known(
                cells.getOrDefault(cell, List.of()),
                Everybody.includes(cell.principal()) ? List.of() : everybodysFor(cell),
                declarations.of(cell),
                beyond,
                usage.of(cell),
                names -> unseen(cell, names),
                unproved(cell));
    }

    /** Where anything is denied, a denial may name this one and leave the others what everybody has. */
    private List<Entitlement> everybodysFor(Cell cell) {
        var all = everybodys.getOrDefault(cell.spot(), List.of());
        return denials.contains(cell.spot().provider())
                ? all.stream().map(entitlement -> unsure(entitlement, cell)).toList()
                : all;
    }

    private static Entitlement unsure(Entitlement everybodys, Cell cell) {
        var missing = new ArrayList<>(everybodys.missing());
        missing.add("%s has it, and whether a denial takes it from %s is not evaluated"
                .formatted(everybodys.principal(), cell.principal()));
        return new Entitlement(
                everybodys.provider(),
                everybodys.principal(),
                everybodys.permissionClass(),
                everybodys.permission(),
                everybodys.resource(),
                Reach.atMost(everybodys.reach().possible()),
                everybodys.grounds(),
                missing);
    }

    private static Set<Provider> denials(FactIndex facts) {
        var providers = EnumSet.noneOf(Provider.class);
        if (!facts.all(DenyRule.class).isEmpty()) {
            providers.add(Provider.GCP);
        }
        if (facts.all(PolicyDocument.class).stream()
                .flatMap(document -> document.statements().stream())
                .anyMatch(statement -> statement.effect() == Effect.DENY)) {
            providers.add(Provider.AWS);
        }
        return providers;
    }

    /**
     * Why silence in the logs proves nothing.
     *
     * @see <a href="https://cloud.google.com/logging/docs/audit#data-access">What is public leaves no Data Access logs</a>
     */
    private Optional<String> unproved(Cell cell) {
        boolean isPublic = cell.spot().provider() == Provider.GCP && everybodys.containsKey(cell.spot());
        return isPublic
                ? Optional.of("requests for what is or may be public in %s leave no Data Access logs"
                        .formatted(cell.resource()))
                : logs.gap(
                        cell.principal(),
                        cell.resource(),
                        cell.permissionClass(),
                        cell.spot().onObjects());
    }

    /** Why a grant may exist that the input does not show; a logged refusal there shows that none does. */
    private Optional<String> unseen(Cell cell, NameSet names) {
        if (usage.wasLastRefused(cell, names)) {
            return Optional.empty();
        }
        var bucket = facts.bucket(cell.resource());
        if (bucket.isEmpty()) {
            return Optional.of("%s is not in the input".formatted(cell.resource()));
        }
        var policies = bucket.get().provider() == Provider.AWS
                ? facts.gap(Topic.BUCKET_POLICIES, cell.resource())
                        .or(() -> facts.gap(Topic.IAM_POLICIES, cell.principal()))
                : facts.inheritedGap(Topic.IAM_POLICIES, cell.resource());
        return policies.or(() -> delegations.gap(cell.resource()))
                .or(() -> unreadAcl(cell))
                .or(() -> throughCrowd(cell, names));
    }

    private Optional<String> unreadAcl(Cell cell) {
        var inForce = cell.spot().provider() == Provider.AWS
                ? awsAcls.inForce(cell.resource())
                : gcpAcls.inForce(cell.resource());
        if (inForce == Answer.NO) {
            return Optional.empty();
        }
        return cell.permissionClass() == PermissionClass.READ
                ? facts.gap(Topic.OBJECT_ACLS, cell.resource())
                : facts.gap(Topic.BUCKET_ACLS, cell.resource());
    }

    private Optional<String> throughCrowd(Cell cell, NameSet names) {
        return crowds.getOrDefault(cell.spot(), List.of()).stream()
                .filter(entitlement -> Crowd.mayInclude(entitlement.principal(), cell.principal())
                        && entitlement.reach().possible().intersects(names))
                .findFirst()
                .map(entitlement ->
                        "%s has it, and who is in it is not in the input".formatted(entitlement.principal()));
    }
}
