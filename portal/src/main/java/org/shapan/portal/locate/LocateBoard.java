package org.shapan.portal.locate;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.shapan.insight.locate.Movement;
import org.shapan.portal.customer.CustomerList;

/**
 * Everything on the screen.
 *
 * @param months to choose from, latest first
 * @param starts areas to start from: the way up, and what lies below the start
 * @param start the area whose movement is located, in its state
 * @param movement empty where the area does not move or has no expectation
 * @param path from the start down to where one has walked
 * @param columns the parts of each step of the path that has parts
 * @param customers of the last step; empty above micro areas, and where this person sees none
 * @param millis what the localisation took
 */
public record LocateBoard(
        LocateKpi kpi,
        YearMonth month,
        List<YearMonth> months,
        List<TreeNode> starts,
        TreeNode start,
        Optional<Movement> movement,
        List<TreeNode> path,
        List<TreeColumn> columns,
        Optional<CustomerList> customers,
        long millis) {
    public LocateBoard {
        requireNonNull(kpi, "kpi is null");
        requireNonNull(month, "month is null");
        requireNonNull(start, "start is null");
        months = List.copyOf(months);
        starts = List.copyOf(starts);
        path = List.copyOf(path);
        columns = List.copyOf(columns);
    }

    /** Where one has walked to. */
    public TreeNode at() {
        return path.getLast();
    }
}
