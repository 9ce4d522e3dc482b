package dev.ullage.collectors.exports.aws;

import dev.ullage.model.Answer;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import dev.ullage.model.Trail;
import dev.ullage.model.TrailSelector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * CloudTrail's trails: a list says which there are, and for each one file tells whether it records and another what. Only
 * the last two together say what the logs must hold.
 */
final class Trails {

    private final Hierarchy hierarchy;
    private final Map<String, Description> descriptions = new TreeMap<>();
    private final List<Listing> listings = new ArrayList<>();
    private final List<Status> statuses = new ArrayList<>();
    private final Map<String, Selectors> selectors = new HashMap<>();

    private record Description(
            String name, String account, boolean ofOrganization, boolean allRegions, Source source) {}

    private record Listing(List<String> arns, List<String> folders, Source source) {}

    private record Status(
            @Nullable String trail,
            boolean logging,
            @Nullable Instant startedAt,
            List<String> folders,
            Source source) {}

    private record Selectors(List<TrailSelector> list, boolean exact) {}

    Trails(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** Takes note of a trail. */
    void described(String arn, String name, String account, boolean ofOrganization, boolean allRegions, Source source) {
        descriptions.putIfAbsent(arn, new Description(name, account, ofOrganization, allRegions, source));
    }

    /** Takes note of a list of trails. */
    void listed(List<String> arns, List<String> folders, Source source) {
        listings.add(new Listing(arns, folders, source));
    }

    /** Takes note of a trail's state; {@code trail} is its ARN or name, null where the file does not say it. */
    void status(
            @Nullable String trail, boolean logging, @Nullable Instant startedAt, List<String> folders, Source source) {
        statuses.add(new Status(trail, logging, startedAt, folders, source));
    }

    /** Takes note of what a trail records; {@code exact} is false when some selectors cannot be expressed. */
    void selectors(String arn, List<TrailSelector> list, boolean exact) {
        selectors.put(arn, new Selectors(list, exact));
    }

    /** Gives every trail once, and how much was read of each list. */
    void conclude(Consumer<Fact> facts) {
        var states = new HashMap<String, Status>();
        for (var status : statuses) {
            var arn = arnOf(status);
            if (arn != null) {
                states.put(arn, status);
            } else {
                facts.accept(partial(
                        "*",
                        "`" + status.source.file() + "` does not say which trail it describes; put it"
                                + " into a folder named after its trail",
                        status.source));
            }
        }
        descriptions.forEach((arn, trail) -> facts.accept(trail(arn, trail, states.get(arn))));
        listings.forEach(listing -> cover(listing, states, facts));
    }

    private Trail trail(String arn, Description trail, @Nullable Status state) {
        var recorded = selectors.get(arn);
        return new Trail(
                arn,
                container(trail),
                state == null ? Answer.UNKNOWN : Answer.of(state.logging),
                state == null ? null : state.startedAt,
                trail.allRegions,
                recorded == null ? List.of() : recorded.list,
                recorded != null && recorded.exact,
                trail.source);
    }

    private String container(Description trail) {
        var organization = hierarchy.organization();
        return trail.ofOrganization && organization != null ? organization : trail.account;
    }

    /** The trail of a state: as a field says, by the nearest folder or file name, or the only one of the account. */
    private @Nullable String arnOf(Status status) {
        if (status.trail != null) {
            return descriptions.containsKey(status.trail) ? status.trail : named(status.trail, status.folders);
        }
        for (int i = status.folders.size() - 1; i >= 0; i--) {
            var segment = status.folders.get(i);
            var arn = named(segment, status.folders);
            if (arn == null && segment.contains(".")) {
                arn = named(segment.substring(0, segment.indexOf('.')), status.folders);
            }
            if (arn != null) {
                return arn;
            }
        }
        return only(arns(status.folders, null));
    }

    private @Nullable String named(String name, List<String> folders) {
        return only(arns(folders, name));
    }

    /**
     * Trails with a name, or of any when it is null, out of the lists of the folder's account, or where no folder names
     * an account, out of all. An account's list has its organisation's trails too, whose ARNs are of another account.
     */
    private List<String> arns(List<String> folders, @Nullable String name) {
        var account = Hierarchy.accountIn(folders);
        return listings.stream()
                .filter(listing -> account == null || account.equals(hierarchy.accountOf(listing.folders)))
                .flatMap(listing -> listing.arns.stream())
                .distinct()
                .filter(arn -> name == null || isNamed(arn, name))
                .toList();
    }

    private boolean isNamed(String arn, String name) {
        var description = descriptions.get(arn);
        return description != null && description.name.equals(name);
    }

    private static @Nullable String only(List<String> arns) {
        return arns.size() == 1 ? arns.get(0) : null;
    }

    private void cover(Listing listing, Map<String, Status> states, Consumer<Fact> facts) {
        var missing = new ArrayList<String>();
        var scopes = new TreeSet<String>();
        var account = hierarchy.accountOf(listing.folders);
        if (account != null) {
            scopes.add(account);
        }
        for (var arn : listing.arns) {
            var trail = descriptions.get(arn);
            if (trail != null) {
                scopes.add(container(trail));
            }
            if (!states.containsKey(arn)) {
                missing.add("`get-trail-status` of " + arn);
            }
            if (!selectors.containsKey(arn)) {
                missing.add("`get-event-selectors` of " + arn);
            }
        }
        for (var scope : scopes) {
            facts.accept(
                    missing.isEmpty()
                            ? new Coverage(Topic.LOG_CONFIG, scope, CoverageStatus.COMPLETE, "", listing.source)
                            : partial(scope, "not read: " + String.join(", ", missing), listing.source));
        }
    }

    private static Coverage partial(String scope, String reason, Source source) {
        return new Coverage(Topic.LOG_CONFIG, scope, CoverageStatus.PARTIAL, reason, source);
    }
}
