package dev.ullage.cli;

import dev.ullage.access.Ruling;
import dev.ullage.question.AskedPermission;
import dev.ullage.question.AskedPlace;
import dev.ullage.question.AskedPrincipal;
import dev.ullage.question.Decisions;
import dev.ullage.question.EstateAccess;
import dev.ullage.question.Explain;
import dev.ullage.question.Explained;
import dev.ullage.question.MalformedQuestionException;
import dev.ullage.reports.DecisionText;
import dev.ullage.reports.QuestionJson;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ullage explain}: why one request would be allowed or refused. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Say why a principal can do something to one object, or why not: the chain that allows it, what refuses it, or"
                    + " what would have to be known to tell.",
            "",
            "A permission class is explained for each native permission that it stands for there."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered, allowed or not",
            "2:the command line, or the folder, is wrong",
            "4:it hangs on facts that are missing"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ullage explain serviceAccount:fraud-trainer@acme-ml-prod.iam.gserviceaccount.com delete gs://acme-models/x"
                    + " --estate examples/acme",
            "  ullage explain arn:aws:iam::111122223333:role/vision-trainer s3:PutObject s3://acme-vision-models/x"
                    + " --estate examples/acme"
        })
final class ExplainCommand implements Callable<Integer> {

    private final Console console;
    private final Function<EstateAccess, Decisions> decisions;

    @Parameters(index = "0", paramLabel = "PRINCIPAL", description = "Its id, as the provider writes it in policies.")
    private String principal = "";

    @Parameters(index = "1", paramLabel = "PERMISSION", description = "A permission class, or a native permission.")
    private String permission = "";

    @Parameters(
            index = "2",
            paramLabel = "OBJECT",
            description = "An object, bucket, principal or project, such as gs://acme-models/fraud/model.pt.")
    private String object = "";

    @Mixin
    private AskedEstate estate = new AskedEstate();

    @Mixin
    private Printed printed = new Printed();

    ExplainCommand(Console console, Function<EstateAccess, Decisions> decisions) {
        this.console = console;
        this.decisions = decisions;
    }

    @Override
    public Integer call() throws ConfigurationException, IOException {
        try {
            var askedPrincipal = AskedPrincipal.of(principal);
            var askedPermission = AskedPermission.of(permission);
            var askedPlace = AskedPlace.of(object);
            estate.named();
            List<Explained> explained;
            try (var progress = Progress.on(console)) {
                explained = new Explain(decisions.apply(estate.read(console, progress)))
                        .ask(askedPrincipal, askedPermission, askedPlace);
            }
            print(explained);
            return conclude(explained).code();
        } catch (MalformedQuestionException e) {
            throw estate.usage(e.sentence());
        }
    }

    private void print(List<Explained> explained) throws IOException {
        switch (printed.form()) {
            case TABLE -> console.out().print(DecisionText.explained(explained, console.width(), console.colour()));
            case JSON -> QuestionJson.write(explained, console.out());
        }
        console.demandPrinted();
    }

    private static ExitCode conclude(List<Explained> explained) {
        return explained.stream().anyMatch(one -> one.decision().ruling() == Ruling.UNKNOWN)
                ? ExitCode.UNANSWERED
                : ExitCode.CLEAN;
    }
}
