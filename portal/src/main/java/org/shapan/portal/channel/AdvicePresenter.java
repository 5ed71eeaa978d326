package org.shapan.portal.channel;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.Choice;
import org.shapan.portal.board.Questions;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.insight.AreaScope;
import org.shapan.portal.insight.AskedScope;
import org.shapan.portal.insight.BoardMonths;

/** Reads types of value and their channels from cube Social Channels, under the person's role. Blocking. */
final class AdvicePresenter {
    static final String CUBE = "Social Channels";
    static final String COUNT = "Channel-months";
    static final String INPUT = "Input";
    static final String CONTRIBUTION = "Contribution";
    static final String NET_VALUE = "Net value";
    static final String YIELD = "Input–output";
    static final String SCORE = "Score";
    static final String WITHHELD = "Commission withheld";
    /** In the order of the columns. */
    static final List<String> MEASURES = List.of(COUNT, INPUT, CONTRIBUTION, NET_VALUE, YIELD, SCORE, WITHHELD);

    private static final MdxTemplate TYPES = MdxTemplate.of(AdvicePresenter.class, "types.mdx");
    private static final MdxTemplate CHANNELS = MdxTemplate.of(AdvicePresenter.class, "channels.mdx");

    private final Cubes cubes;
    private final PortalUser user;
    private final Locale locale;
    private final LocalDate asOf;

    /** @param asOf last day of the data */
    AdvicePresenter(Cubes cubes, PortalUser user, Locale locale, LocalDate asOf) {
        this.cubes = requireNonNull(cubes, "cubes is null");
        this.user = requireNonNull(user, "user is null");
        this.locale = requireNonNull(locale, "locale is null");
        this.asOf = requireNonNull(asOf, "asOf is null");
    }

    /** Never throws for what a person can do wrong; the result says what it is. */
    BoardResult<AdviceBoard> load(AdviceState state) {
        return Questions.answered("advice", state, () -> {
            try (OlapConnection connection = cubes.connect(user, locale)) {
                Cube cube = connection.getOlapSchema().getCubes().get(CUBE);
                return AskedScope.find(
                        cube, user, asOf, state.area(), state.period(), scope -> load(state, scope, cube, connection));
            }
        });
    }

    private static BoardResult<AdviceBoard> load(
            AdviceState state, AskedScope scope, Cube cube, OlapConnection connection) throws OlapException {
        BoardMonths months = scope.months();
        Map<String, List<MemberName>> parameters = new HashMap<>();
        parameters.put("month", List.of(months.months().member(months.month())));
        parameters.put("area", Members.names(List.of(scope.area())));
        parameters.put(
                "measures",
                MEASURES.stream()
                        .map(measure -> new MemberName("[Measures].[" + measure + "]"))
                        .toList());
        List<AdviceBoard.Line> types = lines(connection, TYPES.with(parameters), months.month());
        Optional<AdviceBoard.Line> shown = types.stream()
                .filter(type -> state.type() == null || type.name().equals(state.type()))
                .findFirst();
        if (state.type() != null
                && Members.level(cube, "[Value type]").stream()
                        .noneMatch(member -> member.getName().equals(state.type()))) {
            return new BoardResult.NotVisible<>(scope.top().getCaption());
        }
        List<AdviceBoard.Line> channels = List.of();
        if (shown.isPresent()) {
            parameters.put("type", List.of(new MemberName(shown.get().uniqueName())));
            channels = lines(connection, CHANNELS.with(parameters), months.month());
        }
        return new BoardResult.Loaded<>(new AdviceBoard(
                months.month(),
                months.choices(),
                Choice.of(AreaScope.around(scope.path())),
                Choice.of(scope.path()),
                types,
                shown,
                channels));
    }

    private static List<AdviceBoard.Line> lines(OlapConnection connection, String mdx, YearMonth month)
            throws OlapException {
        FigureHistory history = FigureHistory.query(connection, mdx);
        List<AdviceBoard.Line> lines = new ArrayList<>();
        for (Member member : history.units()) {
            Map<String, Double> figures = new HashMap<>();
            for (String measure : MEASURES) {
                history.series(member.getUniqueName(), measure)
                        .value(month)
                        .ifPresent(value -> figures.put(measure, value));
            }
            Member parent = member.getParentMember();
            lines.add(new AdviceBoard.Line(
                    member.getUniqueName(),
                    member.getName(),
                    member.getCaption(),
                    parent == null || parent.isAll() ? "" : parent.getCaption(),
                    figures));
        }
        return lines;
    }
}
