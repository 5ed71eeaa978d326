package org.shapan.portal.pivot;

/** What a measure of a model is called on the screen. */
final class MeasureText {
    private MeasureText() {}

    static String of(String measure, PivotModel model, PivotFields fields, PickText.Texts texts) {
        String base = ShowAs.base(measure);
        String caption = fields.measure(base)
                .map(field -> fields.kpiPart(base)
                        .map(part -> texts.text("pivot.kpi.of", field.caption(), texts.text("pivot.kpi." + part)))
                        .orElse(field.caption()))
                .orElseGet(() -> model.calculations().stream()
                        .filter(calculation -> calculation.uniqueName().equals(base))
                        .findFirst()
                        .map(Calculation::name)
                        .orElse(base));
        return ShowAs.read(measure)
                .map(kind -> texts.text("pivot.as.of", caption, texts.text("pivot.as." + kind)))
                .orElse(caption);
    }
}
