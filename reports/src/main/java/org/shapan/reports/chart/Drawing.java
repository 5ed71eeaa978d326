package org.shapan.reports.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** A picture that JasperReports paints into the page as vectors. Subclasses draw in points, origin at the top left. */
abstract class Drawing extends AbstractRenderer implements Graphics2DRenderable {
    private static final long serialVersionUID = 1L;

    private static final String CHINESE_FONT = "Noto Sans SC";
    private static final String FIGURE_FONT = "Inter";

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    @Override
    public final void render(JasperReportsContext context, Graphics2D canvas, Rectangle2D area) {
        Graphics2D g = (Graphics2D) canvas.create();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.translate(area.getX(), area.getY());
            draw(new Pen(context, g), area.getWidth(), area.getHeight());
        } finally {
            g.dispose();
        }
    }

    abstract void draw(Pen pen, double width, double height);

    /** Graphics with text that knows the report fonts: Inter for figures, Noto Sans SC where Chinese is in the text. */
    record Pen(JasperReportsContext context, Graphics2D g) {
        /** Writes text with its vertical middle at {@code y}. */
        void text(String text, double x, double y, float size, boolean bold, Anchor anchor) {
            Font font = font(text, size, bold);
            g.setFont(font);
            double width = font.getStringBounds(text, g.getFontRenderContext()).getWidth();
            double left =
                    switch (anchor) {
                        case START -> x;
                        case MIDDLE -> x - width / 2;
                        case END -> x - width;
                    };
            g.drawString(text, (float) left, (float) (y + size * 0.36));
        }

        double width(String text, float size) {
            return font(text, size, false)
                    .getStringBounds(text, g.getFontRenderContext())
                    .getWidth();
        }

        /** The text, or as much of its beginning as fits the width with an ellipsis behind it. */
        String fitting(String text, float size, double room) {
            String shown = text;
            while (shown.length() > 1 && width(shown, size) > room) {
                shown = shown.substring(0, shown.length() - (shown.endsWith("…") ? 2 : 1)) + "…";
            }
            return shown;
        }

        private Font font(String text, float size, boolean bold) {
            boolean chinese = text.codePoints().anyMatch(Character::isIdeographic);
            return FontUtil.getInstance(context)
                    .getAwtFontFromBundles(
                            chinese ? CHINESE_FONT : FIGURE_FONT, bold ? Font.BOLD : Font.PLAIN, size, null, false);
        }
    }
}
