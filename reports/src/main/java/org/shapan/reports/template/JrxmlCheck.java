package org.shapan.reports.template;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.sf.jasperreports.engine.JRExpressionChunk;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import org.shapan.reports.template.TemplateFault.Reason;

/**
 * Reads a JRXML of the administrator's folder before JasperReports does, and lets through only the elements, attributes, properties, classes and
 * expressions of a list: nothing that loads a class, reads a file or the network, or asks another language than {@code mdx}.
 */
final class JrxmlCheck {
    static final String STYLES = "\"org/shapan/reports/template/shapan.jrtx\"";

    private static final Set<String> ELEMENTS = Set.of(
            "jasperReport",
            "property",
            "template",
            "style",
            "conditionalStyle",
            "conditionExpression",
            "box",
            "pen",
            "topPen",
            "leftPen",
            "bottomPen",
            "rightPen",
            "paragraph",
            "dataset",
            "parameter",
            "defaultValueExpression",
            "query",
            "field",
            "description",
            "sortField",
            "variable",
            "initialValueExpression",
            "expression",
            "group",
            "groupHeader",
            "groupFooter",
            "band",
            "background",
            "title",
            "pageHeader",
            "columnHeader",
            "detail",
            "columnFooter",
            "pageFooter",
            "lastPageFooter",
            "summary",
            "noData",
            "element",
            "component",
            "contents",
            "datasetRun",
            "dataSourceExpression",
            "connectionExpression",
            "printWhenExpression",
            "anchorNameExpression",
            "bookmarkLevelExpression",
            "hyperlinkReferenceExpression",
            "hyperlinkTooltipExpression",
            "text",
            "bucket",
            "header",
            "headerCell",
            "rowGroup",
            "columnGroup",
            "measure",
            "cell",
            "whenNoDataCell",
            "titleCell",
            "totalHeader",
            "totalHeaderCell",
            "orderByExpression");
    private static final Set<String> KINDS = Set.of(
            "break",
            "component",
            "crosstab",
            "frame",
            "image",
            "line",
            "list",
            "rectangle",
            "ellipse",
            "staticText",
            "subreport",
            "textField");
    private static final Set<String> CLASSED = Set.of("parameter", "field", "variable", "bucket", "measure");
    /** Attributes whose values stand for something outside the layout, with the values that do not. */
    private static final Map<String, Set<String>> VALUES = Map.of(
            "markup", Set.of("none", "styled"),
            "linkType", Set.of("None", "Reference", "LocalAnchor"),
            "resourceBundle", Set.of(),
            "nestedType", Set.of(),
            "lazy", Set.of("false"),
            "bookmarkLevel", Set.of("0", "1", "2", "3", "4", "5", "6"));

    private static final Set<String> PROPERTIES = Set.of(
            "shapan.cube",
            "shapan.level",
            "shapan.default",
            "shapan.required",
            "shapan.sheet",
            "shapan.column",
            "shapan.format",
            Template.VIEW);

    /** A path of the portal with filters; a link to elsewhere cannot be written. */
    private static final Pattern VIEW =
            Pattern.compile("[a-z-]+(?:/[a-z-]+)*(?:\\?" + pair() + "(?:&" + pair() + ")*)?");

    private static final Set<String> TEXT_PROPERTIES = Set.of("shapan.sheet", "shapan.column");
    private static final String STUDIO = "com.jaspersoft.studio.";
    private static final Pattern IMAGE = Pattern.compile("\"(?<file>" + TemplateFolder.IMAGE + ")\"");
    private static final Pattern CHART = Pattern.compile("org\\.shapan\\.reports\\.chart\\.\\w+\\.\\w+\\(");
    private static final Pattern PART = Pattern.compile("\\$P\\{PARTS}\\.report\\(\"(?<part>\\w+)\"\\)");

    /**
     * What a file needs from elsewhere.
     *
     * @param texts keys with the line that needs each
     * @param images names of files with the line
     */
    record Needs(Map<String, Integer> texts, Map<String, Integer> images) {}

    /** An element that has begun. */
    private record Open(String name, String kind) {}

    private final String template;
    private final String file;
    private final Set<String> parts;
    private final List<TemplateFault> faults = new ArrayList<>();
    private final Map<String, Integer> texts = new TreeMap<>();
    private final Map<String, Integer> images = new LinkedHashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private XMLStreamReader xml;

    /** @param parts names of the subreports that there are */
    JrxmlCheck(String template, String file, Set<String> parts) {
        this.template = template;
        this.file = file;
        this.parts = parts;
    }

    /** All faults, in the order of the file; empty when there are none. */
    List<TemplateFault> faults(byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> fault(Reason.XML, "<!DOCTYPE>");
                    case XMLStreamConstants.START_ELEMENT -> element();
                    case XMLStreamConstants.END_ELEMENT -> open.pop();
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            faults.add(new TemplateFault(
                    template,
                    file,
                    line,
                    Reason.XML,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
        return List.copyOf(faults);
    }

    Needs needs() {
        return new Needs(Collections.unmodifiableMap(texts), Collections.unmodifiableMap(images));
    }

    private void fault(Reason reason, String detail) {
        faults.add(new TemplateFault(template, file, line(), reason, detail));
    }

    private int line() {
        return xml.getLocation().getLineNumber();
    }

    private void element() throws XMLStreamException {
        String name = xml.getLocalName();
        String kind = Optional.ofNullable(xml.getAttributeValue(null, "kind")).orElse("");
        Open parent = open.isEmpty() ? new Open("", "") : open.peek();
        if (!ELEMENTS.contains(name)
                || (xml.getNamespaceURI() != null && !xml.getNamespaceURI().isEmpty())) {
            fault(Reason.ELEMENT, "<" + name + ">");
        } else if (!kind.isEmpty() && !KINDS.contains(kind)) {
            fault(Reason.ELEMENT, "<" + name + " kind=\"" + kind + "\">");
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(name, xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        if (name.equals("parameter")) {
            parameter(parent);
        } else if (name.equals("property")) {
            property();
        }
        boolean isExpression = name.toLowerCase(Locale.ROOT).endsWith("expression");
        if (isExpression || name.equals("template")) {
            int line = line();
            String text = xml.getElementText().strip();
            if (name.equals("template")) {
                resource(text.equals(STYLES), text, line);
            } else {
                expression(name.equals("expression") ? parent.kind() : "", text, line);
            }
            return;
        }
        open.push(new Open(name, kind));
    }

    private void attribute(String element, String name, String value) {
        if (name.equals("class") && CLASSED.contains(element)) {
            if (!AllowedTypes.ALL.contains(value)) {
                fault(Reason.CLASS, value);
            }
        } else if (name.toLowerCase(Locale.ROOT).contains("class")
                || (VALUES.containsKey(name) && !VALUES.get(name).contains(value))) {
            fault(Reason.ATTRIBUTE, name + "=\"" + value + "\"");
        } else if (name.equals("language") && !value.equals(element.equals("query") ? "mdx" : "java")) {
            fault(Reason.LANGUAGE, value);
        }
    }

    /** One that is declared, or a value handed to a dataset or a part. */
    private void parameter(Open parent) {
        String name = String.valueOf(xml.getAttributeValue(null, "name"));
        boolean isDeclared =
                parent.name().equals("jasperReport") || parent.name().equals("dataset");
        String type = xml.getAttributeValue(null, "class");
        String given = AllowedTypes.GIVEN.get(name);
        if (isDeclared ? ExpressionCheck.isSystem(name) : ExpressionCheck.isForbidden(name)) {
            fault(Reason.PARAMETER, name);
        } else if ((type != null && given != null && !given.equals(type))) {
            fault(Reason.PARAMETER, name);
        }
    }

    private static String pair() {
        return "\\w+=(?:\\{\\w+(?:\\.name)?}|[\\w.-]+)";
    }

    private void property() throws XMLStreamException {
        String name = String.valueOf(xml.getAttributeValue(null, "name"));
        String value = xml.getAttributeValue(null, "value");
        if (!PROPERTIES.contains(name) && !name.startsWith(STUDIO)) {
            fault(Reason.PROPERTY, name);
        } else if (name.equals(Template.VIEW)
                && (value == null || !VIEW.matcher(value).matches())) {
            fault(Reason.PROPERTY, name + " = " + value);
        } else if (TEXT_PROPERTIES.contains(name) && value != null) {
            texts.putIfAbsent(value, line());
        }
    }

    private void expression(String kind, String text, int line) {
        JRDesignExpression expression = new JRDesignExpression(text);
        ExpressionCheck.refused(expression)
                .ifPresent(found -> faults.add(new TemplateFault(template, file, line, Reason.EXPRESSION, found)));
        if (expression.getChunks() != null) {
            for (JRExpressionChunk chunk : expression.getChunks()) {
                if (chunk.getType() == JRExpressionChunk.TYPE_RESOURCE) {
                    texts.putIfAbsent(chunk.getText(), line);
                }
            }
        }
        if (kind.equals("image")) {
            Matcher image = IMAGE.matcher(text);
            resource(image.matches() || isChart(text), text, line);
            if (image.matches() && image.group("file") != null) {
                images.putIfAbsent(image.group("file"), line);
            }
        } else if (kind.equals("subreport")) {
            Matcher part = PART.matcher(text);
            resource(part.matches() && parts.contains(part.group("part")), text, line);
        }
    }

    /** Whether the whole text is one call of a chart: what it gives is drawn and has no address. */
    private static boolean isChart(String text) {
        if (!CHART.matcher(text).lookingAt()) {
            return false;
        }
        String open = text.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "");
        int depth = 0;
        for (int i = 0; i < open.length(); i++) {
            char c = open.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ')' && depth == 0) {
                return i == open.length() - 1;
            }
        }
        return false;
    }

    private void resource(boolean isAllowed, String text, int line) {
        if (!isAllowed) {
            faults.add(new TemplateFault(template, file, line, Reason.RESOURCE, text));
        }
    }
}
