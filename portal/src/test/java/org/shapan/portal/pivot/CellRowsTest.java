package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.RowBlock;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.customer.CustomerColumns;
import org.shapan.portal.customer.CustomerNumber;
import org.springframework.core.env.StandardEnvironment;

/** The rows behind cells, on the real engine and a loaded province: windows, columns, masks, roles. */
class CellRowsTest extends OperatedPivot {
    private static final CustomerColumns CUSTOMERS = new CustomerColumns(new StandardEnvironment());
    private static final String CUSTOMERS_COUNTED = "[Measures].[Revenue customers]";
    private static final LocalDate DAY = LocalDate.of(2010, 3, 31);

    @Test
    void windowsFollowEachOtherAndColumnsAreChosen() throws Exception {
        PivotResult result = subscribers(session);
        CellRows rows = new CellRows(session, CUSTOMERS, result, 0, 0);
        RowBlock all = rows.read(List.of(), 0, 1_000).block();
        assertThat(all.rows()).hasSizeGreaterThan(10);
        assertThat(all.more()).isFalse();

        List<Object[]> paged = new ArrayList<>();
        for (int from = 0; from < all.rows().size(); from += 7) {
            paged.addAll(rows.read(List.of(), from, 7).block().rows());
        }
        assertThat(paged).hasSameSizeAs(all.rows());
        assertThat(paged.stream().map(Arrays::asList))
                .containsExactlyElementsOf(
                        all.rows().stream().map(Arrays::asList).toList());

        RowBlock two = rows.read(List.of("Billed", "Number"), 0, 5).block();
        assertThat(two.columns()).extracting(RowBlock.Column::name).containsExactly("Billed", "Number");
    }

    @Test
    void numbersOfCustomersAreMaskedOnScreenAndInTheFile() throws Exception {
        CellRows rows = new CellRows(session, CUSTOMERS, subscribers(session), 0, 0);
        assertThat(rows.columns().getFirst().name())
                .as("who it is stands first")
                .isEqualTo("Number");
        CellRows.Window window = rows.read(List.of("Number", "Billed"), 0, 50);
        List<String> whole =
                window.block().rows().stream().map(row -> row[0].toString()).toList();
        assertThat(window.masked())
                .allSatisfy(
                        row -> assertThat(row[0].toString()).contains("****").isNotIn(whole));
        assertThat(window.masked().getFirst()[1])
                .isEqualTo(window.block().rows().getFirst()[1]);

        StringBuilder file = new StringBuilder();
        int written = rows.csv(file, List.of("Number", "Billed"), 20, null);
        assertThat(written).isEqualTo(20);
        assertThat(file.toString().lines()).hasSize(21);
        assertThat(whole).allSatisfy(number -> assertThat(file.toString()).doesNotContain(number));

        List<CustomerNumber> recorded = new ArrayList<>();
        StringBuilder unmasked = new StringBuilder();
        rows.csv(unmasked, List.of("Number"), 20, recorded::addAll);
        assertThat(recorded).as("put on record").hasSize(20);
        assertThat(unmasked.toString()).contains(recorded.getFirst().whole());
    }

    @Test
    void whatADistinctCountCountsIsMaskedTooWhateverCubeIsOpenByNow() throws Exception {
        PivotResult result = run(branches);
        session.open(Map.of("cube", List.of("Subscribers")), DAY);

        CellRows.Window window = new CellRows(session, CUSTOMERS, result, 0, 0).read(List.of(), 0, 20);

        List<String> names =
                window.block().columns().stream().map(RowBlock.Column::name).toList();
        assertThat(names).contains(CUSTOMERS_COUNTED, GROSS);
        assertThat(window.hidden()).contains(names.indexOf(CUSTOMERS_COUNTED)).doesNotContain(names.indexOf(GROSS));
        assertThat(counted(window.block().rows(), names)).isNotEmpty();
        assertThat(counted(window.masked(), names))
                .doesNotContainAnyElementsOf(counted(window.block().rows(), names))
                .allMatch(shown -> shown.contains("*"));
    }

    /** The customers that are counted in rows; some rows count none. */
    private static List<String> counted(List<Object[]> rows, List<String> names) {
        return rows.stream()
                .map(row -> row[names.indexOf(CUSTOMERS_COUNTED)])
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    @Test
    void aBranchUserSeesNoOtherBranchsRows() throws Exception {
        PivotResult all = subscribers(session);
        String own = member(all, 0);
        String ownName = all.rows().lines().getFirst().label();
        try (PivotSession manager = session(new PortalUser(2, "manager", "Manager", Set.of(), List.of(own)))) {
            PivotResult result = subscribers(manager);
            int total = result.rowCount() - 1;
            CellRows rows = new CellRows(manager, CUSTOMERS, result, total, 0);
            String branch = rows.read(List.of(), 0, 1).block().columns().stream()
                    .map(RowBlock.Column::name)
                    .filter(BRANCH::equals)
                    .findFirst()
                    .orElseThrow();

            RowBlock block = rows.read(List.of(branch, "Number"), 0, 10_000).block();
            StringBuilder file = new StringBuilder();
            rows.csv(file, List.of(branch, "Number"), 10_000, null);

            assertThat(block.rows())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row[0]).isEqualTo(ownName));
            assertThat(file.toString().lines().skip(1))
                    .allSatisfy(
                            line -> assertThat(line).startsWith(ownName + ",").contains("****"));
            // a cell of another branch that somebody else's result shows is refused like one of no branch
            String others = CellStatement.of(all, 1, 0);
            String otherName = all.rows().lines().get(1).label();
            assertThat(others).contains("[" + otherName + "]");
            assertThat(refusal(manager, others).replace(otherName, "?"))
                    .isEqualTo(refusal(manager, others.replace("[" + otherName + "]", "[No such]"))
                            .replace("No such", "?"));
        }
    }

    private static String refusal(PivotSession session, String cell) {
        try {
            return "rows: " + session.rows(cell, List.of(), 0, 10).rows().size();
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private static PivotResult subscribers(PivotSession session) throws Exception {
        PivotModel model =
                session.open(Map.of("cube", List.of("Subscribers")), DAY).model();
        return session.run(model);
    }
}
