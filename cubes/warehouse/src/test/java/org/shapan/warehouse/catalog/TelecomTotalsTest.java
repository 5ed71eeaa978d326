package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.Position;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Dimension;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Member;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.catalog.CubeDefinition;
import org.shapan.engine.catalog.DimensionDefinition;
import org.shapan.engine.catalog.MeasureDefinition;
import org.shapan.warehouse.star.CiWarehouse;

/** Parent = Σ children for every additive measure on every hierarchy of every cube with facts. */
class TelecomTotalsTest {
    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    @TempDir
    Path temporary;

    private final Telecom telecom = new Telecom();

    @Test
    void aParentIsTheSumOfItsChildren() throws Exception {
        CubeServer server = CubeServer.builder(WAREHOUSE.database().dataSource())
                .versions(WAREHOUSE.database().versions())
                .build();
        server.load(TelecomCatalog.NAME, TelecomCatalog.writeTo(temporary));
        int compared = 0;
        try (OlapConnection connection = server.connect(ConnectionSettings.of(TelecomCatalog.NAME))) {
            for (CubeDefinition definition : telecom.catalog().cubes()) {
                Cube cube = connection.getOlapSchema().getCubes().get(definition.name());
                for (Hierarchy hierarchy : cube == null ? List.<Hierarchy>of() : cube.getHierarchies()) {
                    boolean isTime = hierarchy.getDimension().getDimensionType() == Dimension.Type.TIME;
                    List<String> measures = definition.measures().stream()
                            .filter(measure -> isAdditive(measure, isTime))
                            .map(measure -> "[Measures].[" + measure.name() + "]")
                            .toList();
                    if (!measures.isEmpty() && hierarchy.hasAll() && !isCalculation(hierarchy)) {
                        compared += compare(connection, definition.name(), hierarchy, measures);
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(3_000);
    }

    private static boolean isAdditive(MeasureDefinition measure, boolean alongTime) {
        return measure.aggregator().equals("sum") && (!alongTime || measure.timeAggregation() == null);
    }

    private boolean isCalculation(Hierarchy hierarchy) {
        return telecom.catalog().dimensions().stream()
                .filter(dimension -> dimension.calculations() != null)
                .map(DimensionDefinition::name)
                .anyMatch(name -> name.equals(hierarchy.getDimension().getName()));
    }

    private static int compare(OlapConnection connection, String cube, Hierarchy hierarchy, List<String> measures)
            throws SQLException {
        String mdx = "SELECT {" + String.join(", ", measures) + "} ON COLUMNS, NON EMPTY " + hierarchy.getUniqueName()
                + ".Members ON ROWS FROM [" + cube + "]";
        int compared = 0;
        try (CellSet cells = connection.createStatement().executeOlapQuery(mdx)) {
            for (Position column : cells.getAxes().get(0)) {
                Map<Member, Double> values = new HashMap<>();
                Map<Member, Double> sums = new HashMap<>();
                Map<Integer, Integer> found = new HashMap<>();
                for (Position row : cells.getAxes().get(1)) {
                    Member member = row.getMembers().getFirst();
                    double value = cells.getCell(column, row).isEmpty()
                            ? 0
                            : cells.getCell(column, row).getDoubleValue();
                    values.put(member, value);
                    if (member.getParentMember() != null) {
                        sums.merge(member.getParentMember(), value, Double::sum);
                    }
                    if (value != 0) {
                        found.merge(member.getDepth(), 1, Integer::sum);
                    }
                }
                for (Map.Entry<Member, Double> parent : values.entrySet()) {
                    if (found.containsKey(parent.getKey().getDepth() + 1)) {
                        assertThat(sums.getOrDefault(parent.getKey(), 0.0))
                                .as("%s of %s in %s", column.getMembers(), parent.getKey(), cube)
                                .isCloseTo(
                                        parent.getValue(), within(Math.max(1e-6, Math.abs(parent.getValue()) * 1e-12)));
                        compared++;
                    }
                }
            }
        }
        return compared;
    }
}
