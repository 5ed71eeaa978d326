package org.shapan.engine.calc.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of functions: current, complete, and every example gives what it says. */
class FunctionReferenceTest {
    /** {@code -Dshapan.docs=write} writes the page instead of comparing it. */
    private static final boolean WRITE = System.getProperty("shapan.docs", "").equals("write");

    private static final Calculator CALCULATOR = new Calculator();
    private static final Map<String, List<Example>> EXAMPLES =
            examples().collect(Collectors.groupingBy(Example::function));

    @AfterAll
    static void close() {
        CALCULATOR.close();
    }

    @TestFactory
    Stream<DynamicTest> everyExampleGivesWhatItSays() {
        return examples()
                .map(example -> DynamicTest.dynamicTest(
                        example.function() + ": " + example.text(),
                        () -> assertThat(example.actual(CALCULATOR))
                                .as(example.text())
                                .isEqualTo(example.result())));
    }

    @Test
    void everyFunctionHasAnExampleOfItsOwn() {
        assertThat(FunctionTable.standard().functions()).allSatisfy(function -> {
            List<Example> own = EXAMPLES.getOrDefault(function.name(), List.of());
            assertThat(own).as("examples of " + function.name()).isNotEmpty();
            assertThat(own).as(function.name()).allMatch(example -> shows(example, function.name()));
        });
        assertThat(FunctionTable.standard().functions())
                .extracting(function -> function.name())
                .containsAll(EXAMPLES.keySet());
    }

    private static boolean shows(Example example, String name) {
        return switch (name) {
            case "{}" -> example.text().contains("{");
            case "()" -> example.text().contains("(");
            default -> example.text().toLowerCase().contains(name.toLowerCase());
        };
    }

    @Test
    void thePageOfFunctionsIsCurrent() throws IOException {
        Path page = root().resolve("docs/mdx.md");
        String current = FunctionReference.markdown(FunctionTable.standard(), EXAMPLES);
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

    private static Stream<Example> examples() {
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(Calculator.class.getResource("examples")).toURI()))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .flatMap(file -> Example.read(file).stream())
                    .toList()
                    .stream();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
