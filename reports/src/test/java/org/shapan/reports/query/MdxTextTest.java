package org.shapan.reports.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRQuery;
import net.sf.jasperreports.engine.design.JRDesignQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.engine.api.MemberName;

class MdxTextTest {
    @Test
    void aMemberStandsByItsUniqueName() {
        String mdx = bind("SELECT {$P{m}} ON 0 FROM [Sales]", Map.of("m", new MemberName("[Time].[2010]")));

        assertThat(mdx).isEqualTo("SELECT {[Time].[2010]} ON 0 FROM [Sales]");
    }

    @Test
    void membersStandAsASet() {
        Object members = List.of(new MemberName("[A].[x]"), new MemberName("[A].[y]"));

        assertThat(bind("$P{m}", Map.of("m", members))).isEqualTo("{[A].[x], [A].[y]}");
    }

    @Test
    void numbersStandWithoutExponent() {
        assertThat(bind("$P{n}", Map.of("n", new BigDecimal("1E+3")))).isEqualTo("1000");
    }

    @Test
    void textIsALiteralThatCannotEndEarly() {
        assertThat(bind("$P{t}", Map.of("t", "x\" ON 0 FROM [Payroll] //")))
                .isEqualTo("\"x\"\" ON 0 FROM [Payroll] //\"");
    }

    @Test
    void rawInsertionIsRefused() {
        assertThatThrownBy(() -> bind("SELECT $P!{axis} ON 0 FROM [Sales]", Map.of("axis", "{}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$P{name} only");
    }

    @Test
    void aMissingValueNamesItsParameter() {
        assertThatThrownBy(() -> bind("$P{branch}", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("branch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[A].[b]", "[A].[b]]c]", "[A].&[1]", "[A].[B].&[1]&[2]", "[片区].[香洲]"})
    void acceptsMemberNames(String text) {
        assertThat(new MemberName(text).uniqueName()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "[A", "[A].", "[]", "[A]]", "[A].Members", "[A].[b]} ON 0", "[A]\n.[b]", "[A] .[b]"})
    void refusesAnythingElseAsAMemberName(String text) {
        assertThatThrownBy(() -> new MemberName(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String bind(String text, Map<String, Object> values) {
        JRDesignQuery query = new JRDesignQuery();
        query.setText(text);
        return MdxText.bind((JRQuery) query, values::get);
    }
}
