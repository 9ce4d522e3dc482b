package dev.ullage.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.ullage.architecture.Architecture.Wall;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every wall holds in the program, and every wall is seen to stop somebody: a rule that never objected to anything may
 * have been written wrongly. From plain JUnit, because a test engine of its own once ran no rule at all and stayed green.
 */
final class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.ullage");

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("dev.ullage.planted");

    static List<Wall> walls() {
        return new Architecture("dev.ullage").walls();
    }

    static List<Wall> plantedWalls() {
        return new Architecture("dev.ullage.planted").walls();
    }

    @ParameterizedTest
    @MethodSource("walls")
    void the_program_keeps(Wall wall) {
        wall.rule().check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("plantedWalls")
    void a_planted_breach_is_objected_to(Wall wall) {
        var objections = wall.rule().evaluate(PLANTED).getFailureReport().getDetails();

        assertThat(objections)
                .anySatisfy(objection -> assertThat(objection).contains("dev.ullage.planted." + wall.breach()));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void the_next_developer_is_told_why(Wall wall) {
        assertThat(wall.rule().getDescription()).contains(", because ");
    }

    @Test
    void there_is_something_to_check() {
        assertThat(PROGRAM)
                .extracting(type -> type.getPackageName())
                .contains(
                        "dev.ullage.analysis",
                        "dev.ullage.cli",
                        "dev.ullage.collectors.exports",
                        "dev.ullage.model",
                        "dev.ullage.rule");
    }
}
