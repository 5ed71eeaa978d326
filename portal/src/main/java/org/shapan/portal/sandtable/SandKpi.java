package org.shapan.portal.sandtable;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shapan.insight.Indicator;
import org.shapan.portal.board.Form;
import org.shapan.portal.locate.LocateKpi;

/** The indicators of the sand table in the order of its rows. */
public enum SandKpi {
    REVENUE(SandDomain.REVENUE, Source.OPERATIONS, "Gross revenue", "REV-01", Form.MONEY, LocateKpi.REVENUE),
    COMPLETION(SandDomain.REVENUE, Source.OPERATIONS, "Revenue completion", "REV-25", Form.RATE, LocateKpi.REVENUE),
    ARPU(SandDomain.REVENUE, Source.OPERATIONS, "ARPU", "REV-10", Form.YUAN, LocateKpi.REVENUE),
    DATA_SHARE(SandDomain.REVENUE, Source.OPERATIONS, "Data share", "REV-06", Form.SHARE, LocateKpi.DATA_REVENUE),
    SUBSCRIBERS(
            SandDomain.USERS, Source.OPERATIONS, "Closing subscribers", "SUB-01", Form.COUNT, LocateKpi.SUBSCRIBERS),
    NEW(SandDomain.USERS, Source.OPERATIONS, "New", "SUB-03", Form.COUNT, LocateKpi.NEW),
    NET_ADDS(SandDomain.USERS, Source.OPERATIONS, "Net adds", "SUB-08", Form.BALANCE, LocateKpi.LEFT),
    CHURN(SandDomain.USERS, Source.OPERATIONS, "Churn rate", "SUB-10", Form.RATE, LocateKpi.LEFT),
    RETENTION(SandDomain.USERS, Source.RETENTION, "Retention", "RET-02", Form.RATE, null),
    E_CHANNEL(SandDomain.CHANNELS, Source.CHANNELS, "E-channel share", "CHN-02", Form.SHARE, null),
    SHORT_STOCK(SandDomain.CHANNELS, Source.CHANNELS, "Stock-short share", "CHN-20", Form.RATE, null),
    ACTIVATION(SandDomain.CHANNELS, Source.NUMBERS, "30-day activation", "NUM-03", Form.RATE, null),
    IN_NET(SandDomain.CHANNELS, Source.NUMBERS, "Three-month in-net", "NUM-05", Form.RATE, null),
    KEPT(SandDomain.CHANNELS, Source.NUMBERS, "Kept ratio", "CHN-23", Form.RATE, null),
    ARREARS(SandDomain.CHANNELS, Source.ARREARS, "Arrears rate after two cycles", "ARR-03", Form.RATE, null),
    GROUP_REVENUE(SandDomain.GROUPS, Source.OPERATIONS, "Group revenue", "REV-08", Form.MONEY, LocateKpi.GROUP_REVENUE),
    STABILITY(SandDomain.GROUPS, Source.GROUPS, "High-stability ratio", "GRP-13", Form.RATE, null);

    /** A cube and the measure behind its ratios, by which small numbers are told from real movements. */
    enum Source {
        OPERATIONS("Operations", "Average subscribers"),
        RETENTION("Retention", "Snapshot base"),
        CHANNELS("Channel Activity", "Open outlets"),
        NUMBERS("Numbers", null),
        ARREARS("Arrears", null),
        GROUPS("Groups", "Core groups");

        private final String cube;
        private final String base;

        Source(String cube, String base) {
            this.cube = cube;
            this.base = base;
        }

        String cube() {
            return cube;
        }
    }

    /** Those of the tiles; the red service providers stand beside them. */
    static final List<SandKpi> TILES = List.of(
            REVENUE,
            ARPU,
            SUBSCRIBERS,
            NEW,
            NET_ADDS,
            CHURN,
            DATA_SHARE,
            RETENTION,
            E_CHANNEL,
            ARREARS,
            COMPLETION,
            STABILITY);

    private final SandDomain domain;
    private final Source source;
    private final String measure;
    private final String id;
    private final Form form;
    private final LocateKpi locate;

    SandKpi(SandDomain domain, Source source, String measure, String id, Form form, LocateKpi locate) {
        this.domain = requireNonNull(domain, "domain is null");
        this.source = source;
        this.measure = measure;
        this.id = id;
        this.form = form;
        this.locate = locate;
    }

    public SandDomain domain() {
        return domain;
    }

    public String cube() {
        return source.cube;
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

    /** The movement behind the indicator that can be located; empty for none. */
    public Optional<LocateKpi> locate() {
        return Optional.ofNullable(locate);
    }

    /** The rule that colours the indicator; empty for the completion of a target, which is judged by what is due. */
    Optional<Indicator> indicator() {
        return Indicator.of(id);
    }

    /** The measure that counts what a ratio is one of; null where it is not known. */
    String base() {
        return switch (this) {
            case ACTIVATION -> "Sold, 30 days over";
            case IN_NET -> "Activated 3 months ago";
            case KEPT -> "New in 6 months";
            default -> source.base;
        };
    }

    /** Whether the figure has a meaning below the whole company: electronic channels belong to no area. */
    boolean isByArea() {
        return this != E_CHANNEL;
    }

    /** Measures of a cube that the sand table asks for. */
    static List<String> measures(Source source) {
        return Arrays.stream(values())
                .filter(kpi -> kpi.source == source)
                .flatMap(kpi -> Stream.of(kpi.measure, kpi.base()))
                .filter(measure -> measure != null)
                .distinct()
                .toList();
    }
}
