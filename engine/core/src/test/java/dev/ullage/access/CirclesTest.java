package dev.ullage.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.gcp.GcpEstate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CirclesTest {

    @Test
    void a_hierarchy_has_none() {
        assertThat(Circles.in(Map.of("a", List.of("b", "c"), "b", List.of("d"), "c", List.of("d"))))
                .isEmpty();
    }

    @Test
    void a_circle_is_told_from_a_member_back_to_itself() {
        assertThat(Circles.in(Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("b", "d"))))
                .containsExactly(List.of("b", "c", "b"));
    }

    @Test
    void what_contains_itself_is_a_circle() {
        assertThat(Circles.in(Map.of("a", List.of("a")))).containsExactly(List.of("a", "a"));
    }

    @Test
    void a_chain_of_a_hundred_thousand_ends() {
        var chain = new TreeMap<String, List<String>>();
        for (int i = 0; i < 100_000; i++) {
            chain.put("%06d".formatted(i), List.of("%06d".formatted(i + 1)));
        }
        assertThat(Circles.in(chain)).isEmpty();

        chain.put("100000", List.of("000000"));
        assertThat(Circles.in(chain)).hasSize(1);
    }

    @Test
    void groups_that_contain_each_other_are_reported_and_everybody_is_in_both() {
        var snapshot = GcpEstate.with()
                .member("group:a@acme.example", "group:b@acme.example")
                .member("group:b@acme.example", "group:a@acme.example")
                .member("group:b@acme.example", "user:ana@acme.example")
                .snapshot();
        var facts = new FactIndex(snapshot);

        assertThat(Circles.sentences(facts))
                .containsExactly(
                        "Groups of the input contain each other (group:a@acme.example in group:b@acme.example in"
                                + " group:a@acme.example): who is in one is in all.");
        assertThat(facts.memberships().of("group:a@acme.example"))
                .extracting(Memberships.Member::id)
                .contains("user:ana@acme.example");
    }
}
