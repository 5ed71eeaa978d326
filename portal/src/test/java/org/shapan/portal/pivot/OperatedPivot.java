package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shapan.portal.CiProvince;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.CubeDoor;
import org.shapan.portal.pivot.PivotModel.Place;

/** A pivot of branches on a loaded province, and what is read of its results. Every model goes through a link and back first. */
abstract class OperatedPivot {
    static final String AREA = "[Area].[Managed]";
    static final String BRANCH = AREA + ".[Branch]";
    static final String MICRO = AREA + ".[Micro area]";
    static final String TIME = "[Time].[Calendar]";
    static final String MONTH = TIME + ".[Month]";
    static final String GROSS = "[Measures].[Gross revenue]";
    static final String MARCH = TIME + ".[2010].[Q1].[201003]";

    final PivotSession session = session(CiProvince.EVERYBODY);
    PivotModel branches;
    String brand;

    @BeforeEach
    void open() throws SQLException {
        PivotSession.Opened opened = session.open(Map.of("cube", List.of("Revenue")), LocalDate.of(2010, 3, 31));
        brand = opened.model().columns().getFirst().hierarchy();
        branches = PivotModel.of("Revenue")
                .put(AREA, BRANCH, Place.ROWS)
                .put(TIME, MONTH, Place.FILTERS)
                .pick(TIME, List.of(MARCH))
                .toggleMeasure(GROSS);
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
    }

    PivotModel where(Condition condition) {
        return branches.change(AREA, field -> field.withConditions(List.of(condition)));
    }

    PivotResult shown(PivotModel model, ShowAs kind) throws SQLException {
        PivotResult result = run(model.withMeasures(List.of(kind.of(GROSS))));
        assertThat(result.measure(0, 0)).isEqualTo(kind.of(GROSS));
        return result;
    }

    PivotResult run(PivotModel model) throws SQLException {
        PivotModel linked =
                session.open(PivotLink.write(model), LocalDate.of(2010, 3, 31)).model();
        assertThat(linked).isEqualTo(model);
        return session.run(linked);
    }

    static String member(PivotResult result, int row) {
        return result.rows().lines().get(row).heads().getFirst().member();
    }

    static List<String> details(PivotResult result) {
        return result.rows().lines().stream()
                .filter(line -> line.kind() == AxisLine.Kind.DETAIL)
                .map(AxisLine::label)
                .toList();
    }

    static List<Double> numbers(PivotResult result) {
        return kind(result, AxisLine.Kind.DETAIL);
    }

    static List<Double> kind(PivotResult result, AxisLine.Kind kind) {
        return IntStream.range(0, result.rows().lines().size())
                .filter(row -> result.rows().lines().get(row).kind() == kind)
                .mapToObj(row -> result.number(row, 0))
                .toList();
    }

    static double total(PivotResult result) {
        List<AxisLine> rows = result.rows().lines();
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).kind() == AxisLine.Kind.TOTAL || rows.size() == 1)
                .mapToDouble(row -> result.number(row, 0))
                .findFirst()
                .orElse(Double.NaN);
    }

    static PivotSession session(PortalUser user) {
        return new PivotSession(CubeDoor.to(CiProvince.database()), user, Locale.ENGLISH, new AxisLayout.TotalText() {
            @Override
            public String total() {
                return "Total";
            }

            @Override
            public String subtotal(String member) {
                return member + " total";
            }
        });
    }

    static Offset<Double> within() {
        return Offset.offset(0.01);
    }

    static Offset<Double> ratio() {
        return Offset.offset(1e-9);
    }

    static double sql(String query) throws SQLException {
        try (Connection connection = CiProvince.database().connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }
}
