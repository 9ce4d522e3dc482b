package dev.ullage.collectors.exports.aws;

import dev.ullage.model.Answer;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.CredentialKind;
import dev.ullage.model.Fact;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The access keys that the input speaks of. Up to three files describe the same key: the credential report, which knows
 * everything but its id; the list of a user's keys; and the key's last use. Each key is given once, under its own id where
 * a file has it.
 */
final class AccessKeys {

    private static final Comparator<AccessKey> OLDEST_FIRST = Comparator.comparing(
                    AccessKey::created, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(AccessKey::id);

    private final Hierarchy hierarchy;
    private final Identities identities;
    private final List<Listed> listed = new ArrayList<>();
    private final List<AccessKey> reported = new ArrayList<>();
    private final TreeSet<String> reportedAccounts = new TreeSet<>();

    /**
     * A key from a file that names the user and not the account.
     *
     * @param id null when the file does not say which of the user's keys it is
     * @param active null when the file does not say it
     */
    private record Listed(
            @Nullable String id,
            String user,
            @Nullable Instant created,
            Answer active,
            LastUse lastUse,
            List<String> folders,
            Source source) {}

    AccessKeys(Hierarchy hierarchy, Identities identities) {
        this.hierarchy = hierarchy;
        this.identities = identities;
    }

    /** Takes note of a key in a list of a user's keys. */
    void listed(String id, String user, @Nullable Instant created, Answer active, List<String> folders, Source source) {
        hierarchy.accountAt(folders, source);
        listed.add(new Listed(id, user, created, active, LastUse.UNKNOWN, folders, source));
    }

    /** Takes note of the last use of a user's key, whose id may not be known. */
    void used(@Nullable String id, String user, LastUse lastUse, List<String> folders, Source source) {
        hierarchy.accountAt(folders, source);
        listed.add(new Listed(id, user, null, Answer.UNKNOWN, lastUse, folders, source));
    }

    /** Takes note of a key in a credential report. */
    void reported(AccessKey key) {
        reported.add(key);
    }

    /** Takes note that an account's credential report was read to its end. */
    void reportRead(String account) {
        reportedAccounts.add(account);
    }

    /** Gives every key once. */
    void conclude(Consumer<Fact> facts) {
        var byUser = new TreeMap<String, Keys>();
        reported.forEach(key -> keys(byUser, key.user()).reported.add(key));
        var partial = new TreeMap<String, Source>();
        for (var key : listed) {
            var account = hierarchy.accountOf(key.folders);
            if (account == null) {
                facts.accept(gap(
                        "*",
                        "`" + key.source.file() + "` does not say whose account it describes; put it into a"
                                + " folder named after its 12-digit account",
                        key.source));
                continue;
            }
            keys(byUser, identities.userArn(account, key.user)).add(key, identities.userArn(account, key.user));
            if (!reportedAccounts.contains(account)) {
                partial.putIfAbsent(account, key.source);
            }
        }
        partial.forEach((account, source) ->
                facts.accept(gap(account, "not read: `get-credential-report`, which lists every user", source)));
        byUser.forEach((user, keys) -> keys.conclude(user, facts));
    }

    private static Keys keys(Map<String, Keys> byUser, String user) {
        return byUser.computeIfAbsent(user, key -> new Keys());
    }

    private static Coverage gap(String scope, String reason, Source source) {
        return new Coverage(Topic.CREDENTIALS, scope, CoverageStatus.PARTIAL, reason, source);
    }

    /** The keys of one user. */
    private static final class Keys {

        private final List<AccessKey> reported = new ArrayList<>();
        private final Map<String, AccessKey> withId = new TreeMap<>();
        private final List<Listed> withoutId = new ArrayList<>();

        void add(Listed key, String user) {
            if (key.id == null) {
                withoutId.add(key);
                return;
            }
            var known = new AccessKey(
                    CredentialKind.ACCESS_KEY, key.id, user, key.created, key.active, key.lastUse, key.source);
            withId.merge(key.id, known, AccessKey::with);
        }

        void conclude(String user, Consumer<Fact> facts) {
            for (var use : withoutId) {
                if (withId.size() == 1) {
                    withId.replaceAll((id, key) -> key.used(use.lastUse));
                } else {
                    facts.accept(gap(
                            Arn.parse(user).map(Arn::account).orElse("*"),
                            "`" + use.source.file() + "` does not say which key it describes; put the key's"
                                    + " id into the file's name",
                            use.source));
                }
            }
            join();
            withId.values().forEach(key -> facts.accept(key.credential()));
            reported.forEach(key -> facts.accept(key.credential()));
        }

        /**
         * Takes those out of the report that are listed. A key is the same when it was created at the same second. Of the
         * others as many as are listed are taken to be the same keys, rotated or switched since, and say nothing of their
         * use.
         */
        private void join() {
            var unmatched = new ArrayList<AccessKey>();
            for (var key : withId.values().stream().sorted(OLDEST_FIRST).toList()) {
                var same = reported.stream()
                        .filter(other -> key.created() != null && key.created().equals(other.created()))
                        .findFirst();
                same.ifPresentOrElse(
                        other -> {
                            withId.put(key.id(), key.with(other));
                            reported.remove(other);
                        },
                        () -> unmatched.add(key));
            }
            if (unmatched.size() == 1
                    && reported.size() == 1
                    && unmatched.get(0).created() == null) {
                var key = unmatched.get(0);
                withId.put(key.id(), key.with(reported.remove(0)));
            }
            reported.sort(OLDEST_FIRST);
            reported.subList(0, Math.min(unmatched.size(), reported.size())).clear();
        }
    }
}
