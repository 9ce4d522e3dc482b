package dev.ullage.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Answer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LogicTest {

    private static final Logic<Answer> ONE = Logic.kleene();
    private static final Logic<Reach> ALL = Logic.overNames();

    static Stream<Arguments> pairs() {
        return Arrays.stream(Answer.values())
                .flatMap(left -> Arrays.stream(Answer.values()).map(right -> Arguments.of(left, right)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void what_holds_of_one_request_holds_of_every_name(Answer left, Answer right) {
        assertThat(answer(ALL.and(ALL.of(left), ALL.of(right)))).isEqualTo(ONE.and(left, right));
        assertThat(answer(ALL.or(ALL.of(left), ALL.of(right)))).isEqualTo(ONE.or(left, right));
        assertThat(answer(ALL.minus(ALL.of(left), ALL.of(right)))).isEqualTo(ONE.minus(left, right));
    }

    private static Answer answer(Reach reach) {
        if (reach.sure().contains("any")) {
            return Answer.YES;
        }
        return reach.possible().contains("any") ? Answer.UNKNOWN : Answer.NO;
    }
}
