package org.shapan.portal.board;

import java.time.YearMonth;
import java.util.List;

/** A board of an area in a month. */
public interface ScopedBoard {
    YearMonth month();

    /** To choose from, latest first. */
    List<YearMonth> months();

    /** To choose from. */
    List<Choice> areas();

    /** Areas from the top of what the person may see to the one shown. */
    List<Choice> path();

    /** Nothing is known of the area in the month. */
    boolean isEmpty();
}
