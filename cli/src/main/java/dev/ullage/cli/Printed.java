package dev.ullage.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that says in which form an answer is printed. */
final class Printed {

    /** For a person, or for a program. */
    enum Form {
        TABLE,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            converter = Converter.class,
            description = "What is printed: table or json (default: ${DEFAULT-VALUE}).")
    private Form form = Form.TABLE;

    Form form() {
        return form;
    }

    /** From the word that a person writes. */
    static final class Converter implements ITypeConverter<Form> {
        @Override
        public Form convert(String word) {
            return switch (word) {
                case "table" -> Form.TABLE;
                case "json" -> Form.JSON;
                default -> throw new TypeConversionException("`" + word + "` is no format; write table or json");
            };
        }
    }
}
