package org.shapan.engine.calc.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** What Mondrian 3 lacks: emptiness over sets and facts, drilling as Excel writes it, links between hierarchies, errors as values. */
class BeyondMondrianTest {
    private static final Calculator CALCULATOR = new Calculator();

    /** 4 items, 5 months, 3 shops and 5 sellers: enough for rows to be asked for instead of cells. */
    private static final String LARGE =
            "Item.Item.Members * Time.Month.Members * Place.Shop.Members * Seller.Seller.Members";

    @AfterAll
    static void close() {
        CALCULATOR.close();
    }

    private static String set(String set) {
        return (String) CALCULATOR.value("SetToStr(" + set + ")");
    }

    @Test
    void nonEmptyFindsWhatTestingEveryTupleFinds() {
        assertThat(set("NonEmpty(" + LARGE + ")"))
                .isEqualTo(set("Filter(" + LARGE + ", NOT IsEmpty(Measures.Amount))"))
                .contains("[Item].[Pie]");
        assertThat(set("NonEmpty(" + LARGE
                        + ", {(Delivered.[2024], Measures.Price), (Delivered.[2025], Measures.Pieces)})"))
                .isEqualTo(set("Filter(" + LARGE + ", NOT (IsEmpty((Delivered.[2024], Measures.Price))"
                        + " AND IsEmpty((Delivered.[2025], Measures.Pieces))))"));
    }

    @Test
    void nonEmptyKeepsDuplicatesAndOrder() {
        assertThat(set("NonEmpty({Item.Rye, Item.Water, Item.Pie, Item.Rye})"))
                .isEqualTo("{[Item].[Rye], [Item].[Pie], [Item].[Rye]}");
        assertThat(set("NonEmpty(Item.Item.Members, {})")).isEqualTo("{}");
    }

    @Test
    void existsAsksTheFactThatIsNamed() {
        assertThat(CALCULATOR
                        .query(
                                "SELECT Exists(Place.Shop.Members, {Time.[2024].Q1.[2]}, \"Visits\") ON 0 FROM [Sales and Visits]")
                        .positionCount(0))
                .isEqualTo(1);
        assertThat(CALCULATOR
                        .query(
                                "SELECT Exists(Place.Shop.Members, {Time.[2024].Q1.[2]}, \"Sales\") ON 0 FROM [Sales and Visits]")
                        .positionCount(0))
                .isEqualTo(2);
        assertThat(CALCULATOR.error("Exists(Item.Item.Members,, \"Orders\").Count"))
                .contains("no fact table 'Orders'")
                .contains("Sales");
    }

    @Test
    void whatIsOpenIsNotOpenedAgain() {
        assertThat(set("DrilldownMember({Place.Bonn, Place.Bonn.Nord, Place.Ulm}, {Place.Bonn, Place.Ulm})"))
                .isEqualTo("{[Place].[Bonn], [Place].[Bonn].[Nord], [Place].[Ulm], [Place].[Ulm].[Mitte]}");
    }

    @Test
    void drillingAsExcelWritesIt() {
        assertThat(set("Hierarchize({DrilldownLevel({[Item].[All Items]},,,INCLUDE_CALC_MEMBERS)})"))
                .endsWith("[Item].[Water], [Item].[Bread]}");
        assertThat(
                        set(
                                "DrilldownMember({{DrilldownLevel({[Place].[Everywhere]},,,INCLUDE_CALC_MEMBERS)}}, {[Place].[Bonn]},,,INCLUDE_CALC_MEMBERS)"))
                .isEqualTo(
                        "{[Place].[Everywhere], [Place].[Bonn], [Place].[Bonn].[Nord], [Place].[Bonn].[Süd], [Place].[Ulm]}");
        assertThat(set(
                        "DrilldownMember(CrossJoin({[Item].[All Items], [Item].[Item].Members}, {([Place].[Everywhere])}),"
                                + " {-{[Item].[Pie], [Item].[Roll], [Item].[Water]}}, [Place])"))
                .isEqualTo(
                        "{([Item].[All Items], [Place].[Everywhere]), ([Item].[Pie], [Place].[Everywhere]),"
                                + " ([Item].[Roll], [Place].[Everywhere]), ([Item].[Rye], [Place].[Everywhere]),"
                                + " ([Item].[Rye], [Place].[Bonn]), ([Item].[Rye], [Place].[Ulm]), ([Item].[Water], [Place].[Everywhere])}");
        assertThat(set("DrilldownLevelTop({[Place].[Bonn]}, 1,, Measures.Amount, INCLUDE_CALC_MEMBERS)"))
                .isEqualTo("{[Place].[Bonn], [Place].[Bonn].[Süd]}");
        assertThat(
                        set(
                                "DrilldownMemberTop({[Seller].[Ada]}, {[Seller].[Ada], [Seller].[Ada].[Cyd]}, 1, Measures.Amount,, RECURSIVE)"))
                .isEqualTo("{[Seller].[Ada], [Seller].[Ada].[Cyd], [Seller].[Ada].[Cyd].[Eve]}");
    }

    @Test
    void aTargetHierarchyMustBeOneOfTheSet() {
        assertThat(CALCULATOR.error("DrilldownMember({Place.Bonn}, {Place.Bonn}, Item).Count"))
                .contains("DrilldownMember: the set has no hierarchy [Item]");
        assertThat(CALCULATOR.error("DrilldownMember({Place.Bonn}, {Place.Bonn},, POST).Count"))
                .contains("'POST' is not a flag of DrilldownMember");
    }

    @Test
    void membersAreLinkedByTheirKeys() {
        assertThat(CALCULATOR.value("LinkMember(Time.[2024].Q1.[2], Delivered).UniqueName"))
                .isEqualTo("[Delivered].[2024].[Q1].[2]");
        assertThat(CALCULATOR.value("LinkMember([Time.Weekly].[2025], Time).UniqueName"))
                .isEqualTo("[Time].[2025]");
        assertThat(CALCULATOR.value("LinkMember(Time.Ever, Delivered).UniqueName"))
                .isEqualTo("[Delivered].[Ever]");
        assertThat(CALCULATOR.value("LinkMember(Item.Pie, Place) IS NULL")).isEqualTo(true);
    }

    @Test
    void theRootOfTheCubeHasAllItsHierarchies() {
        assertThat(CALCULATOR.value("TupleToStr(Root())"))
                .isEqualTo("([Time].[Ever], [Time.Weekly].[Ever], [Delivered].[Ever], [Delivered.Weekly].[Ever],"
                        + " [Item].[All Items], [Place].[Everywhere], [Seller].[All Sellers], [Compared].[Current])");
        assertThat(CALCULATOR.number("Sum({Item.Pie}, (Root(), Measures.Amount))"))
                .isEqualTo(36);
        assertThat(CALCULATOR.value("TupleToStr(Root((Time.[2024], Place.Bonn)))"))
                .isEqualTo("([Time].[2024], [Time.Weekly].[Ever], [Place].[Bonn])");
    }

    @Test
    void generationsAreCountedFromTheLeaves() {
        assertThat(CALCULATOR.value("IsGeneration(Seller.Ada.Bob, 0)")).isEqualTo(true);
        assertThat(CALCULATOR.value("IsGeneration(Seller.Ada.Cyd, 1)")).isEqualTo(true);
        assertThat(CALCULATOR.value("IsGeneration(Item.Pie.PrevMember, 0)")).isEqualTo(false);
        assertThat(CALCULATOR.value("IsLeaf(Seller.Ada.Cyd)")).isEqualTo(false);
    }

    @Test
    void anErrorInsideAnotherIsSeenWhereItIsAskedFor() {
        assertThat(CALCULATOR.number("Sum(Item.Item.Members, IIf(IsError(CInt(Item.CurrentMember.Name)), 1, 0))"))
                .isEqualTo(4);
        assertThat(CALCULATOR.number("IIf(IsError(Error(\"a\")), 1, 2) + Measures.Pieces"))
                .isEqualTo(17);
        assertThat(CALCULATOR.error("Error()")).isEqualTo("Error");
    }

    @Test
    void constrainedTextsHoldOnlyNames() {
        assertThat(CALCULATOR.number("Count(StrToSet(\"{[Item].[Pie], [Item].[Rye]}\", CONSTRAINED))"))
                .isEqualTo(2);
        assertThat(CALCULATOR.error("StrToMember(\"Item.Pie.NextMember\", CONSTRAINED).Name"))
                .contains("CONSTRAINED");
        assertThat(CALCULATOR.error("StrToValue(\"Measures.Amount * 2\", CONSTRAINED)"))
                .contains("CONSTRAINED");
        assertThat(CALCULATOR.error("StrToMember(\"Item.Pie\", POST).Name")).contains("'POST' is not a flag");
    }

    @Test
    void namesOfTheCubeStandAsTexts() {
        EngineException failure = catchThrowableOfType(
                EngineException.class, () -> CALCULATOR.query("SELECT KPIGoal(\"Turn\" || \"over\") ON 0 FROM Sales"));

        assertThat(failure.code()).isEqualTo(OlapErrorCode.MDX_TYPE);
        assertThat(failure).hasMessageContaining("a name that stands in the statement as a text");
        assertThat(CALCULATOR.error("KPIGoal(\"Turnovr\")"))
                .contains("no KPI 'Turnovr'")
                .contains("[Turnover]");
        assertThat(CALCULATOR.error("MeasureGroupMeasures(\"Sale\").Count")).contains("[Sales]");
    }

    @Test
    void chanceComesFromTheExecution() {
        assertThat(CALCULATOR.number("Rnd()")).isEqualTo(CALCULATOR.number("Rnd()"));
        assertThat(CALCULATOR.number("Rnd(-1)")).isNotEqualTo(CALCULATOR.number("Rnd(-2)"));
    }

    @Test
    void weeksBeginAsTheyAreTold() {
        assertThat(CALCULATOR.number("DateDiff(\"ww\", DateSerial(2024, 3, 4), DateSerial(2024, 3, 3), 2)"))
                .isEqualTo(1);
        assertThat(CALCULATOR.number("DateDiff(\"ww\", DateSerial(2024, 3, 4), DateSerial(2024, 3, 3))"))
                .isZero();
        assertThat(CALCULATOR.error("Weekday(Now(), 9)")).contains("1 (Sunday) to 7 (Saturday)");
    }
}
