package org.shapan.portal.pivot;

import java.util.Locale;
import org.shapan.portal.text.Texts;

/** Names of totals in a language. They are asked for in background threads, which have no screen to tell it. */
record TotalTexts(Texts texts, Locale locale) implements AxisLayout.TotalText {
    @Override
    public String total() {
        return text("pivot.total");
    }

    @Override
    public String subtotal(String member) {
        return text("pivot.subtotal", member);
    }

    @Override
    public String kpi(PivotFields.KpiPart part, String caption) {
        return text("pivot.kpi.of", caption, text("pivot.kpi." + part));
    }

    @Override
    public String shownAs(ShowAs kind, String measure) {
        return text("pivot.as.of", measure, text("pivot.as." + kind));
    }

    private String text(String key, Object... parameters) {
        return texts.getTranslation(key, locale, parameters);
    }
}
