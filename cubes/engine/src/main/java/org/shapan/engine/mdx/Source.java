package org.shapan.engine.mdx;

import java.util.Arrays;
import org.shapan.engine.api.Region;

/**
 * A text to parse and where its characters come from. A formula in quotes is a text of its own whose places are those of the
 * statement around it.
 */
final class Source {
    private final String text;
    private final int[] lineStarts;
    private final int[] origins;

    private Source(String text, int[] lineStarts, int[] origins) {
        this.text = text;
        this.lineStarts = lineStarts;
        this.origins = origins;
    }

    static Source of(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineBreak = c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
            if (lineBreak) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        return new Source(text, Arrays.copyOf(starts, lines), null);
    }

    /** What stands between the quotes of the string {@code token}, doubled quotes read as one. */
    Source inside(Token token) {
        char quote = text.charAt(token.start());
        StringBuilder inner = new StringBuilder(token.text().length());
        int[] places = new int[token.text().length() + 1];
        for (int i = token.start() + 1; i < token.end() - 1; i++) {
            places[inner.length()] = origin(i);
            inner.append(text.charAt(i));
            if (text.charAt(i) == quote) {
                i++;
            }
        }
        places[inner.length()] = origin(token.end() - 1);
        return new Source(inner.toString(), lineStarts, places);
    }

    String text() {
        return text;
    }

    /** The region from offset {@code start} to before offset {@code end}; at least one character wide. */
    Region region(int start, int end) {
        int first = origin(start);
        int last = origin(Math.max(start, end - 1));
        int line = lineOf(first);
        int endLine = lineOf(last);
        return new Region(line + 1, first - lineStarts[line] + 1, endLine + 1, last - lineStarts[endLine] + 1);
    }

    private int origin(int offset) {
        return origins == null ? offset : origins[Math.min(offset, origins.length - 1)];
    }

    private int lineOf(int origin) {
        int found = Arrays.binarySearch(lineStarts, origin);
        return found >= 0 ? found : -found - 2;
    }
}
