package org.shapan.reports.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.util.JRStyledTextParser;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.shapan.reports.insight.ReportState;
import org.shapan.reports.render.Summary.Chart;
import org.shapan.reports.render.Summary.Tile;
import org.shapan.reports.template.Texts;

/** Reads the summary of a filled report off its pages: the element of style Sentence, the dataset of tiles, the first drawing of a chart's size. */
final class Summaries {
    private static final String TILES = "tiles";
    private static final String SENTENCE = "Sentence";
    private static final int LEAST_CHART_WIDTH = 150;
    private static final int PIXELS_A_POINT = 2;

    private final JasperReportsContext context;
    private final Texts texts;
    private final Figures figures;

    Summaries(JasperReportsContext context, Texts texts, Figures figures) {
        this.context = context;
        this.texts = texts;
        this.figures = figures;
    }

    Summary of(JasperPrint print, Datasets datasets, ReportFacts facts) throws JRException, IOException {
        List<JRPrintElement> elements = print.getPages().stream()
                .flatMap(page -> page.getElements().stream())
                .flatMap(Summaries::within)
                .toList();
        List<Map.Entry<String, String>> filters = new ArrayList<>();
        facts.parameters()
                .forEach(p -> filters.add(
                        Map.entry(texts.text("parameter." + p.parameter().name()), p.text())));
        filters.addAll(facts.fixedFilters());
        return new Summary(
                sentence(elements),
                datasets.knows(TILES)
                        ? datasets.rows(TILES).stream().map(this::tile).toList()
                        : List.of(),
                filters,
                facts.getDataLine(),
                facts.getRunLine(),
                chart(elements));
    }

    private static Stream<JRPrintElement> within(JRPrintElement element) {
        return element instanceof JRPrintFrame frame
                ? frame.getElements().stream().flatMap(Summaries::within)
                : Stream.of(element);
    }

    private static String sentence(List<JRPrintElement> elements) {
        return elements.stream()
                .filter(JRPrintText.class::isInstance)
                .filter(element -> element.getStyle() != null
                        && SENTENCE.equals(element.getStyle().getName()))
                .map(element -> JRStyledTextParser.getInstance()
                        .getStyledText(Map.of(), ((JRPrintText) element).getOriginalText(), true, null)
                        .getText())
                .findFirst()
                .orElse("");
    }

    private Tile tile(Map<String, Object> row) {
        String name = String.valueOf(row.get("name"));
        String format = (String) row.get("format");
        Object value = row.get("value");
        return new Tile(
                figures.tileLabel(name, String.valueOf(row.getOrDefault("caption", ""))),
                withUnit(figures.tileValue(name, format, value), figures.tileUnit(name, format, value)),
                figures.tileNote(name, format, value, row.get("expected"), row.get("previous")),
                row.get("state") instanceof ReportState state ? state : ReportState.NONE);
    }

    private static String withUnit(String value, String unit) {
        return value + (unit.isEmpty() || unit.startsWith("%") ? "" : " ") + unit;
    }

    private Optional<Chart> chart(List<JRPrintElement> elements) throws JRException, IOException {
        for (JRPrintElement element : elements) {
            if (element instanceof JRPrintImage image
                    && image.getWidth() >= LEAST_CHART_WIDTH
                    && image.getRenderer() instanceof Graphics2DRenderable drawing) {
                return Optional.of(painted(drawing, image.getWidth(), image.getHeight()));
            }
        }
        return Optional.empty();
    }

    private Chart painted(Graphics2DRenderable drawing, int width, int height) throws JRException, IOException {
        BufferedImage image =
                new BufferedImage(width * PIXELS_A_POINT, height * PIXELS_A_POINT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
            canvas.scale(PIXELS_A_POINT, PIXELS_A_POINT);
            drawing.render(context, canvas, new Rectangle2D.Double(0, 0, width, height));
        } finally {
            canvas.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return new Chart(out.toByteArray(), width, height);
    }
}
