package dev.ullage.cli;

import dev.ullage.question.AccessAnswer;
import dev.ullage.question.AskedPermission;
import dev.ullage.question.AskedPlace;
import dev.ullage.question.MalformedQuestionException;
import dev.ullage.question.WhoCan;
import dev.ullage.reports.AccessTable;
import dev.ullage.reports.QuestionJson;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ullage who-can}: everyone who can do something at a place. */
@Command(
        name = "who-can",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Say who can do something at a place: for sure, or perhaps and what would have to be known.",
            "",
            "A permission is a class (list, read, create, overwrite, delete, read-policy, write-policy, configure,"
                    + " impersonate, create-key) or a native one such as s3:GetObject. A place is a bucket, a prefix that"
                    + " ends with * or /, an object, the id of a principal, or a project."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered, and nothing is missing",
            "2:the command line, or the folder, is wrong",
            "4:answered in part: somebody may have access, and facts are missing to tell"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ullage who-can delete gs://acme-models --estate examples/acme",
            "  ullage who-can read 's3://acme-vision-data/raw/*' --estate examples/acme --why",
            "  ullage who-can impersonate serviceAccount:fraud-trainer@acme-ml-prod.iam.gserviceaccount.com --estate examples/acme",
            "  ullage who-can s3:PutBucketPolicy s3://acme-vision-models --estate examples/acme --format json"
        })
final class WhoCanCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "PERMISSION", description = "A permission class, or a native permission.")
    private String permission = "";

    @Parameters(
            index = "1",
            paramLabel = "PLACE",
            description = "Such as gs://acme-models or s3://acme-vision-data/raw/*.")
    private String place = "";

    @Mixin
    private AskedEstate estate = new AskedEstate();

    @Mixin
    private Printed printed = new Printed();

    @Option(names = "--why", description = "Show of each the chain that gives it.")
    private boolean why;

    WhoCanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws ConfigurationException, IOException {
        try {
            var askedPermission = AskedPermission.of(permission);
            var askedPlace = AskedPlace.of(place);
            estate.named();
            AccessAnswer answer;
            try (var progress = Progress.on(console)) {
                answer = new WhoCan(estate.read(console, progress)).ask(askedPermission, askedPlace);
            }
            print(answer);
            return (answer.isComplete() ? ExitCode.CLEAN : ExitCode.UNANSWERED).code();
        } catch (MalformedQuestionException e) {
            throw estate.usage(e.sentence());
        }
    }

    private void print(AccessAnswer answer) throws IOException {
        switch (printed.form()) {
            case TABLE -> console.out().print(AccessTable.whoCan(answer, why, console.width(), console.colour()));
            case JSON -> QuestionJson.write(answer, console.out());
        }
        console.demandPrinted();
    }
}
