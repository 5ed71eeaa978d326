package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shapan.portal.CiProvince;
import org.shapan.portal.cubes.CubeDoor;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.pivot.PivotModel.Place;

/** Results lie on one shelf of a bounded size, however many pivots are open. */
class PivotMemoryTest {
    private static final int PIVOTS = 24;
    private static final long MEGABYTE = 1 << 20;
    private static final long SHELF = 32 * MEGABYTE;
    private static final int LARGE = 400_000;

    private static final AxisLayout.TotalText TOTALS = new AxisLayout.TotalText() {
        @Override
        public String total() {
            return "Total";
        }

        @Override
        public String subtotal(String member) {
            return member;
        }
    };

    private final Cubes cubes = CubeDoor.to(CiProvince.database());
    private final ResultShelf shelf = new ResultShelf(SHELF);

    @Test
    void anOpenPivotHoldsAtMostFiveMegabytesHoweverLargeItsResultIs() throws Exception {
        PivotModel large;
        long cells;
        try (PivotSession first = session()) {
            large = large(first);
            PivotResult result = first.run(large);
            cells = (long) result.rowCount() * result.columnCount();
        }
        long before = used();
        List<PivotSession> sessions = new ArrayList<>();
        List<PivotResult> results = new ArrayList<>();
        for (int i = 0; i < PIVOTS; i++) {
            PivotSession session = session();
            session.open(Map.of(), LocalDate.of(2010, 3, 31));
            sessions.add(session);
            results.add(session.run(large));
        }
        long each = (used() - before) / PIVOTS;

        System.out.println(cells + " cells, " + each / 1024 + " KB for each of " + PIVOTS + " open pivots");
        assertThat(cells).isGreaterThan(LARGE);
        assertThat(shelf.bytes()).isLessThanOrEqualTo(SHELF);
        assertThat(each).isLessThanOrEqualTo(5 * MEGABYTE);
        assertThat(results.getFirst().text(0, 0))
                .as("read again")
                .isEqualTo(results.getLast().text(0, 0));
        for (PivotSession session : sessions) {
            session.close();
        }
        assertThat(shelf.bytes()).as("after closing").isZero();
    }

    /** All members of one hierarchy after the other on rows, empty or not, until the result is large. */
    private static PivotModel large(PivotSession session) throws Exception {
        PivotSession.Opened opened = session.open(Map.of(), LocalDate.of(2010, 3, 31));
        PivotFields fields = opened.fields();
        PivotModel model = PivotModel.of(fields.cube())
                .withHideEmpty(false)
                .withMeasures(fields.measures().stream()
                        .filter(measure -> !measure.calculated())
                        .map(PivotFields.MeasureField::uniqueName)
                        .toList());
        for (PivotFields.HierarchyField hierarchy : fields.hierarchies()) {
            model = model.put(hierarchy.uniqueName(), hierarchy.deepest().uniqueName(), Place.ROWS);
            PivotResult result = session.run(model);
            if ((long) result.rowCount() * result.columnCount() > LARGE) {
                return model;
            }
        }
        throw new AssertionError("the cube is too small for this test");
    }

    private PivotSession session() throws Exception {
        return new PivotSession(cubes, CiProvince.EVERYBODY, Locale.ENGLISH, TOTALS, shelf);
    }

    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(100);
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
