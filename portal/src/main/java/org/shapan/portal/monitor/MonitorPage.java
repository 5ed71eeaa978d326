package org.shapan.portal.monitor;

import java.util.List;
import java.util.Locale;
import org.shapan.portal.board.Form;

/** The pages: their tiles, then their blocks, each a list of members of one cube. What the role does not show is left out. */
public enum MonitorPage {
    /** V30: what is handled, by type; which outlets are short of numbers or sell none. */
    MONITOR(
            List.of(
                    new Group(
                            Names.ACTIVITY,
                            Metric.of("Transactions", "CHN-01", Form.AMOUNT),
                            Metric.of("E-channel share", "CHN-02", Form.SHARE),
                            Metric.of("New numbers", "CHN-03", Form.AMOUNT),
                            Metric.of("Success rate", "CHN-27", Form.SHARE),
                            Metric.of("Busy or failure rate", "CHN-28", Form.RATE)
                                    .from("A-CH-07")
                                    .given("Attempts", "A-CH-07.least-attempts"),
                            Metric.of("Complaints per 10k", "CHN-29", Form.TENTHS),
                            Metric.of("Zero-performance share", "CHN-18", Form.RATE),
                            Metric.of("Stock-short share", "CHN-20", Form.RATE),
                            Metric.of("Days of stock", "CHN-21", Form.TENTHS)),
                    new Group(
                            Names.NUMBERS,
                            Metric.of("30-day activation", "NUM-03", Form.RATE),
                            Metric.of("Kept ratio", "CHN-23", Form.RATE),
                            Metric.of("Diverted ratio", "CHN-22", Form.RATE)
                                    .from("A-CH-03")
                                    .given("Activated in 90 days", "A-CH-03.least-new"))),
            List.of(
                    new Block(
                            "types",
                            Names.ACTIVITY,
                            Names.TYPE,
                            List.of(
                                    Metric.of("Transactions", "CHN-01", Form.AMOUNT),
                                    Metric.of("Transactions MoM", "CHN-01.MoM", Form.CHANGE),
                                    Metric.of("New numbers", "CHN-03", Form.AMOUNT),
                                    Metric.of("Success rate", "CHN-27", Form.SHARE),
                                    Metric.of("Busy or failure rate", "CHN-28", Form.RATE)
                                            .from("A-CH-07")
                                            .given("Attempts", "A-CH-07.least-attempts"),
                                    Metric.of("Complaints per 10k", "CHN-29", Form.TENTHS)),
                            Drawing.bars("Transactions")),
                    new Block(
                            "short",
                            Names.ACTIVITY,
                            Names.CHANNEL,
                            List.of(
                                    Metric.of("Short outlets", "CHN-74", Form.AMOUNT),
                                    Metric.of("Stock", "CHN-19", Form.AMOUNT),
                                    Metric.of("Days of stock", "CHN-21", Form.TENTHS)
                                            .beyond("A-CH-04")
                                            .given("Stock sales", "A-CH-04.least-sales"),
                                    Metric.of("New numbers", "CHN-03", Form.AMOUNT)),
                            Drawing.NONE),
                    new Block(
                            "idle",
                            Names.ACTIVITY,
                            Names.CHANNEL,
                            List.of(
                                    Metric.of("Idle outlets", "CHN-57", Form.AMOUNT),
                                    Metric.of("Transactions", "CHN-01", Form.AMOUNT),
                                    Metric.of("Channel cost", "CHN-60", Form.YUAN)),
                            Drawing.NONE))),
    /** V31: what a transaction costs by type, and what diversion to electronic channels saves. */
    COST(
            List.of(new Group(
                    Names.ACTIVITY,
                    Metric.of("Channel cost", "CHN-60", Form.MONEY),
                    Metric.of("Unit cost", "CHN-13", Form.YUAN),
                    Metric.of("Commission", "CHN-08", Form.MONEY),
                    Metric.of("Commission per new number", "CHN-09", Form.YUAN),
                    Metric.of("Diversion rate", "CHN-14", Form.SHARE),
                    Metric.of("Diversion saving", "CHN-15", Form.MONEY))),
            List.of(
                    new Block(
                            "cost",
                            Names.ACTIVITY,
                            Names.TYPE,
                            List.of(
                                    Metric.of("Transactions", "CHN-01", Form.AMOUNT),
                                    Metric.of("Channel cost", "CHN-60", Form.YUAN),
                                    Metric.of("Unit cost", "CHN-13", Form.YUAN),
                                    Metric.of("Commission per new number", "CHN-09", Form.YUAN),
                                    Metric.of("Diversion saving", "CHN-15", Form.YUAN)),
                            Drawing.bars("Unit cost")),
                    new Block(
                            "diversion",
                            Names.ACTIVITY,
                            "[Business type].[Business type]",
                            List.of(
                                    Metric.of("Eligible transactions", "CHN-72", Form.AMOUNT),
                                    Metric.of("Diverted transactions", "CHN-73", Form.AMOUNT),
                                    Metric.of("Diversion rate", "CHN-14", Form.SHARE),
                                    Metric.of("Diversion saving", "CHN-15", Form.YUAN)),
                            Drawing.NONE))),
    /** V32: what social channels are worth, by type of value and one by one. */
    VALUE(
            List.of(new Group(
                    Names.SOCIAL,
                    Metric.of("Score", "SOC-01", Form.TENTHS),
                    Metric.of("Good grade share", "SOC-02", Form.SHARE),
                    Metric.of("Net value", "SOC-03", Form.MONEY),
                    Metric.of("Input–output", "SOC-04", Form.TENTHS),
                    Metric.of("Arbitrage share", "SOC-07", Form.RATE),
                    Metric.of("Commission withheld", "SOC-06", Form.MONEY))),
            List.of(
                    new Block(
                            "values",
                            Names.SOCIAL,
                            "[Value type].[Value type]",
                            List.of(
                                    Metric.of("Channel-months", "SOC-51", Form.AMOUNT),
                                    Metric.of("Score", "SOC-01", Form.TENTHS),
                                    Metric.of("Net value", "SOC-03", Form.YUAN),
                                    Metric.of("Input–output", "SOC-04", Form.TENTHS)),
                            Drawing.bars("Net value")),
                    new Block(
                            "outlets",
                            Names.SOCIAL,
                            Names.CHANNEL,
                            List.of(
                                    Metric.of("Input", "SOC-59", Form.YUAN),
                                    Metric.of("Contribution", "SOC-58", Form.YUAN),
                                    Metric.of("Net value", "SOC-03", Form.YUAN),
                                    Metric.of("Input–output", "SOC-04", Form.TENTHS),
                                    Metric.of("Score", "SOC-01", Form.TENTHS),
                                    Metric.of("Commission withheld", "SOC-06", Form.YUAN)),
                            Drawing.scatter("Input", "Contribution")))),
    /** V33: what own halls handle, cost and are worth per hall, employee and square metre. */
    HALLS(
            List.of(new Group(
                    Names.HALLS,
                    Metric.of("Customers served", "STO-01", Form.AMOUNT),
                    Metric.of("Mean wait", "STO-70", Form.MINUTES),
                    Metric.of("Hall efficiency", "STO-05", Form.YUAN),
                    Metric.of("Staff efficiency", "STO-06", Form.YUAN),
                    Metric.of("Floor efficiency", "STO-07", Form.YUAN),
                    Metric.of("Hall unit cost", "STO-08", Form.YUAN),
                    Metric.of("Economic value", "STO-04", Form.MONEY),
                    Metric.of("Financial value", "STO-03", Form.MONEY),
                    Metric.of("Hall complaints per 10k", "STO-09", Form.TENTHS),
                    Metric.of("Prompt acceptance", "STO-13", Form.SHARE),
                    Metric.of("Diversion potential", "STO-12", Form.SHARE),
                    Metric.of("Points per employee", "STO-11", Form.TENTHS))),
            List.of(
                    new Block(
                            "halls",
                            Names.HALLS,
                            Names.CHANNEL,
                            List.of(
                                    Metric.of("Customers served", "STO-01", Form.AMOUNT),
                                    Metric.of("Mean wait", "STO-70", Form.TENTHS),
                                    Metric.of("Hall cost", "STO-02", Form.YUAN),
                                    Metric.of("Economic value", "STO-04", Form.YUAN),
                                    Metric.of("Staff efficiency", "STO-06", Form.YUAN),
                                    Metric.of("Floor efficiency", "STO-07", Form.YUAN),
                                    Metric.of("Hall complaints per 10k", "STO-09", Form.TENTHS)),
                            Drawing.scatter("Hall cost", "Economic value")),
                    new Block(
                            "hours",
                            Names.HALLS,
                            "[Hour].[Hour]",
                            List.of(
                                    Metric.of("Customers served", "STO-01", Form.AMOUNT),
                                    Metric.of("Mean wait", "STO-70", Form.TENTHS)),
                            Drawing.inOrder("Customers served")))),
    /** V24: what is overdue, and what of it is malicious, by service provider, ordering channel and age. */
    ARREARS(
            List.of(new Group(
                    Names.ARREARS,
                    Metric.of("Arrears balance", "ARR-01", Form.MONEY),
                    Metric.of("Debtors", "ARR-02", Form.COUNT),
                    Metric.of("Recovery rate", "ARR-06", Form.SHARE),
                    Metric.of("SP fee in arrears", "ARR-07", Form.MONEY),
                    Metric.of("Malicious arrears", "ARR-08", Form.MONEY),
                    Metric.of("Malicious customers", "ARR-55", Form.COUNT))),
            List.of(
                    new Block(
                            "codes",
                            Names.RISK,
                            Names.CODE,
                            List.of(
                                    Metric.of("Malicious SP fee", "ARR-53", Form.YUAN),
                                    Metric.of("Malicious users", "ARR-52", Form.AMOUNT),
                                    Metric.of("Malicious ratio", "ARR-09", Form.RATE)
                                            .from("A-SP-08.ratio")
                                            .given("SP users", "sp.least-users")
                                            .given("Fee", "sp.least-fee"),
                                    Metric.of("Malicious deduction", "SPM-68", Form.YUAN)),
                            Drawing.bars("Malicious SP fee")),
                    new Block(
                            "companies",
                            Names.ARREARS,
                            Names.COMPANY,
                            List.of(
                                    Metric.of("Code arrears balance", "ARR-57", Form.YUAN),
                                    Metric.of("Code debtors", "ARR-58", Form.AMOUNT),
                                    Metric.of("Code malicious arrears", "ARR-59", Form.YUAN),
                                    Metric.of("Code malicious customers", "ARR-60", Form.AMOUNT)),
                            Drawing.bars("Code arrears balance")),
                    new Block(
                            "orders",
                            Names.ARREARS,
                            "[Order channel].[Type].[Type]",
                            List.of(
                                    Metric.of("Arrears balance", "ARR-01", Form.YUAN),
                                    Metric.of("Debtors", "ARR-02", Form.AMOUNT),
                                    Metric.of("Malicious arrears", "ARR-08", Form.YUAN),
                                    Metric.of("Malicious customers", "ARR-55", Form.AMOUNT)),
                            Drawing.NONE),
                    new Block(
                            "ages",
                            Names.ARREARS,
                            "[Arrears age].[Arrears age]",
                            List.of(
                                    Metric.of("Arrears balance", "ARR-01", Form.YUAN),
                                    Metric.of("Debtors", "ARR-02", Form.AMOUNT)),
                            Drawing.NONE))),
    /** V26: business codes whose users have too much in common, and what it is. */
    CONVERGENCE(
            List.of(new Group(
                    Names.RISK,
                    Metric.of("Convergence", "SPU-04", Form.TENTHS)
                            .from("A-SP-09.index")
                            .given("SP users", "sp.least-users"),
                    Metric.of("SP users", "SPU-01", Form.COUNT),
                    Metric.of("Newly activated share", "SPU-06", Form.SHARE),
                    Metric.of("SP-card users", "SPU-08", Form.COUNT),
                    Metric.of("Homogeneous pairs", "SPU-55", Form.AMOUNT),
                    Metric.of("Malicious SP fee", "ARR-53", Form.MONEY))),
            List.of(
                    new Block(
                            "convergence",
                            Names.RISK,
                            Names.CODE,
                            List.of(
                                    Metric.of("Convergence", "SPU-04", Form.TENTHS)
                                            .from("A-SP-09.index")
                                            .given("SP users", "sp.least-users"),
                                    Metric.of("SP users", "SPU-01", Form.AMOUNT),
                                    Metric.of("Newly activated share", "SPU-06", Form.SHARE),
                                    Metric.of("User overlap", "SPU-07", Form.SHARE),
                                    Metric.of("Homogeneous pairs", "SPU-55", Form.AMOUNT),
                                    Metric.of("Peak-hour share", "SPM-17", Form.SHARE)
                                            .from("A-SP-07.peak-hour")
                                            .given("SP users", "sp.least-users")
                                            .given("Fee", "sp.least-fee")),
                            Drawing.scatter("SP users", "Convergence"),
                            false),
                    new Block(
                            "attributes",
                            Names.RISK,
                            "[SP attribute].[SP attribute]",
                            List.of(
                                    Metric.of("Convergence contribution", "SPU-57", Form.TENTHS),
                                    Metric.of("Concentration", "SPU-03", Form.RATE),
                                    Metric.of("Line base", "SPU-56", Form.RATE),
                                    Metric.of("Top-three share", "SPU-58", Form.SHARE)),
                            Drawing.bars("Convergence contribution"),
                            false)));

    /** Cubes and levels of the pages. */
    static final class Names {
        static final String ACTIVITY = "Channel Activity";
        static final String NUMBERS = "Numbers";
        static final String SOCIAL = "Social Channels";
        static final String HALLS = "Halls";
        static final String ARREARS = "Arrears";
        static final String RISK = "SP Risk";
        static final String COMPANY = "[SP].[Company].[Company]";
        static final String CODE = "[SP].[Company].[Code]";
        static final String TYPE = "[Channel].[Type].[Type]";
        static final String CHANNEL = "[Channel].[Type].[Channel]";
    }

    /** Tiles of one cube. */
    record Group(String cube, List<Metric> metrics) {
        Group(String cube, Metric... metrics) {
            this(cube, List.of(metrics));
        }
    }

    /**
     * Members of a level with figures; the first figure decides which there are and their order.
     *
     * @param key of its title in the texts
     * @param totalled whether the figures of all members together mean something
     */
    record Block(String key, String cube, String level, List<Metric> metrics, Drawing drawing, boolean totalled) {
        Block(String key, String cube, String level, List<Metric> metrics, Drawing drawing) {
            this(key, cube, level, metrics, drawing, true);
        }
    }

    /**
     * How a block is drawn beside its table.
     *
     * @param x measure of the bars, or of the points to the right; null where it is not drawn
     * @param y measure of the points upwards; null for bars
     */
    record Drawing(Kind kind, String x, String y) {
        enum Kind {
            NONE,
            /** Bars, the largest first; the others are left to the table. */
            LARGEST,
            /** Bars of all members in their own order. */
            IN_ORDER,
            POINTS
        }

        static final Drawing NONE = new Drawing(Kind.NONE, null, null);

        static Drawing bars(String measure) {
            return new Drawing(Kind.LARGEST, measure, null);
        }

        static Drawing inOrder(String measure) {
            return new Drawing(Kind.IN_ORDER, measure, null);
        }

        static Drawing scatter(String x, String y) {
            return new Drawing(Kind.POINTS, x, y);
        }
    }

    private final List<Group> tiles;
    private final List<Block> blocks;

    MonitorPage(List<Group> tiles, List<Block> blocks) {
        this.tiles = tiles;
        this.blocks = blocks;
    }

    List<Group> tiles() {
        return tiles;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** The code in URLs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The page of a code that may come from a URL, among those of a view; the first of them for any other. */
    static MonitorPage ofCode(String code, List<MonitorPage> pages) {
        return pages.stream()
                .filter(page -> page.code().equals(code))
                .findFirst()
                .orElse(pages.getFirst());
    }
}
