package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every measure of the domain's sections is in the catalog or in docs/measures.md with its reason, and not in both. */
class DomainMeasuresTest {

    private static final Path PAGE = Path.of("../../docs/measures.md");

    /** Families of ids with their last number, of C01–C10, C12, C13, C19 and C26. */
    private static final Map<String, Integer> FAMILIES = Map.ofEntries(
            Map.entry("REV", 30),
            Map.entry("SUB", 30),
            Map.entry("CHN", 32),
            Map.entry("SPM", 26),
            Map.entry("SPU", 8),
            Map.entry("ARR", 12),
            Map.entry("CAM", 22),
            Map.entry("NUM", 11),
            Map.entry("STO", 14),
            Map.entry("SOC", 11),
            Map.entry("GRP", 20),
            Map.entry("RET", 11),
            Map.entry("DAT", 10),
            Map.entry("SCO", 7));

    @Test
    void everyIdIsAMeasureOrHasAReason() throws IOException {
        Set<String> measures = new Telecom()
                .defined().values().stream()
                        .flatMap(cube -> cube.stream())
                        .map(measure -> measure.annotation("id").replaceAll("\\..*", ""))
                        .collect(Collectors.toSet());
        Map<String, String> reasons = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| [A-Z]{3}-\\d\\d \\| .+ \\|"))
                .map(line -> line.split(" \\| ", 2))
                .collect(Collectors.toMap(cells -> cells[0].substring(2), cells -> cells[1]));

        Set<String> wanted = new LinkedHashSet<>();
        FAMILIES.forEach((family, last) ->
                IntStream.rangeClosed(1, last).forEach(number -> wanted.add("%s-%02d".formatted(family, number))));
        Set<String> open = new LinkedHashSet<>(wanted);
        open.removeAll(measures);

        assertThat(reasons.keySet()).containsExactlyInAnyOrderElementsOf(open);
        assertThat(reasons.values()).noneMatch(String::isBlank);
    }
}
