package org.shapan.portal.pivot;

/** What a condition is called on the screen and in exports. */
final class ConditionText {
    private ConditionText() {}

    static String of(Condition condition, PivotModel model, PivotFields fields, PickText.Texts texts) {
        String what = condition.kind().label()
                ? condition.text()
                : condition.low().toPlainString()
                        + (condition.high() == null
                                ? ""
                                : " – " + condition.high().toPlainString())
                        + " · " + MeasureText.of(condition.measure(), model, fields, texts);
        return texts.text("pivot.where." + condition.kind()) + " " + what;
    }
}
