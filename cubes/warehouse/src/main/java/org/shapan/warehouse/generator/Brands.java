package org.shapan.warehouse.generator;

import java.util.List;

/** The three brands in the order of their codes, with the parameters of domain §9.3. */
final class Brands {

    static final int EASYOWN = 0;
    static final int GOTONE = 1;
    static final int MZONE = 2;
    static final int COUNT = 3;

    static final List<String> CODES = List.of("EASYOWN", "GOTONE", "MZONE");
    static final List<String> ZH = List.of("神州行", "全球通", "动感地带");
    static final List<String> EN = List.of("Easyown", "GoTone", "M-Zone");

    /** Share of customers at the as-of date. */
    static final double[] MIX = {0.55, 0.20, 0.25};
    /** Location of the log-normal revenue level. */
    static final double[] MU = {3.45, 4.55, 3.95};
    /** Scale of the log-normal revenue level. */
    static final double[] SIGMA = {0.90, 0.95, 0.78};
    /** Share of silent customers: 6 % × 1.35, 0.35, 0.75. */
    static final double[] SILENT = {0.081, 0.021, 0.045};
    /** Monthly churn in the long run. */
    static final double[] CHURN = {0.030, 0.009, 0.026};
    /** Share that belongs to a managed group; 25 % over all. */
    static final double[] MEMBERS = {0.246, 0.45, 0.10};
    /** Mean age in 2010. */
    static final double[] AGE = {35, 41, 22};
    /** Share that pays after the month. */
    static final double[] POSTPAID = {0.05, 0.85, 0.15};

    private Brands() {}
}
