package dev.ullage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.aws.AwsAccess;
import dev.ullage.access.aws.AwsEstate;
import dev.ullage.estate.Intent;
import dev.ullage.estate.IntentKind;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MinimalGrantTest {

    private static final String ACME = "111122223333";
    private static final String TRAIN = "arn:aws:iam::111122223333:role/train";
    private static final String DATA = "s3://data";
    private static final String CHECKPOINTS = "s3://ckpt";

    private static Intent intent(IntentKind kind, List<String> reads, List<String> writes) {
        return new Intent(
                "train",
                List.of(TRAIN),
                kind,
                reads,
                writes,
                "prod",
                "ml@acme.example",
                LocalDate.of(2027, 1, 1),
                false,
                new Source("train.yaml", 1, ""));
    }

    private static Map<String, Reach> granted(MinimalGrant minimal) {
        var estate = AwsEstate.with()
                .account(ACME)
                .bucket(DATA, ACME)
                .bucket(CHECKPOINTS, ACME)
                .role(TRAIN);
        GrantedFacts.policy(minimal)
                .ifPresent(policy -> estate.fact(policy).attach(TRAIN, policy.id(), AttachmentKind.IDENTITY));
        var granted = new TreeMap<String, Reach>();
        for (Entitlement one : new AwsAccess(new FactIndex(estate.snapshot())).entitlements()) {
            granted.merge(one.resource() + " " + one.permissionClass(), one.reach(), Reach::or);
        }
        return granted;
    }

    private static void declare(
            String bucket, NameSet names, Iterable<PermissionClass> classes, Map<String, NameSet> declared) {
        for (var one : classes) {
            declared.merge(bucket + " " + one, one == PermissionClass.LIST ? NameSet.itself() : names, NameSet::or);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_granted_is_what_was_declared(IntentKind kind) {
        var declared = new TreeMap<String, NameSet>();
        declare(DATA, NameSet.prefix("img/"), kind.whereItReads(), declared);
        declare(DATA, NameSet.of("labels.csv"), kind.whereItReads(), declared);
        declare(CHECKPOINTS, NameSet.prefix("runs/"), kind.whereItWrites(Provider.AWS), declared);
        var minimal = MinimalGrant.of(
                intent(kind, List.of(DATA + "/img/", DATA + "/labels.csv"), List.of(CHECKPOINTS + "/runs/")));

        var granted = granted(minimal);

        if (kind == IntentKind.SERVE) {
            assertThat(minimal.notes()).anyMatch(note -> note.contains("may replace them, too"));
            granted.remove(CHECKPOINTS + " OVERWRITE");
        }
        assertThat(granted.keySet()).isEqualTo(declared.keySet());
        declared.forEach((key, names) -> {
            var reach = granted.getOrDefault(key, Reach.none());
            assertThat(reach.sure().containsAll(names) && names.containsAll(reach.possible()))
                    .as("%s: declared %s, granted %s", key, names, reach)
                    .isTrue();
        });
    }

    @Test
    void a_star_in_a_name_is_a_star() {
        var minimal = MinimalGrant.of(intent(IntentKind.INSPECT, List.of(DATA + "/a*?$/"), List.of()));

        var reach = granted(minimal).getOrDefault(DATA + " READ", Reach.none());

        assertThat(reach.sure().contains("a*?$/x")).isTrue();
        assertThat(reach.possible().contains("ab?$/x")).isFalse();
    }

    @Test
    void a_place_within_another_is_not_granted_twice() {
        var minimal = MinimalGrant.of(
                intent(IntentKind.TRAIN, List.of(CHECKPOINTS + "/runs/old/"), List.of(CHECKPOINTS + "/runs/")));

        assertThat(minimal.grants())
                .containsExactly(
                        new BucketGrant(
                                CHECKPOINTS,
                                List.of("s3:DeleteObject", "s3:GetObject", "s3:PutObject"),
                                List.of(new Names("runs/", true))),
                        new BucketGrant(CHECKPOINTS, List.of("s3:ListBucket"), List.of()));
    }

    @Test
    void listing_goes_beyond_a_prefix_and_that_is_said() {
        var minimal = MinimalGrant.of(intent(IntentKind.INSPECT, List.of("gs://data/img/"), List.of()));

        assertThat(minimal.notes())
                .containsExactly("listing is permitted on all of gs://data: no condition on names can narrow it");
    }

    @Test
    void a_role_on_google_cloud_is_limited_by_the_names_of_objects() {
        var minimal = MinimalGrant.of(intent(IntentKind.INSPECT, List.of("gs://data/img/", "gs://data/x"), List.of()));

        assertThat(GrantedFacts.condition(minimal.grants().get(0)))
                .hasValueSatisfying(condition -> assertThat(condition.expression())
                        .isEqualTo("resource.name.startsWith(\"projects/_/buckets/data/objects/img/\") ||"
                                + " resource.name == \"projects/_/buckets/data/objects/x\""));
    }
}
