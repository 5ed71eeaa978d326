package org.shapan.insight.cube;

import java.sql.SQLException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.olap4j.Axis;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.CellBlock;
import org.shapan.insight.MonthlySeries;

/** Figures of units by month, read with one query: measures on columns, (unit, month) on rows. */
public final class FigureHistory {
    private static final MonthlySeries NOTHING = new MonthlySeries(Map.of());

    /** Without units. */
    public static final FigureHistory NONE = new FigureHistory(List.of(), Map.of());

    private final List<Member> units;
    private final Map<String, Map<String, MonthlySeries>> figures;

    private FigureHistory(List<Member> units, Map<String, Map<String, MonthlySeries>> figures) {
        this.units = List.copyOf(units);
        this.figures = Map.copyOf(figures);
    }

    /** Runs the query and reads all of it. */
    public static FigureHistory query(OlapConnection connection, String mdx) throws OlapException {
        try (OlapStatement statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(mdx)) {
            return read(cells);
        } catch (OlapException e) {
            throw e;
        } catch (SQLException e) {
            throw new OlapException("the query does not close", e);
        }
    }

    private static FigureHistory read(CellSet cells) throws SQLException {
        CellBlock block = cells.unwrap(CellBlock.class);
        int columns = block.positionCount(0);
        int rows = block.positionCount(1);
        String[] measures = new String[columns];
        for (int column = 0; column < columns; column++) {
            measures[column] = CalendarMonths.lastName(block.memberUniqueName(0, column, 0));
        }
        if (rows == 0) {
            return NONE;
        }
        YearMonth[] months = months(block, rows);
        YearMonth first = Collections.min(Arrays.asList(months));
        int span = 1 + (int) first.until(Collections.max(Arrays.asList(months)), ChronoUnit.MONTHS);
        List<Member> units = new ArrayList<>();
        Map<String, double[][]> values = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            String unit = block.memberUniqueName(1, row, 0);
            double[][] ofUnit = values.get(unit);
            if (ofUnit == null) {
                ofUnit = new double[columns][span];
                for (double[] ofMeasure : ofUnit) {
                    Arrays.fill(ofMeasure, Double.NaN);
                }
                values.put(unit, ofUnit);
                units.add(cells.getAxes()
                        .get(Axis.ROWS.axisOrdinal())
                        .getPositions()
                        .get(row)
                        .getMembers()
                        .getFirst());
            }
            int month = (int) first.until(months[row], ChronoUnit.MONTHS);
            for (int column = 0; column < columns; column++) {
                ofUnit[column][month] = block.doubleValue(block.ordinal(column, row));
            }
        }
        Map<String, Map<String, MonthlySeries>> figures = new HashMap<>();
        values.forEach((unit, ofUnit) -> {
            Map<String, MonthlySeries> series = new HashMap<>();
            for (int column = 0; column < columns; column++) {
                series.put(measures[column], MonthlySeries.from(first, ofUnit[column]));
            }
            figures.put(unit, series);
        });
        return new FigureHistory(units, figures);
    }

    /** Of each row; a name that many rows have is read once. */
    private static YearMonth[] months(CellBlock block, int rows) {
        Map<String, YearMonth> byName = new HashMap<>();
        YearMonth[] months = new YearMonth[rows];
        for (int row = 0; row < rows; row++) {
            months[row] = byName.computeIfAbsent(
                    block.memberUniqueName(1, row, 1),
                    name -> CalendarMonths.parse(CalendarMonths.lastName(name)).orElseThrow());
        }
        return months;
    }

    /** The same units with the series of another history beside their own. */
    public FigureHistory plus(FigureHistory other) {
        Map<String, Map<String, MonthlySeries>> both = new HashMap<>();
        figures.forEach((unit, own) -> {
            Map<String, MonthlySeries> all = new HashMap<>(other.figures.getOrDefault(unit, Map.of()));
            all.putAll(own);
            both.put(unit, all);
        });
        return new FigureHistory(units, both);
    }

    /** The units in the order of the query, each once. */
    public List<Member> units() {
        return units;
    }

    /**
     * The values of a measure of a unit; without a value where there is none.
     *
     * @param unit unique name
     * @param measure name without the dimension
     */
    public MonthlySeries series(String unit, String measure) {
        return figures.getOrDefault(unit, Map.of()).getOrDefault(measure, NOTHING);
    }
}
