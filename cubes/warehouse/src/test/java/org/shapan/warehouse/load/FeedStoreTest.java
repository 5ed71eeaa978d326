package org.shapan.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Manifest;
import org.shapan.warehouse.load.LoadException.Code;

/** All months of a feed are read and checked at once; a file that is not like the others makes no difference to them. */
class FeedStoreTest {

    private static final LoadOptions HALF = new LoadOptions(true, 0.5, 0);

    @RegisterExtension
    final TinyWarehouse warehouse = new TinyWarehouse();

    @Test
    void aFileMayHaveItsColumnsInAnotherOrder() throws IOException {
        warehouse.load(warehouse.delivery("parquet").write());
        List<String> parquet = warehouse.everything();
        Path delivery = warehouse.delivery("turned").csv(null).write();
        Path file = delivery.resolve("rev_item-201002.csv");
        List<String> turned = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            int comma = line.indexOf(',');
            turned.add(line.substring(comma + 1) + "," + line.substring(0, comma));
        }
        rewrite(file, turned);

        warehouse.restate(delivery);

        assertThat(warehouse.everything()).isEqualTo(parquet);
    }

    @Test
    void aRowInTheFileOfAnotherMonthIsKeptOutOfBoth() throws IOException {
        Path delivery = warehouse.delivery("moved").csv(null).write();
        Path file = delivery.resolve("chan_stock-201002.csv");
        List<String> lines = Files.readAllLines(file);
        String january =
                Files.readAllLines(delivery.resolve("chan_stock-201001.csv")).getLast();
        lines.set(lines.size() - 1, january);
        rewrite(file, lines);

        LoadResult result = warehouse.loader().load(delivery, HALF, Progress.NONE);

        assertThat(result.badCounts()).isEqualTo(Map.of(Code.PERIOD, 1L));
        assertThat(result.badRows())
                .containsExactly(new BadRow(
                        "chan_stock", "chan_stock-201002.csv", lines.size(), "day", "2010-01-31", Code.PERIOD));
        assertThat(warehouse.rows("SELECT k_day // 100, count(*) FROM f_channel_stock GROUP BY ALL ORDER BY 1"))
                .containsExactly("201001|2", "201003|1");
    }

    private static void rewrite(Path file, List<String> lines) throws IOException {
        Path manifest = file.resolveSibling(Manifest.FILE);
        String before = FeedFile.sha256(file);
        Files.write(file, lines);
        Files.writeString(manifest, Files.readString(manifest).replace(before, FeedFile.sha256(file)));
    }
}
