package org.shapan.portal.board;

import java.util.List;
import java.util.Map;

/** Reports that are about what a board shows. */
public interface BoardReports {
    /**
     * A report with the filters of the board.
     *
     * @param title its name and what it is about, in the reader's language
     * @param pages link of its pages, and of its files in every format
     * @param subscription link of a new schedule that sends it
     */
    record Report(String title, String pages, String subscription) {}

    /** Whether a report may be about it; asks nobody. */
    boolean mayBe(String route, Map<String, String> parameters);

    /**
     * The reports of a board as the reader sees it.
     *
     * @param route of the board
     * @param parameters its filters, as they stand in the URL
     * @return by their id; without those that do not know one of the filters
     */
    List<Report> of(String route, Map<String, String> parameters);
}
