package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The statement that has one cell of a pivot, in place of all, for a drill-through. */
final class CellStatement {
    private CellStatement() {}

    /**
     * Members in the heads of the cell's row and column are put into the slicer; a total is that of the shown members.
     *
     * @throws UnknownNameException for a cell of a written statement, whose members are not known
     */
    static String of(PivotResult result, int row, int column) {
        PivotModel model = result.model();
        if (model.mdx() != null) {
            throw new UnknownNameException("rows behind a cell of", model.mdx());
        }
        PivotSets sets = new PivotSets(model, result.fields());
        List<String> slicer = new ArrayList<>();
        Set<String> named = new HashSet<>();
        List<HeadCell> heads = new ArrayList<>(result.rows().lines().get(row).heads());
        heads.addAll(result.columns().lines().get(column).heads());
        for (AxisField field :
                Stream.concat(model.rows().stream(), model.columns().stream()).toList()) {
            String member = null;
            for (HeadCell head : heads) {
                if (head.member() != null && head.member().startsWith(field.hierarchy() + ".")) {
                    member = head.member();
                }
            }
            named.add(field.hierarchy());
            slicer.add(member != null ? "{" + member + "}" : sets.start(field));
        }
        model.filters().stream()
                .filter(filter -> !filter.picked().isEmpty() && named.add(filter.hierarchy()))
                .forEach(filter -> slicer.add(sets.picks(filter.hierarchy(), filter.picked())));
        String measure = ShowAs.base(result.measure(row, column));
        String with = model.calculations().stream()
                .filter(calculation -> calculation.uniqueName().equals(measure))
                .findFirst()
                .map(calculation -> "WITH MEMBER " + calculation.write() + "\n")
                .orElse("");
        String where = slicer.isEmpty() ? "" : "\nWHERE " + String.join("\n  * ", slicer);
        return with + "SELECT {" + measure + "} ON COLUMNS\nFROM " + sets.cube() + where;
    }
}
