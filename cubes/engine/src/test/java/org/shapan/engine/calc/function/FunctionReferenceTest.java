package org.shapan.engine.calc.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FunctionReferenceTest {
    /** {@code -Dshapan.docs=write} writes the page instead of comparing it. */
    private static final boolean WRITE = System.getProperty("shapan.docs", "").equals("write");

    @Test
    void thePageOfFunctionsIsCurrent() throws IOException {
        Path page = root().resolve("docs/mdx.md");
        String current = FunctionReference.markdown(FunctionTable.standard());
        if (WRITE) {
            Files.writeString(page, current);
        }

        assertThat(page)
                .as("docs/mdx.md; run this test with -Dshapan.docs=write")
                .hasContent(current);
    }

    @Test
    void everyFunctionSaysWhatItDoes() {
        assertThat(FunctionTable.standard().functions()).allSatisfy(function -> {
            assertThat(function.documentation()).as(function.name()).endsWith(".");
            assertThat(function.overloads()).as(function.name()).isNotEmpty();
        });
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
