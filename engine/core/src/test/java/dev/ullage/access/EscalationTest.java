package dev.ullage.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscalationTest {

    private static Becoming sure(String from, String to) {
        return new Becoming(from, to, "assume", Answer.YES);
    }

    private static Becoming perhaps(String from, String to) {
        return new Becoming(from, to, "pass", Answer.UNKNOWN);
    }

    private static List<String> paths(String from, Becoming... becomings) {
        return new Escalation(List.of(becomings))
                .from(from).stream().map(path -> path.certainty() + " " + path).toList();
    }

    @Test
    void who_becomes_another_becomes_whomever_that_one_can() {
        assertThat(paths("a", sure("a", "b"), sure("b", "c")))
                .containsExactly("YES a -[assume]-> b", "YES a -[assume]-> b -[assume]-> c");
    }

    @Test
    void a_chain_that_leads_back_ends() {
        assertThat(paths("a", sure("a", "b"), sure("b", "a"))).containsExactly("YES a -[assume]-> b");
    }

    @Test
    void one_doubtful_step_makes_the_path_doubtful() {
        assertThat(paths("a", sure("a", "b"), perhaps("b", "c"))).contains("UNKNOWN a -[assume]-> b -[pass]-> c");
    }

    @Test
    void a_longer_sure_path_is_shown_rather_than_a_short_doubtful_one() {
        assertThat(paths("a", perhaps("a", "c"), sure("a", "b"), sure("b", "c")))
                .contains("YES a -[assume]-> b -[assume]-> c")
                .hasSize(2);
    }

    @Test
    void somebody_who_can_become_nobody_has_no_path() {
        assertThat(paths("z", sure("a", "b"))).isEmpty();
    }

    @Test
    void counts_leave_out_oneself() {
        assertThat(new Escalation(List.of(sure("a", "b"), sure("b", "a"))).counts())
                .containsEntry("a", 1)
                .containsEntry("b", 1);
    }
}
