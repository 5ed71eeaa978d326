package org.shapan.reports.crosstab;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.olap4j.OlapConnection;

/** Port to the pivots that people keep; implemented where they are kept. */
public interface PivotSource {
    /** Where no pivots are kept. */
    PivotSource NONE = new PivotSource() {
        @Override
        public List<Choice> visible(String login) {
            return List.of();
        }

        @Override
        public CrossTab read(Order order, OlapConnection connection) {
            throw new PivotRefusedException(
                    PivotRefusedException.Reason.UNKNOWN_PIVOT,
                    order.pivot(),
                    "saved pivots are kept by the portal: ask for the report while it runs");
        }
    };

    /**
     * A pivot that may be opened.
     *
     * @param folder empty for the top
     * @param owner name of whose it is
     */
    record Choice(long id, String folder, String name, String owner) {
        /** Folder and name. */
        public String caption() {
            return folder.isEmpty() ? name : folder + " / " + name;
        }
    }

    /**
     * A pivot to run.
     *
     * @param pivot id as a schedule keeps it
     * @param version null for the last one that was saved
     * @param asker login of whose pivots may be opened: the owner of a schedule, or who reads at the screen; null for nobody
     * @param locale language of captions and formats
     */
    record Order(String pivot, Integer version, String asker, Locale locale) {
        public Order {
            requireNonNull(pivot, "pivot is null");
            requireNonNull(locale, "locale is null");
        }
    }

    /** The pivots that an account may open, by folder and name. */
    List<Choice> visible(String login);

    /**
     * Runs a pivot as it was saved: periods that it names relatively are those of the data now.
     *
     * @param connection with the rights of who will read the report
     * @throws PivotRefusedException where the asker may not open it, or it names what the connection does not show
     */
    CrossTab read(Order order, OlapConnection connection) throws SQLException;
}
