package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.List;

/**
 * What an export writes: a result with what a reader elsewhere must know of it.
 *
 * @param facts filters, time of the data, author and time of the export, in the reader's language
 * @param content read while it is written; of a result that is gone it throws {@link ResultGoneException}
 */
record ExportSheet(String title, List<Fact> facts, GridContent content) {
    /** One line beside the result. */
    record Fact(String label, String text) {}

    ExportSheet {
        facts = List.copyOf(facts);
    }

    /** The same with the whole result at hand. */
    ExportSheet read() {
        return new ExportSheet(title, facts, content.whole());
    }

    long cells() {
        return (long) content.rowCount() * content.columnCount();
    }

    /** Columns that heads of rows take; at least one. */
    int headColumns() {
        return heads().captions().size();
    }

    /** Rows that heads of columns take; at least one. */
    int headRows() {
        return Math.max(1, content.columns().headColumns().size());
    }

    /** The heads of rows as they are drawn. */
    RowHeads heads() {
        return RowHeads.of(content);
    }

    /** Captions of a column for each level, whatever is drawn; at least one. */
    List<String> levels() {
        List<String> captions = content.rows().headColumns();
        return captions.isEmpty() ? List.of("") : captions;
    }

    /** The heads of a row, one text for each level; a wide head stands in the first of its columns. */
    List<String> rowHeads(int row) {
        List<String> texts = new ArrayList<>(java.util.Collections.nCopies(levels().size(), ""));
        content.rows().lines().get(row).heads().forEach(head -> texts.set(head.column(), head.text()));
        return texts;
    }

    /** The text of a column in a row of heads; of a head over several rows in each of them "" but the first. */
    String columnHead(int level, int column) {
        return content.columns().lines().get(column).heads().stream()
                .filter(head -> head.column() == level)
                .map(HeadCell::text)
                .findFirst()
                .orElse("");
    }

    /** A name for the file, without what file systems refuse. */
    String fileName(String ending) {
        String name = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        return (name.isEmpty() ? "pivot" : name) + "." + ending;
    }
}
