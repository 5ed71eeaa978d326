package org.shapan.engine.mdx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** A text that is not MDX is answered by what was expected, what was found and where. */
class SyntaxErrorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELEC a ON 0 FROM c         | 1 | 1  | a statement",
                "SELECT a FROM c             | 1 | 10 | ON and the name of an axis",
                "SELECT a ON foobar FROM c   | 1 | 13 | an axis",
                "SELECT a ON axes(0) FROM c  | 1 | 13 | an axis",
                "SELECT a ON 0.4 FROM c      | 1 | 13 | an axis",
                "SELECT a ON 0 + 1 FROM c    | 1 | 15 | ',' or FROM",
                "SELECT a ON 0, FROM c       | 1 | 16 | an expression",
                "SELECT a ON 0 FROM          | 1 | 19 | the name of a cube",
                "SELECT a ON 0, b ON 0 FROM c | 1 | 16 | COLUMNS is given twice",
                "SELECT a ON 0, b ON 2 FROM c | 1 | 16 | ROWS is missing",
                "SELECT a ON 999999999999 FROM c | 1 | 8 | at most 128 axes",
                "SELECT a ON 0 FROM c WHERE () | 1 | 29 | an expression",
                "SELECT {a ON 0 FROM c       | 1 | 11 | ',' or '}'",
                "SELECT f(a b) ON 0 FROM c   | 1 | 12 | ',' or ')'",
                "SELECT f(a IS EMPTY + 1) ON 0 FROM c | 1 | 21 | ',' or ')'",
                "SELECT a. ON 0 FROM c WHERE | 1 | 14 | ON and the name",
                "SELECT a.1 ON 0 FROM c      | 1 | 9  | ON and the name",
                "SELECT a ON 0 FROM c x      | 1 | 22 | the end of the text",
                "SELECT [a ON 0 FROM c       | 1 | 8  | ] to close the name",
                "SELECT 'a ON 0 FROM c       | 1 | 8  | ' to close the string",
                "SELECT a ON 0 FROM c /* x   | 1 | 22 | */",
                "/* a /* b */ c */ SELECT FROM c | 1 | 14 | a statement",
                "SELECT a # b ON 0 FROM c    | 1 | 10 | '#'",
                "SELECT f(a，b) ON 0 FROM c   | 1 | 11 | write ',' instead",
                "WITH SELECT FROM c          | 1 | 6  | MEMBER or SET",
                "WITH MEMBER a AS 1, = 2 SELECT FROM c | 1 | 21 | the name of a property",
                "WITH MEMBER a AS '1 + ' SELECT FROM c | 1 | 23 | an expression",
                "WITH MEMBER a AS '1 2' SELECT FROM c | 1 | 21 | the end of the text",
                "SELECT CASE 1 THEN 2 END ON 0 FROM c | 1 | 15 | WHEN",
                "SELECT CAST(1 AS 5) ON 0 FROM c | 1 | 18 | a type",
                "SELECT {a} AS 'x' ON 0 FROM c | 1 | 15 | a name for the set",
                "DRILLTHROUGH MAXROWS x SELECT FROM c | 1 | 22 | a whole number",
                "DRILLTHROUGH MAXROWS 9999999999 SELECT FROM c | 1 | 22 | a whole number of at most",
                "CREATE SESSION CUBE g FROM c (x | 1 | 32 | ')'",
                "BEGIN WORK                  | 1 | 7 | TRANSACTION",
            })
    void errorTellsPlaceAndRemedy(String mdx, int line, int column, String expected) {
        EngineException error = error(mdx);

        assertThat(error.code()).isEqualTo(OlapErrorCode.MDX_SYNTAX);
        assertThat(error).hasMessageContaining(expected);
        assertThat(error.region()).hasValueSatisfying(region -> {
            assertThat(region.line()).isEqualTo(line);
            assertThat(region.column()).isEqualTo(column);
        });
    }

    @Test
    void linesAreCountedForEveryKindOfLineBreak() {
        EngineException error = error("SELECT\n a ON 0\r\nFROM c\rWHERE (,)");

        assertThat(error.region()).hasValueSatisfying(region -> {
            assertThat(region.line()).isEqualTo(4);
            assertThat(region.column()).isEqualTo(8);
        });
    }

    @Test
    void controlCharacterIsNamedByItsNumber() {
        assertThat(error("SELECT a\u0000 ON 0 FROM c")).hasMessageContaining("U+0000");
    }

    @Test
    void longWordsAreShortenedInTheMessage() {
        String word = "x".repeat(10_000);

        assertThat(error("SELECT a ON " + word + " FROM c").getMessage()).hasSizeLessThan(300);
    }

    private static EngineException error(String mdx) {
        EngineException error = catchThrowableOfType(EngineException.class, () -> MdxParser.parseStatement(mdx));
        assertThat(error).as(mdx).isNotNull();
        return error;
    }
}
