package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentIdsTest {

    @Test
    void an_id_is_new_only_once() {
        var ids = new RecentIds(10);

        assertThat(ids.add("a")).isTrue();
        assertThat(ids.add("b")).isTrue();
        assertThat(ids.add("a")).isFalse();
    }

    @Test
    void an_id_is_remembered_for_a_whole_generation_after_it() {
        var ids = new RecentIds(10);
        ids.add("first");
        for (int i = 0; i < 10; i++) {
            ids.add("id-" + i);
        }

        assertThat(ids.add("first")).isFalse();
    }

    @Test
    void an_id_is_forgotten_after_two_generations() {
        var ids = new RecentIds(10);
        ids.add("first");
        for (int i = 0; i < 20; i++) {
            ids.add("id-" + i);
        }

        assertThat(ids.add("first")).isTrue();
    }
}
