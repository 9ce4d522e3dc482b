package dev.ullage.reports;

import dev.ullage.model.Condition;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.Provider;
import dev.ullage.synthesis.BucketGrant;
import dev.ullage.synthesis.GrantedFacts;
import dev.ullage.synthesis.MinimalGrant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The least grant of a workload as something to run: Terraform, or the commands of {@code gcloud} and {@code aws}. Whatever
 * an owner wrote stands in quotes.
 */
public final class GrantScript {

    private static final String UNKNOWN_PROJECT = "PROJECT";

    private final MinimalGrant minimal;
    private final Map<String, String> projects;

    /**
     * Prepares to write.
     *
     * @param projects the project of each Google Cloud bucket, such as {@code acme-ml}, as far as it is known
     */
    public GrantScript(MinimalGrant minimal, Map<String, String> projects) {
        this.minimal = minimal;
        this.projects = new TreeMap<>(projects);
    }

    /** Resources of the providers {@code google} and {@code aws}. */
    public String terraform() {
        var text = new StringBuilder();
        notes(text);
        int number = 0;
        for (var grant : onGcp()) {
            terraform(grant, number++, text);
        }
        policy().ifPresent(policy -> terraform(policy, text));
        return text.toString();
    }

    /** Commands for a POSIX shell. */
    public String commands() {
        var text = new StringBuilder();
        notes(text);
        int number = 0;
        for (var grant : onGcp()) {
            commands(grant, number++, text);
        }
        policy().ifPresent(policy -> commands(policy, text));
        return text.toString();
    }

    private void notes(StringBuilder text) {
        text.append("# The least for ")
                .append(oneLine(minimal.intent().workload()))
                .append(", ");
        text.append(oneLine(minimal.intent().source().toString())).append('\n');
        minimal.notes().forEach(note -> text.append("# ").append(oneLine(note)).append('\n'));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private List<BucketGrant> onGcp() {
        return minimal.grants().stream()
                .filter(grant -> grant.provider() == Provider.GCP)
                .toList();
    }

    private Optional<PolicyDocument> policy() {
        return GrantedFacts.policy(minimal);
    }

    private List<String> principals(boolean onAws) {
        return minimal.intent().principals().stream()
                .filter(principal -> principal.startsWith("arn:") == onAws)
                .toList();
    }

    private String project(BucketGrant grant) {
        return projects.getOrDefault(grant.bucket(), UNKNOWN_PROJECT);
    }

    /** Of letters, digits and underscores, as both role ids and Terraform names take it. */
    private String id(int number) {
        return "ullage_" + minimal.intent().workload().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_") + "_"
                + number;
    }

    private void terraform(BucketGrant grant, int number, StringBuilder text) {
        var id = id(number);
        text.append("""

                resource "google_project_iam_custom_role" "%1$s" {
                  project     = %2$s
                  role_id     = "%1$s"
                  title       = %3$s
                  permissions = [%4$s]
                }
                """.formatted(
                id,
                hcl(project(grant)),
                hcl("Declared for " + minimal.intent().workload()),
                String.join(
                        ", ", grant.permissions().stream().map(GrantScript::hcl).toList())));
        var principals = principals(false);
        for (int i = 0; i < principals.size(); i++) {
            text.append("""

                    resource "google_storage_bucket_iam_member" "%1$s_%2$d" {
                      bucket = %3$s
                      role   = google_project_iam_custom_role.%1$s.id
                      member = %4$s
                    """.formatted(id, i, hcl(grant.bucketName()), hcl(principals.get(i))));
            GrantedFacts.condition(grant)
                    .ifPresent(condition ->
                            text.append("""

                      condition {
                        title      = %s
                        expression = %s
                      }
                    """.formatted(hcl(condition.title()), hcl(condition.expression()))));
            text.append("}\n");
        }
    }

    private void terraform(PolicyDocument policy, StringBuilder text) {
        var principals = principals(true);
        for (int i = 0; i < principals.size(); i++) {
            var kind = kind(principals.get(i));
            text.append("""

                    resource "aws_iam_%1$s_policy" "%2$s_%3$d" {
                      name   = %4$s
                      %1$s   = %5$s
                      policy = <<-POLICY
                    %6$s  POLICY
                    }
                    """.formatted(
                    kind,
                    id(0),
                    i,
                    hcl(policy.name()),
                    hcl(name(principals.get(i))),
                    json(policy).replace("${", "$${").replace("%{", "%%{").indent(4)));
        }
    }

    private void commands(BucketGrant grant, int number, StringBuilder text) {
        var id = id(number);
        text.append("""

                gcloud iam roles create %s --project=%s --title=%s \\
                  --permissions=%s
                """.formatted(
                        id,
                        quoted(project(grant)),
                        quoted("Declared for " + minimal.intent().workload()),
                        String.join(",", grant.permissions())));
        for (var principal : principals(false)) {
            text.append("""
                    gcloud storage buckets add-iam-policy-binding %s --member=%s \\
                      --role=%s%s
                    """.formatted(
                            quoted(grant.bucket()),
                            quoted(principal),
                            quoted("projects/" + project(grant) + "/roles/" + id),
                            GrantedFacts.condition(grant)
                                    .map(GrantScript::conditionFlag)
                                    .orElse(" --condition=None")));
        }
    }

    /**
     * The title and the expression, apart by a sign that is in neither, since expressions have commas.
     *
     * @see <a href="https://cloud.google.com/sdk/gcloud/reference/topic/escaping">gcloud topic escaping</a>
     */
    private static String conditionFlag(Condition condition) {
        var both = condition.title() + condition.expression();
        var sign = Stream.of(":", ";", "~", "#", "@", "%")
                .filter(one -> !both.contains(one))
                .findFirst()
                .orElse("\u00a7");
        return " \\\n  --condition="
                + quoted("^%1$s^title=%2$s%1$sexpression=%3$s"
                        .formatted(sign, condition.title(), condition.expression()));
    }

    private void commands(PolicyDocument policy, StringBuilder text) {
        for (var principal : principals(true)) {
            var kind = kind(principal);
            text.append("""

                    aws iam put-%1$s-policy --%1$s-name %2$s --policy-name %3$s \\
                      --policy-document %4$s
                    """.formatted(
                            kind,
                            quoted(name(principal)),
                            quoted(policy.name()),
                            quoted(json(policy).strip())));
        }
    }

    private static String kind(String arn) {
        return arn.contains(":user/") ? "user" : "role";
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private static String json(PolicyDocument policy) {
        var out = new ByteArrayOutputStream();
        try {
            GrantPolicy.write(policy, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** One word for a POSIX shell. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** A text in Terraform's language. */
    private static String hcl(String text) {
        var escaped = new ArrayList<String>();
        text.codePoints()
                .forEach(point -> escaped.add(
                        switch (point) {
                            case '"' -> "\\\"";
                            case '\\' -> "\\\\";
                            case '\n' -> "\\n";
                            case '\r' -> "\\r";
                            case '\t' -> "\\t";
                            default -> Character.toString(point);
                        }));
        return '"' + String.join("", escaped).replace("${", "$${").replace("%{", "%%{") + '"';
    }
}
