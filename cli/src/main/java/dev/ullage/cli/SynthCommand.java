package dev.ullage.cli;

import dev.ullage.access.FactIndex;
import dev.ullage.estate.EstateReader;
import dev.ullage.estate.Intent;
import dev.ullage.model.Provider;
import dev.ullage.reports.GrantPolicy;
import dev.ullage.reports.GrantScript;
import dev.ullage.synthesis.GrantedFacts;
import dev.ullage.synthesis.MinimalGrant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code ullage synth}: the least grant for what an owner declared. */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Write the least grant that lets a workload do what its intent declares: on Google Cloud a custom role and its"
                    + " bindings, on AWS a policy. Nothing is called and nothing is changed.",
            "",
            "What a provider cannot express as narrowly as it was declared stands in a comment."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:the command line, or the estate, is wrong"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ullage synth fraud-training --estate examples/acme",
            "  ullage synth fraud-training --estate examples/acme --format commands",
            "  ullage synth vision-training --estate examples/acme --format policy > policy.json"
        })
final class SynthCommand implements Callable<Integer> {

    /** In what form the grant is written. */
    enum Form {
        TERRAFORM,
        COMMANDS,
        POLICY
    }

    private final Console console;

    @Parameters(index = "0", paramLabel = "WORKLOAD", description = "The workload, as its intent names it.")
    private String workload = "";

    @Mixin
    private AskedEstate estate = new AskedEstate();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "terraform",
            converter = FormConverter.class,
            description = "terraform, commands (gcloud and aws) or policy (AWS only; default: ${DEFAULT-VALUE}).")
    private Form form = Form.TERRAFORM;

    SynthCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws ConfigurationException, IOException {
        var minimal = MinimalGrant.of(intent());
        switch (form) {
            case TERRAFORM -> print(new GrantScript(minimal, projects()).terraform());
            case COMMANDS -> print(new GrantScript(minimal, projects()).commands());
            case POLICY -> {
                var policy = GrantedFacts.policy(minimal)
                        .orElseThrow(() -> estate.usage("`" + workload
                                + "` declares nothing on AWS; write it with `--format terraform` or `commands`"));
                GrantPolicy.write(policy, console.out());
            }
        }
        console.demandPrinted();
        return ExitCode.CLEAN.code();
    }

    private void print(String text) {
        console.out().writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Intent intent() throws ConfigurationException, IOException {
        var declarations = EstateReader.read(estate.named());
        if (!declarations.problems().isEmpty()) {
            throw new ConfigurationException(
                    declarations.problems().stream().map(Object::toString).toList());
        }
        var intents = declarations.orElseThrow().intents();
        return intents.stream()
                .filter(intent -> intent.workload().equals(workload))
                .findFirst()
                .orElseThrow(() -> estate.usage("no intent is for `" + workload + "`; there are: "
                        + String.join(
                                ", ",
                                intents.stream().map(Intent::workload).sorted().toList())));
    }

    /** Custom roles are made in the project that owns the bucket, where the exports say which that is. */
    private Map<String, String> projects() throws ConfigurationException, IOException {
        var projects = new TreeMap<String, String>();
        try (var progress = Progress.on(console)) {
            progress.at(QuestionPhase.FACTS);
            var facts = new FactIndex(Facts.in(estate.named(), progress).snapshot());
            for (var bucket : facts.buckets()) {
                var container = facts.containerOf(bucket.id());
                if (bucket.provider() == Provider.GCP && container.startsWith("projects/")) {
                    projects.put(bucket.id(), container.substring("projects/".length()));
                }
            }
        }
        return projects;
    }

    /** From the word that a person writes. */
    static final class FormConverter implements ITypeConverter<Form> {
        @Override
        public @Nullable Form convert(String word) {
            return switch (word) {
                case "terraform" -> Form.TERRAFORM;
                case "commands" -> Form.COMMANDS;
                case "policy" -> Form.POLICY;
                default ->
                    throw new TypeConversionException(
                            "`" + word + "` is no format; write terraform, commands or policy");
            };
        }
    }
}
