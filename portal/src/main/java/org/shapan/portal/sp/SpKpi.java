package org.shapan.portal.sp;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shapan.insight.AbsoluteBand;
import org.shapan.insight.Direction;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.insight.sp.TotalRule;

/** The indicators of all service providers or a line: measure, rule and how the figure is written. Order is that of the tiles. */
public enum SpKpi {
    FEE("Fee", "SPM-01", Form.MONEY, Direction.NEUTRAL),
    USERS("Users", "SPM-04", Form.USERS, Direction.NEUTRAL),
    MO("MO", "SPM-07", Form.MESSAGES, Direction.NEUTRAL),
    MT("MT", "SPM-08", Form.MESSAGES, Direction.NEUTRAL),
    MT_PER_MO("MT per MO", "SPM-09", Form.TIMES, Direction.NEUTRAL),
    ARREARS("Arrears rate", "SPM-59", Form.RATE, Direction.DOWN_IS_GOOD),
    COMPLAINTS("Complaints per 10k", "SPM-12", Form.CASES, Direction.DOWN_IS_GOOD),
    SETTLEMENT("Settlement due", "SPM-23", Form.MONEY, Direction.NEUTRAL);

    /** How a figure is written. */
    public enum Form {
        MONEY,
        USERS,
        MESSAGES,
        TIMES,
        RATE,
        CASES
    }

    /** MT per MO stands in the tile of MT. */
    static final List<SpKpi> TILES = List.of(FEE, USERS, MO, MT, ARREARS, COMPLAINTS, SETTLEMENT);

    private final String measure;
    private final String id;
    private final Form form;
    private final Direction direction;

    SpKpi(String measure, String id, Form form, Direction direction) {
        this.measure = measure;
        this.id = id;
        this.form = form;
        this.direction = direction;
    }

    /** The indicator of a measure's name; empty for one that the board does not judge. */
    static Optional<SpKpi> ofMeasure(String measure) {
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

    /** Fixed limits; null for none. */
    AbsoluteBand band() {
        return this == ARREARS ? AbsoluteBand.of(AbsoluteBand.ARREARS, Parameters.current()) : null;
    }

    State judge(MonthlySeries series, YearMonth month) {
        return band() == null ? TotalRule.judge(series, month, direction) : band().judge(series.value(month));
    }
}
