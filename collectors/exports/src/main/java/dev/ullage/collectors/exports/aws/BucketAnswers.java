package dev.ullage.collectors.exports.aws;

import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the bucket that each answer is about. The answers do not name it, so the place of the file decides: its own name
 * up to a dot, or the nearest folder above it, when that is a listed bucket; or a folder below {@code s3/} or
 * {@code buckets/}. Lists of buckets may come later in the input, hence nothing is decided before the end.
 */
final class BucketAnswers {

    private static final Set<String> ABOVE_BUCKETS = Set.of("s3", "buckets");
    private static final List<BucketCall> SETTINGS_CALLS = Stream.of(BucketCall.values())
            .filter(call -> call.topic() == Topic.BUCKET_SETTINGS)
            .toList();

    private final Hierarchy hierarchy;
    private final Buckets buckets;
    private final List<BucketAnswer> answers = new ArrayList<>();
    private final Map<String, Map<BucketCall, BucketAnswer>> settingsAnswers = new TreeMap<>();

    BucketAnswers(Hierarchy hierarchy, Buckets buckets) {
        this.hierarchy = hierarchy;
        this.buckets = buckets;
    }

    /** Takes note of an answer. */
    void add(BucketAnswer answer) {
        hierarchy.accountAt(answer.folders(), answer.source());
        answers.add(answer);
    }

    /** Gives what all answers say, and how much is known of each bucket. */
    void conclude(Consumer<Fact> facts) {
        for (var answer : answers) {
            conclude(answer, facts);
        }
        settingsAnswers.forEach((bucket, byCall) -> coverSettings(bucket, byCall, facts));
    }

    private void conclude(BucketAnswer answer, Consumer<Fact> facts) {
        var folders = answer.folders();
        if (answer.call() == BucketCall.PUBLIC_ACCESS_BLOCK
                && listedInFileName(folders) == null
                && isOfAccount(folders)) {
            aboutAccount(answer, facts);
            return;
        }
        var name = bucketIn(folders);
        if (name == null) {
            facts.accept(
                    gap(answer, "does not say which bucket it describes; put it into a folder named after its bucket"));
            return;
        }
        var bucket = Buckets.id(name);
        buckets.named(bucket, folders, answer.source());
        answer.about().facts(bucket).forEach(facts);
        if (answer.call().topic() == Topic.BUCKET_SETTINGS) {
            settingsAnswers
                    .computeIfAbsent(bucket, key -> new EnumMap<>(BucketCall.class))
                    .merge(answer.call(), answer, BucketAnswers::worse);
        } else if (answer.call().topic() != Topic.BUCKETS || answer.status() != CoverageStatus.COMPLETE) {
            facts.accept(coverage(answer.call().topic(), bucket, answer));
        }
    }

    private static BucketAnswer worse(BucketAnswer one, BucketAnswer other) {
        return one.status().compareTo(other.status()) >= 0 ? one : other;
    }

    private void aboutAccount(BucketAnswer answer, Consumer<Fact> facts) {
        var account = hierarchy.accountOf(answer.folders());
        if (account == null) {
            facts.accept(gap(
                    answer, "does not say which account it describes; put it into a folder named after its account"));
            return;
        }
        answer.about().facts(account).forEach(facts);
        facts.accept(coverage(Topic.ACCOUNT_SETTINGS, account, answer));
    }

    /** What is below an account's own folder and no other, or says so in its name, is of the account as a whole. */
    private static boolean isOfAccount(List<String> folders) {
        var last = folders.size() - 1;
        return last >= 0
                && (folders.get(last).toLowerCase(Locale.ROOT).contains("account")
                        || folders.contains("s3control")
                        || (last >= 1 && Hierarchy.isAccount(folders.get(last - 1))));
    }

    private @Nullable String bucketIn(List<String> folders) {
        var inFileName = listedInFileName(folders);
        if (inFileName != null) {
            return inFileName;
        }
        for (int i = folders.size() - 2; i >= 0; i--) {
            var folder = folders.get(i);
            if (buckets.isListed(folder)
                    || (i > 0 && ABOVE_BUCKETS.contains(folders.get(i - 1)) && Buckets.isName(folder))) {
                return folder;
            }
        }
        return null;
    }

    /** The longest listed bucket that is the file's name up to a dot, or all of it; null for none. */
    private @Nullable String listedInFileName(List<String> folders) {
        var name = folders.isEmpty() ? "" : folders.get(folders.size() - 1);
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            if (buckets.isListed(name.substring(0, end))) {
                return name.substring(0, end);
            }
        }
        return null;
    }

    private static void coverSettings(String bucket, Map<BucketCall, BucketAnswer> byCall, Consumer<Fact> facts) {
        var refused = byCall.values().stream()
                .filter(answer -> answer.status() != CoverageStatus.COMPLETE)
                .toList();
        refused.forEach(answer -> facts.accept(coverage(Topic.BUCKET_SETTINGS, bucket, answer)));
        var missing = SETTINGS_CALLS.stream()
                .filter(call -> !byCall.containsKey(call))
                .map(call -> "`" + call.command() + "`")
                .collect(Collectors.joining(", "));
        var source = byCall.values().iterator().next().source();
        if (!missing.isEmpty()) {
            facts.accept(partial(Topic.BUCKET_SETTINGS, bucket, "not read: " + missing, source));
        } else if (refused.isEmpty()) {
            facts.accept(new Coverage(Topic.BUCKET_SETTINGS, bucket, CoverageStatus.COMPLETE, "", source));
        }
    }

    private static Coverage coverage(Topic topic, String scope, BucketAnswer answer) {
        return new Coverage(topic, scope, answer.status(), answer.reason(), answer.source());
    }

    private static Coverage gap(BucketAnswer answer, String sentence) {
        var account = Hierarchy.accountIn(answer.folders());
        return partial(
                answer.call().topic(),
                account == null ? "*" : account,
                "`" + answer.source().file() + "` " + sentence,
                answer.source());
    }

    private static Coverage partial(Topic topic, String scope, String reason, Source source) {
        return new Coverage(topic, scope, CoverageStatus.PARTIAL, reason, source);
    }
}
