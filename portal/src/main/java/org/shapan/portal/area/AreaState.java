package org.shapan.portal.area;

import java.util.List;
import java.util.Map;
import org.shapan.portal.board.UrlParameters;

/**
 * What the board shows, as it stands in the URL. Nulls mean the default: latest month, the top of what the person may see, all brands.
 *
 * @param period {@code 201003}
 * @param area unique name of a member of the area hierarchy
 * @param brand unique name of a member of the brand hierarchy
 * @param selected unique name of the child whose trend is shown, null for the area itself
 * @param chart ranking as bars instead of a table
 */
public record AreaState(String period, String area, String brand, Against against, String selected, boolean chart) {
    public static final AreaState DEFAULT = new AreaState(null, null, null, Against.EXPECTATION, null, false);

    /** Reads query parameters; whether the names exist is for the presenter to find out. */
    public static AreaState parse(Map<String, List<String>> parameters) {
        return new AreaState(
                UrlParameters.first(parameters, "period"),
                UrlParameters.first(parameters, "area"),
                UrlParameters.first(parameters, "brand"),
                Against.ofCode(UrlParameters.first(parameters, "vs")),
                UrlParameters.first(parameters, "row"),
                "chart".equals(UrlParameters.first(parameters, "show")));
    }

    /** Query parameters; defaults are left out. */
    public Map<String, String> parameters() {
        return UrlParameters.of(
                "period", period,
                "area", area,
                "brand", brand,
                "vs", against == Against.EXPECTATION ? null : against.code(),
                "row", selected,
                "show", chart ? "chart" : null);
    }

    public AreaState withPeriod(String other) {
        return new AreaState(other, area, brand, against, selected, chart);
    }

    /** Another area; the selection of a child ends with it. */
    public AreaState withArea(String other) {
        return new AreaState(period, other, brand, against, null, chart);
    }

    public AreaState withBrand(String other) {
        return new AreaState(period, area, other, against, selected, chart);
    }

    public AreaState withAgainst(Against other) {
        return new AreaState(period, area, brand, other, selected, chart);
    }

    public AreaState withSelected(String other) {
        return new AreaState(period, area, brand, against, other, chart);
    }

    public AreaState withChart(boolean other) {
        return new AreaState(period, area, brand, against, selected, other);
    }
}
