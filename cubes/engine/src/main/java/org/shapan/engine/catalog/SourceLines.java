package org.shapan.engine.catalog;

import java.util.Arrays;
import org.shapan.engine.api.Region;

/** Turns offsets of a text into lines and columns. */
final class SourceLines {
    private final int[] starts;

    SourceLines(String text) {
        int[] found = new int[64];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = i + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    /** @param length at least 1 */
    Region region(int offset, int length) {
        int line = line(offset);
        int end = offset + length - 1;
        int endLine = line(end);
        return new Region(line + 1, offset - starts[line] + 1, endLine + 1, end - starts[endLine] + 1);
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
