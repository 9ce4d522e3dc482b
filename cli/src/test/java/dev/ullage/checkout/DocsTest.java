package dev.ullage.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");

    @TempDir
    Path work;

    @Test
    void every_link_leads_somewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (var page : Checkout.files(Checkout.root(), ".md")) {
            broken.addAll(brokenLinks(page));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void there_are_links_to_check() throws IOException {
        assertThat(links(Checkout.root().resolve("README.md"))).hasSizeGreaterThan(5);
    }

    @Test
    void a_link_to_a_page_or_a_heading_that_is_not_there_is_found() throws IOException {
        Files.writeString(work.resolve("there.md"), "# What it is, and `why`\n");
        var page = Files.writeString(work.resolve("page.md"), """
                [a](there.md) [b](there.md#what-it-is-and-why) [c](https://example.com/x)
                [d](gone.md) [e](there.md#nothing) [f](#nowhere) `[g](code.md)`
                """);

        assertThat(brokenLinks(page))
                .containsExactly("page.md: gone.md", "page.md: there.md#nothing", "page.md: #nowhere");
    }

    private static List<String> brokenLinks(Path page) throws IOException {
        var broken = new ArrayList<String>();
        for (var link : links(page)) {
            var target = link.getPath().isEmpty() ? page : page.resolveSibling(link.getPath());
            if (!Files.exists(target)
                    || link.getFragment() != null && !headings(target).contains(link.getFragment())) {
                broken.add(page.getFileName() + ": " + link);
            }
        }
        return broken;
    }

    /** Links that do not leave the checkout. */
    private static List<URI> links(Path page) throws IOException {
        var text = CODE.matcher(Files.readString(page)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(link -> URI.create(link.group(1)))
                .filter(link -> !link.isAbsolute())
                .toList();
    }

    /** The anchors that a forge makes of headings. */
    private static List<String> headings(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
