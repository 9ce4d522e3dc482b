package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the engine and the reference are known to part, and nobody has yet said who mends what. Cases that ask one of
 * these are left out of the comparison with the engine. An answered question is deleted here, and the comparison holds
 * from then on.
 */
enum OpenQuestion {
    /** A federated session without a policy of its own: the flow chart ends in an implicit denial. */
    FEDERATED_WITHOUT_POLICY {
        @Override
        boolean isAskedBy(JsonNode oneCase) {
            return oneCase.path("principal").asText().contains(":federated-user/")
                    && oneCase.path("sessionPolicy").isNull();
        }
    },
    /** The root user and {@code sts:AssumeRole}, which AWS refuses whatever policies say. */
    ROOT_ASSUMING_ROLE {
        @Override
        boolean isAskedBy(JsonNode oneCase) {
            return oneCase.path("principal").asText().endsWith(":root")
                    && oneCase.path("action").asText().equalsIgnoreCase("sts:AssumeRole");
        }
    },
    /** An allowance to all but the caller's account: no page says whether that takes out the account's users. */
    ALLOWANCE_TO_ALL_BUT_AN_ACCOUNT {
        @Override
        boolean isAskedBy(JsonNode oneCase) {
            var caller = Caller.of(oneCase.path("principal").asText());
            return caller.hasAccount()
                    && oneCase.path("resourcePolicy").findParents("NotPrincipal").stream()
                            .filter(statement ->
                                    statement.path("Effect").asText().equals("Allow"))
                            .map(statement -> statement.path("NotPrincipal").toString())
                            .anyMatch(listed -> listed.contains(caller.account() + ":root\"")
                                    || listed.contains('"' + caller.account() + '"'));
        }
    },
    /** A grant to the user who federated: the boundary limits it. */
    FEDERATED_NAMED_AS_USER {
        @Override
        boolean isAskedBy(JsonNode oneCase) {
            var caller = Caller.of(oneCase.path("principal").asText());
            return caller.kind() == Caller.Kind.FEDERATED_USER
                    && oneCase.path("resourcePolicy").findValues("Principal").stream()
                            .anyMatch(named -> named.toString().contains(caller.account() + ":user/"));
        }
    },
    /** A session whose role has the name of a service-linked one: its ARN leaves out the path that would tell. */
    SESSION_OF_SERVICE_LINKED_ROLE {
        @Override
        boolean isAskedBy(JsonNode oneCase) {
            return Caller.of(oneCase.path("principal").asText()).isServiceLinked() == Answer.PERHAPS;
        }
    },
    /** {@code NullIfExists}, which the page says there is not. */
    NULL_IF_EXISTS {
        @Override
        boolean isAskedBy(JsonNode oneCase) {
            return oneCase.toString().contains("NullIfExists");
        }
    },
    /** A {@code *} at the end of a segment, which the page lets go on across colons. */
    STAR_ACROSS_COLONS {
        @Override
        boolean isAskedBy(JsonNode oneCase) {
            return Stream.of("Resource", "NotResource")
                    .flatMap(element -> oneCase.findValues(element).stream())
                    .flatMap(resource -> Texts.of(resource).stream())
                    .anyMatch(resource -> !resource.equals("*") && resource.split(":", 6).length < 6);
        }
    },
    /** What resource control policies bind: many services by now, but no retirement of a grant. */
    WHAT_RCPS_BIND {
        private static final Set<String> BOUND_AT_FIRST =
                Set.of("s3", "sts", "kms", "sqs", "secretsmanager", "ecr", "aoss");

        @Override
        boolean isAskedBy(JsonNode oneCase) {
            var request = Request.of(oneCase);
            boolean atFirst = BOUND_AT_FIRST.contains(request.service());
            boolean now = RcpServices.bind(request) && !request.isServiceTakingLinkedRole();
            return atFirst != now && !oneCase.path("rcps").isEmpty();
        }
    },
    /** What is left of a statement that cannot be read: its effect, and what its other elements leave out. */
    BROKEN_STATEMENT {
        @Override
        boolean isAskedBy(JsonNode oneCase) {
            return oneCase.findParents("Effect").stream()
                    .anyMatch(statement -> !new Statement(statement, true).isReadable());
        }
    };

    abstract boolean isAskedBy(JsonNode oneCase);

    static boolean isAnyAskedBy(JsonNode oneCase) {
        for (var question : values()) {
            if (question.isAskedBy(oneCase)) {
                return true;
            }
        }
        return false;
    }
}
