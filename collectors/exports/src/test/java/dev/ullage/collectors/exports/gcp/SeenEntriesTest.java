package dev.ullage.collectors.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenEntriesTest {

    @Test
    void an_entry_is_new_once() {
        var seen = new SeenEntries();

        assertThat(seen.isNew("a")).isTrue();
        assertThat(seen.isNew("b")).isTrue();
        assertThat(seen.isNew("a")).isFalse();
    }

    @Test
    void the_last_generation_at_least_is_remembered() {
        var seen = new SeenEntries(100);
        for (int i = 0; i < 1000; i++) {
            assertThat(seen.isNew("entry " + i)).isTrue();
        }

        assertThat(seen.isNew("entry 900")).isFalse();
        assertThat(seen.isNew("entry 0")).isTrue();
    }
}
