package org.shapan.portal.pivot;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.olap4j.OlapStatement;
import org.olap4j.Position;

/** Which periods a model's relative picks are with the data as they are: who reads on paper cannot ask. */
final class RelativePeriods {
    private RelativePeriods() {}

    /** Adds the periods to the captions of relative picks: {@code latest 3 months (January 2010 – March 2010)}. */
    static void name(Map<String, String> captions, PivotModel model, PivotFields fields, OlapStatement statement)
            throws SQLException {
        Set<String> picks = new LinkedHashSet<>();
        Stream.concat(model.rows().stream(), model.columns().stream())
                .forEach(field -> picks.addAll(field.members().picked()));
        model.filters().forEach(filter -> picks.addAll(filter.members().picked()));
        for (String written : picks) {
            Pick pick = Pick.parse(written);
            if (pick.kind().relative()) {
                String set = pick.mdx(fields.hierarchyOf(pick.level()).orElseThrow(), fields.firstStored());
                String cube = "[" + model.cube().replace("]", "]]") + "]";
                List<Position> periods = statement
                        .executeOlapQuery(
                                "SELECT {" + fields.firstStored() + "} ON COLUMNS, {" + set + "} ON ROWS FROM " + cube)
                        .getAxes()
                        .get(1)
                        .getPositions();
                if (!periods.isEmpty()) {
                    String first = caption(periods.getFirst());
                    String last = caption(periods.getLast());
                    String named = first.equals(last) ? first : first + " – " + last;
                    captions.computeIfPresent(written, (key, caption) -> caption + " (" + named + ")");
                }
            }
        }
    }

    private static String caption(Position period) {
        return period.getMembers().getFirst().getCaption();
    }
}
