package org.shapan.reports.crosstab;

import java.awt.Color;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sf.jasperreports.engine.JRDefaultStyleProvider;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.base.JRBasePrintElement;
import net.sf.jasperreports.engine.base.JRBasePrintImage;
import net.sf.jasperreports.engine.base.JRBasePrintLine;
import net.sf.jasperreports.engine.base.JRBasePrintText;
import net.sf.jasperreports.engine.design.JRDesignStyle;
import net.sf.jasperreports.engine.fill.DefaultPrintElementOriginator;
import net.sf.jasperreports.engine.fill.JRTemplatePrintText;
import net.sf.jasperreports.engine.fill.JRTemplateText;
import net.sf.jasperreports.engine.fill.PrintElementOriginator;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.OnErrorTypeEnum;
import net.sf.jasperreports.engine.type.ScaleImageEnum;
import net.sf.jasperreports.engine.util.JRTextMeasurerUtil;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;
import net.sf.jasperreports.renderers.Renderable;
import org.shapan.reports.insight.ReportState;

/** Makes the elements of a page in the styles that all reports share. */
final class PageElements {
    private static final int UNBOUNDED = 10_000;

    /** Where the lines of a text stand, of which texts in the same font on one line have the same. */
    private record Lines(float height, float factor, float offset) {}

    private static final PrintElementOriginator NOBODY =
            new DefaultPrintElementOriginator(JRPrintElement.UNSET_SOURCE_ELEMENT_ID);
    private static final String STYLES = "org/shapan/reports/template/shapan.jrtx";

    private final JRDefaultStyleProvider provider;
    private final Map<String, JRDesignStyle> styles = new LinkedHashMap<>();
    private final JRTextMeasurerUtil measurer;
    private final Map<String, Lines> known = new HashMap<>();
    private final Map<Look, JRTemplateText> looks = new HashMap<>();

    /** @param print is given the styles */
    PageElements(JasperReportsContext context, JasperPrint print) throws JRException {
        this.provider = print.getDefaultStyleProvider();
        this.measurer = JRTextMeasurerUtil.getInstance(context);
        for (JRStyle style :
                JRXmlTemplateLoader.getInstance(context).loadTemplate(STYLES).getStyles()) {
            JRDesignStyle known = (JRDesignStyle) style;
            if (style.getStyleNameReference() != null) {
                known.setParentStyle(styles.get(style.getStyleNameReference()));
            }
            styles.put(style.getName(), known);
            print.addStyle(style);
            if (style.isDefault()) {
                print.setDefaultStyle(style);
            }
        }
    }

    /** A text that is yet to be placed; {@link #set} or {@link #setLine} finishes it. */
    JRBasePrintText text(String style, String text) {
        JRBasePrintText element = new JRBasePrintText(provider);
        element.setStyle(styles.get(style));
        element.setText(text);
        return element;
    }

    /** Places a text of any number of lines. */
    JRBasePrintText set(JRBasePrintText text, int x, int y, int width, int height) {
        place(text, x, y, width, height);
        measurer.measureTextElement(text);
        return text;
    }

    /** Places a text that is known to take one line: faster, and elements that look alike share how they look, of which a page has thousands. */
    JRPrintText setLine(JRBasePrintText text, int x, int y, int width, int height) {
        Lines lines =
                known.computeIfAbsent(text.getFontName() + text.isBold() + text.getFontSize(), font -> measured(text));
        JRTemplatePrintText line =
                new JRTemplatePrintText(looks.computeIfAbsent(Look.of(text), look -> look(text)), NOBODY);
        place(line, x, y, width, height);
        line.setText(text.getFullText());
        line.setTextHeight(lines.height());
        line.setLineSpacingFactor(lines.factor());
        line.setLeadingOffset(lines.offset());
        return line;
    }

    /** What tells the looks of one-line texts apart. */
    private record Look(
            String style,
            float size,
            boolean bold,
            Color ink,
            Color ground,
            HorizontalTextAlignEnum align,
            Color below,
            Color left,
            int leftPadding,
            int rightPadding) {
        static Look of(JRBasePrintText text) {
            JRLineBox box = text.getLineBox();
            return new Look(
                    text.getStyle().getName(),
                    text.getFontSize(),
                    text.isBold(),
                    text.getForecolor(),
                    text.getMode() == ModeEnum.OPAQUE ? text.getBackcolor() : null,
                    text.getHorizontalTextAlign(),
                    box.getBottomPen().getOwnLineColor(),
                    box.getLeftPen().getOwnLineColor(),
                    box.getLeftPadding(),
                    box.getRightPadding());
        }
    }

    private JRTemplateText look(JRBasePrintText text) {
        JRTemplateText look = new JRTemplateText(null, provider);
        look.setStyle(text.getStyle());
        look.setMode(text.getOwnMode());
        look.setForecolor(text.getOwnForecolor());
        look.setBackcolor(text.getOwnBackcolor());
        look.setHorizontalTextAlign(text.getOwnHorizontalTextAlign());
        look.setFontSize(text.getOwnFontSize());
        look.setBold(text.isOwnBold());
        look.copyLineBox(text.getLineBox());
        return look;
    }

    /** Of a figure, since a text may be empty or its field narrow. */
    private Lines measured(JRBasePrintText text) {
        String said = text.getFullText();
        text.setText("0");
        height(text, UNBOUNDED);
        Lines lines = new Lines(text.getTextHeight(), text.getLineSpacingFactor(), text.getLeadingOffset());
        text.setText(said);
        return lines;
    }

    /** Points that a text takes from top to bottom in a width. */
    int height(JRBasePrintText text, int width) {
        place(text, 0, 0, width, UNBOUNDED);
        measurer.measureTextElement(text);
        return (int) Math.ceil(text.getTextHeight());
    }

    private static void place(JRPrintText text, int x, int y, int width, int height) {
        text.setX(x);
        text.setY(y);
        text.setWidth(width);
        text.setHeight(height);
    }

    JRBasePrintLine rule(String style, int x, int y, int width) {
        JRBasePrintLine line = new JRBasePrintLine(provider);
        line.setStyle(styles.get(style));
        line.setX(x);
        line.setY(y);
        line.setWidth(width);
        line.setHeight(1);
        return line;
    }

    /** The sign of a state: a letter of the font, so that it is printed as a shape and copied as a text. */
    JRBasePrintText sign(ReportState state) {
        JRBasePrintText sign = text(
                "Base",
                switch (state) {
                    case RED -> "■";
                    case YELLOW -> "▲";
                    case GREEN -> "●";
                    case NONE -> "";
                });
        sign.setForecolor(
                switch (state) {
                    case RED -> new Color(0xC8372D);
                    case YELLOW -> new Color(0xB87A00);
                    case GREEN -> new Color(0x2A8A5C);
                    case NONE -> Color.BLACK;
                });
        sign.setHorizontalTextAlign(HorizontalTextAlignEnum.CENTER);
        return sign;
    }

    /** A drawing that fills a field. */
    JRBasePrintImage drawing(Renderable drawing, int x, int y, int width, int height) {
        JRBasePrintImage image = new JRBasePrintImage(provider);
        image.setX(x);
        image.setY(y);
        image.setWidth(width);
        image.setHeight(height);
        image.setRenderer(drawing);
        image.setScaleImage(ScaleImageEnum.FILL_FRAME);
        image.setOnErrorType(OnErrorTypeEnum.ERROR);
        return image;
    }

    /** Paints the ground of an element. */
    static <E extends JRBasePrintElement> E on(E element, Color ground) {
        if (ground != null) {
            element.setMode(ModeEnum.OPAQUE);
            element.setBackcolor(ground);
        }
        return element;
    }
}
