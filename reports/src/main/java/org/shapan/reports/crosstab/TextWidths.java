package org.shapan.reports.crosstab;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;

/** Widths of texts in a font of the pages. Not thread-safe. */
final class TextWidths {
    private static final FontRenderContext PAPER = new FontRenderContext(null, true, true);

    private final Font font;
    private final Map<Integer, Float> advances = new HashMap<>();

    TextWidths(JasperReportsContext context, String family, boolean bold, float size) {
        this.font = FontUtil.getInstance(context)
                .getAwtFontFromBundles(family, bold ? Font.BOLD : Font.PLAIN, size, Locale.ROOT, false);
    }

    /** Points that the text takes on one line, rounded up. */
    int of(String text) {
        float width = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            width += advances.computeIfAbsent(character, this::advance);
            i += Character.charCount(character);
        }
        return (int) Math.ceil(width);
    }

    private float advance(int character) {
        return (float)
                font.getStringBounds(Character.toString(character), PAPER).getWidth();
    }
}
