package org.shapan.engine.random;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/**
 * What a query gave: axes as unique names and cells, or the code of its error.
 *
 * @param axes per axis the positions, each the unique names of its members
 * @param cells values by ordinal; null for an empty cell, {@link #ERROR} for one in error
 * @param failure null when the query succeeded
 * @param message of the failure, null when there is none
 */
public record Answer(List<List<List<String>>> axes, List<Object> cells, OlapErrorCode failure, String message) {
    public static final String ERROR = "#ERR";

    private static final double TOLERANCE = 1e-9;

    /** Asks on a connection; whatever is thrown that is not a typed error of the query becomes a {@linkplain #isFault fault}. */
    public static Answer of(OlapConnection connection, String mdx, Duration timeout) {
        try (OlapStatement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) timeout.toSeconds());
            return of(statement, mdx);
        } catch (SQLException e) {
            return fault(e);
        }
    }

    static Answer of(OlapStatement statement, String mdx) {
        try (CellSet result = statement.executeOlapQuery(mdx)) {
            return of(result.unwrap(CellBlock.class));
        } catch (SQLException e) {
            return e.getCause() instanceof EngineException typed
                    ? new Answer(List.of(), List.of(), typed.code(), typed.getMessage())
                    : fault(e);
        } catch (RuntimeException | StackOverflowError e) {
            return fault(e);
        }
    }

    private static Answer fault(Throwable e) {
        StackTraceElement at = e.getStackTrace().length == 0 ? null : e.getStackTrace()[0];
        return new Answer(List.of(), List.of(), OlapErrorCode.INTERNAL, e + " at " + at);
    }

    /** Whether the engine, and not the query, is to blame. */
    public boolean isFault() {
        return failure == OlapErrorCode.INTERNAL || failure == OlapErrorCode.SQL_FAILED;
    }

    private static Answer of(CellBlock block) {
        List<List<List<String>>> axes = new ArrayList<>();
        for (int axis = 0; axis < block.axisCount(); axis++) {
            List<List<String>> positions = new ArrayList<>();
            for (int position = 0; position < block.positionCount(axis); position++) {
                List<String> members = new ArrayList<>();
                for (int column = 0; column < block.width(axis); column++) {
                    members.add(block.memberUniqueName(axis, position, column));
                }
                positions.add(members);
            }
            axes.add(positions);
        }
        List<Object> cells = new ArrayList<>();
        for (int ordinal = 0; ordinal < block.cellCount(); ordinal++) {
            cells.add(block.isError(ordinal) ? ERROR : block.value(ordinal));
        }
        return new Answer(axes, cells, null, null);
    }

    public boolean hasValue() {
        return cells.stream().anyMatch(cell -> cell != null && !cell.equals(ERROR));
    }

    /** Whether the query used up a limit, which depends on the way to the result and not on the result. */
    public boolean isOverBudget() {
        return failure == OlapErrorCode.BUDGET_EXCEEDED || failure == OlapErrorCode.TIMEOUT;
    }

    /** Null when both say the same, numbers up to the noise of floating point; else what differs first. */
    public String difference(Answer other) {
        if (isFault() || other.isFault()) {
            return outcome() + " against " + other.outcome();
        }
        if (isOverBudget() || other.isOverBudget()) {
            return null;
        }
        if (failure != other.failure) {
            return outcome() + " against " + other.outcome();
        }
        for (int axis = 0; axis < axes.size(); axis++) {
            List<List<String>> mine = axes.get(axis);
            List<List<String>> theirs = other.axes.get(axis);
            for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
                Object here = i < mine.size() ? mine.get(i) : "no position";
                Object there = i < theirs.size() ? theirs.get(i) : "no position";
                if (!here.equals(there)) {
                    return "axis " + axis + ", position " + i + ": " + here + " against " + there;
                }
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!same(cells.get(i), other.cells.get(i))) {
                return "cell " + i + " at " + place(i) + ": " + cells.get(i) + " against " + other.cells.get(i);
            }
        }
        return null;
    }

    private String outcome() {
        return failure == null ? "a result" : failure + " (" + message + ")";
    }

    /** The members at which a cell stands. */
    public List<String> place(int ordinal) {
        List<String> place = new ArrayList<>();
        int rest = ordinal;
        for (List<List<String>> positions : axes) {
            place.addAll(positions.get(rest % positions.size()));
            rest /= positions.size();
        }
        return place;
    }

    /** Whether two values are the same, numbers up to the noise of floating point. */
    public static boolean same(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            double p = x.doubleValue();
            double q = y.doubleValue();
            return p == q
                    || Double.isNaN(p) && Double.isNaN(q)
                    || Math.abs(p - q) <= TOLERANCE * Math.max(1, Math.max(Math.abs(p), Math.abs(q)));
        }
        return a == null ? b == null : a.equals(b);
    }
}
