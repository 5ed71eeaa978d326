package org.shapan.warehouse.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * docs/feeds.md is made from the feed definitions. When this test says that it is old, run it again with
 * {@code -Dsurefire.args=-Dshapan.docs.write=true} and commit the page.
 */
class FeedGuideTest {

    @Test
    void docsSayWhatTheDefinitionsSay() throws IOException {
        Path page = repository().resolve("docs/feeds.md");
        String guide = guide();

        if (Boolean.getBoolean("shapan.docs.write")) {
            Files.writeString(page, guide);
        }

        assertThat(page).exists();
        assertThat(Files.readString(page)).isEqualTo(guide);
    }

    private static Path repository() {
        Path path = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(path.resolve("docs"))) {
            path = path.getParent();
        }
        return path;
    }

    private static String guide() {
        StringBuilder text = new StringBuilder("""
                # Feeds of the warehouse

                Made from `org.shapan.warehouse.feed.Feeds` by `FeedGuideTest`; do not edit.

                A delivery is a directory with one Parquet file per dimension feed, one per month for each monthly fact feed, and
                `manifest.json`, written last. The generator writes it and the loader reads it; a customer's own extracts take the same way.
                Keys are natural keys. Columns come in the order shown, with exactly these DuckDB types; rows are unique by the grain (in **bold**).
                "Key of" names the dimension feed, the fixed code list or, for a customer, the month's `cust_month`, that must know the value.
                A delivery may lack a feed that is marked optional; what is made of it is then empty.
                A dimension feed that is marked late may bring a key after the facts that refer to it.

                ## Manifest

                | Field | Meaning |
                |---|---|
                | `format` | version of these definitions: %d |
                | `source` | who made the delivery |
                | `firstMonth`, `lastMonth` | months of facts, yyyymm |
                | `provisional` | true when the last month is not closed yet and will be delivered again |
                | `encoding` | of CSV files, such as GBK; UTF-8 where there is none |
                | `files` | of each file `feed`, `period` (yyyymm, or null), `file`, `rows`, `sha256` |

                """.formatted(Feeds.FORMAT));
        text.append("## Dimension feeds\n\n");
        Feeds.DIMENSIONS.forEach(feed -> feed(text, feed));
        text.append("## Fact feeds\n\n");
        Feeds.FACTS.forEach(feed -> feed(text, feed));
        text.append("## Code lists\n\n| List | Codes |\n|---|---|\n");
        for (CodeList list : CodeList.values()) {
            List<String> codes = list.codes();
            String shown = codes.size() > 12
                    ? codes.getFirst() + " … " + codes.getLast() + " (`business_type.csv`)"
                    : String.join(", ", codes);
            text.append("| `%s` | %s |%n".formatted(list.key(), shown));
        }
        return text.toString();
    }

    private static void feed(StringBuilder text, Feed feed) {
        String file = feed.period() == Feed.Period.WHOLE ? feed.fileName() : feed.name() + "-yyyymm.parquet";
        String meaning =
                Character.toUpperCase(feed.meaning().charAt(0)) + feed.meaning().substring(1);
        String marks = (feed.optional() ? " Optional." : "") + (Feeds.LATE.contains(feed) ? " Late." : "");
        text.append("### %s%n%n`%s` — %s.%s%n%n".formatted(feed.name(), file, meaning, marks));
        text.append("| Column | Type | Null | Key of | Meaning |\n|---|---|---|---|---|\n");
        for (Column column : feed.columns()) {
            String name = feed.grain().contains(column.name()) ? "**" + column.name() + "**" : column.name();
            text.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(
                            name,
                            column.type().sql(),
                            column.nullable() ? "yes" : "",
                            column.references().map(r -> "`" + r + "`").orElse(""),
                            column.meaning()));
        }
        text.append('\n');
    }
}
