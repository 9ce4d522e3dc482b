package dev.ullage.cli;

import dev.ullage.question.AccessAnswer;
import dev.ullage.question.AskedPrincipal;
import dev.ullage.question.MalformedQuestionException;
import dev.ullage.question.WhatCan;
import dev.ullage.reports.AccessTable;
import dev.ullage.reports.QuestionJson;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ullage what-can}: everything that somebody can do. */
@Command(
        name = "what-can",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Say what a principal can do, by permission class and place: by its own grants and those of its groups, as one"
                    + " of many, such as everybody, and as others that it can act as.",
            "",
            "What stands under a heading of its own is not granted to the principal itself; the heading says how it comes"
                    + " to it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered, and nothing is missing",
            "2:the command line, or the folder, is wrong",
            "4:answered in part: there may be more, and facts are missing to tell"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ullage what-can serviceAccount:fraud-trainer@acme-ml-prod.iam.gserviceaccount.com --estate examples/acme",
            "  ullage what-can arn:aws:iam::444455556666:role/legacy-batch --estate examples/acme --why"
        })
final class WhatCanCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "PRINCIPAL", description = "Its id, as the provider writes it in policies.")
    private String principal = "";

    @Mixin
    private AskedEstate estate = new AskedEstate();

    @Mixin
    private Printed printed = new Printed();

    @Option(names = "--why", description = "Show of each the chain that gives it.")
    private boolean why;

    WhatCanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws ConfigurationException, IOException {
        try {
            var asked = AskedPrincipal.of(principal);
            estate.named();
            AccessAnswer answer;
            try (var progress = Progress.on(console)) {
                var access = estate.read(console, progress);
                answer = new WhatCan(access).ask(asked, access.escalation(asked));
            }
            print(answer);
            return (answer.isComplete() ? ExitCode.CLEAN : ExitCode.UNANSWERED).code();
        } catch (MalformedQuestionException e) {
            throw estate.usage(e.sentence());
        }
    }

    private void print(AccessAnswer answer) throws IOException {
        switch (printed.form()) {
            case TABLE -> console.out().print(AccessTable.whatCan(answer, why, console.width(), console.colour()));
            case JSON -> QuestionJson.write(answer, console.out());
        }
        console.demandPrinted();
    }
}
