package org.shapan.portal.locate;

import java.util.Arrays;
import java.util.Optional;
import org.shapan.insight.Indicator;

/** Indicators whose movements can be located: they add up over areas. */
public enum LocateKpi {
    REVENUE("Gross revenue", "REV-01", true),
    DATA_REVENUE("Data revenue", "REV-05", true),
    GROUP_REVENUE("Group revenue", "REV-08", true),
    SUBSCRIBERS("Closing subscribers", "SUB-01", false),
    NEW("New", "SUB-03", false),
    LEFT("Left", "SUB-04", false);

    private final String measure;
    private final String id;
    private final boolean money;

    LocateKpi(String measure, String id, boolean money) {
        this.measure = measure;
        this.id = id;
        this.money = money;
    }

    /** The indicator of an id of the domain, which may come from a URL; revenue for none. */
    public static Optional<LocateKpi> ofId(String id) {
        return id == null
                ? Optional.of(REVENUE)
                : Arrays.stream(values()).filter(kpi -> kpi.id.equals(id)).findFirst();
    }

    public String measure() {
        return measure;
    }

    /** Id of the domain. */
    public String id() {
        return id;
    }

    /** Yuan; else a count of customers. */
    public boolean isMoney() {
        return money;
    }

    /** The rule that colours the indicator. */
    Indicator indicator() {
        return Indicator.of(id).orElseThrow();
    }
}
