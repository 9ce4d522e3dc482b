package dev.ullage.bench.estate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What everything in a made-up account is called. */
final class Names {

    static final String ACCOUNT = "111122223333";
    static final List<String> PARTNERS = List.of("444455556666", "777788889999", "123456789012");
    static final String REGION = "us-east-1";

    static final List<String> TEAMS = List.of(
            "vision",
            "nlp",
            "speech",
            "recsys",
            "fraud",
            "ads",
            "robotics",
            "bio",
            "search",
            "maps",
            "risk",
            "support",
            "growth",
            "platform",
            "research",
            "safety");
    static final List<String> USES =
            List.of("datasets", "checkpoints", "features", "models", "logs", "scratch", "exports", "labels");
    private static final List<String> STAGES = List.of("dev", "stg", "prod");
    private static final List<String> KINDS =
            List.of("train", "eval", "etl", "serve", "notebook", "label", "ci", "export");
    private static final List<String> TOPS = List.of("raw", "curated", "train", "eval", "runs", "exports", "tmp");
    private static final List<String> DATA = List.of(
            "imagenet-v2",
            "laion-subset",
            "commonvoice",
            "clicks",
            "sessions",
            "txn",
            "lidar",
            "genome",
            "wiki-dump",
            "crawl-2025",
            "tickets",
            "catalog",
            "tiles",
            "frames",
            "audit",
            "golden");
    private static final List<String> PEOPLE = List.of(
            "ada", "alan", "grace", "edsger", "barbara", "donald", "tony", "john", "leslie", "frances", "ken",
            "dennis");

    /** A role's name and the path that its ARN has before it. */
    record Role(String name, String path) {
        String arn() {
            return "arn:aws:iam::" + ACCOUNT + ":role" + path + name;
        }

        /** True for a role that IAM Identity Center made. */
        boolean isOfIdentityCenter() {
            return name.startsWith("AWSReservedSSO");
        }
    }

    private final long seed;
    private final List<String> buckets;
    private final List<Role> roles;
    private final List<String> users;
    private final Map<String, List<String>> prefixes = new HashMap<>();

    Names(EstateSize size) {
        this.seed = size.seed();
        this.buckets = IntStream.range(0, size.buckets()).mapToObj(this::bucket).toList();
        this.roles = IntStream.range(0, size.roles()).mapToObj(this::role).toList();
        this.users = IntStream.range(0, size.users()).mapToObj(this::user).toList();
    }

    private String bucket(int index) {
        var draw = Draw.of(seed, "bucket-name", index);
        return "acme-%s-%s-%s-%04d".formatted(draw.pick(TEAMS), draw.pick(USES), draw.pick(STAGES), index);
    }

    private Role role(int index) {
        var draw = Draw.of(seed, "role-name", index);
        if (draw.chance(0.05)) {
            var team = draw.pick(TEAMS);
            var title = team.substring(0, 1).toUpperCase(Locale.ROOT) + team.substring(1);
            var set = draw.pick(List.of("Admin", "Dev", "ReadOnly"));
            return new Role(
                    "AWSReservedSSO_%s-%s_%s".formatted(title, set, draw.hex(2)), "/aws-reserved/sso.amazonaws.com/");
        }
        var path = draw.pick(List.of("/", "/", "/", "/ml/", "/service-role/"));
        return new Role("%s-%s-%s-%04d".formatted(draw.pick(TEAMS), draw.pick(KINDS), draw.pick(STAGES), index), path);
    }

    private String user(int index) {
        var draw = Draw.of(seed, "user-name", index);
        return draw.chance(0.7)
                ? "%s.%s-%04d".formatted(draw.pick(PEOPLE), draw.pick(TEAMS), index)
                : "svc-%s-%s-%04d".formatted(draw.pick(TEAMS), draw.pick(KINDS), index);
    }

    List<String> buckets() {
        return buckets;
    }

    List<Role> roles() {
        return roles;
    }

    List<String> users() {
        return users;
    }

    static String userArn(String name) {
        return "arn:aws:iam::" + ACCOUNT + ":user/" + name;
    }

    /** The folders that are in use in a bucket, two levels deep, sorted; each ends with a slash. */
    List<String> prefixes(String bucket) {
        return prefixes.computeIfAbsent(bucket, this::drawPrefixes);
    }

    private List<String> drawPrefixes(String bucket) {
        var draw = Draw.of(seed, "prefixes", bucket);
        int count = draw.between(4, 23);
        var tops = draw.sample(TOPS, draw.between(2, 4));
        return Stream.generate(() -> "%s/%s-%02d/".formatted(draw.pick(tops), draw.pick(DATA), draw.below(40)))
                .limit(count)
                .distinct()
                .sorted()
                .toList();
    }
}
