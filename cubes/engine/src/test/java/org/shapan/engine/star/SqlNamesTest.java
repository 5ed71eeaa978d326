package org.shapan.engine.star;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names in SQL of a catalog are found outside strings and comments; qualifiers are shown here in angles, columns in braces. */
class SqlNamesTest {
    private static String marked(String sql) {
        return SqlNames.replace(sql, qualifier -> "<" + qualifier + ">", column -> "{" + column + "}");
    }

    @Test
    void qualifiersStandBeforeADot() {
        assertThat(marked("\"t\".\"a\" + t.b")).isEqualTo("<t>.\"a\" + <t>.b");
        assertThat(marked("s.t.a")).isEqualTo("<s>.t.a");
        assertThat(marked("`t`.`a`")).isEqualTo("<t>.`a`");
        assertThat(marked("1.5 + x . y")).isEqualTo("1.5 + <x> . y");
    }

    @Test
    void quotedNamesAloneAreColumnsButNotFunctions() {
        assertThat(marked("\"a\" || \"b\"(\"c\")")).isEqualTo("{a} || \"b\"({c})");
        assertThat(marked("date '2000-01-01' < \"a\"\"b\"")).isEqualTo("date '2000-01-01' < {a\"b}");
    }

    @Test
    void stringsAndCommentsAreLeftAlone() {
        assertThat(marked("'t.a' || 'it''s \"a\"'")).isEqualTo("'t.a' || 'it''s \"a\"'");
        assertThat(marked("-- t.a\nt.a")).isEqualTo("-- t.a\n<t>.a");
        assertThat(marked("/* t.a */ T.a")).isEqualTo("/* t.a */ <T>.a");
    }

    @Test
    void textThatEndsTooSoonEnds() {
        assertThat(marked("'open")).isEqualTo("'open");
        assertThat(marked("/* open")).isEqualTo("/* open");
        assertThat(marked("-- open")).isEqualTo("-- open");
    }
}
