package dev.ullage.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.bench.estate.CompactFolder;
import dev.ullage.bench.estate.EstateGenerator;
import dev.ullage.bench.estate.EstateSize;
import dev.ullage.bench.estate.ExportLayout;
import dev.ullage.collectors.exports.ExportFolder;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EstateGeneratorTest {

    @TempDir
    Path folder;

    @Test
    void a_seed_always_gives_the_same_bytes() throws IOException {
        ExportLayout.write(EstateGenerator.generate(EstateSize.SMALL), folder);

        assertThat(Input.of(folder).digest()).isEqualTo("ad9e8dad7fd7aab5");
    }

    @Test
    void another_number_of_buckets_leaves_the_names_of_roles_as_they_were() {
        var small = EstateSize.SMALL;
        var more = new EstateSize(small.seed(), small.users(), small.roles(), small.policies(), small.buckets() + 1);

        assertThat(roleNames(more)).isEqualTo(roleNames(small));
    }

    private static List<String> roleNames(EstateSize size) {
        return EstateGenerator.generate(size).authorization().findValuesAsText("RoleName");
    }

    @Test
    void nothing_that_bears_on_access_is_missing_in_the_exports() throws IOException {
        ExportLayout.write(EstateGenerator.generate(EstateSize.SMALL), folder);
        var gaps = ExportFolder.standard().read(folder).facts().stream()
                .filter(fact -> fact instanceof Coverage coverage && coverage.status() != CoverageStatus.COMPLETE)
                .map(fact -> ((Coverage) fact).topic());

        // Encryption, versioning, lifecycle and logging are not exported: no figure is about them.
        assertThat(gaps).containsOnly(Topic.BUCKET_SETTINGS);
    }

    @Test
    void every_policy_is_read_in_full() throws IOException {
        ExportLayout.write(EstateGenerator.generate(EstateSize.SMALL), folder);

        assertThat(Input.of(folder).load().all(PolicyDocument.class))
                .allSatisfy(document -> assertThat(document.problems()).isEmpty());
    }

    @Test
    void every_principal_and_bucket_is_read_from_the_exports() throws IOException {
        ExportLayout.write(EstateGenerator.generate(EstateSize.SMALL), folder);
        var facts = Input.of(folder).load();

        assertThat(facts.principals())
                .filteredOn(principal -> principal.kind() != PrincipalKind.GROUP)
                .hasSize(EstateSize.SMALL.users() + EstateSize.SMALL.roles());
        assertThat(facts.buckets()).hasSize(EstateSize.SMALL.buckets());
    }

    @Test
    void three_files_say_the_same_as_the_exports() throws IOException {
        var estate = EstateGenerator.generate(EstateSize.SMALL);
        ExportLayout.write(estate, folder.resolve("exports"));
        CompactFolder.write(estate, folder.resolve("compact"));

        assertThat(ExportFolder.standard()
                        .read(Input.of(folder.resolve("compact")).exports())
                        .facts())
                .isEqualTo(
                        ExportFolder.standard().read(folder.resolve("exports")).facts());
    }
}
