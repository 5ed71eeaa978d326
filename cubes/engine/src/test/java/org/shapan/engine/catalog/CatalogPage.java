package org.shapan.engine.catalog;

import java.util.ArrayList;
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
        List<String> ignored = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Grammar.Element element : grammar.elements()) {
            (element.use() == Grammar.Use.REFUSED
                            ? refused
                            : element.use() == Grammar.Use.IGNORED ? ignored : new ArrayList<String>())
                    .add("`<" + element.name() + ">`");
            for (Grammar.Attribute attribute : element.attributes().values()) {
                String name = "`" + attribute.name() + "` of `<" + element.name() + ">`";
                switch (attribute.use()) {
                    case READ -> {
                        // shown with its element
                    }
                    case IGNORED -> ignored.add(name);
                    case REFUSED -> refused.add(name);
                }
            }
        }
        page.append("\n### Known and without effect\n\nListed by `Catalog.notices()`: ")
                .append(String.join(", ", ignored))
                .append(".\n\n### Refused\n\nUser-written code is not run: ")
                .append(String.join(", ", refused))
                .append(".\n");
    }
}
