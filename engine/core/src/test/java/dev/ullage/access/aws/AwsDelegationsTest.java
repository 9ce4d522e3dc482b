package dev.ullage.access.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.FactIndex;
import dev.ullage.model.Topic;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsDelegationsTest {

    private static final String ACME = "111122223333";
    private static final String LABS = "444455556666";
    private static final String MODELS = "s3://models";

    private static AwsEstate estate(String condition) {
        return AwsEstate.with()
                .account(ACME)
                .bucket(MODELS, ACME)
                .bucketPolicy(MODELS, "Allow to * s3:* on arn:aws:s3:::models/*" + condition);
    }

    private static Optional<String> gap(AwsEstate estate) {
        return new AwsDelegations(new FactIndex(estate.snapshot())).gap(MODELS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " if StringEquals s3:DataAccessPointAccount 111122223333",
                " if ArnLike s3:DataAccessPointArn arn:aws:s3:*:111122223333:accesspoint/*",
                " if StringEquals s3:AccessPointNetworkOrigin VPC"
            })
    void a_bucket_that_leaves_it_to_access_points_which_nobody_listed_is_open(String condition) {
        assertThat(gap(estate(condition).without(Topic.ACCESS_POINTS)))
                .contains("access-points of 111122223333 are not in the input");
    }

    @Test
    void access_points_of_another_account_have_to_be_listed_there() {
        var theirs = estate(" if StringEquals s3:DataAccessPointAccount " + LABS);

        assertThat(gap(theirs.without(Topic.ACCESS_POINTS).read(Topic.ACCESS_POINTS, ACME)))
                .contains("access-points of 444455556666 are not in the input");
    }

    @Test
    void where_they_were_listed_nothing_is_open() {
        assertThat(gap(estate(" if StringEquals s3:DataAccessPointAccount " + ACME)))
                .isEmpty();
    }

    @Test
    void a_bucket_that_leaves_nothing_to_access_points_asks_for_none() {
        assertThat(gap(estate(" if StringEquals aws:SourceVpc vpc-1").without(Topic.ACCESS_POINTS)))
                .isEmpty();
    }

    @Test
    void a_denial_leaves_nothing_to_access_points() {
        var denying = AwsEstate.with()
                .account(ACME)
                .bucket(MODELS, ACME)
                .bucketPolicy(
                        MODELS,
                        "Deny to * s3:* on arn:aws:s3:::models/* if StringNotEquals s3:DataAccessPointAccount " + ACME)
                .without(Topic.ACCESS_POINTS);

        assertThat(gap(denying)).isEmpty();
    }
}
