package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.Questions;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.customer.CustomerColumns;
import org.shapan.portal.sp.SpAnomalyState.Traffic;

/**
 * Makes the rapid analysis (V25, domain §6.2.3): the page of the company, then time, users and what they have in common, all at the same
 * time. Blocking; to be called from a virtual thread.
 */
public final class SpAnomalyPresenter {
    private static final String RISK = "SP Risk";
    static final String USERS_CUBE = "SP Users";

    private static final MdxTemplate HEAT = MdxTemplate.of(SpAnomalyPresenter.class, "heat.mdx");
    private static final MdxTemplate CONVERGENCE = MdxTemplate.of(SpAnomalyPresenter.class, "convergence.mdx");
    private static final MdxTemplate USERS = MdxTemplate.of(SpAnomalyPresenter.class, "users.mdx");

    private final Cubes cubes;
    private final PortalUser user;
    private final Locale locale;
    private final SpCompanyPresenter companies;

    /** @param asOf last day of the data */
    public SpAnomalyPresenter(Cubes cubes, PortalUser user, Locale locale, LocalDate asOf) {
        this.cubes = requireNonNull(cubes, "cubes is null");
        this.user = requireNonNull(user, "user is null");
        this.locale = requireNonNull(locale, "locale is null");
        this.companies = new SpCompanyPresenter(cubes, user, locale, asOf);
    }

    /** Never throws for what a person can do wrong; the result says what it is. */
    public BoardResult<SpAnomalyBoard> load(SpAnomalyState state) {
        return Questions.answered("SP anomaly", state, () -> {
            try (OlapConnection connection = cubes.connect(user, locale);
                    Questions questions = new Questions(cubes, user, locale)) {
                return switch (companies.load(state.asked(), connection, questions)) {
                    case BoardResult.Loaded<SpCompanyBoard>(SpCompanyBoard of) ->
                        new BoardResult.Loaded<>(below(of, state.traffic(), questions));
                    case BoardResult.NotVisible<SpCompanyBoard>(String home) -> new BoardResult.NotVisible<>(home);
                    case BoardResult.NoPeriod<SpCompanyBoard>(String period) -> new BoardResult.NoPeriod<>(period);
                    case BoardResult.Failed<SpCompanyBoard>(String id, String message) ->
                        new BoardResult.Failed<>(id, message);
                };
            }
        });
    }

    private static SpAnomalyBoard below(SpCompanyBoard of, Traffic traffic, Questions questions) throws Exception {
        Future<HeatMap> fees = questions.ask(each -> heat(each, of, Traffic.FEE));
        Future<HeatMap> heat = traffic == Traffic.FEE ? fees : questions.ask(each -> heat(each, of, traffic));
        Future<SpUsers> users = questions.ask(each -> users(each, of));
        Future<List<Likeness>> likenesses = questions.ask(each -> likenesses(each, of));
        return new SpAnomalyBoard(of, heat.get(), fees.get(), likenesses.get(), users.get());
    }

    private static HeatMap heat(OlapConnection connection, SpCompanyBoard of, Traffic traffic) throws SQLException {
        Cube cube = connection.getOlapSchema().getCubes().get(SpPresenter.CUBE);
        List<MemberName> hours = new ArrayList<>();
        for (var hierarchy : cube.getHierarchies()) {
            if (hierarchy.getUniqueName().equals(HeatMap.HOURS)) {
                hours = Members.names(hierarchy.getLevels().get("Hour").getMembers());
            }
        }
        if (hours.isEmpty()) {
            return new HeatMap(new double[0][0], List.of(), List.of());
        }
        String mdx = HEAT.with(Map.of(
                "month",
                List.of(CalendarMonths.of(cube, of.month()).member(of.month())),
                "hours",
                hours,
                "measure",
                List.of(new MemberName("[Measures].[" + traffic.measure() + "]")),
                "unit",
                List.of(new MemberName(of.unit().member()))));
        try (OlapStatement statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(mdx)) {
            int days = cells.getAxes().get(0).getPositionCount();
            double[][] values = new double[hours.size()][days];
            for (int hour = 0; hour < hours.size(); hour++) {
                for (int day = 0; day < days; day++) {
                    var cell = cells.getCell(List.of(day, hour));
                    values[hour][day] = cell.isNull() ? 0 : cell.getDoubleValue();
                }
            }
            return new HeatMap(
                    values,
                    hours.stream().map(MemberName::uniqueName).toList(),
                    cells.getAxes().getFirst().getPositions().stream()
                            .map(position -> position.getMembers().getFirst().getUniqueName())
                            .toList());
        }
    }

    /** By drill-through, so that the role decides which there are. */
    private static SpUsers users(OlapConnection connection, SpCompanyBoard of) throws SQLException {
        Cube cube = connection.getOlapSchema().getCubes().get(USERS_CUBE);
        if (cube == null) {
            return SpUsers.of(List.of(), true, "", List.of());
        }
        MemberName month = CalendarMonths.of(cube, of.month()).member(of.month());
        MemberName unit = new MemberName(of.unit().member());
        String mdx = USERS.with(Map.of("month", List.of(month), "unit", List.of(unit)));
        try (OlapStatement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(mdx)) {
            List<SpUsers.User> found = users(rows);
            return SpUsers.of(found, statement.getWarnings() == null, mdx, List.of(month, unit));
        }
    }

    /** The rows of that drill-through, one for each user and code. */
    static List<SpUsers.User> users(ResultSet rows) throws SQLException {
        List<SpUsers.User> found = new ArrayList<>();
        while (rows.next()) {
            found.add(new SpUsers.User(
                    CustomerColumns.number(rows.getObject("Number")),
                    rows.getString("brand"),
                    rows.getString("tenure"),
                    rows.getString("hour"),
                    rows.getDouble("Fee"),
                    rows.getDouble("MO sent"),
                    rows.getDouble("MT received")));
        }
        return found;
    }

    private static List<Likeness> likenesses(OlapConnection connection, SpCompanyBoard of) throws SQLException {
        Cube cube = connection.getOlapSchema().getCubes().get(RISK);
        if (cube == null || of.judged().isEmpty()) {
            return List.of();
        }
        String mdx = CONVERGENCE.with(Map.of(
                "month",
                List.of(CalendarMonths.of(cube, of.month()).member(of.month())),
                "code",
                List.of(new MemberName(of.judged().get().code().id()))));
        Map<String, String> attributes = new HashMap<>();
        for (Member attribute : Members.level(cube, "[SP attribute]")) {
            attributes.put(attribute.getCaption(), attribute.getUniqueName());
        }
        List<Likeness> found = new ArrayList<>();
        try (OlapStatement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(mdx)) {
            while (rows.next()) {
                found.add(new Likeness(
                        rows.getString("attribute"),
                        attributes.get(rows.getString("attribute")),
                        rows.getDouble("Concentration S"),
                        rows.getDouble("Base B"),
                        rows.getDouble("Excess C"),
                        rows.getString("Most frequent values")));
            }
        }
        found.sort(Comparator.comparingDouble(Likeness::excess).reversed());
        return found;
    }
}
