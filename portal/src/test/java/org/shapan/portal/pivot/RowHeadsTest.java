package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shapan.portal.pivot.PivotLook.Form;
import org.shapan.portal.pivot.PivotModel.Place;
import org.shapan.portal.pivot.PivotModel.Subtotals;
import tools.jackson.databind.JsonNode;

/** The forms of row heads, compared with the tabular one: other heads, the same figures. */
class RowHeadsTest extends OperatedPivot {
    @Test
    void compactRowsHaveOneColumnAndTheSameFigures() throws Exception {
        PivotModel nested = branches.change(AREA, field -> field.with(Expansion.to(MICRO)))
                .put(brand, brand + ".[Brand]", Place.ROWS);
        PivotResult tabular = run(nested);
        PivotResult compact = run(nested.withLook(PivotLook.DEFAULT.withForm(Form.COMPACT)));
        RowHeads heads = RowHeads.of(compact);

        assertThat(tabular.rows().headColumns()).hasSize(3);
        assertThat(heads.captions()).hasSize(1);
        assertThat(figures(compact)).isEqualTo(figures(tabular));
        RowHeads.Drawn first = heads.of(0).getFirst();
        assertThat(first.text())
                .as("a group in a row of its own")
                .isEqualTo(details(run(branches)).getFirst());
        assertThat(first.indent()).isZero();
        assertThat(heads.of(1).getFirst().indent()).isEqualTo(1);
        assertThat(IntStream.range(0, compact.rowCount())
                        .map(row -> heads.of(row).getFirst().indent())
                        .max())
                .hasValue(2);
        JsonNode drawn = new GridJson(compact, "Total").tile(0, GridJson.HEADS).get("d");
        assertThat(drawn.get(1).get("h").get(0).get("i").asInt()).isEqualTo(1);
        assertThat(drawn.get(1).get("h").get(0).get("v").asInt())
                .as("its level")
                .isEqualTo(heads.of(1).getFirst().head().column());
        assertThat(TextExport.COMMA.write(new ExportSheet("t", List.of(), compact))
                        .split("\r\n")[2])
                .as("a file of text keeps a column for each level")
                .startsWith("Branch,Micro area,Brand,");
    }

    @Test
    void anOutlineHasAColumnForEachLevelAndGroupsInRowsOfTheirOwn() throws Exception {
        PivotModel open = branches.change(AREA, field -> field.with(Expansion.to(MICRO)));
        PivotResult tabular = run(open);
        PivotResult outline = run(open.withLook(PivotLook.DEFAULT.withForm(Form.OUTLINE)));
        RowHeads heads = RowHeads.of(outline);

        assertThat(heads.captions()).isEqualTo(tabular.rows().headColumns());
        assertThat(figures(outline)).isEqualTo(figures(tabular));
        assertThat(heads.of(0)).singleElement().satisfies(head -> {
            assertThat(head.span()).isEqualTo(2);
            assertThat(head.run()).isEqualTo(1);
        });
        assertThat(heads.of(1)).extracting(RowHeads.Drawn::text).startsWith("").hasSize(2);
        PivotResult repeated =
                run(open.withLook(PivotLook.DEFAULT.withForm(Form.OUTLINE).withRepeat(true)));
        assertThat(RowHeads.of(repeated).of(1).getFirst().text())
                .isEqualTo(heads.of(0).getFirst().text());
    }

    @Test
    void repeatedLabelsStandInEveryRow() throws Exception {
        PivotResult result = run(branches.change(AREA, field -> field.with(Expansion.to(MICRO)))
                .withLook(PivotLook.DEFAULT.withRepeat(true)));
        RowHeads heads = RowHeads.of(result);

        for (int row = 0; row < result.rowCount(); row++) {
            int line = row;
            assertThat(heads.of(row))
                    .allMatch(head -> head.startsAt(line)
                            && head.run() == 1
                            && !head.text().isEmpty());
        }
    }

    @Test
    void aGroupWithoutASubtotalStandsBeforeItsFirstDetail() throws Exception {
        PivotResult result = run(branches.put(brand, brand + ".[Brand]", Place.ROWS)
                .withSubtotals(Subtotals.NONE)
                .withLook(PivotLook.DEFAULT.withForm(Form.COMPACT)));
        RowHeads heads = RowHeads.of(result);
        List<HeadCell> first = result.rows().lines().getFirst().heads();

        assertThat(heads.of(0).getFirst().text())
                .isEqualTo(first.get(0).text() + " › " + first.get(1).text());
        assertThat(heads.of(0).getFirst().head().box()).as("it can be opened").isEqualTo(HeadCell.Box.CLOSED);
    }

    /** Figures by the members they are of. */
    private static Map<Set<String>, Double> figures(PivotResult result) {
        Map<Set<String>, Double> figures = new HashMap<>();
        for (int row = 0; row < result.rowCount(); row++) {
            Set<String> members = result.rows().lines().get(row).heads().stream()
                    .map(HeadCell::member)
                    .filter(member -> member != null)
                    .collect(Collectors.toCollection(HashSet::new));
            figures.put(members, result.number(row, 0));
        }
        return figures;
    }
}
