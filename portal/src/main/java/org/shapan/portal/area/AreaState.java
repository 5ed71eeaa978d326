package org.shapan.portal.area;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
                first(parameters, "period"),
                first(parameters, "area"),
                first(parameters, "brand"),
                Against.ofCode(first(parameters, "vs")),
                first(parameters, "row"),
                "chart".equals(first(parameters, "show")));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }

    /** Query parameters; defaults are left out. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "period", period);
        put(parameters, "area", area);
        put(parameters, "brand", brand);
        put(parameters, "vs", against == Against.EXPECTATION ? null : against.code());
        put(parameters, "row", selected);
        put(parameters, "show", chart ? "chart" : null);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (value != null) {
            parameters.put(name, value);
        }
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
