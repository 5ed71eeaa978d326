package org.shapan.portal.sandtable;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Future;
import org.olap4j.Cell;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.olap4j.Position;
import org.olap4j.metadata.Cube;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.Questions;
import org.shapan.portal.cubes.Cubes;

/** Reads the resources of an area, under the person's role. Blocking. */
final class SandResourcePresenter {
    static final String CAMPAIGNS = "Campaigns";
    static final String CHANNELS = "Channel Activity";
    static final String BUDGET = "Campaign budget";
    static final String SPENT = "Campaign cost";
    static final String CONTACTS_PLANNED = "Planned contacts";
    static final String CONTACTS = "Contacted";
    static final String ORDERS_PLANNED = "Planned orders";
    static final String ORDERS = "Campaign orders";
    static final String NEW_NUMBERS = "New numbers";
    static final String TRANSACTIONS = "Transactions";

    private static final MdxTemplate YEAR = MdxTemplate.of(SandResourcePresenter.class, "campaigns.mdx");
    private static final MdxTemplate DAYS = MdxTemplate.of(SandResourcePresenter.class, "days.mdx");

    private final Cubes cubes;
    private final PortalUser user;
    private final Locale locale;

    SandResourcePresenter(Cubes cubes, PortalUser user, Locale locale) {
        this.cubes = requireNonNull(cubes, "cubes is null");
        this.user = requireNonNull(user, "user is null");
        this.locale = requireNonNull(locale, "locale is null");
    }

    /**
     * @param area unique name of an area that the person sees
     * @param company whether it is the whole company
     */
    BoardResult<SandResources> load(String area, boolean company, YearMonth month) {
        return Questions.answered("resources", area, () -> {
            try (Questions questions = new Questions(cubes, user, locale)) {
                if (!questions.now(each -> isThere(each, area))) {
                    return new BoardResult.NotVisible<>("");
                }
                Future<Optional<SandResources.FrontLine>> days = questions.ask(each -> frontLine(each, area, month));
                Map<String, Double> sums = questions.now(each -> campaigns(each, area, month));
                boolean planned = company && user.wholeCompany();
                return new BoardResult.Loaded<>(new SandResources(
                        planned ? value(sums, BUDGET) : OptionalDouble.empty(),
                        value(sums, SPENT),
                        planned ? value(sums, CONTACTS_PLANNED) : OptionalDouble.empty(),
                        value(sums, CONTACTS),
                        planned ? value(sums, ORDERS_PLANNED) : OptionalDouble.empty(),
                        value(sums, ORDERS),
                        days.get()));
            }
        });
    }

    private static boolean isThere(OlapConnection connection, String area) throws SQLException {
        Cube cube = connection.getOlapSchema().getCubes().get(CHANNELS);
        return cube != null && Members.find(cube, AreaUnit.HIERARCHY, area).isPresent();
    }

    private static OptionalDouble value(Map<String, Double> sums, String measure) {
        Double sum = sums.get(measure);
        return sum == null ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    /** Sums from January to the month; without a measure that has no value. */
    private static Map<String, Double> campaigns(OlapConnection connection, String area, YearMonth month)
            throws SQLException {
        Cube cube = connection.getOlapSchema().getCubes().get(CAMPAIGNS);
        if (cube == null) {
            return Map.of();
        }
        CalendarMonths months = CalendarMonths.of(cube, month);
        FigureHistory history = FigureHistory.query(
                connection,
                YEAR.with(Members.with(
                        months.span(month, month.getMonthValue()), "area", List.of(new MemberName(area)))));
        Map<String, Double> sums = new HashMap<>();
        for (String measure : List.of(BUDGET, SPENT, CONTACTS_PLANNED, CONTACTS, ORDERS_PLANNED, ORDERS)) {
            for (int back = 0; back < month.getMonthValue(); back++) {
                history.series(area, measure)
                        .value(month.minusMonths(back))
                        .ifPresent(value -> sums.merge(measure, value, Double::sum));
            }
        }
        return sums;
    }

    private static Optional<SandResources.FrontLine> frontLine(OlapConnection connection, String area, YearMonth month)
            throws SQLException {
        Cube cube = connection.getOlapSchema().getCubes().get(CHANNELS);
        String mdx = DAYS.with(Map.of(
                "month", List.of(CalendarMonths.of(cube, month).member(month)), "area", List.of(new MemberName(area))));
        List<double[]> days = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int last = -1;
        try (OlapStatement statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(mdx)) {
            List<Position> positions = cells.getAxes().get(1).getPositions();
            for (int day = 0; day < positions.size(); day++) {
                names.add(positions.get(day).getMembers().getFirst().getUniqueName());
                Cell numbers = cells.getCell(List.of(0, day));
                Cell transactions = cells.getCell(List.of(1, day));
                days.add(new double[] {
                    numbers.isNull() ? 0 : numbers.getDoubleValue(),
                    transactions.isNull() ? 0 : transactions.getDoubleValue()
                });
                last = transactions.isNull() ? last : day;
            }
        }
        if (last < 0) {
            return Optional.empty();
        }
        List<double[]> over = days.subList(0, last + 1);
        return Optional.of(new SandResources.FrontLine(
                LocalDate.of(month.getYear(), month.getMonth(), last + 1),
                names.subList(0, last + 1),
                days.get(last)[0],
                over.stream().mapToDouble(day -> day[0]).average().orElse(0),
                days.get(last)[1],
                over.stream().mapToDouble(day -> day[1]).average().orElse(0)));
    }
}
