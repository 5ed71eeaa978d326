package org.shapan.engine.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The reference part of docs/catalog.md, from the documentation in the grammar. */
final class CatalogPage {
    private final Grammar grammar;
    private final StringBuilder page = new StringBuilder();

    private CatalogPage(Grammar grammar) {
        this.grammar = grammar;
    }

    static String markdown(Grammar grammar) {
        CatalogPage page = new CatalogPage(grammar);
        grammar.elements().stream().filter(e -> e.use() == Grammar.Use.READ).forEach(page::element);
        page.rest();
        return page.page.toString();
    }

    private void element(Grammar.Element element) {
        page.append("\n### ").append(element.name()).append("\n\n");
        page.append(element.documentation()).append('\n');
        List<String> parents = grammar.elements().stream()
                .filter(e -> e.children().contains(element.name()))
                .map(Grammar.Element::name)
                .toList();
        Set<String> lists = new LinkedHashSet<>();
        if (parents.size() > 8) {
            lists.add("In any named element.");
        } else if (!parents.isEmpty()) {
            lists.add("In " + links(parents) + ".");
        }
        List<String> children = element.children().stream()
                .filter(c -> grammar.element(c).orElseThrow().use() == Grammar.Use.READ)
                .filter(c -> !isText(c))
                .toList();
        if (!children.isEmpty()) {
            lists.add("Holds " + links(children) + ".");
        }
        if (element.attributes().containsKey("caption")
                && element.attributes().get("caption").group() != null) {
            lists.add("Takes the [texts](#names-and-texts) of a named element.");
        }
        if (!lists.isEmpty()) {
            page.append('\n').append(String.join(" ", lists)).append('\n');
        }
        attributes(element);
        if (element.example() != null) {
            page.append("\n```xml\n").append(element.example()).append("\n```\n");
        } else {
            page.append("\nExample: ").append(link(element.see())).append(".\n");
        }
    }

    private boolean isText(String name) {
        return name.equals("Annotations") || name.equals("sp:Caption") || name.equals("sp:Description");
    }

    private void attributes(Grammar.Element element) {
        List<Grammar.Attribute> shown = element.attributes().values().stream()
                .filter(a -> a.use() == Grammar.Use.READ && !"texts".equals(a.group()))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        page.append("\n| Attribute | Values | Meaning |\n|---|---|---|\n");
        for (Grammar.Attribute attribute : shown) {
            page.append("| `")
                    .append(attribute.name())
                    .append(attribute.required() ? "` (needed) | " : "` | ")
                    .append(values(attribute))
                    .append(" | ")
                    .append(attribute.documentation().replace("|", "\\|"))
                    .append(" |\n");
        }
    }

    private static String values(Grammar.Attribute attribute) {
        String values = attribute.isNumber()
                ? "whole number"
                : attribute.values().stream().map(v -> "`" + v + "`").collect(Collectors.joining(", "));
        return attribute.otherwise() == null
                ? values
                : values + (values.isEmpty() ? "" : "; ") + "else `" + attribute.otherwise() + "`";
    }

    private String links(List<String> names) {
        return names.stream().map(this::link).collect(Collectors.joining(", "));
    }

    private String link(String name) {
        return "[" + name + "](#" + name.toLowerCase(Locale.ROOT).replace(":", "") + ")";
    }

    private void rest() {
        page.append("\n### Known and without effect\n\nListed by `Catalog.notices()`.\n");
        rest(Grammar.Use.IGNORED);
        page.append("\n### Refused\n");
        rest(Grammar.Use.REFUSED);
    }

    /** What is used in a way, with the reason. */
    private void rest(Grammar.Use use) {
        page.append("\n| What | Why |\n|---|---|\n");
        for (Grammar.Element element : grammar.elements()) {
            if (element.use() == use) {
                row("`<" + element.name() + ">`", element.reason());
            }
            for (Grammar.Attribute attribute : element.attributes().values()) {
                if (attribute.use() == use) {
                    row("`" + attribute.name() + "` of `<" + element.name() + ">`", attribute.reason());
                }
            }
        }
    }

    private void row(String what, String reason) {
        page.append("| ").append(what).append(" | ").append(reason).append(" |\n");
    }
}
