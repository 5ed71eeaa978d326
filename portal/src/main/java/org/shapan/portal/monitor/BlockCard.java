package org.shapan.portal.monitor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.shapan.portal.board.BoardView;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.monitor.MonitorBoard.Row;
import org.shapan.portal.monitor.MonitorBoard.Rows;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;

/** A block as a table; the first figure has a bar where it differs, a double click opens the row. */
final class BlockCard {
    private final MonitorText text;
    private final Words words;
    private final MonitorQuestions questions;

    BlockCard(MonitorText text, Words words, MonitorQuestions questions) {
        this.text = text;
        this.words = words;
        this.questions = questions;
    }

    Component draw(Rows block) {
        List<RankingColumn<Row>> columns = new ArrayList<>();
        columns.add(RankingColumn.name(
                block.level(), row -> row == block.total() ? words.get("monitor.total") : row.name(), Row::type));
        for (Metric metric : block.captions().keySet()) {
            String caption = block.captions().get(metric);
            if (columns.size() == 1 && differ(block, metric)) {
                columns.add(RankingColumn.bar(caption, row -> text.cell(metric, row), row -> order(metric, row)));
            } else {
                columns.add(RankingColumn.<Row>number(caption, row -> text.cell(metric, row), row -> order(metric, row))
                        .judged(row -> MonitorText.state(metric, row)));
            }
        }
        RankingTable<Row> table =
                new RankingTable<>(columns).sortedBy(1, true).onDrill(row -> BoardView.open(text.open(block, row)));
        table.show(block.rows(), block.rows().isEmpty() || !block.block().totalled() ? null : block.total());
        List<Metric> metrics = List.copyOf(block.captions().keySet());
        Numbers.ofTable(table, (row, column) -> questions.cell(block, row, metrics.get(column - 1)));
        Card card = new Card(text.title(block)).flush();
        if (block.rows().isEmpty()) {
            Span none = new Span(words.get("monitor.none"));
            none.addClassNames("hint", "quiet");
            card.body(none);
        } else {
            card.body(table);
        }
        if (block.rows().size() == Rows.MOST) {
            card.remark(words.get("monitor.first", Rows.MOST));
        }
        card.addClassName("scroll");
        return card;
    }

    /** Bars of one length say nothing. */
    private static boolean differ(Rows block, Metric metric) {
        return block.rows().stream().map(row -> row.value(metric)).distinct().count() > 1;
    }

    private static double order(Metric metric, Row row) {
        return row.value(metric).orElse(Double.NaN);
    }
}
