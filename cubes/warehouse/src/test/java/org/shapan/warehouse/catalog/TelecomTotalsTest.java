package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.shapan.engine.catalog.DimensionDefinition;
import org.shapan.engine.catalog.MeasureDefinition;
import org.shapan.warehouse.star.CiWarehouse;

/** Parent = Σ children for every additive measure on every hierarchy of every cube, virtual ones too. */
class TelecomTotalsTest {
    /** Of which ci has nothing but zeros: no line is lost, nobody calls little for months, and history begins without arrears. */
    private static final Set<String> ZERO =
            Set.of("Groups/Lines lost", "Retention/Calling share", "Overdue Bills/Opening arrears");

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
        Set<String> compared = new TreeSet<>();
        int cells = 0;
        try (OlapConnection connection = server.connect(ConnectionSettings.of(TelecomCatalog.NAME))) {
            for (Cube cube : connection.getOlapSchema().getCubes()) {
                List<Stored> stored = stored(cube.getName());
                for (Hierarchy hierarchy : cube.getHierarchies()) {
                    boolean isTime = hierarchy.getDimension().getDimensionType() == Dimension.Type.TIME;
                    List<Stored> additive = stored.stream()
                            .filter(measure -> isAdditive(measure.definition(), isTime))
                            .toList();
                    if (!additive.isEmpty() && hierarchy.hasAll() && !isCalculation(hierarchy)) {
                        List<String> names = additive.stream()
                                .map(measure ->
                                        "[Measures].[" + measure.definition().name() + "]")
                                .toList();
                        Map<String, Integer> found = compare(connection, cube.getName(), hierarchy, names);
                        cells += found.values().stream().mapToInt(n -> n).sum();
                        additive.stream()
                                .filter(measure ->
                                        found.containsKey(measure.definition().name()))
                                .forEach(measure -> compared.add(measure.cube() + "/"
                                        + measure.definition().name()));
                    }
                }
            }
        }
        assertThat(cells).isGreaterThan(20_000);
        assertThat(compared)
                .as("additive measures of all cubes, those inside virtual ones too, but for those that are 0")
                .isEqualTo(additive());
    }

    /** A measure of the facts and the cube that defines it. */
    private record Stored(String cube, MeasureDefinition definition) {}

    /** The stored measures of a cube, or of those a virtual cube joins, hidden ones too. */
    private List<Stored> stored(String cube) {
        return telecom.catalog().virtualCubes().stream()
                .filter(virtual -> virtual.name().equals(cube))
                .findFirst()
                .map(virtual -> virtual.measures().stream()
                        .flatMap(measure -> stored(measure.cubeName()).stream()
                                .filter(s -> measure.name()
                                        .equals("[Measures].[" + s.definition().name() + "]")))
                        .toList())
                .orElseGet(() -> telecom.catalog().cubes().stream()
                        .filter(plain -> plain.name().equals(cube))
                        .flatMap(plain -> plain.measures().stream())
                        .map(measure -> new Stored(cube, measure))
                        .toList());
    }

    private Set<String> additive() {
        return telecom.catalog().cubes().stream()
                .flatMap(cube -> cube.measures().stream()
                        .filter(measure -> isAdditive(measure, false))
                        .map(measure -> cube.name() + "/" + measure.name()))
                .filter(name -> !ZERO.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
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

    /** How many parents were compared, by measure. */
    private static Map<String, Integer> compare(
            OlapConnection connection, String cube, Hierarchy hierarchy, List<String> measures) throws SQLException {
        String mdx = "SELECT {" + String.join(", ", measures) + "} ON COLUMNS, NON EMPTY " + hierarchy.getUniqueName()
                + ".Members ON ROWS FROM [" + cube + "]";
        Map<String, Integer> compared = new HashMap<>();
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
                        compared.merge(column.getMembers().getFirst().getName(), 1, Integer::sum);
                    }
                }
            }
        }
        return compared;
    }
}
