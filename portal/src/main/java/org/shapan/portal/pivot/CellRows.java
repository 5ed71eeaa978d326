package org.shapan.portal.pivot;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.shapan.engine.api.RowBlock;
import org.shapan.portal.customer.CustomerColumns;
import org.shapan.portal.customer.CustomerNumber;

/**
 * The rows behind a cell, read window by window with the rights of the session. Nobody gets whole numbers of customers from
 * here but through {@link Unmasked}.
 */
final class CellRows {
    /** Rows of a window that is written to a file. */
    private static final int WINDOW = 1_000;

    /** Puts on record that numbers are shown in full, before they are. */
    interface Unmasked {
        void record(List<CustomerNumber> numbers);
    }

    /**
     * A window of rows, customers still whole.
     *
     * @param hidden places of the columns that say who a customer is
     */
    record Window(RowBlock block, Set<Integer> hidden, int from) {
        /** Rows that anybody may see. */
        List<Object[]> masked() {
            return block.rows().stream().map(this::masked).toList();
        }

        /** Whole rows; they are put on record first. */
        List<Object[]> whole(Unmasked unmasked) {
            List<CustomerNumber> numbers = block.rows().stream()
                    .flatMap(row -> hidden.stream().map(column -> row[column]))
                    .filter(Objects::nonNull)
                    .map(CustomerColumns::number)
                    .distinct()
                    .toList();
            unmasked.record(numbers);
            return block.rows();
        }

        private Object[] masked(Object[] row) {
            Object[] safe = row.clone();
            hidden.forEach(column -> safe[column] = CustomerColumns.masked(row[column]));
            return safe;
        }
    }

    private final PivotSession session;
    private final CustomerColumns customers;
    private final String cell;
    private final Set<String> figures;

    /** @throws UnknownNameException for a cell of a written statement */
    CellRows(PivotSession session, CustomerColumns customers, PivotResult result, int row, int column)
            throws SQLException {
        this.session = session;
        this.customers = customers;
        this.cell = CellStatement.of(result, row, column);
        this.figures = session.figures(result.model().cube());
    }

    /** All columns there are: what is of the rows themselves first, then levels. */
    List<RowBlock.Column> columns() throws SQLException {
        return read(List.of(), 0, 1).block().columns().stream()
                .sorted(Comparator.comparing(CellRows::ofLevel))
                .toList();
    }

    private static boolean ofLevel(RowBlock.Column column) {
        return column.name().contains("[") && !column.name().startsWith("[Measures].");
    }

    /** Whether a column is the key of a member whose caption stands in another. */
    static boolean key(RowBlock.Column column) {
        return column.name().startsWith("KEY(");
    }

    /**
     * @param columns names of the columns wanted, as {@link RowBlock} gives them; empty: all
     * @param from first row, from 0
     */
    Window read(List<String> columns, int from, int count) throws SQLException {
        RowBlock block =
                session.rows(cell, columns.stream().map(CellRows::quoted).toList(), from, count);
        Set<Integer> hidden = new TreeSet<>();
        for (int i = 0; i < block.columns().size(); i++) {
            String name = block.columns().get(i).name();
            if (customers.hides(name) || name.contains("[Measures].") && !figures.contains(name)) {
                hidden.add(i);
            }
        }
        return new Window(block, hidden, from);
    }

    /**
     * Writes rows as CSV: captions, then real values; see {@link TextExport}.
     *
     * @param most rows at most
     * @param unmasked null: customers are masked
     * @return rows written
     */
    int csv(Appendable out, List<String> columns, int most, Unmasked unmasked) throws SQLException, IOException {
        int written = 0;
        boolean more = true;
        while (more && written < most) {
            Window window = read(columns, written, Math.min(WINDOW, most - written));
            if (written == 0) {
                TextExport.COMMA.values(
                        out,
                        window.block().columns().stream()
                                .map(RowBlock.Column::caption)
                                .toList());
            }
            List<Object[]> rows = unmasked == null ? window.masked() : window.whole(unmasked);
            for (Object[] row : rows) {
                TextExport.COMMA.values(out, new ArrayList<>(Arrays.asList(row)));
            }
            written += rows.size();
            more = window.block().more() && !rows.isEmpty();
        }
        return written;
    }

    /** A column of details has a bare name. */
    private static String quoted(String name) {
        return name.contains("[") ? name : "[" + name.replace("]", "]]") + "]";
    }
}
