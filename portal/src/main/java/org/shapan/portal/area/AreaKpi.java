package org.shapan.portal.area;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shapan.insight.Indicator;
import org.shapan.portal.board.Form;

/** The indicators of the board: measure, rule and how the figure is written. Order is that of the tiles. */
public enum AreaKpi {
    REVENUE("Gross revenue", "REV-01", Form.MONEY),
    ARPU("ARPU", "REV-10", Form.YUAN),
    SUBSCRIBERS("Closing subscribers", "SUB-01", Form.COUNT),
    NET_ADDS("Net adds", "SUB-08", Form.BALANCE),
    CHURN("Churn rate", "SUB-10", Form.RATE),
    DATA_SHARE("Data share", "REV-06", Form.SHARE),
    MID_HIGH("Mid/high-end share", "SUB-18", Form.SHARE),
    NEW("New", "SUB-03", Form.COUNT),
    E_CHANNEL("E-channel share", "CHN-02", Form.SHARE),
    ACTIVE("Active rate", "SUB-52", Form.SHARE),
    GROUP_REVENUE("Group revenue", "REV-08", Form.MONEY),
    MOU("MOU", "REV-13", Form.MINUTES);

    /** Indicators whose deviations are told as movements of the parts. */
    static final List<AreaKpi> MOVEMENTS = List.of(REVENUE, NEW, CHURN, SUBSCRIBERS, ARPU);

    private final String measure;
    private final String id;
    private final Form form;

    AreaKpi(String measure, String id, Form form) {
        this.measure = measure;
        this.id = id;
        this.form = form;
    }

    /** The indicator of a measure's name; empty for one that the board does not judge. */
    static Optional<AreaKpi> ofMeasure(String measure) {
        return Arrays.stream(values())
                .filter(kpi -> kpi.measure.equals(measure))
                .findFirst();
    }

    public String measure() {
        return measure;
    }

    /** Id of the domain. */
    public String id() {
        return id;
    }

    public Form form() {
        return form;
    }

    /** The rule that colours the indicator. */
    public Indicator indicator() {
        return Indicator.of(id).orElseThrow();
    }

    /** Whether customers are behind the figure. */
    boolean isOfCustomers() {
        return this != E_CHANNEL;
    }
}
