package dev.ullage.access.gcp;

import dev.ullage.access.Becoming;
import dev.ullage.access.CanonicalId;
import dev.ullage.access.EntitlementBuilder;
import dev.ullage.access.FactIndex;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import dev.ullage.cel.iam.IamConditions;
import dev.ullage.model.Answer;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who can act as which service account, and how: by its tokens and signatures, by a key for it, by code that runs as it, by
 * giving oneself any of these, or through others. An ID token is no way: Google's services do not take it for the account.
 *
 * @see <a href="https://cloud.google.com/iam/docs/service-account-permissions">Roles for service account authentication</a>
 */
public final class GcpBecoming {

    /**
     * One way from an identity to another.
     *
     * @param from who can; a set of identities stands for those who are not listed
     * @param to {@link Principal#id} of the service account
     * @param permission what makes it possible, such as {@code iam.serviceAccounts.getAccessToken}
     * @param sure {@code YES} or {@code UNKNOWN}
     * @param explanation from {@code from} to the permission
     * @param missing why it is not sure; empty when it is
     */
    public record Edge(
            String from, String to, String permission, Answer sure, Explanation explanation, List<String> missing) {

        public Edge {
            missing = missing.stream().sorted().distinct().toList();
        }
    }

    private static final String ACT_AS = "iam.serviceAccounts.actAs";
    private static final String DELEGATE = "iam.serviceAccounts.implicitDelegation";
    private static final String TOKEN = "iam.serviceAccounts.getAccessToken";
    private static final String HMAC = "storage.hmacKeys.create";

    /** Each is enough by itself: signatures can be exchanged for tokens, and whoever sets the policy can grant the rest. */
    private static final List<String> ON_THE_ACCOUNT = List.of(
            TOKEN,
            "iam.serviceAccounts.signBlob",
            "iam.serviceAccounts.signJwt",
            "iam.serviceAccountKeys.create",
            "iam.serviceAccounts.setIamPolicy");

    private static final Map<ContainerKind, String> ABOVE_IT = Map.of(
            ContainerKind.PROJECT, "resourcemanager.projects.setIamPolicy",
            ContainerKind.FOLDER, "resourcemanager.folders.setIamPolicy",
            ContainerKind.ORGANIZATION, "resourcemanager.organizations.setIamPolicy");

    /**
     * Permissions to start something that runs as a service account.
     *
     * @see <a href="https://cloud.google.com/iam/docs/attach-service-accounts">Attach service accounts to resources</a>
     */
    private static final List<String> RUNS_CODE = List.of(
            "aiplatform.customJobs.create",
            "aiplatform.notebookExecutionJobs.create",
            "aiplatform.pipelineJobs.create",
            "appengine.versions.create",
            "batch.jobs.create",
            "cloudbuild.builds.create",
            "cloudfunctions.functions.create",
            "composer.environments.create",
            "compute.instances.create",
            "dataflow.jobs.create",
            "dataproc.clusters.create",
            "notebooks.instances.create",
            "run.jobs.create",
            "run.services.create",
            "run.services.update",
            "workflows.workflows.create");

    private final FactIndex facts;
    private final Instant asOf;
    private final GcpPolicies policies;
    private final GcpMembers members;
    private final Map<String, Map<String, List<Edge>>> onContainers = new HashMap<>();
    private final Map<String, Map<String, Explanation>> starters = new HashMap<>();

    /** Prepares to answer for a snapshot as of a time. */
    public GcpBecoming(FactIndex facts, Instant asOf) {
        this.facts = facts;
        this.asOf = asOf;
        this.policies = new GcpPolicies(facts, new IamConditions(), Map.of());
        this.members = new GcpMembers(facts, policies.matching());
    }

    /** Every way of one step, and every chain of delegation, sorted by its ends and permission. */
    public List<Edge> edges() {
        var edges = new ArrayList<Edge>();
        var delegations = new ArrayList<Edge>();
        for (var account : facts.principals()) {
            if (account.provider() == Provider.GCP
                    && account.kind() == PrincipalKind.SERVICE_ACCOUNT
                    && account.enabled() != Answer.NO) {
                to(account.id(), edges, delegations);
            }
        }
        edges.addAll(chains(delegations, edges));
        edges.removeIf(edge -> edge.from().equals(CanonicalId.of(edge.to())));
        edges.sort(Comparator.comparing(Edge::from).thenComparing(Edge::to).thenComparing(Edge::permission));
        return edges;
    }

    /**
     * The same as steps, and those that a principal can take because it is, or may be, one of many who can: of a domain, of
     * everybody, of a pool, or of a group whose members were not read.
     *
     * @param principal {@link Principal#id}, or a member string of somebody who is not listed
     */
    public List<Becoming> stepsFrom(String principal) {
        var who = CanonicalId.of(principal);
        var steps = new LinkedHashSet<Becoming>();
        for (var edge : edges()) {
            steps.add(step(edge.from(), edge, edge.sure()));
            var asOneOfMany = policies.matching().match(edge.from(), who).answer();
            if (asOneOfMany != Answer.NO) {
                steps.add(step(who, edge, asOneOfMany.and(edge.sure())));
            }
        }
        return List.copyOf(steps);
    }

    private static Becoming step(String from, Edge edge, Answer certainty) {
        return new Becoming(from, CanonicalId.of(edge.to()), edge.permission(), certainty);
    }

    private void to(String account, List<Edge> edges, List<Edge> delegations) {
        var holdings = new GcpHoldings(policies, members, account, asOf);
        ON_THE_ACCOUNT.forEach(permission -> edges.addAll(holders(holdings, permission, account)));
        delegations.addAll(holders(holdings, DELEGATE, account));
        var project = facts.containerOf(account);
        holders(holdings, ACT_AS, account).forEach(edge -> edges.add(attaching(edge, project)));
        for (var container : facts.upwards(project)) {
            var above = onContainers.computeIfAbsent(container, this::onContainer);
            above.forEach((permission, found) -> found.forEach(edge -> {
                // A key for the S3-compatible API is made in the account's own project.
                if (!permission.equals(HMAC) || container.equals(project)) {
                    edges.add(new Edge(
                            edge.from(), account, permission, edge.sure(), edge.explanation(), edge.missing()));
                }
            }));
        }
    }

    private Map<String, List<Edge>> onContainer(String container) {
        var found = new TreeMap<String, List<Edge>>();
        facts.container(container).ifPresent(known -> {
            var holdings = new GcpHoldings(policies, members, container, asOf);
            var permission = ABOVE_IT.get(known.kind());
            if (permission != null) {
                found.put(permission, holders(holdings, permission, container));
            }
            if (known.kind() == ContainerKind.PROJECT) {
                found.put(HMAC, holders(holdings, HMAC, container));
            }
        });
        return found;
    }

    /** Those to whom a permission is left when denials and boundaries are taken away. */
    private static List<Edge> holders(GcpHoldings holdings, String permission, String to) {
        var edges = new ArrayList<Edge>();
        holdings.given(permission, false).forEach((principal, builder) -> {
            var left = builder.reach().minus(holdings.taken(principal, permission, false, builder.missing()));
            if (!left.isEmpty()) {
                edges.add(edge(principal, to, permission, left, builder));
            }
        });
        return edges;
    }

    private static Edge edge(String from, String to, String permission, Reach left, EntitlementBuilder builder) {
        boolean isSure = left.sure().intersects(NameSet.itself());
        return new Edge(
                from,
                to,
                permission,
                isSure ? Answer.YES : Answer.UNKNOWN,
                builder.grounds().get(0).explanation(),
                isSure ? List.of() : builder.missing());
    }

    /** To attach an account is of use to whoever may start something that runs as it. */
    private Edge attaching(Edge edge, String project) {
        var starting = starters.computeIfAbsent(project, this::startersIn).get(edge.from());
        var steps = new ArrayList<>(edge.explanation().steps());
        if (starting != null) {
            steps.addAll(starting.steps());
            return new Edge(edge.from(), edge.to(), ACT_AS, edge.sure(), new Explanation(steps), edge.missing());
        }
        var missing = new ArrayList<>(edge.missing());
        missing.add("whether %s may start a job, service or machine that runs as %s is not known"
                .formatted(edge.from(), edge.to()));
        return new Edge(edge.from(), edge.to(), ACT_AS, Answer.UNKNOWN, edge.explanation(), missing);
    }

    /** Who surely may start something in a project, and how. */
    private Map<String, Explanation> startersIn(String project) {
        var found = new TreeMap<String, Explanation>();
        if (facts.container(project).isPresent()) {
            var holdings = new GcpHoldings(policies, members, project, asOf);
            for (var permission : RUNS_CODE) {
                for (var edge : holders(holdings, permission, project)) {
                    if (edge.sure() == Answer.YES) {
                        var steps = new ArrayList<>(edge.explanation().steps());
                        steps.add(new Step("which permits " + permission, null));
                        found.putIfAbsent(edge.from(), new Explanation(steps));
                    }
                }
            }
        }
        return found;
    }

    /**
     * Who may delegate through one account, and from it through others, gets tokens of what the last of them may.
     *
     * @see <a href="https://cloud.google.com/iam/docs/create-short-lived-credentials-delegated">Delegated requests</a>
     */
    private static List<Edge> chains(List<Edge> delegations, List<Edge> edges) {
        var tokens =
                edges.stream().filter(edge -> edge.permission().equals(TOKEN)).toList();
        var found = new TreeMap<String, Edge>();
        // Chains that are sure first, so that none of them is hidden behind one that is not.
        for (var all : new boolean[] {false, true}) {
            var through = byFrom(delegations, all);
            var last = byFrom(tokens, all);
            through.forEach((first, links) -> {
                for (var edge : chains(first, links, through, last)) {
                    found.putIfAbsent(edge.from() + " " + edge.to(), edge);
                }
            });
        }
        return List.copyOf(found.values());
    }

    private static List<Edge> chains(
            String first, List<Edge> links, Map<String, List<Edge>> through, Map<String, List<Edge>> tokens) {
        var found = new ArrayList<Edge>();
        var seen = new HashSet<>(List.of(first));
        var queue = new ArrayDeque<>(links);
        while (!queue.isEmpty()) {
            var link = queue.remove();
            var middle = CanonicalId.of(link.to());
            if (seen.add(middle)) {
                tokens.getOrDefault(middle, List.of()).forEach(token -> found.add(joined(link, token)));
                through.getOrDefault(middle, List.of()).forEach(next -> queue.add(joined(link, next)));
            }
        }
        return found;
    }

    private static Map<String, List<Edge>> byFrom(List<Edge> edges, boolean all) {
        var map = new TreeMap<String, List<Edge>>();
        for (var edge : edges) {
            if (all || edge.sure() == Answer.YES) {
                map.computeIfAbsent(edge.from(), from -> new ArrayList<>()).add(edge);
            }
        }
        return map;
    }

    private static Edge joined(Edge first, Edge second) {
        var steps = new ArrayList<>(first.explanation().steps());
        steps.addAll(second.explanation().steps());
        var missing = new ArrayList<>(first.missing());
        missing.addAll(second.missing());
        return new Edge(
                first.from(), second.to(), DELEGATE, first.sure().and(second.sure()), new Explanation(steps), missing);
    }
}
