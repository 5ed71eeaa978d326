package org.shapan.reports.query;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRSortField;
import net.sf.jasperreports.engine.design.JRDesignQuery;
import net.sf.jasperreports.engine.type.SortOrderEnum;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.shapan.reports.insight.ReportInsight;

/** One run of a dataset in the language {@code mdx}: statement, cell set and fields. Close it to free the statement. */
public final class MdxDataset implements AutoCloseable {
    private final JRDataset dataset;
    private final Function<String, Object> parameters;
    private final OlapConnection connection;
    private final ReportInsight insight;
    private volatile OlapStatement statement;

    /**
     * @param parameters value of a report parameter by name, null when it has none
     * @param connection an olap4j connection or a wrapper of one
     */
    public MdxDataset(
            JRDataset dataset, Function<String, Object> parameters, Connection connection, ReportInsight insight)
            throws JRException {
        this.dataset = dataset;
        this.parameters = parameters;
        this.insight = insight;
        if (connection == null) {
            throw new JRException("dataset " + dataset.getName() + ": the language mdx needs an olap4j connection");
        }
        try {
            this.connection = connection.unwrap(OlapConnection.class);
        } catch (SQLException e) {
            throw new JRException("dataset " + dataset.getName() + ": the connection is not an olap4j connection", e);
        }
    }

    /**
     * Runs the query.
     *
     * @throws JRException with the dataset's name when the query or a field is wrong
     */
    CellSetDataSource open() throws JRException {
        try {
            Map<String, FieldPath> paths = new HashMap<>();
            for (JRField field : dataset.getFields()) {
                paths.put(field.getName(), FieldPathParser.parse(MdxFields.path(field)));
            }
            String mdx = MdxText.bind(dataset.getQuery(), parameters);
            statement = connection.createStatement();
            return new CellSetDataSource(new CellSetRows(connection, statement.executeOlapQuery(mdx), insight), paths);
        } catch (OlapException | IllegalArgumentException e) {
            throw new JRException("dataset " + dataset.getName() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The first cell of a query written as in a template, empty when it is no number.
     *
     * @param parameters value of a parameter that the query names as {@code $P{name}}
     * @throws JRException when the query is wrong
     */
    public static Optional<BigDecimal> firstCell(
            String mdx, Function<String, Object> parameters, OlapConnection connection) throws JRException {
        JRDesignQuery query = new JRDesignQuery();
        query.setText(mdx);
        try (OlapStatement statement = connection.createStatement()) {
            CellSet cells = statement.executeOlapQuery(MdxText.bind(query, parameters));
            boolean any = cells.getAxes().stream().allMatch(axis -> axis.getPositionCount() > 0);
            return any && CellValues.number(cells.getCell(0)) instanceof BigDecimal value
                    ? Optional.of(value)
                    : Optional.empty();
        } catch (SQLException | IllegalArgumentException e) {
            throw new JRException("condition: " + e.getMessage(), e);
        }
    }

    /** All rows with their fields by name, in the dataset's sort order; null values are absent from the maps. */
    public List<Map<String, Object>> rows() throws JRException {
        CellSetDataSource source = open();
        List<Map<String, Object>> rows = new ArrayList<>();
        while (source.next()) {
            Map<String, Object> row = new HashMap<>();
            for (JRField field : dataset.getFields()) {
                Object value = source.getFieldValue(field);
                if (value != null) {
                    row.put(field.getName(), value);
                }
            }
            rows.add(row);
        }
        JRSortField[] sortFields = dataset.getSortFields();
        for (int i = sortFields == null ? -1 : sortFields.length - 1; i >= 0; i--) {
            rows.sort(byField(sortFields[i]));
        }
        return rows;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Comparator<Map<String, Object>> byField(JRSortField sort) {
        Comparator<Map<String, Object>> order = Comparator.comparing(
                row -> (Comparable) row.get(sort.getName()), Comparator.nullsFirst(Comparator.naturalOrder()));
        return sort.getOrder() == SortOrderEnum.DESCENDING ? order.reversed() : order;
    }

    boolean cancel() throws JRException {
        OlapStatement current = statement;
        if (current == null) {
            return false;
        }
        try {
            current.cancel();
            return true;
        } catch (SQLException e) {
            throw new JRException("cancelling dataset " + dataset.getName(), e);
        }
    }

    @Override
    public void close() {
        OlapStatement current = statement;
        if (current != null) {
            try {
                current.close();
            } catch (SQLException e) {
                throw new IllegalStateException("closing the statement of dataset " + dataset.getName(), e);
            }
        }
    }
}
