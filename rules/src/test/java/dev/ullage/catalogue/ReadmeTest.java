package dev.ullage.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.rule.RuleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

    private static final Pattern FILE = Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_rule_in_the_readme_works(@TempDir Path folder) throws IOException {
        var blocks = FILE.matcher(Files.readString(Path.of("README.md")));
        while (blocks.find()) {
            var file = folder.resolve(blocks.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, blocks.group(2));
        }

        var catalogue = Catalogue.of(RuleFiles.in(folder, "readme"));

        assertThat(catalogue.examples()).hasSize(5).allSatisfy(example -> {
            assertThat(Example.verdict(example.judgement()))
                    .as(example.toString())
                    .isEqualTo(example.verdict());
            assertThat(Example.says(example.judgement())).contains(example.because());
        });
    }
}
