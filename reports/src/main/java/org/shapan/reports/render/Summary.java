package org.shapan.reports.render;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.reports.insight.ReportState;

/**
 * The first things that a document says, for a mail that shows them without it. All texts are plain.
 *
 * @param sentence the opening sentence, empty when the report has none
 * @param filters every filter in effect: names and values
 * @param chart the first chart as a PNG image, empty when the report has none
 */
public record Summary(
        String sentence,
        List<Tile> tiles,
        List<Map.Entry<String, String>> filters,
        String dataLine,
        String runLine,
        Optional<Chart> chart) {
    /** A report that is not summarised. */
    public static final Summary NONE = new Summary("", List.of(), List.of(), "", "", Optional.empty());

    /** One figure: its name, value with unit, comparison and state. */
    public record Tile(String label, String value, String note, ReportState state) {}

    /**
     * A picture.
     *
     * @param png its bytes
     * @param width in points, half as many as it has pixels
     */
    @SuppressWarnings("ArrayRecordComponent") // pictures are handed on, never compared
    public record Chart(byte[] png, int width, int height) {}

    public Summary {
        requireNonNull(sentence, "sentence is null");
        tiles = List.copyOf(tiles);
        filters = List.copyOf(filters);
        requireNonNull(chart, "chart is null");
    }
}
