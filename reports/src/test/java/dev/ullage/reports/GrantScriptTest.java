package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.estate.Intent;
import dev.ullage.estate.IntentKind;
import dev.ullage.model.Source;
import dev.ullage.synthesis.MinimalGrant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrantScriptTest {

    private static GrantScript script(String principal, String place) {
        var intent = new Intent(
                "fraud-training",
                List.of(principal),
                IntentKind.INSPECT,
                List.of(place),
                List.of(),
                "prod",
                "ml@acme.example",
                LocalDate.of(2027, 1, 1),
                false,
                new Source("intents/fraud.yaml", 2, ""));
        return new GrantScript(MinimalGrant.of(intent), Map.of("gs://data", "acme-ml"));
    }

    @Test
    void a_role_and_its_binding_are_made_in_the_project_of_the_bucket() {
        assertThat(script("user:ana@acme.example", "gs://data/img/").commands()).isEqualTo("""
                        # The least for fraud-training, intents/fraud.yaml:2
                        # listing is permitted on all of gs://data: no condition on names can narrow it

                        gcloud iam roles create ullage_fraud_training_0 --project='acme-ml' --title='Declared for fraud-training' \\
                          --permissions=storage.objects.get
                        gcloud storage buckets add-iam-policy-binding 'gs://data' --member='user:ana@acme.example' \\
                          --role='projects/acme-ml/roles/ullage_fraud_training_0' \\
                          --condition='^:^title=declared places:expression=resource.name.startsWith("projects/_/buckets/data/objects/img/")'

                        gcloud iam roles create ullage_fraud_training_1 --project='acme-ml' --title='Declared for fraud-training' \\
                          --permissions=storage.objects.list
                        gcloud storage buckets add-iam-policy-binding 'gs://data' --member='user:ana@acme.example' \\
                          --role='projects/acme-ml/roles/ullage_fraud_training_1' --condition=None
                        """);
    }

    @Test
    void what_an_owner_wrote_stays_in_its_quotes_in_a_shell() {
        assertThat(script("arn:aws:iam::111122223333:role/train", "s3://data/it's $(here)/")
                        .commands())
                .contains("arn:aws:s3:::data/it'\\''s ${$}(here)/*");
    }

    @Test
    void what_an_owner_wrote_stays_in_its_quotes_in_terraform() {
        assertThat(script("user:ana@acme.example", "gs://data/${x}\"/").terraform())
                .contains("resource.name.startsWith(\\\"projects/_/buckets/data/objects/$${x}\\\\\\\"/\\\")");
    }

    @Test
    void an_expression_with_a_colon_gets_another_delimiter() {
        assertThat(script("user:ana@acme.example", "gs://data/a:b/").commands()).contains("'^;^title=");
    }
}
