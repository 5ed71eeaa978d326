package org.shapan.portal.explain;

import com.vaadin.flow.router.Location;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.olap4j.Cell;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.olap4j.mdx.IdentifierNode;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.pivot.AxisField;
import org.shapan.portal.pivot.AxisLayout;
import org.shapan.portal.pivot.AxisLine;
import org.shapan.portal.pivot.FilterField;
import org.shapan.portal.pivot.HeadCell;
import org.shapan.portal.pivot.PivotLink;
import org.shapan.portal.pivot.PivotModel;
import org.shapan.portal.pivot.PivotResult;
import org.shapan.portal.pivot.PivotSession;

/** The pivots behind the links of numbers, opened as a browser opens them for one person: the cells that they show, and where these lie. */
final class PivotOfNumber {
    private static final AxisLayout.TotalText TOTALS = new AxisLayout.TotalText() {
        @Override
        public String total() {
            return "Total";
        }

        @Override
        public String subtotal(String member) {
            return member;
        }
    };

    private final CiProvince province;
    private final OlapConnection connection;
    private final PortalUser user;
    private final Map<String, PivotSession> sessions = new HashMap<>();
    private final Map<String, Map<Set<String>, Double>> shown = new HashMap<>();
    private final Map<String, OptionalDouble> values = new HashMap<>();
    private final Map<String, Boolean> tops = new HashMap<>();

    PivotOfNumber(CiProvince province, PortalUser user) throws SQLException {
        this.province = province;
        this.connection = province.cubes().connect(user, Locale.ENGLISH);
        this.user = user;
    }

    /** The numbers that a link shows, by the names of their measure and of the members that are not the top of their hierarchy. */
    Map<Set<String>, Double> shown(String link) throws SQLException {
        Map<Set<String>, Double> known = shown.get(link);
        if (known == null) {
            known = read(link);
            shown.put(link, known);
        }
        return known;
    }

    /** What the cubes have in a cell. */
    OptionalDouble value(String cube, CubeCell cell) throws SQLException {
        String mdx = "SELECT { " + cell.tuple() + " } ON COLUMNS FROM [" + cube + "]";
        OptionalDouble known = values.get(mdx);
        if (known == null) {
            try (OlapStatement statement = connection.createStatement();
                    CellSet cells = statement.executeOlapQuery(mdx)) {
                Cell number = cells.getCell(0);
                known = number.isNull() ? OptionalDouble.empty() : OptionalDouble.of(number.getDoubleValue());
            }
            values.put(mdx, known);
        }
        return known;
    }

    /** Where a cell lies, as {@link #shown} names it. */
    Set<String> place(String cube, CubeCell cell) throws SQLException {
        Set<String> place = new TreeSet<>(Set.of(cell.measureName()));
        for (var member : cell.members()) {
            add(place, cube, member.uniqueName());
        }
        return place;
    }

    private Map<Set<String>, Double> read(String link) throws SQLException {
        Location location = new Location(link);
        Map<String, List<String>> parameters = location.getQueryParameters().getParameters();
        PivotSession session = sessions.computeIfAbsent(
                PivotLink.cube(parameters), cube -> new PivotSession(province.cubes(), user, Locale.ENGLISH, TOTALS));
        PivotModel model = session.open(parameters, province.asOf()).model();
        PivotResult result = session.run(model);
        Map<Set<String>, Double> cells = new HashMap<>();
        for (int row = 0; row < result.rowCount(); row++) {
            for (int column = 0; column < result.columnCount(); column++) {
                double number = result.number(row, column);
                if (!Double.isNaN(number)) {
                    cells.put(place(model, result, row, column), number);
                }
            }
        }
        return cells;
    }

    /** A total stands for the top of a hierarchy of which nothing is picked, and for the one member that is. */
    private Set<String> place(PivotModel model, PivotResult result, int row, int column) throws SQLException {
        Set<String> place = new TreeSet<>(Set.of(result.measure(row, column)));
        for (FilterField filter : model.filters()) {
            add(place, model.cube(), filter.picked());
        }
        for (List<AxisField> axis : List.of(model.rows(), model.columns())) {
            AxisLine line = axis == model.rows()
                    ? result.rows().lines().get(row)
                    : result.columns().lines().get(column);
            for (AxisField field : axis) {
                String member = line.heads().stream()
                        .filter(head -> field.hierarchy().equals(head.hierarchy()))
                        .map(HeadCell::member)
                        .reduce((outer, inner) -> inner)
                        .orElse(null);
                add(place, model.cube(), member == null ? field.picked() : List.of(member));
            }
        }
        return place;
    }

    private void add(Set<String> place, String cube, List<String> members) throws SQLException {
        if (members.size() == 1) {
            add(place, cube, members.getFirst());
        } else if (!members.isEmpty()) {
            place.add(String.join(" + ", members));
        }
    }

    private void add(Set<String> place, String cube, String member) throws SQLException {
        Boolean top = tops.get(cube + member);
        if (top == null) {
            Cube own = connection.getOlapSchema().getCubes().get(cube);
            Member found =
                    own.lookupMember(IdentifierNode.parseIdentifier(member).getSegmentList());
            if (found == null) {
                throw new OlapException("No member " + member + " in [" + cube + "] for this role");
            }
            top = found.isAll();
            tops.put(cube + member, top);
        }
        if (!top) {
            place.add(member);
        }
    }
}
