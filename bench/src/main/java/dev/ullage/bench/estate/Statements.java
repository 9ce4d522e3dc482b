package dev.ullage.bench.estate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Statements of identity policies as ML platforms write them: mostly narrow, some far too wide, some that deny. */
final class Statements {

    static final ObjectMapper JSON = new ObjectMapper();

    /** How often a template is drawn, and what it gives. */
    private record Template(int weight, Function<Draw, String> text) {}

    private static final List<String> ESCALATIONS = List.of("""
            {"Effect":"Allow","Action":["iam:PassRole","lambda:CreateFunction","lambda:InvokeFunction"],"Resource":"*"}""", """
            {"Effect":"Allow","Action":["iam:CreatePolicyVersion","iam:SetDefaultPolicyVersion"],"Resource":"*"}""", """
            {"Effect":"Allow","Action":["iam:AttachRolePolicy","sts:AssumeRole"],"Resource":"*"}""", """
            {"Effect":"Allow","Action":["iam:CreateAccessKey"],"Resource":"arn:aws:iam::%s:user/*"}""".formatted(Names.ACCOUNT), """
            {"Effect":"Allow","Action":["iam:PassRole","sagemaker:CreateNotebookInstance",
              "sagemaker:CreatePresignedNotebookInstanceUrl"],"Resource":"*"}""");

    private final Names names;
    private final List<Template> byWeight;

    Statements(Names names) {
        this.names = names;
        this.byWeight = List.of(
                        new Template(20, this::read),
                        new Template(16, this::write),
                        new Template(8, this::wholeBucket),
                        new Template(6, draw -> ofTeam(draw)),
                        new Template(2, draw -> """
                                {"Effect":"Allow","Action":["s3:*"],"Resource":"*"}"""),
                        new Template(1, draw -> """
                                {"Effect":"Allow","NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"}"""),
                        new Template(2, this::deleteOnlyInTmp),
                        new Template(6, draw -> BY_TAG),
                        new Template(4, this::home),
                        new Template(4, this::byAddress),
                        new Template(6, draw -> NO_DELETE_IN_PROD),
                        new Template(3, draw -> ONLY_ENCRYPTED),
                        new Template(8, draw -> key(draw)),
                        new Template(8, draw -> training(draw)),
                        new Template(2, draw -> draw.pick(ESCALATIONS)),
                        new Template(4, draw -> assume(draw)),
                        new Template(6, draw -> otherServices(draw)))
                .stream()
                .flatMap(template -> IntStream.range(0, template.weight).mapToObj(time -> template))
                .toList();
    }

    /** A document with statements of some templates, from {@code low} to {@code high} of them. */
    ObjectNode document(Draw draw, int low, int high) {
        var statements = JSON.createArrayNode();
        for (int left = draw.between(low, high); left > 0; left--) {
            statements.addAll(parse(draw.pick(byWeight).text.apply(draw)));
        }
        for (int i = 0; i < statements.size(); i++) {
            var statement = (ObjectNode) statements.get(i);
            if (statement.has("Sid")) {
                // In one document no Sid may occur twice.
                statement.put("Sid", statement.get("Sid").textValue() + i);
            }
        }
        return document(statements);
    }

    /** A document with these statements. */
    static ObjectNode document(ArrayNode statements) {
        var document = JSON.createObjectNode().put("Version", "2012-10-17");
        document.set("Statement", statements);
        return document;
    }

    /** Statements that are written as JSON objects with commas between them. */
    static ArrayNode parse(String statements) {
        try {
            return (ArrayNode) JSON.readTree("[" + statements + "]");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a template is not JSON: " + statements, e);
        }
    }

    private String read(Draw draw) {
        var bucket = draw.pick(names.buckets());
        var prefix = draw.pick(names.prefixes(bucket));
        return """
                {"Sid":"Read","Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],
                 "Resource":"arn:aws:s3:::%1$s/%2$s*"},
                {"Sid":"List","Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::%1$s",
                 "Condition":{"StringLike":{"s3:prefix":["%2$s*","%3$s/"]}}}""".formatted(bucket, prefix, prefix.substring(0, prefix.indexOf('/')));
    }

    private String write(Draw draw) {
        var bucket = draw.pick(names.buckets());
        var resources = draw.sample(names.prefixes(bucket), draw.between(1, 3)).stream()
                .map(prefix -> "\"arn:aws:s3:::%s/%s*\"".formatted(bucket, prefix))
                .collect(Collectors.joining(","));
        return """
                {"Effect":"Allow","Action":["s3:PutObject","s3:AbortMultipartUpload","s3:DeleteObject"],"Resource":[%s]}""".formatted(resources);
    }

    private String wholeBucket(Draw draw) {
        return """
                {"Effect":"Allow","Action":"s3:*","Resource":["arn:aws:s3:::%1$s","arn:aws:s3:::%1$s/*"]}""".formatted(draw.pick(names.buckets()));
    }

    private static String ofTeam(Draw draw) {
        return """
                {"Effect":"Allow","Action":["s3:Get*","s3:List*","s3:Put*"],"Resource":"arn:aws:s3:::acme-%s-*"}""".formatted(draw.pick(Names.TEAMS));
    }

    private String deleteOnlyInTmp(Draw draw) {
        return """
                {"Effect":"Deny","Action":"s3:Delete*","NotResource":["arn:aws:s3:::%s/tmp/*"]}""".formatted(draw.pick(names.buckets()));
    }

    private static final String BY_TAG = """
            {"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::acme-*/*",
             "Condition":{"StringEquals":{"s3:ExistingObjectTag/team":"${aws:PrincipalTag/team}"},
                          "Bool":{"aws:SecureTransport":"true"}}}""";

    private String home(Draw draw) {
        return """
                {"Effect":"Allow","Action":["s3:GetObject","s3:PutObject","s3:DeleteObject"],
                 "Resource":"arn:aws:s3:::%1$s/home/${aws:username}/*"},
                {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::%1$s",
                 "Condition":{"StringLike":{"s3:prefix":"home/${aws:username}/*"}}}""".formatted(draw.pick(names.buckets()));
    }

    private String byAddress(Draw draw) {
        return """
                {"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::%s/*",
                 "Condition":{"IpAddress":{"aws:SourceIp":["10.%d.0.0/16","203.0.113.0/24"]}}}""".formatted(draw.pick(names.buckets()), draw.below(256));
    }

    private static final String NO_DELETE_IN_PROD = """
            {"Sid":"DenyProdDelete","Effect":"Deny","Action":["s3:DeleteObject","s3:DeleteBucket","s3:PutBucketPolicy"],
             "Resource":["arn:aws:s3:::acme-*-prod-*","arn:aws:s3:::acme-*-prod-*/*"]}""";

    private static final String ONLY_ENCRYPTED = """
            {"Effect":"Deny","Action":"s3:PutObject","Resource":"*",
             "Condition":{"StringNotEqualsIfExists":{"s3:x-amz-server-side-encryption":["aws:kms","AES256"]},
                          "Null":{"s3:x-amz-server-side-encryption":"false"}}}""";

    private static String key(Draw draw) {
        return """
                {"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey*"],
                 "Resource":"arn:aws:kms:us-east-1:%s:key/%s-1111-2222-3333-444455556666",
                 "Condition":{"StringEquals":{"kms:ViaService":"s3.us-east-1.amazonaws.com"}}}""".formatted(Names.ACCOUNT, draw.hex(1));
    }

    private static String training(Draw draw) {
        return """
                {"Effect":"Allow","Action":["sagemaker:CreateTrainingJob","sagemaker:DescribeTrainingJob",
                  "sagemaker:StopTrainingJob"],"Resource":"arn:aws:sagemaker:us-east-1:%s:training-job/%s-*"},
                {"Effect":"Allow","Action":["ecr:GetAuthorizationToken","ecr:BatchGetImage","logs:CreateLogStream",
                  "logs:PutLogEvents","cloudwatch:PutMetricData"],"Resource":"*"}""".formatted(Names.ACCOUNT, draw.pick(Names.TEAMS));
    }

    private static String assume(Draw draw) {
        return """
                {"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::%s:role/%s-*"}""".formatted(Names.ACCOUNT, draw.pick(Names.TEAMS));
    }

    private static String otherServices(Draw draw) {
        return """
                {"Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:PutItem","dynamodb:Query"],
                 "Resource":"arn:aws:dynamodb:us-east-1:%s:table/%s-*"},
                {"Effect":"Allow","Action":["sqs:SendMessage","sqs:ReceiveMessage","sns:Publish"],"Resource":"*"}""".formatted(Names.ACCOUNT, draw.pick(Names.TEAMS));
    }
}
