package org.shapan.reports.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRQueryChunk;

/** What is wrong with the fields and the query of a dataset before it is asked. */
public final class MdxFields {
    private MdxFields() {}

    /** A sentence for each fault, none for a dataset without a query. */
    public static List<String> problems(JRDataset dataset) {
        if (dataset.getQuery() == null || dataset.getQuery().getChunks() == null) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(dataset.getQuery().getChunks())
                                .filter(chunk -> chunk.getType() != JRQueryChunk.TYPE_TEXT
                                        && chunk.getType() != JRQueryChunk.TYPE_PARAMETER)
                                .map(chunk -> "$P!{" + chunk.getText() + "}"),
                        Stream.of(dataset.getFields()).flatMap(field -> problem(field).stream()))
                .toList();
    }

    private static Optional<String> problem(JRField field) {
        try {
            FieldPathParser.parse(path(field));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(field.getName() + ": " + e.getMessage());
        }
    }

    /** What a field reads: its description, or its name when it has none. */
    static String path(JRField field) {
        String description = field.getDescription();
        return description == null || description.isBlank() ? field.getName() : description;
    }
}
