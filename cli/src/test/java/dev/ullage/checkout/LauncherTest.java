package dev.ullage.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, with a Maven and JDKs that only say that they were called. */
final class LauncherTest {

    /** Newer than any JDK on the machine that runs the tests. */
    private static final String NEWEST = "1099.0.1";

    @TempDir
    Path work;

    private Path checkout;
    private Path home;
    private Path bin;

    @BeforeEach
    void a_checkout_that_was_never_built() throws IOException {
        checkout = Files.createDirectories(work.resolve("a check [out]"));
        home = Files.createDirectory(work.resolve("home"));
        bin = Files.createDirectory(work.resolve("bin"));
        Files.copy(Checkout.root().resolve("ullage"), checkout.resolve("ullage"));
        Files.createDirectories(checkout.resolve("cli/src/main"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        script(bin.resolve("mvn"), """
                echo "$*" > ../mvn
                echo chatter
                mkdir -p cli/target/quick/dist/lib
                touch cli/target/quick/dist/lib/ullage-cli-1.jar
                """);
        jdk(NEWEST);
    }

    @Test
    void the_first_run_builds_says_so_and_runs() throws Exception {
        var run = launch("--version");

        assertThat(run.err())
                .isEqualTo(
                        "ullage: building on first use (about a minute, and longer while Maven fetches the libraries)\n");
        assertThat(work.resolve("mvn")).content().startsWith("-q -B -Dquick ");
        assertThat(run.out()).contains("called " + NEWEST).contains("ullage-cli-1.jar --version");
        assertThat(run.exit()).isZero();
    }

    @Test
    void the_second_run_only_runs() throws Exception {
        launch("--version");

        assertThat(launch("--version").err()).isEmpty();
    }

    @Test
    void a_source_newer_than_the_build_is_built_again() throws Exception {
        launch("--version");
        var source = Files.writeString(checkout.resolve("cli/src/main/Main.java"), "class Main {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(launch("--version").err()).contains("building again");
    }

    @Test
    void a_newer_test_is_no_reason_to_build() throws Exception {
        launch("--version");
        var test = Files.createDirectories(checkout.resolve("cli/src/test")).resolve("MainTest.java");
        Files.writeString(test, "class MainTest {}");
        Files.setLastModifiedTime(test, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(launch("--version").err()).isEmpty();
    }

    @Test
    void a_build_that_failed_is_said_and_tried_again() throws Exception {
        script(bin.resolve("mvn"), "echo cannot compile; exit 1");

        var first = launch("--version");
        var second = launch("--version");

        assertThat(first.exit()).isEqualTo(1);
        assertThat(first.err()).contains("cannot compile", "the build failed");
        assertThat(first.out()).isEmpty();
        assertThat(second.err()).isEqualTo(first.err());
    }

    @Test
    void a_build_that_somebody_killed_does_not_lock_the_next_one_out() throws Exception {
        Files.createDirectories(checkout.resolve("cli/target/building"));
        Files.writeString(checkout.resolve("cli/target/building/pid"), "99999999");

        assertThat(launch("--version").exit()).isZero();
    }

    @Test
    void the_newest_java_runs_whatever_the_order_of_names() throws Exception {
        jdk("1099.0.2");
        jdk("1098.9.9");
        jdk("1.8.0_402");

        assertThat(launch("--version").out()).contains("called 1099.0.2");
    }

    @Test
    void a_java_can_be_asked_for() throws Exception {
        var older = jdk("17.0.15");

        var run = launch(Map.of("UL_JAVA_HOME", older.toString()), checkout.resolve("ullage"), "--version");

        assertThat(run.out()).contains("called 17.0.15");
    }

    @Test
    void a_java_that_is_too_old_is_refused_by_name() throws Exception {
        var old = jdk("11.0.2");

        var run = launch(Map.of("UL_JAVA_HOME", old.toString()), checkout.resolve("ullage"), "--version");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("`UL_JAVA_HOME=" + old + "` is no Java 17 or newer; name one that is, or leave it out\n");
    }

    @Test
    void options_for_the_jvm_are_passed_on() throws Exception {
        var run = launch(Map.of("UL_JAVA_OPTS", "-Xmx4g -ea"), checkout.resolve("ullage"), "audit", "x y");

        assertThat(run.out()).contains(" -Xmx4g -ea ").endsWith("audit x y\n");
    }

    @Test
    void it_is_found_through_links_from_anywhere() throws Exception {
        var first = Files.createSymbolicLink(work.resolve("first link"), checkout.resolve("ullage"));
        var second = Files.createSymbolicLink(bin.resolve("second"), Path.of("../first link"));
        assertThat(first).exists();

        assertThat(launch(Map.of(), second, "--version").out()).contains(checkout + "/cli/target");
    }

    @Test
    void an_archive_that_this_jvm_cannot_make_is_asked_for_once() throws Exception {
        assertThat(launch("--version").out()).doesNotContain("-XX:SharedArchiveFile=");
        assertThat(Files.readAllLines(work.resolve("calls"))).hasSize(2);

        launch("--version");

        assertThat(Files.readAllLines(work.resolve("calls"))).hasSize(3);
    }

    private record Run(int exit, String out, String err) {}

    private Run launch(String... args) throws Exception {
        return launch(Map.of(), checkout.resolve("ullage"), args);
    }

    private Run launch(Map<String, String> settings, Path launcher, String... args) throws Exception {
        var command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(args));
        var out = work.resolve("stdout");
        var err = work.resolve("stderr");
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("UL_") || name.equals("JAVA_HOME"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PATH", bin + ":/usr/bin:/bin");
        builder.environment().putAll(settings);
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("the launcher ends")
                .isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** A JDK that says its version and what it was asked to do. */
    private Path jdk(String version) throws IOException {
        var jdk = Files.createDirectories(home.resolve(".jdks/j" + version.length() + "-" + version));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.createDirectory(jdk.resolve("bin"));
        script(
                jdk.resolve("bin/java"),
                "echo \"called " + version + " $*\"; echo \"$*\" >> '" + work.resolve("calls") + "'");
        return jdk;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
