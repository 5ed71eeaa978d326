package org.shapan.portal.explain;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalDouble;
import org.shapan.engine.api.MemberName;
import org.shapan.portal.explain.Explanation.UsedCell;

/**
 * A number that is reckoned from rows behind cells: a customer is rows and no cell. What tells a customer's rows from others stands in no
 * statement, since that would be the customer's number.
 *
 * @param statement a drill-through
 * @param place members at which the rows lie
 * @param measure what is reckoned with, in words
 * @param definition of it, in words
 * @param expression over the parts that the reading gives
 */
public record DrilledRows(
        String statement, List<MemberName> place, String measure, String definition, String expression, Reading reading)
        implements NumberSource {
    /** Picks the rows that matter, and reckons. */
    @FunctionalInterface
    public interface Reading {
        Reckoned of(ResultSet rows) throws SQLException;
    }

    /**
     * A number and what it is made of.
     *
     * @param number empty where the rows have none
     * @param rows how many were read
     */
    public record Reckoned(OptionalDouble number, List<UsedCell> parts, int rows) {
        public Reckoned {
            parts = List.copyOf(parts);
        }
    }

    public DrilledRows {
        requireNonNull(statement, "statement is null");
        requireNonNull(reading, "reading is null");
        place = List.copyOf(place);
    }

    @Override
    public String mdx(String cube) {
        return statement;
    }
}
