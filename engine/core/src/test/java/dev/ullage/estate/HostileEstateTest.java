package dev.ullage.estate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.yaml.Mutilation;
import dev.ullage.yaml.YamlFile;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever becomes of a file, reading it gives a value or problems, and never both. */
class HostileEstateTest {

    private static final String INTENT = """
            workload: fraud-training
            principals: [serviceAccount:trainer@acme-ml.iam.gserviceaccount.com]
            intent: train
            reads: [gs://acme-datasets/fraud/]
            writes:
              - gs://acme-checkpoints/fraud/
            environment: prod
            owner: ml-platform@acme.example
            reviewBy: 2027-03-31
            breakGlass: false
            """;

    private static final String WAIVER = """
            rule: key-too-old
            principal: user:ana@acme.example
            resource: gs://acme-demo
            owner: ml-platform@acme.example
            approver: security@acme.example
            reason: It ends in March.
            created: 2026-11-01
            expires: 2027-03-31
            """;

    private static final String ESTATE = """
            estate: acme
            asOf: 2026-11-20T02:00:00Z
            intentsComplete: false
            internalDomains: [acme.example]
            internalAccounts: ["111122223333"]
            usageWindowDays: 90
            logs:
              - {provider: gcp, scope: projects/acme-ml, kind: data, from: 2026-08-01T00:00:00Z, to: 2026-11-20T00:00:00Z}
            """;

    @Property(tries = 1000)
    void an_intent_is_read_or_refused(@ForAll("intents") String yaml) {
        assertReadOrRefused(yaml, file -> new IntentFile(file, new HashMap<>()).read());
    }

    @Property(tries = 1000)
    void a_waiver_is_read_or_refused(@ForAll("waivers") String yaml) {
        assertReadOrRefused(yaml, file -> new WaiverFile(file).read());
    }

    @Property(tries = 1000)
    void an_estate_is_read_or_refused(@ForAll("estates") String yaml) {
        assertReadOrRefused(yaml, file -> new EstateFile(file).read());
    }

    private static <T> void assertReadOrRefused(String yaml, Function<YamlFile, Optional<T>> reader) {
        var file = YamlFile.of("f.yaml", yaml.getBytes(UTF_8));

        assertThat(reader.apply(file).isPresent()).isEqualTo(file.problems().isEmpty());
    }

    @Provide
    Arbitrary<String> intents() {
        return Mutilation.of(INTENT);
    }

    @Provide
    Arbitrary<String> waivers() {
        return Mutilation.of(WAIVER);
    }

    @Provide
    Arbitrary<String> estates() {
        return Mutilation.of(ESTATE);
    }
}
