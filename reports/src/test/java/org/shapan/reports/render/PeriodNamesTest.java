package org.shapan.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodNamesTest {
    @ParameterizedTest
    @CsvSource({
        "2010-03, 201003",
        "201003, 201003",
        "2010-3, 201003",
        "20103, 201003",
        "2010年3月, 201003",
        "2010/12, 201012",
        "2010-03-31, 201003",
        "20100331, 201003",
        "2010-1-2, 201001",
        "2010年1月12日, 201001"
    })
    void aMonthIsReadAsReadersWriteIt(String text, String name) {
        assertThat(PeriodNames.month(text)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"2010-03-31, 20100331", "20100331, 20100331", "2010年3月1日, 20100301", "2010.3.1, 20100301"})
    void aDayIsReadAsReadersWriteIt(String text, String name) {
        assertThat(PeriodNames.day(text)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", ".", "年", "2010", "2010-13", "2010-00", "2010-02-30-1", "march", "2010-02-31", "３月"})
    void whatIsNoPeriodIsNone(String text) {
        assertThat(PeriodNames.month(text)).isEmpty();
        assertThat(PeriodNames.day(text)).isEmpty();
    }
}
