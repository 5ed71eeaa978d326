package org.shapan.portal.pivot;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Member;

/** The pivot a person meets first: the last month by branch and, where there are brands, by brand. */
public final class PivotStart {
    private static final String AREA = "[Area].[Managed]";
    private static final String BRANCH = "[Area].[Managed].[Branch]";
    private static final String BRAND = "[Brand]";
    private static final List<String> CHANGE = List.of(" MoM]");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

    private PivotStart() {}

    /**
     * A model of the fields' cube.
     *
     * @param asOf last day of the data, null where it is not known: then no month is picked
     */
    public static PivotModel of(OlapConnection connection, PivotFields fields, LocalDate asOf) throws OlapException {
        PivotModel model = PivotModel.of(fields.cube());
        var rows = fields.hierarchy(AREA)
                .or(() -> fields.hierarchies().stream().filter(h -> !h.time()).findFirst());
        if (rows.isPresent()) {
            model = model.put(rows.get().uniqueName(), startLevel(rows.get()), PivotModel.Place.ROWS);
        }
        var brand = fields.hierarchies().stream()
                .filter(h -> h.uniqueName().startsWith(BRAND))
                .findFirst();
        if (brand.isPresent()) {
            model = model.put(
                    brand.get().uniqueName(), brand.get().levels().getFirst().uniqueName(), PivotModel.Place.COLUMNS);
        }
        if (!fields.measures().isEmpty()) {
            String first = fields.measures().getFirst().uniqueName();
            model = model.toggleMeasure(first);
            String stem = first.substring(0, first.length() - 1);
            for (String suffix : CHANGE) {
                if (fields.measure(stem + suffix).isPresent()) {
                    model = model.toggleMeasure(stem + suffix);
                }
            }
        }
        var time = fields.hierarchies().stream()
                .filter(PivotFields.HierarchyField::time)
                .findFirst();
        if (time.isPresent()) {
            model = model.put(
                    time.get().uniqueName(), time.get().levels().getFirst().uniqueName(), PivotModel.Place.FILTERS);
            Optional<String> month = asOf == null
                    ? Optional.empty()
                    : month(connection, fields.cube(), time.get().uniqueName(), asOf);
            if (month.isPresent()) {
                model = model.pick(time.get().uniqueName(), List.of(month.get()));
            }
        }
        return model;
    }

    private static String startLevel(PivotFields.HierarchyField hierarchy) {
        return hierarchy.levels().stream()
                .map(PivotFields.LevelField::uniqueName)
                .filter(BRANCH::equals)
                .findFirst()
                .orElse(hierarchy.levels().getFirst().uniqueName());
    }

    /** The month of the last day, or the last month there is. */
    private static Optional<String> month(OlapConnection connection, String cube, String hierarchyName, LocalDate asOf)
            throws OlapException {
        for (Hierarchy hierarchy :
                connection.getOlapSchema().getCubes().get(cube).getHierarchies()) {
            if (!hierarchy.getUniqueName().equals(hierarchyName)) {
                continue;
            }
            for (Level level : hierarchy.getLevels()) {
                if (level.getLevelType() == Level.Type.TIME_MONTHS) {
                    List<Member> months = level.getMembers();
                    return months.stream()
                            .filter(month -> month.getName().equals(asOf.format(MONTH)))
                            .findFirst()
                            .or(() -> months.isEmpty() ? Optional.empty() : Optional.of(months.getLast()))
                            .map(Member::getUniqueName);
                }
            }
        }
        return Optional.empty();
    }
}
