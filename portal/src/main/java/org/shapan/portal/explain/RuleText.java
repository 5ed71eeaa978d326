package org.shapan.portal.explain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import org.shapan.insight.AbsoluteBand;
import org.shapan.insight.FluctuationRule;
import org.shapan.insight.Indicator;
import org.shapan.insight.Limits;
import org.shapan.insight.Parameters;
import org.shapan.insight.UnitLevel;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.NumberQuestion.Fact;
import org.shapan.portal.text.Figures;

/** Says which rule of the insight judges a figure, with its limits and the parameter that holds them. */
public final class RuleText {
    private final Words words;
    private final Figures figures;

    public RuleText(Words words, Figures figures) {
        this.words = requireNonNull(words, "words is null");
        this.figures = requireNonNull(figures, "figures is null");
    }

    /** The rule of a headline indicator of an area. */
    public List<Fact> of(Indicator indicator, UnitLevel level) {
        AbsoluteBand band = indicator.band();
        if (band != null) {
            return ratio("explain.rule.band", band.limits(), indicator.bandName());
        }
        if (indicator.kind() == FluctuationRule.Kind.BALANCE) {
            Limits noise = Parameters.current().limits("guard.noise");
            return rule(words.get(
                    "explain.rule.noise",
                    figures.number(noise.yellow(), 1),
                    figures.number(noise.red(), 1),
                    "guard.noise"));
        }
        return ratio(
                "explain.rule.fluctuation",
                level.fluctuation(),
                "rt2." + level.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The completion of a year's target. */
    public List<Fact> target(double due) {
        Limits limits = Parameters.current().limits("rt1");
        return rule(words.get(
                "explain.rule.target",
                figures.ratio(due, 2),
                figures.number(limits.yellow(), 2),
                figures.number(limits.red(), 2),
                "rt1"));
    }

    /** Fixed limits of a parameter; {@code share} where they are shares. */
    public List<Fact> limits(String parameter, boolean share) {
        Limits limits = Parameters.current().limits(parameter);
        return share
                ? ratio("explain.rule.band", limits, parameter)
                : rule(words.get(
                        "explain.rule.band",
                        figures.number(limits.yellow(), 1),
                        figures.number(limits.red(), 1),
                        parameter));
    }

    /** The change of a total against the median of six months. */
    public List<Fact> total() {
        Limits near = Parameters.current().limits("sp.total");
        Limits far = Parameters.current().limits("sp.total.distance");
        return rule(words.get(
                "explain.rule.total",
                figures.ratio(near.yellow(), 0),
                figures.ratio(near.red(), 0),
                figures.number(far.yellow(), 0),
                figures.number(far.red(), 0),
                "sp.total"));
    }

    /** Nothing judges the figure. */
    public List<Fact> none() {
        return rule(words.get("explain.rule.none"));
    }

    private List<Fact> ratio(String key, Limits limits, String parameter) {
        return rule(words.get(key, figures.ratio(limits.yellow(), 2), figures.ratio(limits.red(), 2), parameter));
    }

    private List<Fact> rule(String text) {
        return List.of(new Fact(words.get("explain.rule"), text));
    }
}
