package org.shapan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md that a machine can check. */
class HouseRulesTest {
    private static final int LONGEST_FILE = 500;
    private static final Set<String> SOURCES = Set.of(".java", ".js", ".css", ".sh", ".sql");

    private static JavaClasses house;

    @BeforeAll
    static void readClasses() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.shapan");
    }

    @Test
    void theEngineKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage("org.shapan.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.shapan.warehouse..",
                        "org.shapan.insight..",
                        "org.shapan.reports..",
                        "org.shapan.portal..",
                        "org.springframework..",
                        "com.vaadin..",
                        "jakarta..")
                .check(house);
    }

    @Test
    void neighboursDoNotKnowEachOther() {
        List<String> neighbours = List.of("warehouse", "insight", "reports");
        for (String room : neighbours) {
            String[] others = Stream.concat(
                            neighbours.stream().filter(other -> !other.equals(room)), Stream.of("portal"))
                    .map(other -> "org.shapan." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.shapan." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(house);
        }
    }

    @Test
    void neighboursUseTheEngineThroughItsDoors() {
        noClasses()
                .that()
                .resideInAnyPackage("org.shapan.insight..", "org.shapan.reports..", "org.shapan.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.shapan.engine.star..",
                        "org.shapan.engine.calc..",
                        "org.shapan.engine.cell..",
                        "org.shapan.engine.sql..",
                        "org.shapan.engine.aggregate..")
                .check(house);
    }

    @Test
    void packagesOfTheEngineHaveNoCycle() {
        slices().matching("org.shapan.engine.(*)..").should().beFreeOfCycles().check(house);
    }

    @Test
    void noFileIsLongerThanARoomCanBear() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            try (Stream<String> lines = Files.lines(file)) {
                long count = lines.count();
                if (count > LONGEST_FILE) {
                    tooLong.add(file + ": " + count);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("shapan"))) {
            root = root.getParent();
        }
        List<Path> found = new ArrayList<>();
        for (String module : List.of("cubes", "reports", "portal", "benchmarks")) {
            try (Stream<Path> files = Files.walk(root.resolve(module))) {
                files.filter(Files::isRegularFile)
                        .filter(file -> file.toString().contains("/src/")
                                && !file.toString().contains("/generated/"))
                        .filter(file -> SOURCES.stream().anyMatch(file.toString()::endsWith))
                        .forEach(found::add);
            }
        }
        assertThat(found).as("source files found").hasSizeGreaterThan(50);
        return found;
    }
}
