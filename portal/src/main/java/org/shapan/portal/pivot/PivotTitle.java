package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a pivot is called that nobody gave a name: its first measure and what stands on its axes. */
final class PivotTitle {
    private PivotTitle() {}

    static String of(PivotModel model, PivotFields fields, PickText.Texts texts) {
        String measure = model.measures().stream()
                .findFirst()
                .map(name -> MeasureText.of(name, model, fields, texts))
                .orElse("");
        List<String> axes = new ArrayList<>();
        Stream.concat(model.rows().stream(), model.columns().stream())
                .forEach(field -> axes.add(fields.hierarchy(field.hierarchy())
                        .orElseThrow()
                        .level(field.level())
                        .caption()));
        return (measure + " " + String.join(" × ", axes)).strip();
    }
}
