package dev.ullage.cel;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationResult;
import dev.cel.common.Operator;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import dev.ullage.rule.subject.Facts;
import dev.ullage.rule.subject.Variable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of CEL that rules may use. It is chosen by naming what is in, so that a new version of the library brings nothing
 * in by itself.
 *
 * <p>Nothing in it makes a value larger than those that went in: no concatenation, no {@code map}, no {@code filter}, no
 * conversion. Together with the bound on iterations and on the size of the text, that bounds time and memory.
 *
 * <p>Nothing in it can ask whether a fact is known: there is no {@code has}. Every operator either needs its operands or,
 * like {@code &&} and {@code ||}, decides in spite of a missing one only where it makes no difference. So taking a fact
 * away can turn an answer into "unknown" and never into the other answer.
 */
final class Language {

    static final int MAX_CODE_POINTS = 8 * 1024;
    static final int MAX_NESTING = 2;
    static final int MAX_DEPTH = 50;
    static final int MAX_DAYS = 36_600;

    private static final int MAX_PARSE_DEPTH = 60;
    private static final int MAX_NODES = 2_000;
    private static final int MAX_ITERATIONS = 20_000;
    private static final int MAX_REGEX_PROGRAM = 500;

    private static final List<CelStandardMacro> MACROS =
            List.of(CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE);

    private static final Set<String> OVERLOADS = Set.of(
            "conditional",
            "logical_not",
            "logical_or",
            "logical_and",
            "not_strictly_false",
            "equals",
            "not_equals",
            "in_list",
            "in_map",
            "size_string",
            "size_list",
            "size_map",
            "string_size",
            "list_size",
            "map_size",
            "contains_string",
            "starts_with_string",
            "ends_with_string",
            "matches",
            "matches_string",
            "string_to_duration",
            "string_to_timestamp",
            "add_int64",
            "add_timestamp_duration",
            "add_duration_timestamp",
            "add_duration_duration",
            "subtract_int64",
            "subtract_timestamp_timestamp",
            "subtract_timestamp_duration",
            "subtract_duration_duration",
            "less_int64",
            "less_timestamp",
            "less_duration",
            "less_equals_int64",
            "less_equals_timestamp",
            "less_equals_duration",
            "greater_int64",
            "greater_timestamp",
            "greater_duration",
            "greater_equals_int64",
            "greater_equals_timestamp",
            "greater_equals_duration");

    private static final String DAYS = "days";
    private static final String SAYS = "says";

    /** All functions and operators, by CEL's names for them. */
    static final Set<String> FUNCTIONS = Stream.concat(
                    Arrays.stream(StandardFunction.values())
                            .filter(function -> function.functionDecl().overloads().stream()
                                    .anyMatch(overload -> OVERLOADS.contains(overload.overloadId())))
                            .map(StandardFunction::functionName),
                    Stream.of(DAYS, SAYS))
            .collect(Collectors.toUnmodifiableSet());

    /** All functions that are written with a name, macros among them. */
    static final SortedSet<String> NAMED_FUNCTIONS = Stream.concat(
                    FUNCTIONS.stream().filter(function -> Character.isLetter(function.charAt(0))),
                    MACROS.stream().map(CelStandardMacro::getFunction))
            .collect(Collectors.toCollection(TreeSet::new));

    private final CelCompiler compiler;
    private final CelRuntime runtime;

    Language() {
        var options = CelOptions.current()
                .maxExpressionCodePointSize(MAX_CODE_POINTS)
                .maxParseRecursionDepth(MAX_PARSE_DEPTH)
                .maxParseExpressionNodeCount(MAX_NODES)
                .comprehensionMaxIterations(MAX_ITERATIONS)
                .maxRegexProgramSize(MAX_REGEX_PROGRAM)
                // The planner does not run without it; no overload that would use it is in.
                .enableHeterogeneousNumericComparisons(true)
                .build();
        var vocabulary = new Vocabulary();
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .filterFunctions((function, overload) ->
                                OVERLOADS.contains(overload.celOverloadDecl().overloadId()))
                        .filterIdentifiers(identifier -> false)
                        .build())
                .setStandardMacros(MACROS)
                .setTypeProvider(vocabulary)
                .addFunctionDeclarations(days(), says())
                .addVar(Facts.AS_OF, SimpleType.TIMESTAMP);
        Arrays.stream(Variable.values()).forEach(v -> builder.addVar(v.word(), vocabulary.of(v)));
        this.compiler = builder.build();
        this.runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(options)
                .setTypeProvider(vocabulary)
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        DAYS, CelFunctionBinding.from("days_int", Long.class, Language::days)))
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        SAYS,
                        CelFunctionBinding.from(
                                "labels_says_string_string",
                                List.of(Map.class, String.class, String.class),
                                args -> says((Map<?, ?>) args[0], (String) args[1], (String) args[2]))))
                .build();
    }

    /** How a person writes what CEL calls {@code _&&_}. */
    static String written(String function) {
        return Operator.lookupBinaryOperator(function)
                .or(() -> Operator.lookupUnaryOperator(function))
                .orElseGet(() -> switch (function) {
                    case "_?_:_" -> "?";
                    case "_[_]" -> "[";
                    default -> function;
                });
    }

    CelValidationResult parse(String expression) {
        return compiler.parse(expression);
    }

    CelValidationResult check(CelAbstractSyntaxTree parsed) {
        return compiler.check(parsed);
    }

    Program plan(CelAbstractSyntaxTree checked) {
        try {
            return runtime.createProgram(checked);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked condition can be planned", e);
        }
    }

    private static CelFunctionDecl days() {
        return CelFunctionDecl.newFunctionDeclaration(
                DAYS,
                CelOverloadDecl.newGlobalOverload(
                        "days_int", "so many days of 24 hours", SimpleType.DURATION, SimpleType.INT));
    }

    private static CelFunctionDecl says() {
        return CelFunctionDecl.newFunctionDeclaration(
                SAYS,
                CelOverloadDecl.newMemberOverload(
                        "labels_says_string_string",
                        "whether there is a label of that name with that value, upper and lower case being the same",
                        SimpleType.BOOL,
                        MapType.create(SimpleType.STRING, SimpleType.STRING),
                        SimpleType.STRING,
                        SimpleType.STRING));
    }

    private static Duration days(long days) throws CelEvaluationException {
        if (Math.abs(days) > MAX_DAYS) {
            throw new CelEvaluationException("days() takes at most " + MAX_DAYS);
        }
        return Duration.ofDays(days);
    }

    private static boolean says(Map<?, ?> labels, String name, String value) {
        return labels.entrySet().stream()
                .anyMatch(label -> ((String) label.getKey()).equalsIgnoreCase(name)
                        && ((String) label.getValue()).equalsIgnoreCase(value));
    }
}
