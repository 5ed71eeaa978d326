package org.shapan.portal.monitor;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.NamedList;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.AbsoluteBand;
import org.shapan.insight.Expectation;
import org.shapan.insight.Indicator;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.Choice;
import org.shapan.portal.board.JudgedFigure;
import org.shapan.portal.board.Questions;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.insight.AreaScope;
import org.shapan.portal.insight.AskedScope;
import org.shapan.portal.insight.BoardMonths;
import org.shapan.portal.monitor.MonitorBoard.Row;
import org.shapan.portal.monitor.MonitorBoard.Rows;
import org.shapan.portal.monitor.MonitorBoard.Tile;

/** Makes a page: one query for each cube of its tiles and for each block, at the same time, each under the person's role. Blocking. */
public final class MonitorPresenter {
    private static final MdxTemplate TILES = MdxTemplate.of(MonitorPresenter.class, "tiles.mdx");
    private static final MdxTemplate ROWS = MdxTemplate.of(MonitorPresenter.class, "rows.mdx");
    /** Electronic channels belong to no area: what they handle is known for the whole company only. */
    static final Set<String> OF_COMPANY = Set.of("CHN-02", "CHN-14", "CHN-15", "CHN-73");

    private final Cubes cubes;
    private final PortalUser user;
    private final Locale locale;
    private final LocalDate asOf;

    /** @param asOf last day of the data */
    public MonitorPresenter(Cubes cubes, PortalUser user, Locale locale, LocalDate asOf) {
        this.cubes = requireNonNull(cubes, "cubes is null");
        this.user = requireNonNull(user, "user is null");
        this.locale = requireNonNull(locale, "locale is null");
        this.asOf = requireNonNull(asOf, "asOf is null");
    }

    /** Never throws for what a person can do wrong; the result says what it is. */
    public BoardResult<MonitorBoard> load(MonitorState state) {
        return Questions.answered("monitor", state, () -> {
            try (Questions questions = new Questions(cubes, user, locale)) {
                return questions.now(connection -> {
                    NamedList<Cube> schema = connection.getOlapSchema().getCubes();
                    return AskedScope.find(
                            schema.get(state.page().tiles().getFirst().cube()),
                            user,
                            asOf,
                            state.area(),
                            state.period(),
                            scope -> load(state, scope, schema, questions));
                });
            }
        });
    }

    private BoardResult<MonitorBoard> load(
            MonitorState state, AskedScope scope, NamedList<Cube> schema, Questions questions) throws Exception {
        BoardMonths months = scope.months();
        Member area = scope.area();
        List<Future<List<Tile>>> tiles = new ArrayList<>();
        for (MonitorPage.Group group : state.page().tiles()) {
            Cube cube = schema.get(group.cube());
            if (cube != null) {
                tiles.add(questions.ask(each -> tiles(each, cube, group, area, months)));
            }
        }
        List<Future<Optional<Rows>>> blocks = new ArrayList<>();
        for (MonitorPage.Block block : state.page().blocks()) {
            Cube cube = schema.get(block.cube());
            if (cube != null) {
                blocks.add(questions.ask(each -> rows(each, cube, block, area, months)));
            }
        }
        List<Tile> allTiles = new ArrayList<>();
        for (Future<List<Tile>> some : tiles) {
            allTiles.addAll(some.get());
        }
        List<Rows> allRows = new ArrayList<>();
        for (Future<Optional<Rows>> some : blocks) {
            some.get().ifPresent(allRows::add);
        }
        return new BoardResult.Loaded<>(new MonitorBoard(
                state,
                months.month(),
                months.months().member(months.month()).uniqueName(),
                months.choices(),
                Choice.of(AreaScope.around(scope.path())),
                Choice.of(scope.path()),
                AreaUnit.level(area),
                allTiles,
                allRows));
    }

    /** Captions of those metrics that the area has and whose measure the person sees. */
    private Map<Metric, String> captions(Cube cube, List<Metric> metrics, Member area) {
        Map<String, String> seen = captions(cube);
        boolean company = area.isAll() && user.wholeCompany();
        Map<Metric, String> captions = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            if (seen.containsKey(metric.measure()) && (company || !OF_COMPANY.contains(metric.id()))) {
                captions.put(metric, seen.get(metric.measure()));
            }
        }
        return captions;
    }

    private static Map<String, String> captions(Cube cube) {
        return cube.getMeasures().stream().collect(Collectors.toMap(Measure::getName, Measure::getCaption));
    }

    /** Those of the metrics, then those that are needed to judge them. */
    private static List<MemberName> measures(Cube cube, Set<Metric> metrics) {
        return Stream.concat(
                        metrics.stream().map(Metric::measure),
                        metrics.stream()
                                .flatMap(metric -> metric.bases().stream())
                                .filter(captions(cube)::containsKey))
                .distinct()
                .map(measure -> new MemberName("[Measures].[" + measure + "]"))
                .toList();
    }

    private List<Tile> tiles(
            OlapConnection connection, Cube cube, MonitorPage.Group group, Member area, BoardMonths months)
            throws OlapException {
        Map<Metric, String> captions = captions(cube, group.metrics(), area);
        if (captions.isEmpty()) {
            return List.of();
        }
        Map<String, List<MemberName>> parameters = new HashMap<>(months.months().all());
        parameters.put("measures", measures(cube, captions.keySet()));
        parameters.put("units", Members.names(List.of(area)));
        parameters.put("cube", List.of(new MemberName("[" + cube.getName() + "]")));
        FigureHistory history = FigureHistory.query(connection, TILES.with(parameters));
        List<Tile> tiles = new ArrayList<>();
        for (Map.Entry<Metric, String> each : captions.entrySet()) {
            Function<String, MonthlySeries> own = measure -> history.series(area.getUniqueName(), measure);
            if (own.apply(each.getKey().measure()).value(months.month()).isPresent()) {
                tiles.add(new Tile(
                        cube.getName(),
                        each.getKey(),
                        each.getValue(),
                        judge(each.getKey(), own, AreaUnit.level(area), months.month())));
            }
        }
        return tiles;
    }

    private static JudgedFigure judge(
            Metric metric, Function<String, MonthlySeries> own, UnitLevel level, YearMonth month) {
        MonthlySeries series = own.apply(metric.measure());
        OptionalDouble expected = Expectation.of(series, month);
        Optional<Indicator> indicator = Indicator.of(metric.id());
        AbsoluteBand band;
        State state;
        if (indicator.isPresent()) {
            band = indicator.get().band();
            state = indicator
                    .get()
                    .judge(Indicator.Subject.top(level, series, month))
                    .state();
        } else {
            Parameters parameters = Parameters.current();
            band = metric.limit() == null
                    ? null
                    : AbsoluteBand.of(metric.limit().parameter(), parameters);
            state = metric.judge(measure -> own.apply(measure).value(month), parameters);
        }
        return new JudgedFigure(metric.form(), month, series, state, band, expected, expected);
    }

    private Optional<Rows> rows(
            OlapConnection connection, Cube cube, MonitorPage.Block block, Member area, BoardMonths months)
            throws OlapException {
        Map<Metric, String> captions = captions(cube, block.metrics(), area);
        Level level = level(cube, block.level());
        if (level == null || !captions.containsKey(block.metrics().getFirst())) {
            return Optional.empty();
        }
        Member top = level.getHierarchy().getDefaultMember();
        Map<String, List<MemberName>> parameters = new HashMap<>();
        parameters.put("measures", measures(cube, captions.keySet()));
        parameters.put("level", List.of(new MemberName(block.level())));
        parameters.put("condition", measures(cube, captions.keySet()).subList(0, 1));
        parameters.put("top", Members.names(List.of(top)));
        parameters.put("area", Members.names(List.of(area)));
        parameters.put("month", List.of(months.months().member(months.month())));
        parameters.put("cube", List.of(new MemberName("[" + cube.getName() + "]")));
        FigureHistory history = FigureHistory.query(connection, ROWS.with(parameters));
        List<Row> rows = new ArrayList<>();
        for (Member member : history.units()) {
            rows.add(row(member, captions, history, months.month()));
        }
        Row total = rows.removeFirst();
        return Optional.of(new Rows(block, level.getCaption(), captions, rows, total));
    }

    private static Row row(Member member, Map<Metric, String> captions, FigureHistory history, YearMonth month) {
        Function<String, OptionalDouble> figures =
                measure -> history.series(member.getUniqueName(), measure).value(month);
        Map<Metric, Double> values = new HashMap<>();
        Map<Metric, State> states = new HashMap<>();
        for (Metric metric : captions.keySet()) {
            figures.apply(metric.measure()).ifPresent(value -> values.put(metric, value));
            states.put(metric, metric.judge(figures, Parameters.current()));
        }
        Member parent = member.getParentMember();
        boolean below = parent != null && !parent.isAll();
        return new Row(
                member.getUniqueName(),
                member.getCaption(),
                member.getName(),
                below ? parent.getCaption() : "",
                below ? parent.getName() : "",
                member.getOrdinal(),
                values,
                states);
    }

    private static Level level(Cube cube, String uniqueName) {
        for (Hierarchy hierarchy : cube.getHierarchies()) {
            for (Level level : hierarchy.getLevels()) {
                if (level.getUniqueName().equals(uniqueName)) {
                    return level;
                }
            }
        }
        return null;
    }
}
