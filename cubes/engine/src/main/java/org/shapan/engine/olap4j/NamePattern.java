package org.shapan.engine.olap4j;

import java.util.regex.Pattern;

/** Patterns of JDBC metadata: {@code %} stands for any text, {@code _} for one character; null matches everything. */
final class NamePattern {
    private NamePattern() {}

    static boolean matches(String pattern, String name) {
        if (pattern == null || pattern.equals(name)) {
            return true;
        }
        StringBuilder regex = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            regex.append(
                    switch (c) {
                        case '%' -> ".*";
                        case '_' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(name).matches();
    }

    /** Whether a name is the one asked for; null asks for any. */
    static boolean is(String wanted, String name) {
        return wanted == null || wanted.equals(name);
    }
}
