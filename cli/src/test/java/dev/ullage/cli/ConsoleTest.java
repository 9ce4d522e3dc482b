package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class ConsoleTest {

    @Test
    void a_terminal_gets_colour() {
        assertThat(console(Map.of("TERM", "xterm-256color")).colour()).isTrue();
    }

    @Test
    void no_color_is_obeyed_whatever_its_value() {
        assertThat(console(Map.of("TERM", "xterm-256color", "NO_COLOR", "0")).colour())
                .isFalse();
    }

    @Test
    void an_empty_no_color_says_nothing() {
        assertThat(console(Map.of("TERM", "xterm-256color", "NO_COLOR", "")).colour())
                .isTrue();
    }

    @Test
    void a_dumb_terminal_gets_neither_colour_nor_movement() {
        var console = console(Map.of("TERM", "dumb"));

        assertThat(console.colour()).isFalse();
        assertThat(console.lively()).isFalse();
    }

    @Test
    void a_pipe_gets_neither_colour_nor_movement() {
        var console = Console.ofProcess(Map.of("TERM", "xterm-256color"), new Properties());

        assertThat(console.colour()).isFalse();
        assertThat(console.lively()).isFalse();
    }

    @Test
    void a_terminal_is_as_wide_as_the_launcher_says() {
        var properties = new Properties();
        properties.setProperty("ullage.terminal.columns", "132");

        assertThat(Console.ofProcess(Map.of(), properties).width()).isEqualTo(132);
    }

    @Test
    void a_width_that_is_none_is_passed_over() {
        var properties = new Properties();
        properties.setProperty("ullage.terminal.columns", "0");

        assertThat(Console.ofProcess(Map.of(), properties).width()).isEqualTo(100);
    }

    private static Console console(Map<String, String> environment) {
        var terminals = new Properties();
        terminals.setProperty("ullage.terminal.out", "true");
        terminals.setProperty("ullage.terminal.err", "true");
        return Console.ofProcess(environment, terminals);
    }
}
