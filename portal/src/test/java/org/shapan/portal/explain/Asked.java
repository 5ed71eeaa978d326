package org.shapan.portal.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.Words;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.text.Figures;
import org.shapan.portal.text.Texts;

/** Asks the cubes for the numbers of boards as a reader does, and compares what they answer. */
public final class Asked {
    public static final Figures FIGURES = Figures.in(Locale.ENGLISH);

    private static final Map<List<String>, PivotOfNumber> PIVOTS = new HashMap<>();
    private static final Texts TEXTS = new Texts();
    public static final Words WORDS = (key, parameters) -> TEXTS.getTranslation(key, Locale.ENGLISH, parameters);

    private Asked() {}

    /** What the statement of a question gives; it is what the board has, and is told in words. */
    public static double answer(CiProvince province, PortalUser user, NumberQuestion question) throws SQLException {
        Explanation explanation = explain(province, user, question);
        OptionalDouble number = explanation.number();
        assertThat(number).as(question.name() + "\n" + question.mdx()).isPresent();
        if (!Double.isNaN(question.value())) {
            assertThat(number.getAsDouble())
                    .as(question.name() + "\n" + question.mdx())
                    .isCloseTo(question.value(), near(question.value()));
        }
        assertThat(explanation.measure()).isNotEmpty();
        assertThat(explanation.place()).hasSameSizeAs(question.place());
        assertThat(question.shown()).isNotEmpty();
        isShownByThePivot(province, user, question);
        return number.getAsDouble();
    }

    /**
     * The pivot that the number leads to shows the number's own cell, and what else it is made of at the same place (other months and
     * measures), with the values that they have in the cubes.
     */
    private static void isShownByThePivot(CiProvince province, PortalUser user, NumberQuestion question)
            throws SQLException {
        assertThat(question.pivot()).startsWith("pivot?");
        PivotOfNumber pivots = PIVOTS.get(user.areas());
        if (pivots == null) {
            pivots = new PivotOfNumber(province, user);
            PIVOTS.put(user.areas(), pivots);
        }
        if (!(question.source() instanceof Formula formula)) {
            return;
        }
        CubeCell own = formula.first().without(CalendarMonths.HIERARCHY);
        for (CubeCell cell : formula.cells().values()) {
            OptionalDouble value = pivots.value(question.cube(), cell);
            if (value.isPresent()
                    && cell.without(CalendarMonths.HIERARCHY).members().equals(own.members())) {
                Set<String> place = pivots.place(question.cube(), cell);
                Map<Set<String>, Double> shown = pivots.shown(question.pivot());
                assertThat(shown).as(question.name() + "\n" + question.pivot()).containsKey(place);
                assertThat(shown.get(place))
                        .as(question.name() + "\n" + question.pivot())
                        .isCloseTo(value.getAsDouble(), near(value.getAsDouble()));
            }
        }
    }

    /** As {@link #answer}, which is also what plain SQL gives. */
    public static void equalsSql(CiProvince province, NumberQuestion question, double sql) throws SQLException {
        assertThat(answer(province, CiProvince.user(), question))
                .as(question.name() + "\n" + question.mdx())
                .isCloseTo(sql, near(sql));
    }

    /** Somebody confined to an area is answered, and every area that the answer names is that one or lies below it. */
    public static void staysIn(CiProvince province, PortalUser user, NumberQuestion question, String area)
            throws SQLException {
        answer(province, user, question);
        assertThat(explain(province, user, question).place())
                .filteredOn(place -> place.dimension().equals("Area"))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.member()).contains(area));
    }

    /** What lies in an area that somebody does not see is refused, whatever statement asks for it. */
    public static void isRefused(CiProvince province, PortalUser user, NumberQuestion question) {
        assertThatThrownBy(() -> explain(province, user, question)).isInstanceOf(SQLException.class);
    }

    public static Explanation explain(CiProvince province, PortalUser user, NumberQuestion question)
            throws SQLException {
        return new Explainer(province.cubes(), user, Locale.ENGLISH).explain(question);
    }

    private static org.assertj.core.data.Offset<Double> near(double value) {
        return within(1e-9 * Math.max(1, Math.abs(value)));
    }
}
