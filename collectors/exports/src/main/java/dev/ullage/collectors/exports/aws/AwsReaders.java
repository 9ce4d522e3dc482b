package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.collectors.exports.TextReader;
import java.util.List;
import java.util.stream.Stream;

/**
 * The readers of AWS exports, for one run. They share what they find, since one file often needs another to be understood.
 *
 * @param records for JSON
 * @param texts for everything else
 */
public record AwsReaders(List<RecordReader> records, List<TextReader> texts) {

    public AwsReaders {
        records = List.copyOf(records);
        texts = List.copyOf(texts);
    }

    /** All of them, new and with nothing remembered. */
    public static AwsReaders all() {
        return all(new Backlog(Backlog.MOST_CHARS));
    }

    static AwsReaders all(Backlog backlog) {
        var hierarchy = new Hierarchy();
        var identities = new Identities();
        var buckets = new Buckets(hierarchy);
        var answers = new BucketAnswers(hierarchy, buckets);
        var keys = new AccessKeys(hierarchy, identities);
        var report = new CredentialReport(hierarchy, identities, keys, backlog);
        var policies = new ControlPolicies(hierarchy);
        var trails = new Trails(hierarchy);
        var documents = new PolicyDocumentReader();
        var points = new AccessPoints(hierarchy, buckets);
        var streaming = List.of(
                new CloudTrailReader(identities, backlog),
                new AuthorizationDetailsReader(hierarchy, identities, documents, backlog),
                new ObjectAclReader(buckets, backlog),
                new CredentialReportOutputReader(report));
        var remembering = Stream.of(
                        new AccessKeyListReader(keys),
                        new AccessKeyLastUsedReader(keys),
                        new OidcProviderReader(hierarchy),
                        // Before buckets, whose policies look the same.
                        new AccessPointReader(points, documents),
                        new AccessGrantsReader(hierarchy, documents),
                        new BucketOutputReader(new BucketPolicyOutput(documents), answers),
                        new BucketOutputReader(new BucketAclOutput(), answers),
                        new BucketOutputReader(new BucketTaggingOutput(buckets), answers),
                        new BucketOutputReader(new BucketLocationOutput(buckets), answers),
                        new BucketOutputReader(SettingsOutput.publicAccessBlock(), answers),
                        new BucketOutputReader(SettingsOutput.ownershipControls(), answers),
                        new BucketOutputReader(SettingsOutput.encryption(), answers),
                        new BucketOutputReader(SettingsOutput.versioning(), answers),
                        new BucketOutputReader(SettingsOutput.lifecycle(), answers),
                        new BucketOutputReader(SettingsOutput.logging(), answers),
                        new BucketListReader(hierarchy, buckets, answers),
                        new ControlPolicyListReader(hierarchy, policies),
                        new ControlPolicyReader(hierarchy, policies, documents),
                        new PolicyTargetsReader(policies),
                        new OrganizationTreeReader(hierarchy, policies),
                        new TrailListReader(hierarchy, trails),
                        new TrailStatusReader(trails),
                        new EventSelectorsReader(trails))
                .map(reader -> new RememberingReader(reader, backlog));
        return new AwsReaders(
                Stream.<RecordReader>concat(streaming.stream(), remembering).toList(),
                List.of(
                        new CredentialReportReader(report),
                        new ErrorOutputReader(hierarchy, answers, points, backlog),
                        new EmptyOutputReader()));
    }
}
