package dev.ullage.ledger;

import static dev.ullage.model.Answer.NO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ullage.analysis.LedgerVerdict;
import dev.ullage.model.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerVerdictTest {

    @ParameterizedTest(name = "granted {0}, declared {1}, used {2} is {3}")
    @CsvSource({
        "YES,     YES,     YES,     MATCHED",
        "YES,     YES,     NO,      DORMANT",
        "YES,     YES,     UNKNOWN, HELD",
        "YES,     NO,      YES,     UNDECLARED",
        "YES,     NO,      NO,      CREEP",
        "YES,     NO,      UNKNOWN, EXCESS",
        "YES,     UNKNOWN, YES,     USED",
        "YES,     UNKNOWN, NO,      UNUSED",
        "YES,     UNKNOWN, UNKNOWN, UNKNOWN",
        "NO,      YES,     YES,     BROKEN",
        "NO,      YES,     NO,      BROKEN",
        "NO,      YES,     UNKNOWN, BROKEN",
        "NO,      NO,      YES,     PAST",
        "NO,      NO,      UNKNOWN, UNKNOWN",
        "NO,      UNKNOWN, YES,     PAST",
        "NO,      UNKNOWN, NO,      UNKNOWN",
        "NO,      UNKNOWN, UNKNOWN, UNKNOWN",
        "UNKNOWN, YES,     YES,     UNKNOWN",
        "UNKNOWN, YES,     NO,      UNKNOWN",
        "UNKNOWN, YES,     UNKNOWN, UNKNOWN",
        "UNKNOWN, NO,      YES,     UNKNOWN",
        "UNKNOWN, NO,      NO,      UNKNOWN",
        "UNKNOWN, NO,      UNKNOWN, UNKNOWN",
        "UNKNOWN, UNKNOWN, YES,     UNKNOWN",
        "UNKNOWN, UNKNOWN, NO,      UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
    })
    void the_three_columns_give_the_verdict(Answer granted, Answer declared, Answer used, LedgerVerdict verdict) {
        assertThat(LedgerVerdict.of(granted, declared, used)).isEqualTo(verdict);
    }

    @Test
    void what_is_neither_granted_nor_declared_nor_used_is_no_row() {
        assertThatThrownBy(() -> LedgerVerdict.of(NO, NO, NO)).hasMessageContaining("not a row");
    }
}
