package org.shapan.insight.sp;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;

/** Reads what the anomaly rules look at, per business code below a scope. */
public final class SpCodes {
    private static final MdxTemplate HISTORY = MdxTemplate.of(SpCodes.class, "codes.mdx");
    private static final MdxTemplate RISK = MdxTemplate.of(SpCodes.class, "risk.mdx");
    private static final String RISK_CUBE = "SP Risk";
    private static final MdxTemplate HOURS = MdxTemplate.of(SpCodes.class, "hours.mdx");
    private static final MdxTemplate DAYS = MdxTemplate.of(SpCodes.class, "days.mdx");
    private static final int PEAK_HOURS = 1;
    private static final int BURST_DAYS = 3;

    /** Measures that are inputs of rules as they are; those that the cube has. */
    private static final Map<SpFigure, String> MEASURES = new EnumMap<>(Map.ofEntries(
            Map.entry(SpFigure.FEE, "Fee"),
            Map.entry(SpFigure.USERS, "Users"),
            Map.entry(SpFigure.MO, "MO"),
            Map.entry(SpFigure.MT, "MT"),
            Map.entry(SpFigure.COMPLAINTS, "Complaints"),
            Map.entry(SpFigure.NEW_SUBSCRIPTIONS, "New subscriptions"),
            Map.entry(SpFigure.NIGHT_SHARE, "Night share"),
            Map.entry(SpFigure.QUICK_CANCEL_SHARE, "Quick cancel share"),
            Map.entry(SpFigure.SILENT_SHARE, "Silent payer share"),
            Map.entry(SpFigure.CEILING_SHARE, "Ceiling user share"),
            Map.entry(SpFigure.MALICIOUS_SHARE, "Malicious ratio"),
            Map.entry(SpFigure.CONVERGENCE, "Convergence"),
            Map.entry(SpFigure.NEW_ACTIVATION_SHARE, "Newly activated share"),
            Map.entry(SpFigure.COPY_PAIRS, "Homogeneous pairs")));

    private final List<MemberName> measures;
    private final List<MemberName> scope;
    private final CalendarMonths months;
    private final YearMonth month;
    private final List<MemberName> hours;

    private SpCodes(
            List<MemberName> measures,
            List<MemberName> scope,
            CalendarMonths months,
            YearMonth month,
            List<MemberName> hours) {
        this.measures = measures;
        this.scope = scope;
        this.months = months;
        this.month = month;
        this.hours = hours;
    }

    /**
     * @param scope all lines, or one
     * @param months of the cube
     */
    public static SpCodes below(Cube cube, Member scope, CalendarMonths months, YearMonth month) throws OlapException {
        List<MemberName> hours = List.of();
        for (Hierarchy hierarchy : cube.getHierarchies()) {
            if (hierarchy.getDimension().getName().equals("Hour")) {
                hours = Members.names(hierarchy.getLevels().get("Hour").getMembers());
            }
        }
        return new SpCodes(measures(cube), Members.names(List.of(scope)), months, month, hours);
    }

    /** The name of the measure that is an input of rules as it is, in the cube SP or SP Risk; null for the shares of the largest hour and days. */
    public static String measure(SpFigure figure) {
        return MEASURES.get(figure);
    }

    /** Of the cube SP, and of SP Risk where the connection sees it. */
    public FigureHistory history(OlapConnection connection) throws OlapException {
        FigureHistory own = history(connection, HISTORY, measures);
        Cube risk = connection.getOlapSchema().getCubes().get(RISK_CUBE);
        List<MemberName> more = risk == null
                ? List.of()
                : measures(risk).stream()
                        .filter(name -> !measures.contains(name))
                        .toList();
        return more.isEmpty() ? own : own.plus(history(connection, RISK, more));
    }

    private FigureHistory history(OlapConnection connection, MdxTemplate query, List<MemberName> names)
            throws OlapException {
        Map<String, List<MemberName>> parameters =
                Members.with(months.span(month, Vertical.BASE_MONTHS + 1), "scope", scope);
        return FigureHistory.query(connection, query.with(Members.with(parameters, "measures", names)));
    }

    /** The inputs that a cube has. */
    private static List<MemberName> measures(Cube cube) {
        Set<String> visible = cube.getMeasures().stream().map(Measure::getName).collect(Collectors.toSet());
        return MEASURES.values().stream()
                .filter(visible::contains)
                .map(name -> new MemberName("[Measures].[" + name + "]"))
                .toList();
    }

    /** Share of the largest hour, by code. */
    public Map<String, Double> peakHours(OlapConnection connection) throws SQLException {
        if (hours.isEmpty()) {
            return Map.of();
        }
        Map<String, List<MemberName>> parameters =
                Map.of("hours", hours, "scope", scope, "month", List.of(months.member(month)));
        return Concentration.query(connection, HOURS.with(parameters), PEAK_HOURS);
    }

    /** Share of the three largest days, by code. */
    public Map<String, Double> threeDays(OlapConnection connection) throws SQLException {
        return Concentration.query(
                connection, DAYS.with(Map.of("scope", scope, "month", List.of(months.member(month)))), BURST_DAYS);
    }

    /** Puts the answers together; a code's parent is its company, whose parent is its line. */
    public List<SpCode> read(FigureHistory history, Map<String, Double> peaks, Map<String, Double> bursts) {
        List<SpCode> codes = new ArrayList<>();
        for (Member code : history.units()) {
            String name = code.getUniqueName();
            Map<SpFigure, MonthlySeries> figures = new EnumMap<>(SpFigure.class);
            MEASURES.forEach((figure, measure) -> figures.put(figure, history.series(name, measure)));
            share(figures, SpFigure.PEAK_HOUR_SHARE, peaks.get(name));
            share(figures, SpFigure.THREE_DAY_SHARE, bursts.get(name));
            Member company = code.getParentMember();
            codes.add(new SpCode(
                    name, company.getName(), company.getParentMember().getName(), figures));
        }
        return codes;
    }

    private void share(Map<SpFigure, MonthlySeries> figures, SpFigure figure, Double share) {
        if (share != null) {
            figures.put(figure, new MonthlySeries(Map.of(month, share)));
        }
    }
}
