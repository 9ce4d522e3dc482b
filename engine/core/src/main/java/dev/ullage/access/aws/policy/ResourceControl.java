package dev.ullage.access.aws.policy;

import dev.ullage.access.aws.policy.Caller.Kind;
import java.util.Locale;
import java.util.Set;

/**
 * Which requests resource control policies bind: those to these services, but for the retirement of a KMS grant and for
 * services that take on the roles that AWS linked to them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services">Services
 *     that support RCPs</a>, as of September 2026
 */
final class ResourceControl {

    private static final Set<String> SERVICES = Set.of(
            "aoss",
            "appconfig",
            "appstream",
            "autoscaling",
            "autoscaling-plans",
            "budgets",
            "clouddirectory",
            "cloudfront",
            "cloudsearch",
            "cloudtrail-data",
            "codeartifact",
            "codebuild",
            "codecommit",
            "codepipeline",
            "cognito-identity",
            "cognito-idp",
            "comprehend",
            "comprehendmedical",
            "compute-optimizer",
            "cost-optimization-hub",
            "dax",
            "dsql",
            "dynamodb",
            "ecr",
            "ecr-public",
            "events",
            "firehose",
            "fis",
            "fms",
            "gamelift",
            "health",
            "inspector-scan",
            "kendra",
            "kinesisvideo",
            "kms",
            "logs",
            "memorydb",
            "networkmonitor",
            "notifications",
            "opensearch",
            "pca-connector-ad",
            "personalize",
            "polly",
            "pricing",
            "resource-groups",
            "rolesanywhere",
            "s3",
            "secretsmanager",
            "servicediscovery",
            "signin",
            "sqs",
            "sts",
            "support",
            "swf",
            "textract",
            "timestream-influxdb",
            "transcribe",
            "transfer",
            "translate",
            "wafv2",
            "workspaces",
            "xray");

    private ResourceControl() {}

    static boolean binds(AwsRequest request) {
        boolean isLinking = request.caller().kind() == Kind.SERVICE
                && request.resource().text().contains(":role/aws-service-role/");
        return SERVICES.contains(request.service().toLowerCase(Locale.ROOT))
                && !request.action().equalsIgnoreCase("kms:RetireGrant")
                && !isLinking;
    }
}
