package dev.ullage.simulation.aws;

import java.util.Set;

/**
 * What resource control policies can bind: the actions of these services, with one exception.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services">Services
 *     that support RCPs</a>, as of September 2026
 */
final class RcpServices {

    private static final Set<String> PREFIXES = Set.of(
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

    private RcpServices() {}

    static boolean bind(Request request) {
        return PREFIXES.contains(request.service()) && !request.action().equalsIgnoreCase("kms:RetireGrant");
    }
}
