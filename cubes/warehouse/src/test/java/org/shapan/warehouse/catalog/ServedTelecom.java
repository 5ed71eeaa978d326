package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.olap4j.Cell;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.olap4j.Position;
import org.olap4j.metadata.Member;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.access.ScopeRole.Scope;
import org.shapan.engine.catalog.RoleDefinition.Rollup;
import org.shapan.warehouse.star.CiWarehouse;

/** The cubes of the loaded province, asked by MDX; cells are known by the captions of their row and column. */
final class ServedTelecom {

    private final CubeServer server;
    private final List<String> roles;

    /** @param temporary where the catalog is written to */
    ServedTelecom(CiWarehouse warehouse, Path temporary) throws IOException {
        server = CubeServer.builder(warehouse.database().dataSource())
                .versions(warehouse.database().versions())
                .build();
        server.load(TelecomCatalog.NAME, TelecomCatalog.writeTo(temporary));
        roles = List.of();
    }

    private ServedTelecom(CubeServer server, List<String> roles) {
        this.server = server;
        this.roles = roles;
    }

    /** The same cubes as a person sees them who is restricted to an area. */
    ServedTelecom restrictedTo(String area) {
        server.defineRole(
                TelecomCatalog.NAME,
                area,
                List.of(new Scope(
                        List.of("[Area].[Managed]"), Rollup.PARTIAL, List.of(area), List.of("[Area today]"))));
        return new ServedTelecom(server, List.of(area));
    }

    /** The same cells with the same values. */
    static void agree(Map<String, Double> found, Map<String, Double> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((cell, value) ->
                assertThat(found.get(cell)).as(cell).isCloseTo(value, within(Math.max(1e-9, Math.abs(value) * 1e-12))));
    }

    static void put(Map<String, Double> cells, String key, Object value) {
        if (value != null) {
            cells.put(key, ((Number) value).doubleValue());
        }
    }

    /** Values by row, then column. */
    static Map<String, Map<String, Double>> byRow(Map<String, Double> cells) {
        Map<String, Map<String, Double>> rows = new TreeMap<>();
        cells.forEach((key, value) -> {
            int cut = key.lastIndexOf('|');
            rows.computeIfAbsent(key.substring(0, cut), any -> new TreeMap<>()).put(key.substring(cut + 1), value);
        });
        return rows;
    }

    /** Answer of the MDX file of that name. */
    Map<String, Double> ask(String question) {
        return query(text(question));
    }

    /** Rows of the drill-through of that name by the names of their columns. */
    List<Map<String, Object>> rows(String question) {
        try (OlapConnection connection = connect(Locale.US);
                OlapStatement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(text(question))) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, Object> row = new TreeMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.put(found.getMetaData().getColumnName(i), found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in " + question, e);
        }
    }

    private static String text(String question) {
        try (InputStream in = ServedTelecom.class.getResourceAsStream(question + ".mdx")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OlapConnection connect(Locale locale) throws SQLException {
        return server.connect(
                ConnectionSettings.of(TelecomCatalog.NAME).withLocale(locale).withRoles(roles));
    }

    /** Values that are not empty by the captions of their row and column. */
    Map<String, Double> query(String mdx) {
        return query(mdx, Locale.US);
    }

    Map<String, Double> query(String mdx, Locale locale) {
        try (OlapConnection connection = connect(locale);
                CellSet cells = connection.createStatement().executeOlapQuery(mdx)) {
            Map<String, Double> values = new TreeMap<>();
            for (Position row : cells.getAxes().get(1)) {
                for (Position column : cells.getAxes().get(0)) {
                    Cell cell = cells.getCell(column, row);
                    if (cell.isError()) {
                        throw new AssertionError(cell.getErrorText() + " in " + names(row, column));
                    }
                    if (!cell.isNull() && !cell.isEmpty()) {
                        values.put(names(row, column), cell.getDoubleValue());
                    }
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in " + mdx, e);
        }
    }

    private static String names(Position row, Position column) {
        List<String> names = new ArrayList<>();
        for (Position position : List.of(row, column)) {
            position.getMembers().forEach(member -> names.add(name(member)));
        }
        return String.join("|", names);
    }

    /** Caption, with that of its parent for companies, which are several times under lines. */
    private static String name(Member member) {
        return member.getLevel().getName().equals("Company") && member.getDepth() == 2
                ? member.getParentMember().getCaption() + "/" + member.getCaption()
                : member.getCaption();
    }
}
