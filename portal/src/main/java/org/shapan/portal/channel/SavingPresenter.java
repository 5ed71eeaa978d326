package org.shapan.portal.channel;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Future;
import org.olap4j.Cell;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.olap4j.Position;
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

/** Reads unit costs and transactions for the simulator from cube Channel Activity, under the person's role. Blocking. */
final class SavingPresenter {
    static final String CUBE = "Channel Activity";
    static final String UNIT_COST = "Unit cost";
    static final String ELIGIBLE = "Eligible transactions";
    /** Name of the class to which transactions are diverted (CHN-14). */
    private static final String ELECTRONIC = "Electronic channels";

    private static final MdxTemplate COSTS = MdxTemplate.of(SavingPresenter.class, "costs.mdx");
    private static final MdxTemplate TRANSACTIONS = MdxTemplate.of(SavingPresenter.class, "eligible.mdx");

    private final Cubes cubes;
    private final PortalUser user;
    private final Locale locale;
    private final LocalDate asOf;

    /** @param asOf last day of the data */
    SavingPresenter(Cubes cubes, PortalUser user, Locale locale, LocalDate asOf) {
        this.cubes = requireNonNull(cubes, "cubes is null");
        this.user = requireNonNull(user, "user is null");
        this.locale = requireNonNull(locale, "locale is null");
        this.asOf = requireNonNull(asOf, "asOf is null");
    }

    /** Never throws for what a person can do wrong; the result says what it is. */
    BoardResult<SavingBoard> load(SavingState state) {
        return Questions.answered("saving", state, () -> {
            try (Questions questions = new Questions(cubes, user, locale)) {
                return questions.now(connection -> AskedScope.find(
                        connection.getOlapSchema().getCubes().get(CUBE),
                        user,
                        asOf,
                        state.area(),
                        state.period(),
                        scope -> load(state, scope, connection, questions)));
            }
        });
    }

    private static BoardResult<SavingBoard> load(
            SavingState state, AskedScope scope, OlapConnection connection, Questions questions) throws Exception {
        YearMonth shown = scope.months().month();
        MemberName month = scope.months().months().member(shown);
        Member top = scope.top();
        Future<Map<Member, Map<Member, Double>>> here = questions.ask(each -> eligible(each, scope.area(), month));
        Future<Map<Member, Map<Member, Double>>> anywhere = questions.ask(each -> eligible(each, top, month));
        FigureHistory costs = FigureHistory.query(
                connection, COSTS.with(Map.of("month", List.of(month), "area", Members.names(List.of(top)))));
        List<Saving.Type> types = new ArrayList<>();
        for (Member type : costs.units()) {
            OptionalDouble cost = costs.series(type.getUniqueName(), UNIT_COST).value(shown);
            if (cost.isPresent()) {
                types.add(new Saving.Type(
                        type.getName(),
                        type.getUniqueName(),
                        type.getCaption(),
                        type.getParentMember().getName().equals(ELECTRONIC),
                        cost.getAsDouble()));
            }
        }
        Map<String, Map<String, Double>> ofArea = new HashMap<>();
        here.get().forEach((business, row) -> ofArea.put(business.getName(), byName(row)));
        List<Saving.Business> businesses = new ArrayList<>();
        anywhere.get()
                .forEach((business, row) -> businesses.add(new Saving.Business(
                        business.getName(),
                        business.getUniqueName(),
                        business.getCaption(),
                        ofArea.getOrDefault(business.getName(), Map.of()),
                        byName(row))));
        Saving saving = new Saving(types, businesses);
        boolean unknown =
                state.business() != null && saving.asked(state.business()).isEmpty()
                        || state.from() != null && saving.type(state.from()).isEmpty()
                        || state.to() != null && saving.type(state.to()).isEmpty();
        return unknown
                ? new BoardResult.NotVisible<>(top.getCaption())
                : new BoardResult.Loaded<>(new SavingBoard(
                        state,
                        shown,
                        scope.months().choices(),
                        Choice.of(AreaScope.around(scope.path())),
                        Choice.of(scope.path()),
                        saving));
    }

    private static Map<String, Double> byName(Map<Member, Double> row) {
        Map<String, Double> named = new HashMap<>();
        row.forEach((member, value) -> named.put(member.getName(), value));
        return named;
    }

    /** Transactions that may be diverted, by business type and channel type, in the order of the business types. */
    private static Map<Member, Map<Member, Double>> eligible(OlapConnection connection, Member area, MemberName month)
            throws SQLException {
        String mdx = TRANSACTIONS.with(Map.of("month", List.of(month), "area", Members.names(List.of(area))));
        Map<Member, Map<Member, Double>> rows = new LinkedHashMap<>();
        try (OlapStatement statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(mdx)) {
            for (Position row : cells.getAxes().get(1).getPositions()) {
                Map<Member, Double> values = new HashMap<>();
                for (Position column : cells.getAxes().get(0).getPositions()) {
                    Cell cell = cells.getCell(column, row);
                    if (!cell.isNull()) {
                        values.put(column.getMembers().getFirst(), cell.getDoubleValue());
                    }
                }
                rows.put(row.getMembers().getFirst(), values);
            }
        }
        return rows;
    }
}
