package dev.ullage.collectors.exports.aws;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Source;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a policy document of any kind. It never fails: a statement that cannot be read is left out and named among the
 * document's problems, so that what is left says less than the provider holds, never more.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Policy grammar</a>
 */
public final class PolicyDocumentReader {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int DEEPEST = 32;
    private static final Set<String> VERSIONS = Set.of(PolicyDocument.CURRENT_VERSION, PolicyDocument.OLD_VERSION);
    private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

    /** Duplicate keys are refused: of two values of {@code Effect}, one reader takes the first and another the last. */
    private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * The document with this id and name.
     *
     * @param document an object as the command line decodes it, or a text: JSON, or JSON in percent-encoding as the IAM
     *     API returns it
     */
    public PolicyDocument read(String id, String name, JsonNode document, Source source) {
        var problems = new ArrayList<String>();
        var statements = new ArrayList<PolicyStatement>();
        var root = document.isTextual() ? parse(document.textValue(), problems) : document;
        if (root.isObject()) {
            readDocument(root, source, statements, problems);
        } else if (problems.isEmpty()) {
            problems.add("the policy document is not an object; export it again");
        }
        return new PolicyDocument(id, name, version(root), statements, problems, source);
    }

    /** An unknown version is named among the problems, and read as the current one. */
    private static String version(JsonNode root) {
        var version = root.path("Version").asText();
        return version.isEmpty() || version.equals(PolicyDocument.OLD_VERSION)
                ? PolicyDocument.OLD_VERSION
                : PolicyDocument.CURRENT_VERSION;
    }

    private static JsonNode parse(String text, List<String> problems) {
        if (text.length() > LONGEST_TEXT) {
            problems.add("the policy document is longer than any that AWS accepts; check where the file comes from");
            return MissingNode.getInstance();
        }
        try {
            return STRICT.readTree(decode(text));
        } catch (StreamConstraintsException e) {
            problems.add("the policy document is nested deeper than " + DEEPEST
                    + " levels; check where the file comes from");
        } catch (JacksonException e) {
            var at = e.getLocation();
            problems.add("the policy document is not JSON with distinct keys"
                    + (at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr())
                    + "; export it again");
        } catch (IllegalArgumentException e) {
            problems.add("the policy document is not in proper percent-encoding; export it again");
        }
        return MissingNode.getInstance();
    }

    /** Percent-encoding (RFC 3986), in which a plus stands for itself and not, as in forms, for a space. */
    private static String decode(String text) {
        var encoded = text.regionMatches(true, 0, "%7B", 0, 3);
        return encoded ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8) : text;
    }

    private static void readDocument(
            JsonNode root, Source source, List<PolicyStatement> statements, List<String> problems) {
        root.fieldNames().forEachRemaining(name -> {
            if (!ELEMENTS.contains(name)) {
                problems.add(Element.step(name) + ": unknown element; known: `Version`, `Id`, `Statement`");
            }
        });
        var version = root.path("Version");
        if (!version.isMissingNode() && !VERSIONS.contains(version.asText())) {
            problems.add("/Version: unknown version; known: `2012-10-17`, `2008-10-17`");
        }
        var statement = root.path("Statement");
        if (statement.isArray()) {
            for (int i = 0; i < statement.size(); i++) {
                readStatement(statement.get(i), "/Statement/" + i, source, statements, problems);
            }
        } else if (statement.isMissingNode()) {
            problems.add("`Statement` is missing; export the policy again");
        } else {
            readStatement(statement, "/Statement", source, statements, problems);
        }
    }

    private static void readStatement(
            JsonNode node, String pointer, Source source, List<PolicyStatement> statements, List<String> problems) {
        var reader = new PolicyStatementReader(node);
        var read = reader.read(source.inside(pointer));
        var named = reader.problems().stream().map(problem -> pointer + problem).toList();
        problems.addAll(named);
        read.forEach(statement -> statements.add(named.isEmpty() ? statement : with(statement, named)));
    }

    /** Problems are named from the top of the document. */
    private static PolicyStatement with(PolicyStatement statement, List<String> problems) {
        return new PolicyStatement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                statement.notPrincipals(),
                statement.actions(),
                statement.notActions(),
                statement.resources(),
                statement.notResources(),
                statement.conditions(),
                problems,
                statement.source());
    }
}
