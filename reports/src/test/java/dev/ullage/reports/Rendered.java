package dev.ullage.reports;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ullage.analysis.Assessment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reports as text or as a tree. */
final class Rendered {

    static final List<Report> REPORTS = List.of(new HtmlReport(), new SarifReport(), new JsonReport());

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Rendered() {}

    static String text(Report report, Assessment assessment) {
        var out = new ByteArrayOutputStream();
        try {
            report.write(assessment, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static JsonNode json(Report report, Assessment assessment) {
        return json(text(report, assessment));
    }

    static JsonNode json(String text) {
        try {
            return STRICT.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
