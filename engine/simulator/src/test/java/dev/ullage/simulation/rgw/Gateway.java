package dev.ullage.simulation.rgw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** The server under whose judgement our answers are put, as {@code src/test/ceph/start.sh} starts it. */
final class Gateway implements AutoCloseable {

    /** Property that holds the server's address. */
    static final String ADDRESS = "ullage.rgw";

    /** Why a test is skipped that finds none. */
    static final String NONE =
            "there is no server to compare with; start one and give its address with -Dullage.rgw, see"
                    + " CONTRIBUTING.md";

    private static final AwsBasicCredentials ADMIN = AwsBasicCredentials.create("admin", "admin-of-a-test");

    private final URI endpoint;
    private final Map<String, SdkHttpClient> http = new TreeMap<>();
    private final Map<String, S3Client> s3 = new TreeMap<>();
    private final StsClient sts;

    private Gateway(URI endpoint) {
        this.endpoint = endpoint;
        for (var source : Request.SOURCES) {
            http.put(source, client(source));
            s3.put(source, s3(http.get(source)));
        }
        this.sts = StsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(ADMIN))
                .httpClient(http.get(Request.SOURCES.get(0)))
                .build();
    }

    /** The server that the property names. */
    static Gateway open() {
        return new Gateway(URI.create(System.getProperty(ADDRESS)));
    }

    /** A client whose requests come from one of the loopback's many addresses. */
    private static SdkHttpClient client(String source) {
        try {
            return Apache5HttpClient.builder()
                    .localAddress(InetAddress.getByName(source))
                    .maxConnections(16)
                    .build();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The gateway knows neither trailing checksums nor signed chunks. */
    private S3Client s3(SdkHttpClient client) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(ADMIN))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(settings -> settings.chunkedEncodingEnabled(false))
                .httpClient(client)
                .build();
    }

    /** S3 as it is asked from one address. The administrator asks, unless a request brings other credentials. */
    S3Client s3(String source) {
        return s3.get(source);
    }

    /** S3 for the administrator, whom no policy binds. */
    S3Client admin() {
        return s3(Request.SOURCES.get(0));
    }

    /** What makes a request somebody else's. */
    static AwsRequestOverrideConfiguration as(AwsCredentialsProvider credentials) {
        return AwsRequestOverrideConfiguration.builder()
                .credentialsProvider(credentials)
                .build();
    }

    /** Makes a user; nothing changes when it exists. Each may write policies, and so can make its account's roles. */
    void makeUser(Caller user) {
        var keys = user.keys();
        int status = send(
                SdkHttpMethod.PUT,
                "/admin/user",
                "s3",
                ADMIN,
                Map.of(
                        "uid", user.gatewayId(),
                        "display-name", user.name(),
                        "access-key", keys.accessKeyId(),
                        "secret-key", keys.secretAccessKey(),
                        "user-caps", "roles=*;user-policy=*"));
        if (status != 200 && status != 409) {
            throw new IllegalStateException("making %s ended with %d".formatted(user.gatewayId(), status));
        }
    }

    /** Gives a user or role one of its policies, or takes it away when there is none. */
    void setPolicy(Caller whose, Caller roleAdmin, String name, String document) {
        var kind = whose.isSession() ? "Role" : "User";
        var parameters = new TreeMap<String, String>();
        parameters.put("Action", (document.isEmpty() ? "Delete" : "Put") + kind + "Policy");
        parameters.put(kind + "Name", whose.isSession() ? whose.name() : whose.gatewayId());
        parameters.put("PolicyName", name);
        if (!document.isEmpty()) {
            parameters.put("PolicyDocument", document);
        }
        int status = iam(roleAdmin, parameters);
        if (status != 200 && !(status == 404 && document.isEmpty())) {
            throw new IllegalStateException("%s ended with %d".formatted(parameters, status));
        }
    }

    /** Makes a role of a user's account with this trust policy, or changes the one that it has. */
    void setTrust(Caller roleAdmin, String role, String trust) {
        int status =
                iam(roleAdmin, Map.of("Action", "CreateRole", "RoleName", role, "AssumeRolePolicyDocument", trust));
        if (status == 409) {
            status = iam(
                    roleAdmin, Map.of("Action", "UpdateAssumeRolePolicy", "RoleName", role, "PolicyDocument", trust));
        }
        if (status != 200) {
            throw new IllegalStateException("trust %s ended with %d".formatted(trust, status));
        }
    }

    /** Roles are looked up in the account of who asks, so its own users make them. */
    private int iam(Caller user, Map<String, String> parameters) {
        return send(SdkHttpMethod.POST, "/", "iam", user.keys(), parameters);
    }

    private int send(
            SdkHttpMethod method,
            String path,
            String service,
            AwsBasicCredentials keys,
            Map<String, String> parameters) {
        var request = SdkHttpRequest.builder().method(method).uri(endpoint).encodedPath(path);
        boolean isForm = method == SdkHttpMethod.POST;
        if (isForm) {
            request.putHeader("Content-Type", "application/x-www-form-urlencoded");
        } else {
            parameters.forEach(request::putRawQueryParameter);
        }
        var body = ContentStreamProvider.fromUtf8String(isForm ? form(parameters) : "");
        var signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(keys)
                        .request(request.build())
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
        var execute = HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(body)
                .build();
        try {
            var answer =
                    http.get(Request.SOURCES.get(0)).prepareRequest(execute).call();
            answer.responseBody().ifPresent(stream -> stream.abort());
            return answer.httpResponse().statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String form(Map<String, String> parameters) {
        Function<String, String> encode = text -> URLEncoder.encode(text, StandardCharsets.UTF_8);
        return parameters.entrySet().stream()
                .map(entry -> encode.apply(entry.getKey()) + "=" + encode.apply(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Begins a session of a role. */
    AwsCredentialsProvider assume(Caller starter, Caller session, String sessionPolicy) {
        var request = AssumeRoleRequest.builder()
                .roleArn(session.identityArn())
                .roleSessionName(session.session())
                .overrideConfiguration(as(starter.credentials()));
        if (!sessionPolicy.isEmpty()) {
            request.policy(sessionPolicy);
        }
        var credentials = sts.assumeRole(request.build()).credentials();
        return StaticCredentialsProvider.create(AwsSessionCredentials.create(
                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()));
    }

    @Override
    public void close() {
        sts.close();
        s3.values().forEach(S3Client::close);
        http.values().forEach(SdkHttpClient::close);
    }
}
