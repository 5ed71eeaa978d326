package org.shapan.portal.insight;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.reports.insight.CellAddress;

/**
 * A cell of a report taken apart.
 *
 * @param measure name without the dimension
 * @param unit the member of one of the hierarchies asked for; null where the cell names none
 * @param context the other members that are not "all"
 */
public record CellCoordinates(Cube cube, String measure, YearMonth month, Member unit, List<MemberName> context) {
    public CellCoordinates {
        context = List.copyOf(context);
    }

    /**
     * @param unitHierarchies unique names of the hierarchies in which the unit may lie; of several members the one that is not "all"
     * @return empty where the cell has no measure, or not exactly one month
     */
    public static Optional<CellCoordinates> of(CellAddress cell, List<String> unitHierarchies) {
        String measure = null;
        YearMonth month = null;
        Member unit = null;
        List<MemberName> context = new ArrayList<>();
        for (Member member : cell.members()) {
            String hierarchy = member.getHierarchy().getUniqueName();
            if (member instanceof Measure || member.getDimension().getName().equals("Measures")) {
                measure = member.getName();
            } else if (hierarchy.equals(CalendarMonths.HIERARCHY)) {
                month = member.getLevel().getName().equals("Month")
                        ? CalendarMonths.parse(member.getName()).orElse(null)
                        : null;
            } else if (unitHierarchies.contains(hierarchy)) {
                unit = unit == null || unit.isAll() ? member : unit;
            } else if (!member.isAll()) {
                context.add(new MemberName(member.getUniqueName()));
            }
        }
        return measure == null || month == null
                ? Optional.empty()
                : Optional.of(new CellCoordinates(cell.cube(), measure, month, unit, context));
    }

    /** Positions of the cells by what must be equal within one query. */
    public static Map<List<MemberName>, List<Integer>> byContext(List<Optional<CellCoordinates>> cells) {
        Map<List<MemberName>, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            int position = i;
            cells.get(i)
                    .ifPresent(cell -> groups.computeIfAbsent(cell.context(), context -> new ArrayList<>())
                            .add(position));
        }
        return groups;
    }
}
