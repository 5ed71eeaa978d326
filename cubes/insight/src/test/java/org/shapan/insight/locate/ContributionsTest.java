package org.shapan.insight.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shapan.insight.Parameters;
import org.shapan.insight.watch.Entity;

/** The worked example of domain §6.1.3. */
class ContributionsTest {
    private static final double EXPECTED = 3_440_000;
    private static final double ACTUAL = 3_336_800;

    private static final Entity COMPANY = new Entity(Entity.Kind.COMPANY, "company", "[A].[All]", "Company", null);
    private static final Entity BRANCH = new Entity(Entity.Kind.BRANCH, "B1", "[A].[x]", "Xiangzhou", COMPANY);
    private static final Entity AREA = new Entity(Entity.Kind.MICRO_AREA, "M1", "[A].[g]", "Gongbei", BRANCH);
    private static final Entity GROUP = new Entity(Entity.Kind.GROUP, "G1", "[A].[a]", "A", AREA);

    @Test
    void childrenAreFollowedUntilFourFifthsAreExplained() {
        List<Part> ranked =
                Contributions.ranked(List.of(part("[A].[y]", 700_000, 695_000), part("[A].[x]", 620_000, 527_000)));

        assertThat(ranked.getFirst().contribution()).isCloseTo(0.901, within(0.0005));
        assertThat(Contributions.followed(ranked, 1, Parameters.defaults()))
                .extracting(Part::member)
                .containsExactly("[A].[x]");
    }

    @Test
    void smallAndContraryChildrenAreNotFollowed() {
        List<Part> ranked = Contributions.ranked(List.of(
                part("[A].[a]", 100_000, 40_000), part("[A].[b]", 100_000, 96_000), part("[A].[c]", 100_000, 120_000)));

        assertThat(Contributions.followed(ranked, 1, Parameters.defaults()))
                .extracting(Part::member)
                .containsExactly("[A].[a]");
    }

    @Test
    void aDimensionThatMovesInProportionIsNoSurprise() {
        List<Part> even = List.of(part("[S].[a]", 2_000_000, 1_940_000), part("[S].[b]", 1_440_000, 1_396_800));
        List<Part> shifted = List.of(part("[S].[a]", 2_000_000, 1_896_800), part("[S].[b]", 1_440_000, 1_440_000));

        assertThat(Contributions.surprise(even, EXPECTED, ACTUAL)).isCloseTo(0, within(1e-12));
        assertThat(Contributions.surprise(shifted, EXPECTED, ACTUAL)).isPositive();
    }

    @Test
    void barsBetweenTheTotalsAddUp() {
        Movement movement = movement();

        List<Movement.Bar> bars =
                movement.waterfall(movement.dimensions().getFirst(), new Movement.Words("E", "others", "A"));

        assertThat(bars).extracting(Movement.Bar::name).containsExactly("E", "x", "others", "A");
        assertThat(bars.stream()
                        .filter(bar -> !bar.isTotal())
                        .mapToDouble(Movement.Bar::value)
                        .sum())
                .isCloseTo(ACTUAL - EXPECTED, within(1e-6));
    }

    @Test
    void theMovementIsToldInBothLanguages() {
        assertThat(Sentence.of(movement(), Locale.ENGLISH))
                .isEqualTo(
                        "Gross revenue of Company in 2010-03 is 3,336,800 (-3% vs expectation 3,440,000); 85.3% comes from"
                                + " Xiangzhou → Gongbei → A.");
        assertThat(Sentence.of(movement(), Locale.CHINA))
                .isEqualTo(
                        "Company2010-03的Gross revenue为3,336,800（较期望值3,440,000变动-3%）；其中85.3%来自Xiangzhou → Gongbei → A。");
    }

    private static Movement movement() {
        Part main = new Part(null, "[B].[x]", "x", 900_000, 1_000_000, true, 100_000 / (EXPECTED - ACTUAL));
        Part end = new Part(GROUP, GROUP.member(), GROUP.name(), 8_000, 96_000, true, 88_000 / (EXPECTED - ACTUAL));
        LogicDimension brand = new LogicDimension("[B]", "Brand", List.of(main), List.of(main), 0.01);
        return new Movement(
                "Gross revenue",
                "Gross revenue",
                COMPANY,
                YearMonth.of(2010, 3),
                ACTUAL,
                EXPECTED,
                true,
                true,
                0,
                ACTUAL - EXPECTED,
                List.of(brand),
                Optional.empty(),
                List.of(end));
    }

    private static Part part(String member, double expected, double actual) {
        return new Part(null, member, member, actual, expected, true, (actual - expected) / (ACTUAL - EXPECTED));
    }
}
