package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.model.Outcome;
import dev.ullage.model.Source;
import dev.ullage.model.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UsageTallyTest {

    private static final Instant T = Instant.parse("2026-11-01T00:00:00Z");

    private static final Caller CALLER = new Caller("p", "");

    private static List<Usage> usage(UsageTally tally) {
        var facts = new ArrayList<Usage>();
        tally.conclude(new Identities(), fact -> facts.add((Usage) fact));
        return facts;
    }

    private static void get(UsageTally tally, String key, int line) {
        add(tally, key, Outcome.ALLOWED, line);
    }

    private static void add(UsageTally tally, String key, Outcome outcome, int line) {
        try {
            tally.add(CALLER, "s3:GetObject", "s3://b", key, outcome, T.plusSeconds(line), new Source("f", line, ""));
        } catch (MalformedRecordException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_prefix_is_at_most_three_folders_deep() {
        assertThat(UsageTally.prefix("a/b/c/d/e", 3)).isEqualTo("a/b/c/");
        assertThat(UsageTally.prefix("a/b", 3)).isEqualTo("a/");
        assertThat(UsageTally.prefix("a", 3)).isEmpty();
        assertThat(UsageTally.prefix("/a", 3)).isEqualTo("/");
    }

    @Test
    void a_denied_request_is_counted_apart() {
        var tally = new UsageTally(new Backlog(Backlog.MOST_CHARS));
        get(tally, "a", 1);
        add(tally, "a", Outcome.DENIED, 2);

        assertThat(usage(tally)).extracting(Usage::outcome).containsExactly(Outcome.ALLOWED, Outcome.DENIED);
    }

    @Test
    void too_many_prefixes_become_their_first_level() {
        var tally = new UsageTally(new Backlog(Backlog.MOST_CHARS));
        for (int i = 0; i <= 10_000; i++) {
            get(tally, "top/" + i + "/x", i);
        }

        assertThat(usage(tally)).singleElement().satisfies(usage -> {
            assertThat(usage.prefix()).isEqualTo("top/");
            assertThat(usage.count()).isEqualTo(10_001);
        });
    }

    @Test
    void too_many_first_levels_become_the_bucket() {
        var tally = new UsageTally(new Backlog(Backlog.MOST_CHARS));
        for (int i = 0; i <= 10_000; i++) {
            get(tally, i + "/x", i);
        }

        assertThat(usage(tally)).singleElement().extracting(Usage::prefix).isEqualTo("");
    }

    @Property(tries = 200)
    void the_order_of_events_does_not_matter(@ForAll @Size(max = 30) List<@IntRange(max = 9) Integer> keys) {
        var forwards = new UsageTally(new Backlog(Backlog.MOST_CHARS));
        var backwards = new UsageTally(new Backlog(Backlog.MOST_CHARS));
        for (int i = 0; i < keys.size(); i++) {
            get(forwards, keys.get(i) % 3 + "/" + keys.get(i) + "/x", i);
        }
        for (int i = keys.size() - 1; i >= 0; i--) {
            get(backwards, keys.get(i) % 3 + "/" + keys.get(i) + "/x", i);
        }

        assertThat(usage(backwards)).isEqualTo(usage(forwards));
    }
}
