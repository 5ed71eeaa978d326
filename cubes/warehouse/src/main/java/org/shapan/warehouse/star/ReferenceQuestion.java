package org.shapan.warehouse.star;

import java.util.Locale;

/**
 * Questions of the domain (§5.20) with their answer in plain SQL on the star: what every other way to the same numbers, MDX first, is
 * compared with.
 */
public enum ReferenceQuestion {
    /** Net revenue by branch and brand with MoM, YoY and share. */
    Q01,
    /** ARPU by brand: a ratio of sums. */
    Q02,
    /** Closing subscribers of a year are those of December, new adds a sum. */
    Q03,
    /** The identity of subscribers by micro area and month. */
    Q04,
    /** Channels with most new numbers, and how many of those are genuine. */
    Q05,
    /** Unit cost and e-channel share by channel class. */
    Q06,
    /** Distinct customers of data services in a quarter. */
    Q07,
    /** SP companies with their peers. */
    Q08,
    /** Hour by weekday of one business code. */
    Q09,
    /** Malicious arrears by SP, ordering channel and month of activation. */
    Q10,
    /** Completion of a target against time progress. */
    Q11,
    /** Volume and rate effects. */
    Q12,
    /** Customers behind a cell. */
    Q13,
    /** Share of the top customers by brand and city. */
    Q15,
    /** Branch = Σ micro areas = Σ owner leaves. */
    Q16,
    /** The same month of the year before, and that of the Spring Festival. */
    Q17;

    /** The query, without a final semicolon. */
    public String sql() {
        return Star.text("question/" + name().toLowerCase(Locale.ROOT) + ".sql");
    }
}
