package org.shapan.engine.catalog;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.shapan.engine.api.Region;

/** Reads XML into elements with places. No DTD, no entity but the five of XML, within limits. */
final class XmlReader {
    static final String NAMESPACE = "https://shapan.org/catalog/1";
    static final String PREFIX = "sp:";
    private static final String CDATA = "<![CDATA[";

    private final String file;
    private final String source;
    private final CatalogLimits limits;
    private final SourceLines lines;

    private XmlReader(String file, String source, CatalogLimits limits) {
        this.file = file;
        this.source = source.replace("\r\n", "\n");
        this.limits = limits;
        this.lines = new SourceLines(this.source);
    }

    static XmlElement read(String file, String source, CatalogLimits limits) {
        if (source.length() > limits.characters()) {
            throw CatalogErrors.invalid(
                    new Place(file, new Region(1, 1, 1, 1)),
                    "the file has " + source.length() + " characters, more than catalog.maxCharacters = "
                            + limits.characters());
        }
        return new XmlReader(file, source, limits).read();
    }

    private XmlElement read() {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(withoutByteOrderMark()));
            try {
                return elements(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            int column =
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNumber());
            throw CatalogErrors.invalid(
                    new Place(file, new Region(line, column, line, column)), "not well-formed XML: " + reason(e), e);
        }
    }

    private String withoutByteOrderMark() {
        return source.startsWith("\uFEFF") ? " " + source.substring(1) : source;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private XmlElement elements(XMLStreamReader xml) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        int count = 0;
        int previousEnd = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = element(xml);
                    if (++count > limits.elements()) {
                        throw CatalogErrors.invalid(
                                element.place(), "more elements than catalog.maxElements = " + limits.elements());
                    }
                    if (open.size() >= limits.depth()) {
                        throw CatalogErrors.invalid(
                                element.place(), "elements nest deeper than catalog.maxDepth = " + limits.depth());
                    }
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().addChild(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.peek().addText(xml.getText(), textRegion(previousEnd));
                    }
                }
                case XMLStreamConstants.DTD ->
                    throw CatalogErrors.refused(
                            new Place(file, lines.region(Math.max(0, source.indexOf("<!DOCTYPE")), 9)),
                            "a document type declaration (DTD) is not accepted");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw CatalogErrors.refused(
                            new Place(file, lines.region(previousEnd, 1)),
                            "entities are not accepted: &" + xml.getLocalName() + ";");
                default -> {
                    // comments and processing instructions say nothing to us
                }
            }
            previousEnd = xml.isStartElement()
                    ? endOfTag(startOfTag(xml))
                    : Math.max(0, xml.getLocation().getCharacterOffset());
        }
        return root;
    }

    private XmlElement element(XMLStreamReader xml) {
        String name = name(xml.getNamespaceURI(), xml.getLocalName());
        int start = startOfTag(xml);
        int end = endOfTag(start);
        XmlElement element = new XmlElement(name, new Place(file, lines.region(start, Math.max(1, end - start))));
        String tag = source.substring(start, end);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = name(xml.getAttributeNamespace(i), xml.getAttributeLocalName(i));
            element.addAttribute(
                    attribute, xml.getAttributeValue(i), attributeRegion(tag, start, xml.getAttributeLocalName(i)));
        }
        return element;
    }

    /** The reader stands behind the end of the tag, perhaps where the next begins; a name cannot stand behind a '<' in between. */
    private int startOfTag(XMLStreamReader xml) {
        String prefix = xml.getPrefix();
        String open = "<" + (prefix == null || prefix.isEmpty() ? "" : prefix + ":") + xml.getLocalName();
        int behind = Math.clamp(xml.getLocation().getCharacterOffset(), 0, source.length());
        return Math.max(0, source.lastIndexOf(open, behind - 1));
    }

    /** Offset behind the '>' that is not part of a value. */
    private int endOfTag(int start) {
        char quote = 0;
        for (int i = start; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return source.length();
    }

    private Region attributeRegion(String tag, int tagStart, String attribute) {
        Matcher matcher = Pattern.compile(
                        "[\\s:]" + Pattern.quote(attribute) + "\\s*=\\s*([\"'])(.*?)\\1", Pattern.DOTALL)
                .matcher(tag);
        return matcher.find()
                ? lines.region(tagStart + matcher.start(2), Math.max(1, matcher.end(2) - matcher.start(2)))
                : lines.region(tagStart, tag.length());
    }

    /** Where the first word of text that follows {@code offset} stands. */
    private Region textRegion(int offset) {
        int at = offset;
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        if (source.startsWith(CDATA, at)) {
            at += CDATA.length();
            while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
                at++;
            }
        }
        return lines.region(Math.min(at, source.length()), 1);
    }

    private static String name(String namespace, String local) {
        if (namespace == null || namespace.isEmpty()) {
            return local;
        }
        return namespace.equals(NAMESPACE) ? PREFIX + local : "{" + namespace + "}" + local;
    }

    private static String reason(XMLStreamException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        int at = message.indexOf("Message: ");
        return at < 0 ? message : message.substring(at + "Message: ".length());
    }
}
