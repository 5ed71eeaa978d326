package org.shapan.engine.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.shapan.engine.catalog.Grammar.Attribute;
import org.shapan.engine.catalog.Grammar.Use;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Reads the part of XML Schema that our own schema files are written in: global elements, groups and types by name, choices without
 * order, attributes. Names of our namespace carry the prefix {@code sp:}.
 */
final class GrammarReader {
    private static final String DOC = "https://shapan.org/catalog/documentation/1";
    private static final String IGNORED = "ignored";
    private static final String REFUSED = "refused";

    private final Set<String> files = new LinkedHashSet<>();
    /** Top-level definitions by kind and name: {@code element sp:Caption}. */
    private final Map<String, Element> definitions = new LinkedHashMap<>();

    Grammar read(String file) {
        load(file);
        Map<String, Grammar.Element> elements = new LinkedHashMap<>();
        definitions.forEach((key, definition) -> {
            if (definition.getLocalName().equals("element")) {
                String name = key.substring("element ".length());
                elements.put(name, element(name, definition));
            }
        });
        return new Grammar(elements);
    }

    private void load(String file) {
        if (!files.add(file)) {
            return;
        }
        Element schema = parse(file);
        String prefix = schema.getAttribute("targetNamespace").equals(XmlReader.NAMESPACE) ? XmlReader.PREFIX : "";
        List<String> further = new ArrayList<>();
        for (Element child : children(schema)) {
            if (child.hasAttribute("schemaLocation")) {
                further.add(child.getAttribute("schemaLocation"));
            } else {
                definitions.put(child.getLocalName() + " " + prefix + child.getAttribute("name"), child);
            }
        }
        further.forEach(this::load);
    }

    private static Element parse(String file) {
        try (InputStream in = GrammarReader.class.getResourceAsStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private Grammar.Element element(String name, Element definition) {
        Element type = definition.hasAttribute("type")
                ? definition("complexType", definition.getAttribute("type"))
                : first(definition, "complexType");
        Content content = new Content();
        content.add(type, null);
        Element annotation = first(definition, "annotation");
        String example = null;
        String exampleIn = null;
        String see = null;
        for (Element info : children(annotation)) {
            switch (info.getAttribute("source")) {
                case "example" -> {
                    example = info.getTextContent().strip();
                    exampleIn = info.getAttributeNS(DOC, "in");
                }
                case "see" -> see = info.getTextContent();
                default -> {
                    // the documentation
                }
            }
        }
        return new Grammar.Element(
                name,
                content.attributes,
                List.copyOf(content.children),
                content.text,
                content.open,
                use(definition),
                reason(definition),
                documentation(definition),
                example,
                exampleIn,
                see);
    }

    /** What a complex type says, its groups and its base included. */
    private final class Content {
        private final Map<String, Attribute> attributes = new LinkedHashMap<>();
        private final Set<String> children = new LinkedHashSet<>();
        private boolean text;
        private boolean open;

        void add(Element part, String group) {
            text |= part.getAttribute("mixed").equals("true");
            for (Element child : children(part)) {
                switch (child.getLocalName()) {
                    case "element" -> children.add(child.getAttribute("ref"));
                    case "group" -> add(definition("group", child.getAttribute("ref")), group);
                    case "attributeGroup" -> {
                        String ref = child.getAttribute("ref");
                        add(definition("attributeGroup", ref), ref);
                    }
                    case "attribute" -> {
                        Attribute attribute = attribute(child, group);
                        attributes.put(attribute.name(), attribute);
                    }
                    case "extension" -> {
                        add(definition("complexType", child.getAttribute("base")), group);
                        add(child, group);
                    }
                    case "choice", "sequence", "complexContent" -> add(child, group);
                    case "any" -> open = true;
                    default -> {
                        // annotations
                    }
                }
            }
        }
    }

    private Attribute attribute(Element use, String group) {
        boolean global = use.hasAttribute("ref");
        Element definition = global ? definition("attribute", use.getAttribute("ref")) : use;
        String type = definition.getAttribute("type");
        Element own = first(definition, "simpleType");
        Element simple = own != null || type.isEmpty() || type.startsWith("xs:") ? own : definition("simpleType", type);
        List<String> values = new ArrayList<>();
        if (simple != null) {
            for (Element value : children(first(simple, "restriction"))) {
                values.add(value.getAttribute("value"));
            }
        }
        return new Attribute(
                use.getAttribute(global ? "ref" : "name"),
                group,
                values,
                type.equals("xs:int"),
                use.getAttribute("use").equals("required"),
                definition.hasAttribute("default") ? definition.getAttribute("default") : null,
                use(definition),
                reason(definition),
                documentation(definition));
    }

    private static Use use(Element definition) {
        return definition.hasAttributeNS(DOC, REFUSED)
                ? Use.REFUSED
                : definition.hasAttributeNS(DOC, IGNORED) ? Use.IGNORED : Use.READ;
    }

    private static String reason(Element definition) {
        return switch (use(definition)) {
            case READ -> null;
            case IGNORED -> definition.getAttributeNS(DOC, IGNORED);
            case REFUSED -> definition.getAttributeNS(DOC, REFUSED);
        };
    }

    private static String documentation(Element definition) {
        Element annotation = first(definition, "annotation");
        return annotation == null
                ? ""
                : first(annotation, "documentation").getTextContent().strip().replaceAll("\\s+", " ");
    }

    private Element definition(String kind, String name) {
        Element found = definitions.get(kind + " " + name);
        if (found == null) {
            throw new IllegalStateException("no " + kind + " " + name + " in " + files);
        }
        return found;
    }

    /** Null when there is none. */
    private static Element first(Element parent, String localName) {
        return children(parent).stream()
                .filter(c -> c.getLocalName().equals(localName))
                .findFirst()
                .orElse(null);
    }

    /** None of null. */
    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        if (parent == null) {
            return found;
        }
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
