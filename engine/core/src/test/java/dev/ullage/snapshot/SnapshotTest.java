package dev.ullage.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ullage.model.AccessBoundary;
import dev.ullage.model.AccessBoundaryBinding;
import dev.ullage.model.AccessGrant;
import dev.ullage.model.AccessGrantsInstance;
import dev.ullage.model.AccessGrantsLocation;
import dev.ullage.model.AccessPoint;
import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.AuditConfig;
import dev.ullage.model.Bucket;
import dev.ullage.model.Condition;
import dev.ullage.model.ConditionClause;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Credential;
import dev.ullage.model.CredentialKind;
import dev.ullage.model.CustomRole;
import dev.ullage.model.DenyRule;
import dev.ullage.model.Effect;
import dev.ullage.model.Fact;
import dev.ullage.model.FactType;
import dev.ullage.model.FederationProvider;
import dev.ullage.model.InputFile;
import dev.ullage.model.LogConfigChange;
import dev.ullage.model.LogExport;
import dev.ullage.model.LogKind;
import dev.ullage.model.Membership;
import dev.ullage.model.Outcome;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.RoleBinding;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import dev.ullage.model.Trail;
import dev.ullage.model.TrailSelector;
import dev.ullage.model.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    /** Strings that came from outside: quotes, lines, separators, formulas, markup, wide and broken characters. */
    private static final String HOSTILE =
            "\"\\,\n\r\t\u0000\u0001\u2028\u2029\uFEFF=cmd|' /C calc'!A0<script>é\u0301𝔘\uFFFF";

    private static final String HALF_A_PAIR = "a\uD800b";

    @TempDir
    Path folder;

    private static List<Fact> facts(String text) {
        return facts(text, text);
    }

    /** One of every kind of fact, every text of it the same, every optional value there; {@code key} is that of maps. */
    private static List<Fact> facts(String text, String key) {
        var source = new Source(text, 7, "/" + text);
        var texts = List.of(text, "b");
        var map = new TreeMap<>(Map.of(key, text));
        var principals = new TreeMap<>(Map.of("AWS", texts));
        var statement = new PolicyStatement(
                text,
                Effect.DENY,
                principals,
                principals,
                texts,
                texts,
                texts,
                texts,
                List.of(new ConditionClause(text, text, texts)),
                texts,
                source);
        return List.of(
                new AccessBoundary(text, texts, text, source),
                new AccessBoundaryBinding(text, text, text, new Condition(text, text), source),
                new AccessGrant(text, text, text, text, text, text, text, source),
                new AccessGrantsInstance(text, text, source),
                new AccessGrantsLocation(text, text, text, text, source),
                new AccessPoint(text, text, text, text, text, source),
                new AclEntry(Provider.GCP, AclScope.OBJECT, text, text, text, text, text, source),
                new AuditConfig(text, text, text, texts, source),
                new Bucket(Provider.AWS, text, text, text, NOW, map, source),
                new Container(Provider.GCP, text, ContainerKind.FOLDER, text, text, texts, source),
                new Coverage(Topic.OBJECT_ACLS, text, CoverageStatus.PARTIAL, text, source),
                new Credential(
                        Provider.AWS,
                        CredentialKind.ROOT_ACCESS_KEY,
                        text,
                        text,
                        NOW,
                        NOW,
                        Answer.UNKNOWN,
                        Answer.YES,
                        NOW,
                        source),
                new CustomRole(text, text, texts, true, source),
                new DenyRule(text, text, texts, texts, texts, texts, new Condition(text, text), source),
                new FederationProvider(Provider.GCP, text, text, text, text, texts, map, text, Answer.NO, source),
                new LogConfigChange(Provider.AWS, text, NOW.plusNanos(1), text, source),
                new LogExport(Provider.GCP, text, LogKind.DATA, NOW, NOW.plusSeconds(1), source),
                new Membership(Provider.GCP, text, text, source),
                new PolicyAttachment(text, text, AttachmentKind.BOUNDARY, source),
                new PolicyDocument(text, text, text, List.of(statement, statement), texts, source),
                new Principal(
                        Provider.AWS, text, PrincipalKind.ROLE, text, text, Answer.YES, NOW, NOW, text, map, source),
                new RoleBinding(text, text, text, new Condition(text, text), text, source),
                new Setting(Provider.AWS, text, SettingName.OBJECT_OWNERSHIP, text, source),
                new Trail(
                        text,
                        text,
                        Answer.YES,
                        NOW,
                        true,
                        List.of(new TrailSelector(true, false, texts)),
                        true,
                        source),
                new Usage(Provider.GCP, text, text, text, text, Outcome.ALLOWED, Long.MAX_VALUE, NOW, NOW, source));
    }

    /** The same kinds with everything left out that may be. */
    private static List<Fact> bareFacts() {
        var source = new Source("a", 0, "");
        return List.of(
                new AccessBoundaryBinding("a", "a", "a", null, source),
                new AccessGrantsInstance("a", null, source),
                new AccessPoint("a", "a", "a", "Internet", null, source),
                new AclEntry(Provider.GCP, AclScope.BUCKET, "a", null, "a", "a", null, source),
                new Bucket(Provider.AWS, "a", "a", "", null, new TreeMap<>(), source),
                new Container(Provider.GCP, "a", ContainerKind.FOLDER, "a", null, List.of(), source),
                new Credential(
                        Provider.AWS,
                        CredentialKind.ACCESS_KEY,
                        "a",
                        "a",
                        null,
                        null,
                        Answer.NO,
                        Answer.NO,
                        null,
                        source),
                new DenyRule("a", "a", List.of(), List.of(), List.of(), List.of(), null, source),
                new FederationProvider(
                        Provider.AWS, "a", "a", null, "", List.of(), new TreeMap<>(), null, Answer.YES, source),
                new Principal(
                        Provider.GCP,
                        "a",
                        PrincipalKind.USER,
                        null,
                        "a",
                        Answer.UNKNOWN,
                        null,
                        null,
                        null,
                        new TreeMap<>(),
                        source),
                new RoleBinding("a", "a", "a", null, null, source),
                new Trail("a", "a", Answer.UNKNOWN, null, false, List.of(), false, source));
    }

    private void write(List<Fact> facts) throws IOException {
        write(facts, folder);
    }

    private static void write(List<Fact> facts, Path folder) throws IOException {
        new SnapshotWriter()
                .write(
                        Snapshot.of(facts),
                        "ullage 0.1.0",
                        NOW,
                        List.of(new InputFile("gcp/a.json", "Cloud Asset Inventory", facts.size(), "", "00")),
                        folder);
    }

    private Snapshot read() throws IOException, SnapshotFormatException {
        return new SnapshotReader().read(folder);
    }

    /** Replaces a file and puts its new digest into the manifest, as somebody would who knows the format. */
    private void forge(String name, String content, int facts) throws IOException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(name), bytes);
        var manifest = Files.readString(folder.resolve("manifest.json"));
        Files.writeString(
                folder.resolve("manifest.json"),
                manifest.replaceAll(
                        "(?s)(\"" + name + "\",\\s*\"facts\" : )\\d+(,\\s*\"sha256\" : \")[0-9a-f]*",
                        "$1" + facts + "$2" + SnapshotWriter.sha256(bytes)));
    }

    @Test
    void every_kind_of_fact_is_among_those_tested() {
        assertThat(facts("a").stream().map(FactType::of)).containsExactlyInAnyOrder(FactType.values());
    }

    @Test
    void facts_of_every_kind_with_hostile_texts_are_read_back_as_they_were() throws Exception {
        var all = new ArrayList<>(facts(HOSTILE));
        // No reader of JSON that comes with this program lets such a key in.
        all.addAll(facts(HALF_A_PAIR, "key"));
        write(all);
        var read = read();

        assertThat(Arrays.stream(FactType.values()).flatMap(type -> read.all(type).stream()))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void what_may_be_left_out_is_read_back_as_left_out() throws Exception {
        write(bareFacts());

        var read = new ArrayList<Fact>();
        for (var type : FactType.values()) {
            read.addAll(read().all(type));
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(bareFacts());
    }

    @Test
    void two_names_that_differ_in_broken_characters_only_stay_apart() throws Exception {
        var source = new Source("a", 1, "");
        write(List.of(
                new Membership(Provider.GCP, "group", "\uD800", source),
                new Membership(Provider.GCP, "group", "\uDBFF", source)));

        assertThat(read().all(Membership.class)).extracting(Membership::member).doesNotHaveDuplicates();
    }

    @Test
    void the_same_facts_in_another_order_give_the_same_bytes(@TempDir Path other) throws Exception {
        var facts = new ArrayList<>(facts(HOSTILE));
        facts.addAll(facts("é"));
        facts.addAll(bareFacts());
        write(facts);
        Collections.reverse(facts);
        write(facts, other);

        for (var name : names(folder)) {
            assertThat(other.resolve(name)).hasSameBinaryContentAs(folder.resolve(name));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_folder_has_a_file_for_each_kind_and_a_manifest() throws Exception {
        write(List.of());

        var expected = new ArrayList<>(Arrays.stream(FactType.values())
                .map(type -> type.fileName() + ".ndjson")
                .toList());
        expected.add("manifest.json");
        assertThat(names(folder)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void the_manifest_says_what_is_there() throws Exception {
        write(facts("a"));
        var manifest = new SnapshotReader().manifest(folder);

        assertThat(manifest.tool()).isEqualTo("ullage 0.1.0");
        assertThat(manifest.asOf()).isEqualTo(NOW);
        assertThat(manifest.files()).hasSize(FactType.values().length).allMatch(file -> file.facts() == 1);
        assertThat(manifest.inputs()).extracting(InputFile::path).containsExactly("gcp/a.json");
    }

    @Test
    void every_line_is_one_fact_even_if_a_text_has_lines() throws Exception {
        write(facts("a\nb\r\nc\u2028d"));

        assertThat(Files.readString(folder.resolve("buckets.ndjson")).split("\n", -1))
                .hasSize(2);
    }

    @Test
    void a_changed_file_is_refused() throws Exception {
        write(facts("a"));
        var file = folder.resolve("role-bindings.ndjson");
        Files.writeString(file, Files.readString(file).replace("\"a\"", "\"b\""));

        assertThatThrownBy(this::read)
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessage("role-bindings.ndjson: is not what manifest.json says, so it was changed afterwards;"
                        + " take the snapshot anew");
    }

    @Test
    void a_missing_file_is_refused() throws Exception {
        write(facts("a"));
        Files.delete(folder.resolve("usage.ndjson"));

        assertThatThrownBy(this::read)
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessage("usage.ndjson: is missing; take the snapshot anew");
    }

    @Test
    void a_folder_without_manifest_is_no_snapshot() {
        assertThatThrownBy(this::read)
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessage("manifest.json: is missing; take the snapshot anew");
    }

    @Test
    void a_manifest_of_another_format_is_refused_even_if_it_has_other_fields() throws Exception {
        write(facts("a"));
        var manifest = folder.resolve("manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"format\" : 2,", "\"format\" : 3, \"novelty\" : true,"));

        assertThatThrownBy(this::read)
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessage("manifest.json: is of format 3, and this version reads format 2; take the snapshot anew");
    }

    @Test
    void a_manifest_that_does_not_list_a_kind_is_refused() throws Exception {
        write(facts("a"));
        var manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("usage.ndjson", "other.ndjson"));

        assertThatThrownBy(this::read)
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessage("manifest.json: lists usage.ndjson 0 times; take the snapshot anew");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "not json", "null", "{\"format\":\"1\"}"})
    void what_is_no_manifest_is_refused(String text) throws Exception {
        write(facts("a"));
        Files.writeString(folder.resolve("manifest.json"), text);

        assertThatThrownBy(this::read)
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessageStartingWith("manifest.json: is not a manifest: ")
                .hasMessageNotContaining("dev.ullage");
    }

    @Test
    void an_unknown_field_is_refused_with_its_line() throws Exception {
        write(List.of());
        forge(
                "memberships.ndjson",
                "{\"provider\":\"GCP\",\"group\":\"a\",\"member\":\"b\",\"source\":{\"file\":\"a\",\"line\":1,\"at\":\"\"}}\n"
                        + "{\"provider\":\"GCP\",\"group\":\"a\",\"member\":\"b\",\"role\":\"x\",\"source\":{\"file\":\"a\",\"line\":1,\"at\":\"\"}}\n",
                2);

        assertThatThrownBy(this::read)
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessage("memberships.ndjson:2: unknown field `role`; read it with the version that wrote it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"provider\":\"GCP\",\"group\":\"a\",\"source\":{\"file\":\"a\",\"line\":1,\"at\":\"\"}}",
                "{\"provider\":\"GCP\",\"group\":\"a\",\"member\":null,\"source\":{\"file\":\"a\",\"line\":1,\"at\":\"\"}}",
                "{\"provider\":\"GCP\",\"group\":\"a\",\"member\":5,\"source\":{\"file\":\"a\",\"line\":1,\"at\":\"\"}}",
                "{\"provider\":\"GCP\",\"group\":\"a\",\"member\":\"b\",\"source\":{\"file\":\"a\",\"line\":1}}",
                "{\"provider\":\"GCP\",\"group\":\"a\",\"member\":\"b\",\"source\":null}",
                "{\"provider\":1,\"group\":\"a\",\"member\":\"b\",\"source\":{\"file\":\"a\",\"line\":1,\"at\":\"\"}}",
                "{\"provider\":\"GCP\",\"group\":\"a\",\"member\":\"b\",\"source\":{\"file\":\"a\",\"line\":1.5,\"at\":\"\"}}",
                "{\"provider\":\"ACME\",\"group\":\"a\",\"member\":\"b\",\"source\":{\"file\":\"a\",\"line\":1,\"at\":\"\"}}",
                "null",
                ""
            })
    void a_fact_with_a_missing_or_wrong_field_is_refused_without_naming_a_class(String line) throws Exception {
        write(List.of());
        forge("memberships.ndjson", line + "\n", 1);

        assertThatThrownBy(this::read)
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessageStartingWith("memberships.ndjson:1: ")
                .hasMessageNotContaining("dev.ullage")
                .hasMessageNotContaining("java");
    }

    @Test
    void a_null_in_a_list_is_refused() throws Exception {
        write(List.of());
        forge(
                "audit-configs.ndjson",
                "{\"resource\":\"a\",\"service\":\"a\",\"logType\":\"a\",\"exemptedMembers\":[null],"
                        + "\"source\":{\"file\":\"a\",\"line\":1,\"at\":\"\"}}\n",
                1);

        assertThatThrownBy(this::read)
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessageStartingWith("audit-configs.ndjson:1: `exemptedMembers");
    }

    @Test
    void a_field_given_twice_is_refused() throws Exception {
        write(List.of());
        forge(
                "memberships.ndjson",
                "{\"provider\":\"GCP\",\"group\":\"a\",\"group\":\"b\",\"member\":\"b\",\"source\":{\"file\":\"a\",\"line\":1,\"at\":\"\"}}\n",
                1);

        assertThatThrownBy(this::read).isInstanceOf(SnapshotFormatException.class);
    }

    @Test
    void a_file_with_more_facts_than_the_manifest_says_is_refused() throws Exception {
        write(facts("a"));
        forge("usage.ndjson", Files.readString(folder.resolve("usage.ndjson")), 2);

        assertThatThrownBy(this::read)
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessage("usage.ndjson: has 1 facts where manifest.json says 2; take the snapshot anew");
    }

    @Test
    void a_file_cut_short_is_refused_even_if_its_digest_was_corrected() throws Exception {
        write(facts("a"));
        forge("usage.ndjson", Files.readString(folder.resolve("usage.ndjson")).stripTrailing(), 1);

        assertThatThrownBy(this::read)
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessage("usage.ndjson:1: the last line does not end; take the snapshot anew");
    }

    @Test
    void bytes_that_are_not_utf8_are_refused_and_not_replaced() throws Exception {
        write(facts("a"));
        var bytes = Files.readAllBytes(folder.resolve("usage.ndjson"));
        var text = new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst("\"a\"", "\"\u00C3\u0028\"");
        var broken = text.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("usage.ndjson"), broken);
        var manifest = folder.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest).replace(SnapshotWriter.sha256(bytes), SnapshotWriter.sha256(broken)));

        assertThatThrownBy(this::read)
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessage("usage.ndjson: is not UTF-8; take the snapshot anew");
    }

    @Test
    void a_snapshot_written_over_another_holds_the_new_facts_only() throws Exception {
        write(facts("old"));
        write(List.of());

        assertThat(read().all(RoleBinding.class)).isEmpty();
    }
}
