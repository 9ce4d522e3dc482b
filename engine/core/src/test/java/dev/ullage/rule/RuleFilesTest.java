package dev.ullage.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFilesTest {

    private static final RuleReader READER = new RuleReader(rule -> List.of());

    @TempDir
    Path temporary;

    @Test
    void rules_in_a_jar_are_the_rules_of_the_folder_it_was_made_from() throws IOException {
        var root = temporary.resolve("classes").resolve(RuleFiles.ROOT);
        var folder = new RuleFolder(root)
                .withRule("key-too-old")
                .with("catalog/stale-credentials/key-too-old/cases.yaml", "[]")
                .with(
                        "controls/soc2.yaml",
                        "framework: SOC 2\ncontrols:\n  - {id: CC6.1, title: t, support: full, rules: [key-too-old]}\n");

        var fromFolder = READER.read(folder.files()).orElseThrow();

        assertThat(fromFolder.rules()).hasSize(1);
        assertThat(fromFolder.controls()).hasSize(1);
        assertThat(builtIn(temporary.resolve("classes"))).isEqualTo(fromFolder);
        assertThat(builtIn(jarOf(temporary.resolve("classes")))).isEqualTo(fromFolder);
    }

    @Test
    void a_path_with_a_space_in_it_is_a_path() throws IOException {
        var classes = temporary.resolve("my classes");
        new RuleFolder(classes.resolve(RuleFiles.ROOT)).withRule("key-too-old");

        assertThat(builtIn(classes).rules()).hasSize(1);
        assertThat(builtIn(jarOf(classes)).rules()).hasSize(1);
    }

    @Test
    void a_class_path_without_rules_is_our_failure() throws IOException {
        try (var loader = new URLClassLoader(new URL[0], null)) {
            assertThatThrownBy(() -> RuleFiles.builtIn(loader)).hasMessage("the class path has no dev/ullage/rules/");
        }
    }

    @Test
    void a_link_out_of_the_folder_is_refused_and_none_of_it_is_shown() throws IOException {
        var folder = new RuleFolder(temporary.resolve("rules")).withRule("key-too-old");
        var secret = Files.writeString(temporary.resolve("secret"), "password hunter2\nx: y");
        Files.createDirectories(temporary.resolve("rules/catalog/a/b"));
        Files.createSymbolicLink(temporary.resolve("rules/catalog/a/b/rule.yaml"), secret);

        assertThat(READER.readCatalog(folder.files()).problems())
                .extracting(problem -> problem + problem.excerpt())
                .containsExactly("rules/catalog/a/b/rule.yaml: the file cannot be read;"
                        + " check that it is there, readable and no link out of the folder");
    }

    @Test
    void cases_come_with_their_facts_to_ask_for() throws IOException {
        var files = new RuleFolder(temporary)
                .withRule("key-too-old")
                .with("catalog/stale-credentials/key-too-old/cases.yaml", """
                        - name: an old key
                          given: {credential: {active: true}}
                          expect: {verdict: fail}
                        - name: an old key
                          given: {}
                          expect: {verdict: unknown, becuase: credentials}
                        """)
                .files();
        var cases = CaseFile.of(files, READER.readCatalog(files).orElseThrow().get(0));

        assertThat(cases.cases()).extracting(RuleCase::name).containsExactly("an old key", "an old key");
        assertThat(cases.cases().get(0).given().fields("credential").flag("active", false))
                .isTrue();
        cases.cases().forEach(each -> {
            each.expect().text("verdict");
            each.expect().optionalText("because");
        });
        assertThat(cases.file().problems())
                .extracting(Object::toString)
                .containsExactly(
                        "rules/catalog/stale-credentials/key-too-old/cases.yaml:4:9: there is another case `an old key`; say how this one differs",
                        "rules/catalog/stale-credentials/key-too-old/cases.yaml:6:30: unknown key `becuase`; did you mean `because`?");
    }

    private static RuleSet builtIn(Path classPath) throws IOException {
        try (var loader = new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null)) {
            return READER.read(RuleFiles.builtIn(loader)).orElseThrow();
        }
    }

    /** As the build makes it, with an entry for each folder. */
    private static Path jarOf(Path classes) throws IOException {
        var jar = classes.resolveSibling(classes.getFileName() + ".jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar));
                var paths = Files.walk(classes)) {
            for (var path : paths.filter(path -> !path.equals(classes)).toList()) {
                var name = classes.relativize(path).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry(Files.isDirectory(path) ? name + "/" : name));
                if (Files.isRegularFile(path)) {
                    Files.copy(path, zip);
                }
                zip.closeEntry();
            }
        }
        return jar;
    }
}
