package org.shapan.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.insight.ParameterException.Code;

class ParametersTest {
    @TempDir
    Path directory;

    @Test
    void theDefaultsAreThoseOfTheSpecification() {
        Parameters defaults = Parameters.defaults();

        assertThat(defaults.number("version")).isEqualTo(Parameters.VERSION);
        assertThat(UnitLevel.MICRO_AREA.fluctuation(defaults)).isEqualTo(new Limits(0.06, 0.12));
        assertThat(defaults.limits("sp.score")).isEqualTo(new Limits(12, 30));
        assertThat(defaults.number("A-SP-08.weight")).isEqualTo(14);
    }

    @Test
    void aFileReplacesTheLinesItHas() throws IOException {
        Parameters own = Parameters.read(file("version = 1", "rt2.branch = 0.04, 0.08"));

        assertThat(UnitLevel.BRANCH.fluctuation(own)).isEqualTo(new Limits(0.04, 0.08));
        assertThat(UnitLevel.CITY.fluctuation(own)).isEqualTo(UnitLevel.CITY.fluctuation(Parameters.defaults()));
    }

    @Test
    void whatNoRuleCanUseIsRefusedByName() throws IOException {
        refused(Code.VERSION, "version", "rt1 = 1, 0.9");
        refused(Code.VERSION, "version", "version = 2");
        refused(Code.UNKNOWN, "rt2.brnch", "version = 1", "rt2.brnch = 0.04, 0.08");
        refused(Code.VALUE, "rt1", "version = 1", "rt1 = 1");
        refused(Code.VALUE, "rt1", "version = 1", "rt1 = 1, x");
        refused(Code.VALUE, "rt1", "version = 1", "rt1 = 0.9, 1");
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> Parameters.read(directory.resolve("none")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.UNREADABLE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.defaults().number("rt1"));
    }

    @Test
    void redLeavesRedOnlyWhenBetterByATenth() {
        Limits limits = new Limits(0.06, 0.12);

        assertThat(limits.passed(0.11)).isEqualTo(State.YELLOW);
        assertThat(limits.whileRed(0.1).passed(0.11)).isEqualTo(State.RED);
        assertThat(limits.whileRed(0.1).passed(0.107)).isEqualTo(State.YELLOW);
        assertThat(new Limits(0.35, 0.27).whileRed(0.1).passed(0.29)).isEqualTo(State.RED);
    }

    private void refused(Code code, String parameter, String... lines) throws IOException {
        Path file = file(lines);
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> Parameters.read(file))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.parameter()).isEqualTo(parameter));
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("own.properties"), List.of(lines));
    }
}
