package dev.ullage.reports;

import dev.ullage.analysis.Assessment;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * {@code report.html}: one page that needs no network and no script. Every text passes {@link VisibleOutput}, so a
 * template cannot forget to escape; the page forbids itself everything but its own stylesheet.
 */
public final class HtmlReport implements Report {

    /** Compiled with the module; nothing is looked for on disk. */
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());

    @Override
    public String fileName() {
        return "report.html";
    }

    @Override
    public void write(Assessment assessment, OutputStream out) throws IOException {
        var bytes = new Utf8ByteOutput();
        TEMPLATES.render(
                "report.jte", Map.of("page", Page.of(assessment), "styleHash", styleHash()), new VisibleOutput(bytes));
        bytes.writeTo(out);
    }

    /** The stylesheet's hash as a Content-Security-Policy names it. */
    private static String styleHash() {
        var element = new StringOutput();
        TEMPLATES.render("style.jte", Map.of(), element);
        var text = element.toString();
        var css = text.substring(text.indexOf('>') + 1, text.lastIndexOf('<'));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
