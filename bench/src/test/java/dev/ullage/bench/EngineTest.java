package dev.ullage.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Ruling;
import dev.ullage.bench.estate.EstateGenerator;
import dev.ullage.bench.estate.EstateSize;
import dev.ullage.bench.estate.ExportLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineTest {

    @TempDir
    Path folder;

    private Account account;
    private List<Request> requests;

    @BeforeEach
    void prepare() throws IOException {
        ExportLayout.write(EstateGenerator.generate(EstateSize.SMALL), folder);
        var facts = Input.of(folder).load();
        account = new Account(facts);
        requests = Decisions.requests(account, new Keys(facts), 20_000);
    }

    @Test
    void the_naive_evaluator_allows_what_the_engine_allows() {
        var engine = new Engine(account);
        var naive = new NaiveEngine(account);

        assertThat(requests)
                .allSatisfy(request -> assertThat(engine.decide(request) == Ruling.ALLOWED)
                        .as(
                                "%s by %s",
                                request.action(), request.actor().principal().id())
                        .isEqualTo(naive.isAllowed(request)));
    }

    @Test
    void requests_of_which_all_is_known_are_never_undecided() {
        var engine = new Engine(account);

        assertThat(requests).noneMatch(request -> engine.decide(request) == Ruling.UNKNOWN);
    }

    @Test
    void the_requests_are_allowed_and_denied_in_all_three_ways() {
        var engine = new Engine(account);

        assertThat(requests.stream().map(engine::decide))
                .contains(Ruling.ALLOWED, Ruling.IMPLICIT_DENY, Ruling.EXPLICIT_DENY);
    }
}
