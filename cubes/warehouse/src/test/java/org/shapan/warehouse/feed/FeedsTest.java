package org.shapan.warehouse.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest {

    @TempDir
    Path directory;

    @Test
    void everyReferenceLeadsToADimensionFeedACodeListOrTheCustomers() {
        Set<String> known = Stream.concat(
                        Stream.concat(Feeds.DIMENSIONS.stream(), Stream.of(Feeds.CUST_MONTH))
                                .map(Feed::name),
                        Arrays.stream(CodeList.values()).map(CodeList::key))
                .collect(Collectors.toSet());

        assertThat(Feeds.ALL)
                .flatExtracting(Feed::columns)
                .flatExtracting(column -> column.references().stream().toList())
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(known).contains(reference));
    }

    @Test
    void everyNameOfADimensionIsBilingual() {
        for (Feed feed : Feeds.DIMENSIONS) {
            List<String> columns = feed.columns().stream().map(Column::name).toList();
            for (String name : columns) {
                if (name.endsWith("_zh")) {
                    assertThat(columns).contains(name.replaceAll("_zh$", "_en"));
                }
            }
        }
    }

    @Test
    void filesAreNamedByFeedAndMonth() {
        assertThat(Feeds.DIM_AREA.fileName()).isEqualTo("dim_area.parquet");
        assertThat(Feeds.REV_ITEM.fileName(YearMonth.of(2010, 3))).isEqualTo("rev_item-201003.parquet");
        assertThatThrownBy(() -> Feeds.REV_ITEM.fileName()).hasMessageContaining("MONTH");
    }

    @Test
    void unknownFeedNamesTheKnownOnes() {
        assertThatThrownBy(() -> Feeds.named("rev"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'rev'")
                .hasMessageContaining("rev_item");
    }

    @Test
    void sixtyBusinessTypesHaveDistinctCodesAndAllSixClasses() {
        assertThat(CodeList.BUSINESS_TYPE.codes()).hasSize(60).doesNotHaveDuplicates();
        assertThat(BusinessType.ALL.stream().map(BusinessType::sixS).distinct())
                .containsExactlyInAnyOrder("sales", "strategic", "incentive", "retention", "service", "sensitive");
    }

    @Test
    void manifestReadsBackAsWritten() throws Exception {
        Manifest manifest = new Manifest(
                Feeds.FORMAT,
                "test",
                200801,
                201003,
                List.of(
                        new FeedFile("dim_area", null, "dim_area.parquet", 24, "ab"),
                        new FeedFile("rev_item", 201003, "rev_item-201003.parquet", 7, "cd")));

        manifest.write(directory);

        assertThat(Manifest.read(directory)).isEqualTo(manifest);
        assertThat(manifest.rows()).isEqualTo(31);
        assertThat(manifest.files(Feeds.REV_ITEM)).hasSize(1);
    }

    @Test
    void manifestThatIsMissingBrokenOrOfAnotherFormatIsRefused() throws Exception {
        assertThatThrownBy(() -> Manifest.read(directory)).isInstanceOf(NoSuchFileException.class);

        Files.writeString(directory.resolve(Manifest.FILE), "{\"format\":");
        assertThatThrownBy(() -> Manifest.read(directory)).hasMessageContaining("is not a manifest");

        Files.writeString(
                directory.resolve(Manifest.FILE),
                "{\"format\":99,\"source\":\"x\",\"firstMonth\":200801,\"lastMonth\":201003,\"files\":[]}");
        assertThatThrownBy(() -> Manifest.read(directory)).hasMessageContaining("format 99");
    }
}
