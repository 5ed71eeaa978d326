package org.shapan.reports.render;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRQuery;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.olap4j.OlapConnection;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.insight.ReportState;
import org.shapan.reports.query.MdxDataset;

/**
 * The rows of a template's datasets, for what JasperReports has no element for: charts, sentences and sheets. Each
 * dataset is asked once. Templates use it as parameter {@code DATA}.
 */
public final class Datasets {
    /** Name under which the report's own query is asked. */
    public static final String MAIN = "main";

    private final JasperReport design;
    private final Map<String, Object> parameters;
    private final OlapConnection connection;
    private final ReportInsight insight;
    private final Map<String, List<Map<String, Object>>> loaded = new HashMap<>();

    private final Rendering rendering;

    Datasets(
            JasperReport design,
            Map<String, Object> parameters,
            OlapConnection connection,
            ReportInsight insight,
            Rendering rendering) {
        this.rendering = rendering;
        this.design = design;
        this.parameters = parameters;
        this.connection = connection;
        this.insight = insight;
        rendering.expect((int) names().stream().filter(this::has).count());
    }

    /** All rows of a dataset, fields by name; an empty cell has no entry. */
    public List<Map<String, Object>> rows(String name) {
        List<Map<String, Object>> rows = loaded.get(name);
        if (rows == null) {
            rows = List.copyOf(run(dataset(name)));
            loaded.put(name, rows);
            rendering.answered();
        }
        return rows;
    }

    /** The first row of a dataset, empty when it has none. */
    public Map<String, Object> row(String name) {
        List<Map<String, Object>> rows = rows(name);
        return rows.isEmpty() ? Map.of() : rows.getFirst();
    }

    /** The {@code value} of the row whose {@code name} is given, null when there is none: one figure of the tiles. */
    public Object figure(String dataset, String name) {
        return rows(dataset).stream()
                .filter(row -> name.equals(row.get("name")))
                .map(row -> row.get("value"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A field of the row whose {@code total} is true, null when there is none: one figure of a sentence. */
    public Object total(String dataset, String field) {
        return rows(dataset).stream()
                .filter(row -> Boolean.TRUE.equals(row.get("total")))
                .map(row -> row.get(field))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The rows as a data source, for lists that show what a sentence or a sheet reads too. */
    public JRDataSource source(String name) {
        return new JRMapCollectionDataSource(
                rows(name).stream().<Map<String, ?>>map(row -> row).toList());
    }

    /** Whether a dataset has rows of a level (field {@code level}) whose field {@code state} is red or yellow. */
    public boolean hasFlagged(String name, String level) {
        return rows(name).stream().anyMatch(row -> isFlagged(row, level));
    }

    /** The red rows of a level of a dataset, then the yellow ones, at most {@code limit}. */
    public JRDataSource flagged(String name, String level, int limit) {
        return new JRMapCollectionDataSource(rows(name).stream()
                .filter(row -> isFlagged(row, level))
                .sorted(Comparator.comparing(Datasets::state))
                .limit(limit)
                .<Map<String, ?>>map(row -> row)
                .toList());
    }

    private static boolean isFlagged(Map<String, Object> row, String level) {
        return level.equals(row.get("level")) && state(row).isFlagged();
    }

    private static ReportState state(Map<String, Object> row) {
        return row.get("state") instanceof ReportState state ? state : ReportState.NONE;
    }

    /** Whether the template has a dataset of that name. */
    boolean knows(String name) {
        return design.getDatasets() != null
                && Stream.of(design.getDatasets())
                        .anyMatch(dataset -> dataset.getName().equals(name));
    }

    /** Whether a dataset has a query. */
    boolean has(String name) {
        JRQuery query = dataset(name).getQuery();
        return query != null && query.getText() != null && !query.getText().isBlank();
    }

    /** What the figures of all datasets with a query say. */
    Reading reading() {
        int figures = 0;
        int red = 0;
        int yellow = 0;
        MessageDigest digest = sha256();
        for (String name : names().stream().filter(this::has).toList()) {
            for (Map<String, Object> row : rows(name)) {
                for (Object value : row.values()) {
                    figures += value instanceof BigDecimal ? 1 : 0;
                }
                red += state(row) == ReportState.RED ? 1 : 0;
                yellow += state(row) == ReportState.YELLOW ? 1 : 0;
                digest.update((name + new TreeMap<>(row)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Reading(figures, red, yellow, HexFormat.of().formatHex(digest.digest()));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(MAIN));
        if (design.getDatasets() != null) {
            Stream.of(design.getDatasets()).map(JRDataset::getName).forEach(names::add);
        }
        return names;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    Optional<BigDecimal> firstCell(String mdx) {
        try {
            return MdxDataset.firstCell(mdx, parameters::get, connection);
        } catch (JRException e) {
            throw new JRRuntimeException(e);
        }
    }

    JRDataset dataset(String name) {
        if (name.equals(MAIN)) {
            return design.getMainDataset();
        }
        for (JRDataset dataset : design.getDatasets()) {
            if (dataset.getName().equals(name)) {
                return dataset;
            }
        }
        throw new IllegalArgumentException("template " + design.getName() + " has no dataset " + name);
    }

    private List<Map<String, Object>> run(JRDataset dataset) {
        try (MdxDataset running = new MdxDataset(dataset, parameters::get, connection, insight)) {
            return running.rows();
        } catch (JRException e) {
            throw new JRRuntimeException(e);
        }
    }
}
