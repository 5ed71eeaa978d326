package org.shapan.engine.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;

/** An example of the documentation as a catalog file on the star of {@code Bakery}. */
record CatalogExample(String element, String text) {
    private static final String OPEN = "<Schema name=\"Bakery\" xmlns:sp=\"https://shapan.org/catalog/1\">\n";
    private static final String MEASURE = "<Measure name=\"Amount\" column=\"amount\" aggregator=\"sum\"/>\n";

    static CatalogExample of(Grammar.Element element) {
        String example = element.example();
        return new CatalogExample(
                element.name(),
                switch (element.exampleIn()) {
                    case "file" -> example;
                    case "Schema" -> OPEN + example + (example.contains("<Cube ") ? "" : cube("")) + "</Schema>";
                    case "Cube" -> OPEN + cube(example) + "</Schema>";
                    default -> throw new IllegalArgumentException(element.name() + ": doc:in " + element.exampleIn());
                });
    }

    private static String cube(String content) {
        return "<Cube name=\"Sales\">\n<Table name=\"sales\"/>\n" + content + "\n"
                + (content.contains("<Measure ") ? "" : MEASURE) + "</Cube>\n";
    }

    CatalogDefinition read() {
        return read(text);
    }

    static CatalogDefinition read(String text) {
        return new CatalogReader(CatalogLimits.DEFAULTS, CatalogExample::include).read("example.xml", text);
    }

    private static String include(String file) {
        if (!file.equals("parts/shop.xml")) {
            throw new UncheckedIOException(new IOException("no such file"));
        }
        return "<Schema name='x'><Dimension name='Shop'><Hierarchy hasAll='true' primaryKey='shop_id'><Table name='shop'/>"
                + "<Level name='Shop' column='shop' uniqueMembers='true'/></Hierarchy></Dimension></Schema>";
    }
}
