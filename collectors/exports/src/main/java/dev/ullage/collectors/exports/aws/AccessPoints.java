package dev.ullage.collectors.exports.aws;

import dev.ullage.model.AccessPoint;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.Provider;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The access points that the input speaks of, each put together from its line in a list, its description, its policy and
 * what S3 says of that. Policies do not name theirs, so the place of the file decides: the folder {@code
 * access-points/NAME}, and a folder named after the region where one account has the name twice.
 */
final class AccessPoints {

    /** The folder whose folders are named after access points. */
    static final String FOLDER = "access-points";

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");

    /** What a file says of the access point whose folder it lies in; {@code policy} has no id yet. */
    private record Answer(
            List<String> folders,
            Source source,
            @Nullable PolicyDocument policy,
            @Nullable String isPublic,
            CoverageStatus status,
            String reason) {}

    private record ListRead(List<String> folders, boolean whole, Source source) {}

    private final Hierarchy hierarchy;
    private final Buckets buckets;
    private final Map<String, AccessPoint> points = new TreeMap<>();
    private final Map<String, List<Setting>> blocks = new TreeMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<ListRead> lists = new ArrayList<>();

    AccessPoints(Hierarchy hierarchy, Buckets buckets) {
        this.hierarchy = hierarchy;
        this.buckets = buckets;
    }

    /** True for a file in the folder of an access point. */
    static boolean isIn(List<String> folders) {
        return folders.size() >= 3 && folders.get(folders.size() - 3).equals(FOLDER);
    }

    /** Takes note of an access point. */
    void known(AccessPoint point) {
        points.putIfAbsent(point.id(), point);
        hierarchy.account(point.account(), point.source());
    }

    /** Takes note of the public access block of an access point. */
    void blocked(String id, List<Setting> settings) {
        blocks.putIfAbsent(id, settings);
    }

    /** Takes note of a list; {@code whole} is false for one page of it. */
    void listed(List<String> folders, boolean whole, Source source) {
        hierarchy.accountAt(folders, source);
        lists.add(new ListRead(folders, whole, source));
    }

    /** Takes note of a policy. */
    void policy(PolicyDocument policy, List<String> folders, Source source) {
        answers.add(new Answer(folders, source, policy, null, CoverageStatus.COMPLETE, ""));
    }

    /** Takes note of whether S3 calls the policy public. */
    void status(boolean isPublic, List<String> folders, Source source) {
        answers.add(new Answer(folders, source, null, Boolean.toString(isPublic), CoverageStatus.COMPLETE, ""));
    }

    /** Takes note of an error in place of a policy. */
    void policyError(CommandError error, List<String> folders, Source source) {
        boolean isNone = error.code().equals("NoSuchAccessPointPolicy");
        answers.add(new Answer(
                folders,
                source,
                null,
                null,
                isNone ? CoverageStatus.COMPLETE : error.status(),
                isNone ? "" : error.words()));
    }

    /** Gives what all files together say. */
    void conclude(Consumer<Fact> facts) {
        points.values().forEach(facts);
        blocks.values().forEach(settings -> settings.forEach(facts));
        answers.forEach(answer -> conclude(answer, facts));
        var byAccount = new TreeMap<String, List<ListRead>>();
        for (var list : lists) {
            var account = hierarchy.accountOf(list.folders);
            if (account != null) {
                byAccount.computeIfAbsent(account, key -> new ArrayList<>()).add(list);
            }
        }
        byAccount.forEach((account, read) -> facts.accept(coverage(account, read)));
    }

    private void conclude(Answer answer, Consumer<Fact> facts) {
        var id = idAt(answer.folders);
        if (id == null) {
            var account = Hierarchy.accountIn(answer.folders);
            facts.accept(new Coverage(
                    Topic.ACCESS_POINT_POLICIES,
                    account == null ? "*" : account,
                    CoverageStatus.PARTIAL,
                    "`" + answer.source.file()
                            + "` is of an access point that no `list-access-points` of the account and"
                            + " region has; export the list as well",
                    answer.source));
            return;
        }
        if (answer.isPublic != null) {
            facts.accept(new Setting(Provider.AWS, id, SettingName.POLICY_IS_PUBLIC, answer.isPublic, answer.source));
            return;
        }
        var policy = answer.policy;
        if (policy != null) {
            facts.accept(new PolicyDocument(
                    id + "#policy",
                    policy.name(),
                    policy.version(),
                    policy.statements(),
                    policy.problems(),
                    policy.source()));
            facts.accept(new PolicyAttachment(id, id + "#policy", AttachmentKind.RESOURCE, answer.source));
        }
        facts.accept(new Coverage(Topic.ACCESS_POINT_POLICIES, id, answer.status, answer.reason, answer.source));
    }

    /** The access point whose folder a file lies in; null where that is none, or one of several. */
    private @Nullable String idAt(List<String> folders) {
        var account = hierarchy.accountOf(folders);
        var name = folders.get(folders.size() - 2);
        var ids = points.keySet().stream()
                .filter(id -> id.endsWith(":accesspoint/" + name)
                        && Arn.parse(id)
                                .map(Arn::account)
                                .filter(own -> own.equals(account))
                                .isPresent())
                .toList();
        if (ids.size() <= 1) {
            return ids.isEmpty() ? null : ids.get(0);
        }
        var here = ids.stream()
                .filter(id ->
                        Arn.parse(id).map(Arn::region).filter(folders::contains).isPresent())
                .toList();
        return here.size() == 1 ? here.get(0) : null;
    }

    /** An access point is in the region of its bucket, so every region with buckets has to be listed. */
    private Coverage coverage(String account, List<ListRead> read) {
        var source = read.get(0).source;
        var missing = new TreeSet<>(buckets.regionsOf(account));
        boolean isAnywhere = false;
        for (var list : read) {
            if (!list.whole) {
                return partial(account, "the list is one page of several; list them all", list.source);
            }
            var regions = list.folders.stream()
                    .filter(folder -> REGION.matcher(folder).matches())
                    .toList();
            isAnywhere |= regions.isEmpty();
            regions.forEach(missing::remove);
        }
        return isAnywhere || missing.isEmpty()
                ? new Coverage(Topic.ACCESS_POINTS, account, CoverageStatus.COMPLETE, "", source)
                : partial(account, "not read: `list-access-points` in " + String.join(", ", missing), source);
    }

    private static Coverage partial(String account, String reason, Source source) {
        return new Coverage(Topic.ACCESS_POINTS, account, CoverageStatus.PARTIAL, reason, source);
    }
}
