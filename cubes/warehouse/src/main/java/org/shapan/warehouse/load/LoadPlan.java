package org.shapan.warehouse.load;

import java.util.List;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.Feeds;
import org.shapan.warehouse.star.StarScript;

/**
 * How feeds become facts, in the order in which it is done. To load another fact, define its feeds in {@link Feeds}, its table in
 * {@link StarScript#FACT_TABLES} and its script in {@link StarScript}, and add a line here. Dimension feeds need no line: all of them stand as views when
 * {@link StarScript#KEYS} and {@link StarScript#MEMBERS} run.
 */
final class LoadPlan {

    /**
     * Stages and checks feeds, then runs the script that reads them as views of their names. An optional feed that the delivery lacks is
     * an empty view. A script of a month finds the table {@code customer} and the variables {@code month} and {@code month_before}, and
     * adds what its facts sum up to to {@code fact_total}.
     *
     * @param feeds may be empty
     */
    record Step(StarScript script, List<Feed> feeds) {}

    /**
     * The position at the end of a month.
     *
     * @param table temporary table that holds it
     * @param step that makes it
     */
    record Position(String table, Step step) {}

    private static final Step CUSTOMERS = step(StarScript.CUSTOMERS, Feeds.CUST_MONTH);
    private static final Step NUMBER_POSITION = step(StarScript.NUMBER_POSITION, Feeds.NUMBER_STATE);
    private static final Step SNAPSHOT = step(StarScript.SNAPSHOT);

    /** What is carried from the end of a month to the next, kept with every month, and delivered once as the opening position. */
    static final List<Position> OPENING = List.of(
            new Position("customer", CUSTOMERS),
            new Position("number_now", NUMBER_POSITION),
            new Position("snapshot_member", SNAPSHOT));

    /** Facts of a month. */
    static final List<Step> MONTH = List.of(
            CUSTOMERS,
            step(StarScript.SUBSCRIBERS, Feeds.CONTRACT),
            step(StarScript.REVENUE, Feeds.REV_ITEM),
            step(StarScript.CHANNELS, Feeds.CHAN_DAY, Feeds.CHAN_COST, Feeds.CHAN_STOCK),
            step(StarScript.HALLS, Feeds.HALL_HOUR),
            NUMBER_POSITION,
            step(StarScript.NUMBERS),
            step(StarScript.SP, Feeds.SP_HOUR, Feeds.SP_USER),
            step(StarScript.NUMBER_CHECKS, Feeds.NUMBER_USE),
            step(StarScript.SOCIAL),
            step(StarScript.ARREARS, Feeds.ARREARS, Feeds.DEBTOR),
            step(StarScript.SP_MONTH),
            step(StarScript.BEHAVIOUR, Feeds.USAGE_PROFILE),
            step(StarScript.GROUPS, Feeds.GROUP_MONTH, Feeds.GROUP_PRODUCT),
            step(StarScript.RETENTION),
            SNAPSHOT,
            step(StarScript.CAMPAIGNS, Feeds.CAMPAIGN_CONTACT, Feeds.CAMPAIGN_CANCEL, Feeds.CAMPAIGN_STAFF));

    /** Facts that are delivered whole, after all months. */
    static final List<Step> WHOLE = List.of(step(StarScript.TARGETS, Feeds.TARGET));

    private LoadPlan() {}

    private static Step step(StarScript script, Feed... feeds) {
        return new Step(script, List.of(feeds));
    }
}
