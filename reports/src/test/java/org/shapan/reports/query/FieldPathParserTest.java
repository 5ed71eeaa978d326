package org.shapan.reports.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.reports.query.FieldPath.Axis;
import org.shapan.reports.query.FieldPath.CellAttribute;
import org.shapan.reports.query.FieldPath.MemberAttribute;
import org.shapan.reports.query.FieldPath.OfCell;
import org.shapan.reports.query.FieldPath.OfMember;
import org.shapan.reports.query.FieldPath.OfProperty;

class FieldPathParserTest {
    @Test
    void readsAMemberOfAnAxisByNumberOrHierarchy() {
        assertThat(FieldPathParser.parse("rows.0.caption"))
                .isEqualTo(new OfMember(Axis.ROWS, "0", 0, MemberAttribute.CAPTION));
        assertThat(FieldPathParser.parse("rows.[Area].[Managed].uniqueName"))
                .isEqualTo(new OfMember(Axis.ROWS, "[Area].[Managed]", 0, MemberAttribute.UNIQUE_NAME));
        assertThat(FieldPathParser.parse("slicer.1.level"))
                .isEqualTo(new OfMember(Axis.SLICER, "1", 0, MemberAttribute.LEVEL));
    }

    @Test
    void climbsToParents() {
        assertThat(FieldPathParser.parse("rows.0.parent.parent.name"))
                .isEqualTo(new OfMember(Axis.ROWS, "0", 2, MemberAttribute.NAME));
    }

    @Test
    void readsAMemberPropertyWhoseNameHasPoints() {
        assertThat(FieldPathParser.parse("rows.0.property.[No. of cells]"))
                .isEqualTo(new OfProperty(Axis.ROWS, "0", 0, "No. of cells"));
    }

    @Test
    void readsACellByNumberOrMembers() {
        assertThat(FieldPathParser.parse("3")).isEqualTo(new OfCell("3", CellAttribute.VALUE));
        assertThat(FieldPathParser.parse("[Measures].[ARPU].formatted"))
                .isEqualTo(new OfCell("[Measures].[ARPU]", CellAttribute.FORMATTED));
        assertThat(FieldPathParser.parse("[Measures].[ARPU], [Time].[2010].[Q1].deviation"))
                .isEqualTo(new OfCell("[Measures].[ARPU], [Time].[2010].[Q1]", CellAttribute.DEVIATION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rows", "rows.0", "rows.caption", "revenue", "[Measures].[X].colour", "0.value.more"})
    void refusesWhatItDoesNotKnowAndSaysWhatItExpected(String text) {
        assertThatThrownBy(() -> FieldPathParser.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }
}
