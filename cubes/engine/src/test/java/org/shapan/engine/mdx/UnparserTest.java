package org.shapan.engine.mdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.Region;

class UnparserTest {
    private static final Region HERE = new Region(1, 1, 1, 1);

    @Test
    void statementIsWrittenOneClauseALine() {
        Statement statement =
                MdxParser.parseStatement("with member m.[x] as '1', format_string='#' select non empty a on rows,"
                        + " {b} dimension properties p on 0 from c where d cell properties value");

        assertThat(Unparser.unparse(statement)).isEqualTo("""
                WITH
                  MEMBER m.[x] AS 1, format_string = "#"
                SELECT
                  NON EMPTY a ON ROWS,
                  {b} DIMENSION PROPERTIES p ON COLUMNS
                FROM c
                WHERE d
                CELL PROPERTIES value""");
    }

    @Test
    void treeBuiltByHandGetsTheParenthesesItNeeds() {
        Expression sum = infix("+", number("1"), number("2"));
        Expression product = infix("*", sum, infix("-", number("3"), infix("-", number("4"), number("5"))));

        assertThat(Unparser.unparse(product)).isEqualTo("(1 + 2) * (3 - (4 - 5))");
    }

    @Test
    void namesThatWouldNotBeReadBackArePutInBrackets() {
        Expression reserved = name("from");
        Expression injected = name("a] on 0 from [b");

        assertThat(Unparser.unparse(reserved)).isEqualTo("[from]");
        assertThat(Unparser.unparse(injected)).isEqualTo("[a]] on 0 from [b]");
    }

    @Test
    void minusOfMinusIsNoComment() {
        Expression twice = prefix("-", prefix("-", number("1")));

        assertThat(Unparser.unparse(twice)).isEqualTo("- -1");
    }

    @Test
    void aliasInsideAnOperatorIsParenthesised() {
        Expression alias = new SetAlias(name("a"), "t", HERE);

        assertThat(Unparser.unparse(infix("*", alias, name("b")))).isEqualTo("(a AS [t]) * b");
    }

    private static Expression infix(String operator, Expression left, Expression right) {
        return new FunctionCall(operator, Syntax.INFIX, List.of(left, right), HERE);
    }

    private static Expression prefix(String operator, Expression operand) {
        return new FunctionCall(operator, Syntax.PREFIX, List.of(operand), HERE);
    }

    private static Expression name(String name) {
        return new Identifier(List.of(new NameSegment(name, false, HERE)), HERE);
    }

    private static Expression number(String digits) {
        return new NumericLiteral(new BigDecimal(digits), HERE);
    }
}
