package org.shapan.engine.calc.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SetFunctionsTest {
    private static final Calculator CALCULATOR = new Calculator();

    @AfterAll
    static void close() {
        CALCULATOR.close();
    }

    @Test
    void notANumberSortsBetweenNumbersAndInfinity() {
        String value =
                "IIf(Item.CurrentMember IS Item.Pie, 0 / 0, IIf(Item.CurrentMember IS Item.Rye, 1 / 0, Measures.Amount))";

        assertThat(CALCULATOR.value("SetToStr(Order(Item.Item.Members, " + value + ", BASC))"))
                .isEqualTo("{[Item].[Water], [Item].[Roll], [Item].[Pie], [Item].[Rye]}");
        assertThat(CALCULATOR.number("Rank(Item.Pie, Item.Item.Members, " + value + ")"))
                .isEqualTo(2);
    }

    @Test
    void aVisualTotalAddsWhatFollowsIt() {
        assertThat(CALCULATOR.number("(VisualTotals({Item.[All Items], Item.Pie, Item.Rye}).Item(0), Measures.Amount)"))
                .isEqualTo(20);
        assertThat(CALCULATOR.number("(VisualTotals({Item.Pie, Item.[All Items], Item.Rye}).Item(1), Measures.Amount)"))
                .isEqualTo(14);
    }

    @Test
    void aVisualTotalStandsWhereItsMemberStood() {
        assertThat(CALCULATOR.value("SetToStr(Hierarchize(VisualTotals({Item.Rye, Item.[All Items], Item.Pie})))"))
                .isEqualTo("{[Item].[All Items], [Item].[Pie], [Item].[Rye]}");
    }

    @Test
    void nativizedSetsHaveNoEmptyTuples() {
        assertThat(CALCULATOR.value("SetToStr(NativizeSet(Item.Item.Members))"))
                .isEqualTo("{[Item].[Pie], [Item].[Roll], [Item].[Rye]}");
    }

    @Test
    void aTextMeansWhatItSaysAtEachTuple() {
        assertThat(
                        CALCULATOR.number(
                                "Sum({Item.Pie, Item.Rye}, (StrToMember(\"Item.\" || Item.CurrentMember.Name), Measures.Amount))"))
                .isEqualTo(20);
        assertThat(CALCULATOR.error("StrToMember(\"Item.Bun\").Name")).contains("Item.Bun");
        assertThat(CALCULATOR.error("StrToMember(\"Item\" || \".Bun\").Name")).contains("Item.Bun");
        assertThat(CALCULATOR.value("StrToTuple(\"Item.Pie\", Item).Name")).isEqualTo("Pie");
    }

    @Test
    void aTupleWithANullMemberIsNull() {
        assertThat(CALCULATOR.value("(Item.[All Items].Parent, Measures.Amount).Item(1).Name"))
                .isEqualTo("#null");
    }
}
