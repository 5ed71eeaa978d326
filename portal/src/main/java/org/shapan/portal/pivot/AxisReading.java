package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.olap4j.CellSetAxis;
import org.olap4j.Position;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Member;

/** Reads the axes of a result into layouts: those of a model by its fields, those of a written statement as they are. */
final class AxisReading {
    private final PivotModel model;
    private final PivotFields fields;
    private final PivotMdx.Statement mdx;
    private final AxisLayout.TotalText text;

    AxisReading(PivotModel model, PivotFields fields, PivotMdx.Statement mdx, AxisLayout.TotalText text) {
        this.model = model;
        this.fields = fields;
        this.mdx = mdx;
        this.text = text;
    }

    AxisLayout columns(CellSetAxis axis) {
        return model.mdx() != null ? written(axis) : read(axis, model.columns(), !measuresOnRows());
    }

    AxisLayout rows(CellSetAxis axis) {
        return model.mdx() != null ? written(axis) : read(axis, model.rows(), measuresOnRows());
    }

    /** Where the courses of trends lie on the axis that carries the measures. */
    Trend.Places trends(List<CellSetAxis> axes) {
        int axis = measuresOnRows() && axes.size() > 1 ? 1 : 0;
        List<List<String>> names =
                model.mdx() != null || model.measures().stream().noneMatch(Trend::is)
                        ? List.of()
                        : axes.get(axis).getPositions().stream()
                                .map(position -> position.getMembers().stream()
                                        .map(Member::getUniqueName)
                                        .toList())
                                .toList();
        return Trend.Places.read(model, names, axis == 1);
    }

    /** What stands for the rows of a result that has none. */
    AxisLayout oneRow() {
        return AxisLayout.of(
                List.of(List.of()),
                List.of(),
                false,
                new AxisLayout.Order(PivotModel.Subtotals.NONE, false, false),
                text);
    }

    private boolean measuresOnRows() {
        return model.measuresOnRows() && !model.columns().isEmpty();
    }

    private AxisLayout read(CellSetAxis axis, List<AxisField> axisFields, boolean measured) {
        List<AxisLayout.Spec> specs = axisFields.stream().map(this::spec).toList();
        boolean flat = model.sort() != null && model.sort().order().flat() && axisFields == model.rows();
        boolean grouped = axisFields == model.rows()
                && model.look().form() != PivotLook.Form.TABULAR
                && model.subtotals() != PivotModel.Subtotals.NONE;
        AxisLayout.Order order = new AxisLayout.Order(
                grouped ? PivotModel.Subtotals.ABOVE : model.subtotals(),
                flat,
                model.totals().first());
        return AxisLayout.of(positions(axis), specs, measured, order, text);
    }

    private AxisLayout.Spec spec(AxisField field) {
        PivotFields.HierarchyField hierarchy =
                fields.hierarchy(field.hierarchy()).orElseThrow();
        Map<Integer, String> levels = new HashMap<>();
        hierarchy.levels().forEach(level -> levels.put(level.depth(), level.caption()));
        Expansion expansion = field.expansion();
        return new AxisLayout.Spec(
                field.hierarchy(),
                mdx.totals().get(field.hierarchy()),
                hierarchy.deepest().depth(),
                levels,
                expansion.open(),
                expansion.to() == null ? 0 : hierarchy.level(expansion.to()).depth(),
                expansion.closed());
    }

    /** Every line for itself; the measures stand innermost only where the statement puts them there. */
    private AxisLayout written(CellSetAxis axis) {
        List<Hierarchy> hierarchies = axis.getAxisMetaData().getHierarchies();
        boolean measured =
                !hierarchies.isEmpty() && hierarchies.getLast().getUniqueName().equals("[Measures]");
        List<AxisLayout.Spec> specs = new ArrayList<>();
        for (Hierarchy hierarchy : measured ? hierarchies.subList(0, hierarchies.size() - 1) : hierarchies) {
            Map<Integer, String> levels = new HashMap<>();
            hierarchy.getLevels().forEach(level -> levels.put(level.getDepth(), level.getCaption()));
            specs.add(new AxisLayout.Spec(hierarchy.getUniqueName(), null, -1, levels, List.of()));
        }
        AxisLayout.Order order = new AxisLayout.Order(PivotModel.Subtotals.ABOVE, true, false);
        return AxisLayout.of(positions(axis), specs, measured, order, text);
    }

    private List<List<AxisMember>> positions(CellSetAxis axis) {
        AxisMember.Reader reader = new AxisMember.Reader();
        List<List<AxisMember>> positions = new ArrayList<>(axis.getPositionCount());
        for (Position position : axis.getPositions()) {
            List<AxisMember> members = new ArrayList<>(position.getMembers().size());
            for (Member member : position.getMembers()) {
                AxisMember read = reader.read(member);
                String derived = mdx.derived().get(read.uniqueName());
                members.add(derived == null ? kpi(read) : named(read, derived));
            }
            positions.add(members);
        }
        return positions;
    }

    /** A measure that is only part of a KPI bears the KPI's name; any other member is as it is. */
    private AxisMember kpi(AxisMember member) {
        return fields.kpiPart(member.uniqueName())
                .map(part -> new AxisMember(
                        member.uniqueName(),
                        text.kpi(
                                part,
                                fields.measure(member.uniqueName())
                                        .orElseThrow()
                                        .caption()),
                        member.depth(),
                        null))
                .orElse(member);
    }

    /** A measure under the name it has in the model, with a caption that says what it is shown as. */
    private AxisMember named(AxisMember member, String derived) {
        String caption = fields.measure(ShowAs.base(derived))
                .map(PivotFields.MeasureField::caption)
                .orElseGet(() -> model.calculations().stream()
                        .filter(c -> c.uniqueName().equals(ShowAs.base(derived)))
                        .findFirst()
                        .map(Calculation::name)
                        .orElse(derived));
        return new AxisMember(derived, text.shownAs(ShowAs.read(derived).orElseThrow(), caption), member.depth(), null);
    }
}
