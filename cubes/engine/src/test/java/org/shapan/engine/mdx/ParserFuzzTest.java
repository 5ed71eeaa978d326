package org.shapan.engine.mdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** Whatever the text: a tree that survives unparsing, or a typed error. The seed is printed; SHAPAN_SEED repeats a run. */
class ParserFuzzTest {
    private static final List<String> WORDS = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            "WITH",
            "MEMBER",
            "SET",
            "AS",
            "ON",
            "COLUMNS",
            "NON",
            "EMPTY",
            "AXIS",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "CAST",
            "NULL",
            "IS",
            "IN",
            "NOT",
            "AND",
            "OR",
            "XOR",
            "MATCHES",
            "EXISTING",
            "DIMENSION",
            "PROPERTIES",
            "CELL",
            "DRILLTHROUGH",
            "RETURN",
            "(",
            ")",
            "{",
            "}",
            ",",
            ".",
            ":",
            "&",
            "+",
            "-",
            "*",
            "/",
            "||",
            "=",
            "<>",
            "<",
            ">=",
            "[a]",
            "[a]]b]",
            "b",
            "度量",
            "1",
            "1.5",
            ".5",
            "1e3",
            "'x'",
            "'a''b'",
            "\"y\"",
            "'",
            "\"",
            "[",
            "--",
            "//",
            "/*",
            "*/",
            "\n",
            "\u0000",
            ";",
            "$x",
            "\uD83D",
            "f(");

    private static final String SEED_QUERY = """
            WITH MEMBER [Measures].[m] AS 'Iif([a].CurrentMember IS [a].&[1]&x, NULL, -1.5e3)', FORMAT_STRING = "#,##0"
            SET s AS Filter({[a].Members} * b AS t, CASE x WHEN 1 THEN t.Item(0).Name ELSE CAST(2 AS STRING) END NOT IN {c : d})
            SELECT NON EMPTY f(s,,,X) DIMENSION PROPERTIES [a].[p] ON ROWS, {-{s}}.Item(0).[q].&[k] ON 0
            FROM NON VISUAL (SELECT {a} ON 0 FROM [C]) WHERE ([x], y.Lag(3)) CELL PROPERTIES VALUE""";

    private final long seed = seed();
    private final Random random = new Random(seed);
    private int trees;

    @Test
    void randomBytes() {
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            check(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void randomWords() {
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "SELECT " : "");
            for (int n = random.nextInt(15); n >= 0; n--) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            check(text.toString());
        }
        assertThat(trees).as("texts that are MDX, seed %d", seed).isGreaterThan(100);
    }

    @Test
    void mutationsOfAQuery() {
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(SEED_QUERY);
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(12));
                switch (random.nextInt(4)) {
                    case 0 -> text.delete(at, end);
                    case 1 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
                    case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                    default -> text.setCharAt(at, (char) random.nextInt(128));
                }
            }
            check(text.toString());
        }
        assertThat(trees).as("texts that are MDX, seed %d", seed).isGreaterThan(100);
    }

    private void check(String text) {
        try {
            checkExpression(text);
            Statement statement = MdxParser.parseStatement(text);
            trees++;
            String unparsed = Unparser.unparse(statement);
            assertThat(TreeShape.of(MdxParser.parseStatement(unparsed)))
                    .as("seed %d, text <%s>, unparsed <%s>", seed, text, unparsed)
                    .isEqualTo(TreeShape.of(statement));
        } catch (EngineException e) {
            assertThat(e.code()).isIn(OlapErrorCode.MDX_SYNTAX, OlapErrorCode.BUDGET_EXCEEDED);
            assertThat(e.region()).as("seed %d, text <%s>", seed, text).isPresent();
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ", text <" + text + ">", e);
        }
    }

    private void checkExpression(String text) {
        Expression expression;
        try {
            expression = MdxParser.parseExpression(text);
        } catch (EngineException e) {
            return; // not an expression; the statement parser is asked next
        }
        trees++;
        String unparsed = Unparser.unparse(expression);
        assertThat(TreeShape.of(MdxParser.parseExpression(unparsed)))
                .as("seed %d, text <%s>, unparsed <%s>", seed, text, unparsed)
                .isEqualTo(TreeShape.of(expression));
    }

    private static long seed() {
        String given = System.getenv("SHAPAN_SEED");
        long seed = given == null ? System.nanoTime() : Long.parseLong(given);
        System.out.println("ParserFuzzTest: SHAPAN_SEED=" + seed);
        return seed;
    }
}
