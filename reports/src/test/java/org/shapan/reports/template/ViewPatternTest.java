package org.shapan.reports.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of the portal gives its filters to the prompts of the report that is about the same. */
class ViewPatternTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            areas?area={branch}&period={month.name} | areas    | area=A;period=201003;row=x | branch=A;month=201003
            areas?area={branch}&period={month.name} | areas    | vs=m                       | ''
            areas?area={branch}&period={month.name} | channels | area=A                     | -
            channels?view=value&area={branch}       | channels | view=value;area=A          | branch=A
            channels?view=value&area={branch}       | channels | area=A                     | -
            channels?view=value&area={branch}       | channels | view=cost                  | -
            halls                                   | halls    | area=A                     | ''
            """)
    void aPageGivesItsFiltersToThePrompts(String pattern, String path, String filters, String prompts) {
        assertThat(ViewPattern.parse(pattern).prompts(path, pairs(filters)))
                .isEqualTo(Optional.ofNullable(prompts).map(ViewPatternTest::pairs));
    }

    private static Map<String, String> pairs(String text) {
        return Stream.of(text.split(";"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
