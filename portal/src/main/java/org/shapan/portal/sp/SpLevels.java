package org.shapan.portal.sp;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.SpringFestival;
import org.shapan.insight.State;
import org.shapan.insight.sp.TotalRule;
import org.shapan.insight.sp.Vertical;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.StateMark;
import org.shapan.portal.widget.Trend;
import tools.jackson.databind.node.ObjectNode;

/** Fee, users, MO and MT over 13 months with the band of the six months before (纵向). */
final class SpLevels {
    /** The rule that judges a level. */
    enum Level {
        FEE(SpKpi.FEE, "A-SP-01"),
        USERS(SpKpi.USERS, "A-SP-02"),
        MO(SpKpi.MO, "A-SP-03"),
        MT(SpKpi.MT, "A-SP-05");

        private final SpKpi kpi;
        private final String rule;

        SpKpi kpi() {
            return kpi;
        }

        String rule() {
            return rule;
        }

        Level(SpKpi kpi, String rule) {
            this.kpi = kpi;
            this.rule = rule;
        }
    }

    private static final int LABEL_EVERY = 4;

    private final SpCompanyBoard board;
    private final Words words;
    private final Figures figures;

    SpLevels(SpCompanyBoard board, Words words, Figures figures) {
        this.board = board;
        this.words = words;
        this.figures = figures;
    }

    Component[] draw() {
        List<Component> cards = new ArrayList<>();
        for (Level level : Level.values()) {
            cards.add(card(level));
        }
        return cards.toArray(Component[]::new);
    }

    private Component card(Level level) {
        String title = words.get("sp.kpi." + level.kpi);
        MonthlySeries series = board.unit().series(level.kpi);
        Optional<Vertical> vertical = Vertical.of(series, board.month());
        State state = board.state(level.rule);
        Chart chart = new Chart(title);
        chart.setOption(option(level, series, vertical, state));
        SpTrendQuestions months = SpTrendQuestions.of(board.unit(), board.month(), words, figures);
        Numbers.ofChart(chart, point -> months.at(level.kpi, point));
        Component asks = Numbers.button(words.get("explain.menu"), () -> Numbers.listed(months.all(level.kpi)));
        Card card = new Card(title).tools(asks);
        vertical.ifPresent(v -> {
            Span change = new Span(figures.change(v.change()));
            change.addClassNames("b", "chg");
            change.getElement().setAttribute("tabindex", "0");
            String colour = Marks.of(state).textClass();
            if (!colour.isEmpty()) {
                change.addClassName(colour);
            }
            card.tools(new Span(words.get("sp.company.median")), change, new StateMark(Marks.of(state)), asks);
        });
        Numbers.of(card, ".chg", index -> new SpCompanyQuestions(board, words, figures).level(level.kpi, state));
        return card.body(chart);
    }

    private ObjectNode option(Level level, MonthlySeries series, Optional<Vertical> vertical, State state) {
        List<YearMonth> months = new ArrayList<>();
        for (int back = SpBoard.TREND_MONTHS - 1; back >= 0; back--) {
            months.add(board.month().minusMonths(back));
        }
        double largest = months.stream()
                .mapToDouble(month -> series.value(month).orElse(0))
                .max()
                .orElse(0);
        Figures.Scale scale = level == Level.FEE
                ? figures.moneyScale(largest)
                : new Figures.Scale(1, words.get(level == Level.USERS ? "sp.unit.users" : "sp.unit.messages"), 0);
        List<String> axis = new ArrayList<>();
        List<Double> actual = new ArrayList<>();
        List<Double> median = new ArrayList<>();
        int festival = -1;
        for (YearMonth month : months) {
            if (SpringFestival.fallsIn(month)) {
                festival = axis.size();
            }
            axis.add(figures.axisMonth(month, axis.isEmpty()));
            actual.add(scaled(series.value(month), scale));
            boolean base = !month.isBefore(board.month().minusMonths(Vertical.BASE_MONTHS));
            median.add(
                    base && vertical.isPresent()
                            ? scaled(OptionalDouble.of(vertical.get().median()), scale)
                            : null);
        }
        Trend trend = new Trend(
                axis,
                scale.unit(),
                actual,
                vertical.isPresent() ? median : List.of(),
                TotalRule.quiet(),
                List.of(),
                festival,
                Marks.of(state),
                SpText.text(series.value(board.month()), v -> figures.number(v / scale.divisor(), scale.decimals())),
                new Trend.Names(
                        words.get("sp.trend.actual"),
                        words.get("sp.median.long"),
                        words.get("sp.trend.band"),
                        "",
                        words.get("sp.trend.festival")),
                scale.decimals());
        ObjectNode option = trend.option();
        ((ObjectNode) option.at("/xAxis/axisLabel")).put("interval", LABEL_EVERY - 1);
        return option;
    }

    private static Double scaled(OptionalDouble value, Figures.Scale scale) {
        return value.isPresent() ? Math.rint(value.getAsDouble() / scale.divisor() * 1000) / 1000 : null;
    }
}
