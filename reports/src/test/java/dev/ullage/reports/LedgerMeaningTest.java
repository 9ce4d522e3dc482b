package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.analysis.LedgerVerdict;
import dev.ullage.model.PermissionClass;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LedgerMeaningTest {

    @Test
    void every_verdict_has_a_meaning_under_its_own_name() {
        for (var verdict : LedgerVerdict.values()) {
            assertThat(LedgerMeaning.of(verdict).name()).isEqualTo(verdict.name());
        }
    }

    @Test
    void no_two_permission_classes_share_a_letter() {
        assertThat(Arrays.stream(PermissionClass.values()).map(LedgerMeaning::letter))
                .doesNotHaveDuplicates();
    }
}
