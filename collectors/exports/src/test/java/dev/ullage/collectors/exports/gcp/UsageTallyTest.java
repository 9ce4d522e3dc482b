package dev.ullage.collectors.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Fact;
import dev.ullage.model.Outcome;
import dev.ullage.model.Source;
import dev.ullage.model.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class UsageTallyTest {

    @Test
    void too_many_folders_are_counted_by_their_first_level() {
        var tally = new UsageTally(3, 100);
        for (var object : List.of("a/1/x", "a/2/x", "b/1/x", "b/2/x", "b/3/x")) {
            add(tally, "user:ana", object);
        }

        assertThat(rows(tally)).containsExactly("user:ana a/ 2", "user:ana b/ 3");
    }

    @Test
    void too_many_first_levels_are_counted_by_the_bucket() {
        var tally = new UsageTally(3, 100);
        for (var object : List.of("a/1", "b/1", "c/1", "d/1", "d/2/3")) {
            add(tally, "user:ana", object);
        }

        assertThat(rows(tally)).containsExactly("user:ana  5");
    }

    @Test
    void one_principal_with_many_folders_does_not_coarsen_another() {
        var tally = new UsageTally(3, 100);
        for (var object : List.of("a/1/x", "a/2/x", "a/3/x", "a/4/x")) {
            add(tally, "user:ana", object);
        }
        add(tally, "user:bob", "a/1/x");

        assertThat(rows(tally)).containsExactly("user:ana a/ 4", "user:bob a/1/ 1");
    }

    @Test
    void too_many_rows_leave_requests_out_and_say_so_but_go_on_counting_the_others() {
        var tally = new UsageTally(100, 2);
        add(tally, "user:ana", "a/x");
        add(tally, "user:bob", "a/x");
        add(tally, "user:eve", "a/x");
        add(tally, "user:ana", "a/y");

        assertThat(rows(tally)).containsExactly("user:ana a/ 2", "user:bob a/ 1");
        assertThat(tally.leftOut()).isEqualTo(new Source("log", 1, "user:eve"));
    }

    @Property(tries = 200)
    void the_order_of_requests_does_not_matter(
            @ForAll List<@StringLength(max = 6) @Chars({'a', 'b', '/'}) String> objects, @ForAll long seed) {
        var shuffled = new ArrayList<>(objects);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(rows(tally(shuffled))).isEqualTo(rows(tally(objects)));
    }

    private static UsageTally tally(List<String> objects) {
        var tally = new UsageTally(3, 1000);
        objects.forEach(object -> add(tally, "user:ana", object));
        return tally;
    }

    private static void add(UsageTally tally, String principal, String object) {
        var source = new Source("log", 1, principal);
        tally.add(principal, "storage.objects.get", "gs://b", object, Outcome.ALLOWED, Instant.EPOCH, source);
    }

    private static List<String> rows(UsageTally tally) {
        var facts = new ArrayList<Fact>();
        tally.finish(facts::add);
        return facts.stream()
                .map(Usage.class::cast)
                .map(usage -> usage.principal() + " " + usage.prefix() + " " + usage.count())
                .toList();
    }
}
