package org.shapan.portal.link;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.portal.pivot.AxisField;
import org.shapan.portal.pivot.FilterField;
import org.shapan.portal.pivot.PivotLink;
import org.shapan.portal.pivot.PivotModel;

/** The pivot that shows a figure of an area with the parts it is made of, under the filters of the board. */
public final class AreaPivotLink {
    private static final String TIME = CalendarMonths.HIERARCHY;

    private AreaPivotLink() {}

    /**
     * @param area unique name and level of the area; the parts of the company are its cities
     * @param month unique name of the month
     * @param brand unique name; null for all brands
     */
    public static String of(String cube, String measure, String area, UnitLevel level, String month, String brand) {
        return within(
                cube,
                List.of(measure),
                area,
                level,
                month,
                brand == null ? List.of() : List.of(new FilterField("[Brand]", List.of(brand))));
    }

    /** As {@link #of(String, String, String, UnitLevel, String, String)}, of several measures and under any filters. */
    public static String within(
            String cube, List<String> measures, String area, UnitLevel level, String month, List<FilterField> more) {
        AxisField rows = AxisField.of(AreaUnit.HIERARCHY, AreaUnit.HIERARCHY + ".[" + name(level) + "]");
        if (level != UnitLevel.COMPANY) {
            rows = rows.pick(List.of(area)).toggle(area);
        }
        List<FilterField> filters = new ArrayList<>(List.of(new FilterField(TIME, List.of(month))));
        filters.addAll(more);
        return of(PivotModel.of(cube)
                .withAxes(List.of(rows), List.of())
                .withMeasures(measures.stream()
                        .map(measure -> "[Measures].[" + measure + "]")
                        .toList())
                .withFilters(filters));
    }

    /**
     * A link with other months: one filters the pivot, several stand side by side.
     *
     * @param link whose filter is a month
     * @param months unique names
     */
    public static String over(String link, List<String> months) {
        Location location = new Location(link);
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        location.getQueryParameters().getParameters().forEach((name, values) -> {
            List<String> kept = new ArrayList<>(values);
            kept.removeIf(value -> name.equals("filters") && value.equals(TIME)
                    || name.equals("columns") && value.equals(TIME + ".[Month]")
                    || name.equals("pick") && value.startsWith(TIME + "."));
            parameters.put(name, kept);
        });
        boolean several = months.size() > 1;
        List<String> field = parameters.computeIfAbsent(several ? "columns" : "filters", name -> new ArrayList<>());
        field.add(several ? TIME + ".[Month]" : TIME);
        parameters.computeIfAbsent("pick", name -> new ArrayList<>()).addAll(months);
        if (several) {
            parameters.put("totals", List.of("rows"));
        }
        parameters.values().removeIf(List::isEmpty);
        return new Location(location.getPath(), new QueryParameters(parameters)).getPathWithQueryParameters();
    }

    /** The link of a pivot. */
    public static String of(PivotModel model) {
        return new Location(PivotLink.ROUTE, new QueryParameters(PivotLink.write(model))).getPathWithQueryParameters();
    }

    private static String name(UnitLevel level) {
        return switch (level) {
            case COMPANY, CITY -> "City";
            case BRANCH -> "Branch";
            case MICRO_AREA -> "Micro area";
            case GROUP, CHANNEL, CUSTOMER -> "Owner";
        };
    }
}
