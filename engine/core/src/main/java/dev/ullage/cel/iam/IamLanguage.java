package dev.ullage.cel.iam;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of CEL in which IAM conditions are written. There are no macros and no maps in it, so that work is bounded by the
 * size of the text.
 *
 * @see <a href="https://cloud.google.com/iam/docs/conditions-attribute-reference">Attribute reference</a>
 */
final class IamLanguage {

    static final String API = "api";
    static final String RESOURCE = "resource";
    static final String COMPUTE = "compute";
    static final String EXTRACT = "extract";

    static final int MAX_CODE_POINTS = 8 * 1024;
    static final int MAX_DEPTH = 50;

    private static final int MAX_PARSE_DEPTH = 60;
    private static final int MAX_NODES = 2_000;

    private static final Set<String> FUNCTIONS = Set.of(
            "_?_:_",
            "!_",
            "_||_",
            "_&&_",
            "@not_strictly_false",
            "_==_",
            "_!=_",
            "_<_",
            "_<=_",
            "_>_",
            "_>=_",
            "_+_",
            "_-_",
            "@in",
            "size",
            "int",
            "string",
            "duration",
            "timestamp",
            "matches",
            "contains",
            "endsWith",
            "startsWith",
            "getFullYear",
            "getMonth",
            "getDayOfYear",
            "getDayOfMonth",
            "getDate",
            "getDayOfWeek",
            "getHours",
            "getMinutes",
            "getSeconds",
            "getMilliseconds");

    /** Types that no attribute has. */
    private static final List<String> FOREIGN = List.of("uint64", "double", "bytes", "map");

    private static final Map<String, CelType> VARIABLES = Map.of(
            Attributes.NAME,
            SimpleType.STRING,
            "resource.type",
            SimpleType.STRING,
            "resource.service",
            SimpleType.STRING,
            Attributes.TIME,
            SimpleType.TIMESTAMP,
            "request.path",
            SimpleType.STRING,
            "request.host",
            SimpleType.STRING,
            "destination.ip",
            SimpleType.STRING,
            "destination.port",
            SimpleType.INT,
            "principal.type",
            SimpleType.STRING,
            "principal.subject",
            SimpleType.STRING);

    private final CelCompiler compiler;
    private final CelRuntime runtime;

    IamLanguage() {
        var options = CelOptions.current()
                .maxExpressionCodePointSize(MAX_CODE_POINTS)
                .maxParseRecursionDepth(MAX_PARSE_DEPTH)
                .maxParseExpressionNodeCount(MAX_NODES)
                .maxRegexProgramSize(RegexSize.MOST_INSTRUCTIONS)
                // The planner does not run without it; no overload that would use it is in.
                .enableHeterogeneousNumericComparisons(true)
                .build();
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .filterFunctions((function, overload) -> FUNCTIONS.contains(function.functionName())
                                && FOREIGN.stream()
                                        .noneMatch(overload.celOverloadDecl().overloadId()::contains))
                        .filterIdentifiers(identifier -> false)
                        .build())
                .addFunctionDeclarations(declarations())
                .addVar("request.auth.access_levels", ListType.create(SimpleType.STRING));
        VARIABLES.forEach(builder::addVar);
        List.of(API, RESOURCE, COMPUTE).forEach(variable -> builder.addVar(variable, RequestValue.type(variable)));
        this.compiler = builder.build();
        this.runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(options)
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        EXTRACT,
                        CelFunctionBinding.from("string_extract", String.class, String.class, IamLanguage::extract)))
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "date", CelFunctionBinding.from("date_string", String.class, IamLanguage::date)))
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "hasOnly",
                        CelFunctionBinding.from(
                                "list_has_only", Collection.class, Collection.class, IamLanguage::hasOnly)))
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "getAttribute",
                        CelFunctionBinding.from(
                                "api_get_attribute",
                                List.of(RequestValue.class, String.class, Object.class),
                                arguments -> asking(arguments).apiAttribute((String) arguments[1], arguments[2]))))
                .addFunctionBindings(tags("hasTagKey", "resource_has_tag_key", Attributes.TAGS))
                .addFunctionBindings(tags("hasTagKeyId", "resource_has_tag_key_id", Attributes.TAG_IDS))
                .addFunctionBindings(matchingTags("matchTag", "resource_match_tag", Attributes.TAGS))
                .addFunctionBindings(matchingTags("matchTagId", "resource_match_tag_id", Attributes.TAG_IDS))
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "isForwardingRuleCreationOperation",
                        CelFunctionBinding.from(
                                "compute_is_forwarding_rule_creation",
                                RequestValue.class,
                                value -> value.asking().required(Attributes.CREATES_FORWARDING_RULE))))
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "matchLoadBalancingSchemes",
                        CelFunctionBinding.from(
                                "compute_match_schemes",
                                List.of(RequestValue.class, Collection.class),
                                arguments -> ((Collection<?>) arguments[1])
                                        .contains(asking(arguments).required("compute.loadBalancingScheme")))))
                .build();
    }

    private static List<CelFunctionDecl> declarations() {
        var type = TypeParamType.create("T");
        var texts = ListType.create(SimpleType.STRING);
        return List.of(
                function(EXTRACT, "string_extract", SimpleType.STRING, SimpleType.STRING, SimpleType.STRING),
                CelFunctionDecl.newFunctionDeclaration(
                        "date",
                        CelOverloadDecl.newGlobalOverload("date_string", SimpleType.TIMESTAMP, SimpleType.STRING)),
                function("hasOnly", "list_has_only", SimpleType.BOOL, ListType.create(type), ListType.create(type)),
                function("getAttribute", "api_get_attribute", type, RequestValue.type(API), SimpleType.STRING, type),
                resource("hasTagKey", "resource_has_tag_key", SimpleType.STRING),
                resource("hasTagKeyId", "resource_has_tag_key_id", SimpleType.STRING),
                resource("matchTag", "resource_match_tag", SimpleType.STRING, SimpleType.STRING),
                resource("matchTagId", "resource_match_tag_id", SimpleType.STRING, SimpleType.STRING),
                function(
                        "isForwardingRuleCreationOperation",
                        "compute_is_forwarding_rule_creation",
                        SimpleType.BOOL,
                        RequestValue.type(COMPUTE)),
                function(
                        "matchLoadBalancingSchemes",
                        "compute_match_schemes",
                        SimpleType.BOOL,
                        RequestValue.type(COMPUTE),
                        texts));
    }

    private static CelFunctionDecl resource(String name, String overload, CelType... arguments) {
        var types = new CelType[arguments.length + 1];
        types[0] = RequestValue.type(RESOURCE);
        System.arraycopy(arguments, 0, types, 1, arguments.length);
        return function(name, overload, SimpleType.BOOL, types);
    }

    private static CelFunctionDecl function(String name, String overload, CelType result, CelType... arguments) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newMemberOverload(overload, result, List.of(arguments)));
    }

    private static Set<CelFunctionBinding> tags(String name, String overload, String form) {
        return CelFunctionBinding.fromOverloads(
                name,
                CelFunctionBinding.from(
                        overload,
                        List.of(RequestValue.class, String.class),
                        arguments -> asking(arguments).tags(form).containsKey(arguments[1])));
    }

    private static Set<CelFunctionBinding> matchingTags(String name, String overload, String form) {
        return CelFunctionBinding.fromOverloads(
                name,
                CelFunctionBinding.from(
                        overload,
                        List.of(RequestValue.class, String.class, String.class),
                        arguments ->
                                arguments[2].equals(asking(arguments).tags(form).get(arguments[1]))));
    }

    private static Asking asking(Object[] arguments) {
        return ((RequestValue) arguments[0]).asking();
    }

    private static String extract(String text, String template) throws CelEvaluationException {
        return ExtractionTemplate.parse(template)
                .orElseThrow(() -> new CelEvaluationException(
                        "`" + template + "` is no extraction template; it has one name in braces"))
                .extract(text);
    }

    private static boolean hasOnly(Collection<?> all, Collection<?> permitted) {
        return permitted.containsAll(all);
    }

    private static Instant date(String text) throws CelEvaluationException {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new CelEvaluationException("`" + text + "` is no date such as 2026-01-31", e);
        }
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
}
