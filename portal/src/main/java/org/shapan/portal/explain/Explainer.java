package org.shapan.portal.explain;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.olap4j.Cell;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.olap4j.mdx.IdentifierNode;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.engine.api.QueryLoads;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.explain.Explanation.Coordinate;
import org.shapan.portal.explain.Explanation.UsedCell;

/** Asks the cubes for a number again, under the person's role. Blocking; to be called from a virtual thread. */
public final class Explainer {
    private final Cubes cubes;
    private final PortalUser user;
    private final Locale locale;

    public Explainer(Cubes cubes, PortalUser user, Locale locale) {
        this.cubes = requireNonNull(cubes, "cubes is null");
        this.user = requireNonNull(user, "user is null");
        this.locale = requireNonNull(locale, "locale is null");
    }

    /** @throws OlapException where the role does not show what the question names, or the cubes fail */
    public Explanation explain(NumberQuestion question) throws SQLException {
        try (OlapConnection connection = cubes.connect(user, locale);
                OlapStatement statement = connection.createStatement()) {
            Cube cube = connection.getOlapSchema().getCubes().get(question.cube());
            if (cube == null) {
                throw new OlapException("No cube [" + question.cube() + "] for this role");
            }
            return switch (question.source()) {
                case Formula formula -> explain(question, formula, cube, statement);
                case DrilledRows rows -> explain(question, rows, cube, statement);
            };
        }
    }

    private static Explanation explain(NumberQuestion question, Formula formula, Cube cube, OlapStatement statement)
            throws SQLException {
        try (CellSet answer = statement.executeOlapQuery(question.mdx())) {
            Cell number = answer.getCell(0);
            Measure measure = measure(cube, formula.first().measure());
            String definition = measure.getDescription();
            return new Explanation(
                    number.isNull() ? OptionalDouble.empty() : OptionalDouble.of(number.getDoubleValue()),
                    measure.getCaption(),
                    definition == null ? "" : definition,
                    measure.getExpression() == null
                            ? ""
                            : measure.getExpression().toString(),
                    place(cube, question),
                    formula.isCell() ? List.of() : used(cube, formula, answer),
                    answer.unwrap(QueryLoads.class));
        }
    }

    private static Explanation explain(NumberQuestion question, DrilledRows rows, Cube cube, OlapStatement statement)
            throws SQLException {
        List<Coordinate> place = place(cube, question);
        long started = System.nanoTime();
        try (ResultSet answer = statement.executeQuery(question.mdx())) {
            DrilledRows.Reckoned reckoned = rows.reading().of(answer);
            long millis = (System.nanoTime() - started) / 1_000_000;
            return new Explanation(
                    reckoned.number(),
                    rows.measure(),
                    rows.definition(),
                    "",
                    place,
                    reckoned.parts(),
                    new QueryLoads(
                            List.of(),
                            List.of(new QueryLoads.Load(
                                    question.cube(),
                                    "rows",
                                    "FACT_TABLE",
                                    "drill-through",
                                    null,
                                    reckoned.rows(),
                                    millis))));
        }
    }

    private static Measure measure(Cube cube, String name) throws OlapException {
        return cube.getMeasures().stream()
                .filter(measure -> measure.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new OlapException("No measure [" + name + "] for this role"));
    }

    private static List<Coordinate> place(Cube cube, NumberQuestion question) throws OlapException {
        List<Coordinate> place = new ArrayList<>();
        for (MemberName name : question.place()) {
            Member member = member(cube, name);
            List<String> path = new ArrayList<>(List.of(member.getCaption()));
            for (Member above : member.getAncestorMembers()) {
                if (!above.isAll()) {
                    path.addFirst(above.getCaption());
                }
            }
            place.add(new Coordinate(member.getDimension().getCaption(), String.join(" › ", path)));
        }
        return place;
    }

    /** The cells of a formula by what tells them apart: the measure, and members that not all of them have. */
    private static List<UsedCell> used(Cube cube, Formula formula, CellSet answer) throws OlapException {
        Map<String, CubeCell> cells = formula.cells();
        boolean oneMeasure =
                cells.values().stream().map(CubeCell::measure).distinct().count() == 1;
        Set<MemberName> common = new HashSet<>(formula.place());
        cells.values().forEach(cell -> common.retainAll(cell.members()));
        List<UsedCell> used = new ArrayList<>();
        int column = 1;
        for (Map.Entry<String, CubeCell> each : cells.entrySet()) {
            CubeCell cell = each.getValue();
            List<String> label = new ArrayList<>();
            for (MemberName name : cell.members()) {
                if (!common.contains(name)) {
                    label.add(member(cube, name).getCaption());
                }
            }
            if (!oneMeasure || label.isEmpty()) {
                label.addFirst(measure(cube, cell.measure()).getCaption());
            }
            used.add(new UsedCell(
                    each.getKey(),
                    String.join(" · ", label),
                    answer.getCell(column++).getFormattedValue()));
        }
        return used;
    }

    private static Member member(Cube cube, MemberName name) throws OlapException {
        Member member = cube.lookupMember(
                IdentifierNode.parseIdentifier(name.uniqueName()).getSegmentList());
        if (member == null) {
            throw new OlapException("No member " + name + " for this role");
        }
        return member;
    }
}
