package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportText;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.TextReader;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads what the AWS command line printed in place of an answer. That something is not configured is an answer; that it
 * may not be read is a gap, which must not look like an answer.
 */
final class ErrorOutputReader implements TextReader {

    private static final String ACCESS_POINT_POLICY = "GetAccessPointPolicy";
    private static final String NO_ORGANIZATION = "AWSOrganizationsNotInUseException";

    /** An account without an instance of S3 Access Grants has no grants. */
    private static final Pattern NOT_THERE = Pattern.compile("AccessGrantsInstanceNotExistsError|.*PolicyNotExists.*");

    private static final Set<Topic> PRINCIPALS =
            EnumSet.of(Topic.PRINCIPALS, Topic.IAM_POLICIES, Topic.GROUP_MEMBERSHIPS);
    private static final Set<Topic> CREDENTIALS = EnumSet.of(Topic.CREDENTIALS);
    private static final Set<Topic> FEDERATION = EnumSet.of(Topic.FEDERATION);
    private static final Set<Topic> LOG_CONFIG = EnumSet.of(Topic.LOG_CONFIG);
    private static final Set<Topic> HIERARCHY = EnumSet.of(Topic.HIERARCHY);
    private static final Set<Topic> CONTROL_POLICIES = EnumSet.of(Topic.CONTROL_POLICIES);
    private static final Set<Topic> ACCESS_POINTS = EnumSet.of(Topic.ACCESS_POINTS);
    private static final Set<Topic> ACCESS_GRANTS = EnumSet.of(Topic.ACCESS_GRANTS);
    private static final Set<Topic> ORGANIZATION = EnumSet.of(Topic.HIERARCHY, Topic.CONTROL_POLICIES);

    /** Topics of the requests that are about an account or an organisation. */
    private static final Map<String, Set<Topic>> TOPICS = Map.ofEntries(
            Map.entry("GetAccountAuthorizationDetails", PRINCIPALS),
            Map.entry("GenerateCredentialReport", CREDENTIALS),
            Map.entry("GetCredentialReport", CREDENTIALS),
            Map.entry("ListAccessKeys", CREDENTIALS),
            Map.entry("GetAccessKeyLastUsed", CREDENTIALS),
            Map.entry("ListBuckets", EnumSet.of(Topic.BUCKETS)),
            Map.entry("ListAccessPoints", ACCESS_POINTS),
            Map.entry("GetAccessPoint", ACCESS_POINTS),
            Map.entry(ACCESS_POINT_POLICY, EnumSet.of(Topic.ACCESS_POINT_POLICIES)),
            // Where the policy is read, it says more.
            Map.entry("GetAccessPointPolicyStatus", EnumSet.noneOf(Topic.class)),
            Map.entry("ListAccessGrants", ACCESS_GRANTS),
            Map.entry("ListAccessGrantsLocations", ACCESS_GRANTS),
            Map.entry("GetAccessGrantsInstance", ACCESS_GRANTS),
            Map.entry("GetAccessGrantsInstanceResourcePolicy", ACCESS_GRANTS),
            Map.entry("ListOpenIDConnectProviders", FEDERATION),
            Map.entry("GetOpenIDConnectProvider", FEDERATION),
            Map.entry("DescribeTrails", LOG_CONFIG),
            Map.entry("GetTrailStatus", LOG_CONFIG),
            Map.entry("GetEventSelectors", LOG_CONFIG),
            Map.entry("DescribeOrganization", ORGANIZATION),
            Map.entry("ListRoots", HIERARCHY),
            Map.entry("ListAccounts", HIERARCHY),
            Map.entry("ListParents", HIERARCHY),
            Map.entry("ListOrganizationalUnitsForParent", HIERARCHY),
            Map.entry("ListPolicies", CONTROL_POLICIES),
            Map.entry("DescribePolicy", CONTROL_POLICIES),
            Map.entry("ListTargetsForPolicy", CONTROL_POLICIES),
            // Replication is no fact of the model, so that it is not configured, or not readable, says nothing.
            Map.entry("GetBucketReplication", EnumSet.noneOf(Topic.class)));

    private final Hierarchy hierarchy;
    private final BucketAnswers answers;
    private final AccessPoints points;
    private final Backlog backlog;
    private final List<Refused> refused = new ArrayList<>();

    private record Refused(CommandError error, List<String> folders, Source source) {}

    ErrorOutputReader(Hierarchy hierarchy, BucketAnswers answers, AccessPoints points, Backlog backlog) {
        this.hierarchy = hierarchy;
        this.answers = answers;
        this.points = points;
        this.backlog = backlog;
    }

    @Override
    public String recognisedAs() {
        return "AWS command line error";
    }

    @Override
    public Set<Topic> topics() {
        var topics = EnumSet.noneOf(Topic.class);
        TOPICS.values().forEach(topics::addAll);
        for (var call : BucketCall.values()) {
            topics.add(call.topic());
        }
        return Collections.unmodifiableSet(topics);
    }

    @Override
    public boolean recognises(String firstLine, List<String> folders) {
        var error = CommandError.in(firstLine);
        return error != null
                && (TOPICS.containsKey(error.operation())
                        || BucketCall.ofOperation(error.operation()).isPresent());
    }

    @Override
    public void read(ExportText text, Consumer<Fact> facts) throws IOException, MalformedRecordException {
        var lines = new BufferedReader(text.content());
        int number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            var error = CommandError.in(line);
            if (error != null) {
                backlog.hold(error.words().length());
                take(error, text.folders(), text.line(number));
            }
        }
    }

    private void take(CommandError error, List<String> folders, Source source) {
        var call = BucketCall.ofOperation(error.operation());
        if (error.operation().equals(ACCESS_POINT_POLICY) && AccessPoints.isIn(folders)) {
            points.policyError(error, folders, source);
        } else if (call.isEmpty()) {
            hierarchy.accountAt(folders, source);
            refused.add(new Refused(error, folders, source));
        } else if (call.get().meansNotConfigured(error.code())) {
            answers.add(
                    BucketAnswer.read(call.get(), folders, source, SettingsOutput.notConfigured(call.get(), source)));
        } else {
            answers.add(new BucketAnswer(
                    call.get(), folders, source, error.status(), error.words(), BucketAnswer.About.NOTHING));
        }
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        for (var refusal : refused) {
            for (var topic : TOPICS.getOrDefault(refusal.error.operation(), Set.of())) {
                facts.accept(coverage(topic, refusal));
            }
        }
    }

    private Coverage coverage(Topic topic, Refused refusal) {
        var ofOrganization = ORGANIZATION.contains(topic);
        var account = hierarchy.accountOf(refusal.folders);
        if (ofOrganization && account != null && refusal.error.code().equals(NO_ORGANIZATION)) {
            return new Coverage(topic, account, CoverageStatus.COMPLETE, "", refusal.source);
        }
        if (topic == Topic.ACCESS_GRANTS
                && account != null
                && NOT_THERE.matcher(refusal.error.code()).matches()) {
            return new Coverage(topic, account, CoverageStatus.COMPLETE, "", refusal.source);
        }
        var scope = ofOrganization ? hierarchy.organization() : account;
        return new Coverage(
                topic, scope == null ? "*" : scope, refusal.error.status(), refusal.error.words(), refusal.source);
    }
}
