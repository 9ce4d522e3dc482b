package dev.ullage.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FieldReferenceTest {

    @Test
    void the_page_about_fields_says_what_the_records_say() throws IOException {
        var written = Files.writeString(Path.of("target", "FIELDS.md"), FieldReference.text());

        assertThat(Files.readString(Path.of("FIELDS.md")))
                .as("copy rules/%s to rules/FIELDS.md", written)
                .isEqualTo(FieldReference.text());
    }
}
