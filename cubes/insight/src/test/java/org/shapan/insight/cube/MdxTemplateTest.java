package org.shapan.insight.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.MemberName;

class MdxTemplateTest {
    private final MdxTemplate template = MdxTemplate.of(MdxTemplateTest.class, "template.mdx");

    @Test
    void membersStandWithCommasBetween() {
        String mdx = template.with(Map.of(
                "units", List.of(new MemberName("[A].[x]"), new MemberName("[A].[y $1]")),
                "month", List.of(new MemberName("[T].[1]"))));

        assertThat(mdx.strip()).isEqualTo("SELECT { [A].[x], [A].[y $1] } ON COLUMNS FROM [C] WHERE ( [T].[1] )");
    }

    @Test
    void aMissingMemberIsNamed() {
        assertThatThrownBy(() -> template.with(Map.of("units", List.of(new MemberName("[A]")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$month");
    }

    @Test
    void textThatIsNotAMemberNeverReachesAQuery() {
        assertThatThrownBy(() -> new MemberName("[A].[x]}, {[B]")).isInstanceOf(IllegalArgumentException.class);
    }
}
