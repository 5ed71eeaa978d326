package org.shapan.engine.api;

import static java.util.Objects.requireNonNull;

/**
 * The unique name of a member as it may stand in MDX text, for instance {@code [Area].[Managed].[Zhuhai]}. Only bracketed
 * segments and keys are accepted, so that the text can be put into a query without any further quoting.
 *
 * @param uniqueName bracketed segments joined by points, {@code ]} doubled inside a segment
 */
public record MemberName(String uniqueName) {
    /** Longest accepted name in characters. */
    public static final int MAX_LENGTH = 2_000;

    /** @throws IllegalArgumentException when the text is not a chain of bracketed segments */
    public MemberName {
        requireNonNull(uniqueName, "uniqueName is null");
        if (!isMemberName(uniqueName)) {
            throw new IllegalArgumentException("not a member name of bracketed segments: " + uniqueName);
        }
    }

    /** Whether the text is a chain such as {@code [A].[B].&[C]} and nothing more. */
    public static boolean isMemberName(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        int at = 0;
        while (true) {
            if (at < text.length() && text.charAt(at) == '&') {
                at++;
            }
            at = endOfSegment(text, at);
            if (at < 0) {
                return false;
            }
            if (at == text.length()) {
                return true;
            }
            char next = text.charAt(at);
            if (next == '.') {
                at++;
            } else if (next != '&') {
                return false;
            }
        }
    }

    /** Position after the closing bracket of the segment that starts at {@code from}, or -1. */
    private static int endOfSegment(String text, int from) {
        if (from >= text.length() || text.charAt(from) != '[') {
            return -1;
        }
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return -1;
            }
            if (c == ']') {
                if (i + 1 < text.length() && text.charAt(i + 1) == ']') {
                    i++;
                } else {
                    return i == from + 1 ? -1 : i + 1;
                }
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return uniqueName;
    }
}
