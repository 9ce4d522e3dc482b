package dev.ullage.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.aws.AwsEstate;
import dev.ullage.access.gcp.GcpEstate;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatCanTest {

    private static final String ACME = "111122223333";
    private static final String ROOT = "arn:aws:iam::111122223333:root";
    private static final String TRAIN = "arn:aws:iam::111122223333:role/train";
    private static final String OPS = "arn:aws:iam::111122223333:role/ops";
    private static final String ANA = "arn:aws:iam::111122223333:user/ana";
    private static final String READS = "Allow s3:GetObject on arn:aws:s3:::models/*";

    private static AwsEstate estate() {
        return AwsEstate.with().account(ACME).bucket("s3://models", ACME);
    }

    private static AccessAnswer ask(AwsEstate estate, String principal) throws MalformedQuestionException {
        var access = new EstateAccess(estate.snapshot(), Access.AS_OF);
        var asked = AskedPrincipal.of(principal);
        return new WhatCan(access).ask(asked, access.escalation(asked));
    }

    private static List<String> reads(AccessAnswer answer) {
        return answer.rows().stream()
                .filter(row -> row.permissions().contains("s3:GetObject"))
                .map(row -> "%s %s %s by %d steps"
                        .formatted(
                                row.principal(),
                                row.granted(),
                                row.place(),
                                row.path().size()))
                .toList();
    }

    @Test
    void what_a_role_at_the_end_of_a_chain_has_is_had_with_the_chain() throws MalformedQuestionException {
        var chained = estate().user(ANA, "Allow sts:AssumeRole on " + OPS)
                .role(OPS, "Allow sts:AssumeRole on " + TRAIN)
                .trust(OPS, "Allow to " + ANA + " sts:AssumeRole")
                .role(TRAIN, READS)
                .trust(TRAIN, "Allow to " + OPS + " sts:AssumeRole");

        assertThat(reads(ask(chained, ANA))).containsExactly(TRAIN + " YES s3://models/* by 2 steps");
    }

    @Test
    void roles_that_trust_each_other_in_a_circle_end_and_are_reported() throws MalformedQuestionException {
        var circle = estate().role(OPS, "Allow sts:AssumeRole on *")
                .trust(OPS, "Allow to " + TRAIN + " sts:AssumeRole")
                .role(TRAIN, READS, "Allow sts:AssumeRole on *")
                .trust(TRAIN, "Allow to " + OPS + " sts:AssumeRole");

        assertThat(ask(circle, OPS).notes())
                .containsExactly(
                        "the chain leads back, and ends there: %s -[sts:AssumeRole]-> %s -[sts:AssumeRole]-> %s"
                                .formatted(OPS, TRAIN, OPS));
        assertThat(reads(ask(circle, OPS))).containsExactly(TRAIN + " YES s3://models/* by 1 steps");
        assertThat(reads(ask(circle, TRAIN))).containsExactly(TRAIN + " YES s3://models/* by 0 steps");
    }

    @Test
    void who_can_write_its_own_policy_has_what_the_whole_account_has() throws MalformedQuestionException {
        var selfMade = estate().user(ANA, "Allow iam:PutUserPolicy on " + ANA);

        assertThat(reads(ask(selfMade, ANA))).contains(ROOT + " YES s3://models/* by 1 steps");
    }

    private static final String BEN = "user:ben@acme.example";
    private static final String ROBOT = "serviceAccount:robot@acme.iam.gserviceaccount.com";
    private static final String TRAINER = "serviceAccount:trainer@acme.iam.gserviceaccount.com";
    private static final String TOKENS = "roles/iam.workloadIdentityUser";
    private static final String POOL = "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci";

    /** The trainer reads models, and the robot gets its tokens. */
    private static GcpEstate projects() {
        return GcpEstate.with()
                .project("acme")
                .bucket("gs://models", "acme")
                .serviceAccount(ROBOT, "acme")
                .serviceAccount(TRAINER, "acme")
                .bind("gs://models", "roles/storage.objectViewer", TRAINER)
                .bind(TRAINER, TOKENS, ROBOT);
    }

    private static List<String> readsModels(GcpEstate estate, String principal) throws MalformedQuestionException {
        var access = new EstateAccess(estate.snapshot(), Access.AS_OF);
        var asked = AskedPrincipal.of(principal);
        return new WhatCan(access)
                .ask(asked, access.escalation(asked)).rows().stream()
                        .filter(row -> row.permissions().contains("storage.objects.get"))
                        .map(row -> "%s %s %s %s"
                                .formatted(
                                        row.principal(),
                                        row.granted(),
                                        row.place(),
                                        row.path().stream().map(Step::says).toList()))
                        .toList();
    }

    @Test
    void what_a_service_account_at_the_end_of_a_chain_has_is_had_with_the_chain() throws MalformedQuestionException {
        var way = "can act as %s by iam.serviceAccounts.getAccessToken";

        assertThat(readsModels(projects().bind(ROBOT, TOKENS, BEN), BEN))
                .containsExactly(TRAINER + " YES gs://models/* [" + BEN + " " + way.formatted(ROBOT) + ", " + ROBOT
                        + " " + way.formatted(TRAINER) + "]");
    }

    @Test
    void an_identity_of_a_pool_can_act_as_whom_the_pool_can() throws MalformedQuestionException {
        var job = "principal:" + POOL + "/subject/job";
        var pooled = projects().bind(TRAINER, TOKENS, "principalSet:" + POOL + "/*");

        assertThat(readsModels(pooled, job))
                .containsExactly(TRAINER + " YES gs://models/* [" + job + " can act as " + TRAINER
                        + " by iam.serviceAccounts.getAccessToken]");
        assertThat(readsModels(pooled, "principal:" + POOL + "x/subject/job")).isEmpty();
    }

    @Test
    void whoever_may_be_in_a_group_that_was_not_read_can_perhaps_act_as_whom_it_can()
            throws MalformedQuestionException {
        var grouped = projects().without(Topic.GROUP_MEMBERSHIPS).bind(TRAINER, TOKENS, "group:ml@acme.example");

        assertThat(readsModels(grouped, BEN))
                .containsExactly(TRAINER + " UNKNOWN gs://models/* [" + BEN + " can act as " + TRAINER
                        + " by iam.serviceAccounts.getAccessToken]");
    }

    @Test
    void a_step_that_hangs_on_a_condition_gives_what_is_possible_and_says_so() throws MalformedQuestionException {
        var fromTheOffice = estate().user(ANA, "Allow sts:AssumeRole on " + TRAIN)
                .role(TRAIN, READS)
                .trust(TRAIN, "Allow to " + ANA + " sts:AssumeRole if IpAddress aws:SourceIp 203.0.113.0/24");

        var answer = ask(fromTheOffice, ANA);

        assertThat(reads(answer)).containsExactly(TRAIN + " UNKNOWN s3://models/* by 1 steps");
        assertThat(answer.rows())
                .filteredOn(row -> row.granted() == Answer.UNKNOWN)
                .flatExtracting(AccessRow::missing)
                .contains("whether %s can act as %s by sts:AssumeRole is not known".formatted(ANA, TRAIN));
    }
}
