package org.shapan.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.load.LoadException.Code;

class CsvTest {

    @RegisterExtension
    final TinyWarehouse warehouse = new TinyWarehouse();

    @TempDir
    Path temporary;

    @Test
    void csvInAnyEncodingMakesWhatParquetMakes() {
        warehouse.load(warehouse.delivery("parquet").write());
        List<String> parquet = warehouse.everything();

        warehouse.restate(warehouse.delivery("utf8").csv(null).write());
        assertThat(warehouse.everything()).isEqualTo(parquet);

        warehouse.restate(warehouse.delivery("gbk").csv("GBK").write());
        assertThat(warehouse.everything()).isEqualTo(parquet);
    }

    @Test
    void aFileInAnotherEncodingIsRefusedWithItsLine() {
        Path delivery = warehouse.delivery("gbk").csv("GBK").write();
        edit(delivery.resolve("manifest.json"), "\"GBK\"", "\"UTF-8\"");

        LoadException refused = catchThrowableOfType(LoadException.class, () -> warehouse.load(delivery));

        assertThat(refused.code()).isEqualTo(Code.ENCODING);
        assertThat(refused.file()).isEqualTo("dim_area.csv");
        assertThat(refused).hasMessageContaining("UTF-8");
    }

    @Test
    void recordsMayHoldQuotesCommasAndLines() throws IOException {
        Path file = temporary.resolve("a.csv");
        Files.writeString(file, "\uFEFFa,b\r\n1,\"x, \"\"y\"\"\r\nz\"\r\n2,w\n3\n4,v", StandardCharsets.UTF_8);
        List<String> bad = new ArrayList<>();

        List<String> header = CsvFile.stage(
                file, StandardCharsets.UTF_8, temporary.resolve("staged"), (line, text) -> bad.add(line + ":" + text));

        assertThat(header).containsExactly("a", "b");
        assertThat(Files.readString(temporary.resolve("staged")))
                .isEqualTo("2,1,\"x, \"\"y\"\"\r\nz\"\n4,2,w\n6,4,v\n");
        assertThat(bad).containsExactly("5:3");
    }

    @Test
    void aFileThatEndsWithinQuotesIsCutOff() throws IOException {
        Path file = Files.writeString(temporary.resolve("a.csv"), "a,b\n1,\"x");

        CsvFile.Unreadable cut = catchThrowableOfType(
                CsvFile.Unreadable.class,
                () -> CsvFile.stage(file, StandardCharsets.UTF_8, temporary.resolve("staged"), (line, text) -> {}));

        assertThat(cut).hasMessageContaining("line 2");
    }

    private static void edit(Path file, String from, String to) {
        try {
            Files.writeString(file, Files.readString(file).replace(from, to));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
