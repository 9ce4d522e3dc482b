package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StylesheetTest {

    private static final double WCAG_AA = 4.5;
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6})");

    static Stream<Arguments> pairs() {
        return Stream.of("light", "dark")
                .flatMap(theme -> Stream.of(
                                "ink paper",
                                "ink card",
                                "muted paper",
                                "muted card",
                                "muted hair",
                                "link paper",
                                "link card",
                                "wine paper",
                                "on-danger danger",
                                "on-strong strong",
                                "on-warn warn",
                                "on-odd odd",
                                "on-unknown unknown",
                                "on-quiet quiet",
                                "on-fine fine")
                        .map(pair -> Arguments.of(theme, pair.split(" ")[0], pair.split(" ")[1])));
    }

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @MethodSource("pairs")
    void text_stands_out_from_its_ground(String theme, String text, String ground) {
        var colours = colours(theme);

        assertThat(contrast(colours.get(text), colours.get(ground))).isGreaterThanOrEqualTo(WCAG_AA);
    }

    private static Map<String, String> colours(String theme) {
        var css = stylesheet();
        int dark = css.indexOf("prefers-color-scheme: dark");
        var block = theme.equals("light") ? css.substring(0, dark) : css.substring(dark, css.indexOf("}\n}", dark));
        var colours = new LinkedHashMap<String, String>();
        var matcher = COLOUR.matcher(block);
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    private static String stylesheet() {
        try {
            return Files.readString(Path.of("src/main/jte/style.jte"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
