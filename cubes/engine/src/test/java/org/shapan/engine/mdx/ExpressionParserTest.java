package org.shapan.engine.mdx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.engine.api.Region;

class ExpressionParserTest {

    @Test
    void dottedNamesAndKeysFormOneIdentifier() {
        Identifier id = (Identifier) MdxParser.parseExpression("[Store].[a]]b].&[CA]&7.Children");

        assertThat(id.segments()).hasSize(4);
        assertThat(((NameSegment) id.segments().get(1)).name()).isEqualTo("a]b");
        KeySegment key = (KeySegment) id.segments().get(2);
        assertThat(key.keys()).extracting(NameSegment::name).containsExactly("CA", "7");
        assertThat(key.keys()).extracting(NameSegment::quoted).containsExactly(true, false);
        NameSegment last = (NameSegment) id.segments().get(3);
        assertThat(last.name()).isEqualTo("Children");
        assertThat(last.quoted()).isFalse();
    }

    @Test
    void keyThatBeginsWithDigitsIsOneKey() {
        Identifier id = (Identifier) MdxParser.parseExpression("Time.&2008Q1.[1]");

        assertThat(((KeySegment) id.segments().get(1)).keys().getFirst().name()).isEqualTo("2008Q1");
    }

    @Test
    void everyWordIsANameAfterADot() {
        Identifier id = (Identifier) MdxParser.parseExpression("x.Select.[From].WHERE.Null");

        assertThat(id.segments()).hasSize(5);
    }

    @Test
    void lettersOfEveryScriptMakeNames() {
        assertThat(MdxParser.parseExpression("度量.净收入")).isInstanceOf(Identifier.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "a + b * c               → a + (b * c)",
                "a * b + c               → (a * b) + c",
                "a - b - c               → (a - b) - c",
                "-a * b                  → (-a) * b",
                "2 * -3                  → 2 * (-3)",
                "- -a                    → -(-a)",
                "NOT a = b AND c         → (NOT (a = b)) AND c",
                "NOT NOT a               → NOT (NOT a)",
                "a OR b AND c            → a OR (b AND c)",
                "a AND b XOR c           → (a AND b) XOR c",
                "a || b = c || d         → (a || b) = (c || d)",
                "a + 1 > b               → (a + 1) > b",
                "a IS b AND c            → (a IS b) AND c",
                "a IN b : c              → a IN (b : c)",
                "a NOT IN {b} OR d       → (a NOT IN {b}) OR d",
                "a matches b || c        → a MATCHES (b || c)",
                "a not matches b         → a NOT MATCHES b",
                "x IS NULL AND y         → (x IS NULL) AND y",
                "x IS EMPTY = y          → (x IS EMPTY) = y",
                "a : b * c               → (a : b) * c",
                "{a} - {b} + {c}         → ({a} - {b}) + {c}",
                "EXISTING a.Members * b  → (EXISTING a.Members) * b",
            })
    void operatorsBind(String written, String meant) {
        Expression expression = MdxParser.parseExpression(written);

        assertThat(withParentheses(expression)).isEqualTo(meant);
    }

    @Test
    void setsAreNegatedAsSpreadsheetsWriteIt() {
        FunctionCall braces = (FunctionCall) MdxParser.parseExpression("{-{[a].[b]}}");

        FunctionCall minus = (FunctionCall) braces.args().getFirst();
        assertThat(minus.syntax()).isEqualTo(Syntax.PREFIX);
        assertThat(((FunctionCall) minus.args().getFirst()).syntax()).isEqualTo(Syntax.BRACES);
    }

    @Test
    void methodOfANameTakesAllOfTheNameAsFirstArgument() {
        FunctionCall call = (FunctionCall) MdxParser.parseExpression("[Time].[1997].Children.Item(0).Name");

        assertThat(call.syntax()).isEqualTo(Syntax.PROPERTY);
        assertThat(call.name()).isEqualTo("Name");
        FunctionCall item = (FunctionCall) call.args().getFirst();
        assertThat(item.syntax()).isEqualTo(Syntax.METHOD);
        assertThat(item.name()).isEqualTo("Item");
        assertThat(((Identifier) item.args().getFirst()).segments()).hasSize(3);
        assertThat(item.args().get(1)).isInstanceOf(NumericLiteral.class);
    }

    @Test
    void quotedNameOrKeyAfterACallIsAPropertyOfIt() {
        FunctionCall quoted = (FunctionCall) MdxParser.parseExpression("f(x).[My child]");
        FunctionCall keyed = (FunctionCall) MdxParser.parseExpression("f(x).&[1]&[2]");

        assertThat(quoted.syntax()).isEqualTo(Syntax.QUOTED_PROPERTY);
        assertThat(quoted.name()).isEqualTo("My child");
        assertThat(keyed.syntax()).isEqualTo(Syntax.AMP_PROPERTY);
        assertThat(keyed.args()).hasSize(2);
        KeySegment key =
                (KeySegment) ((Identifier) keyed.args().get(1)).segments().getFirst();
        assertThat(key.keys()).hasSize(2);
    }

    @Test
    void argumentsMayBeLeftOut() {
        FunctionCall call = (FunctionCall) MdxParser.parseExpression("DrilldownLevel({a},,,INCLUDE_CALC_MEMBERS)");

        assertThat(call.args()).hasSize(4);
        assertThat(call.args().get(1)).isInstanceOf(EmptyArgument.class);
        assertThat(call.args().get(2)).isInstanceOf(EmptyArgument.class);
        assertThat(call.args().get(3)).isInstanceOf(Identifier.class);
        assertThat(((FunctionCall) MdxParser.parseExpression("YTD()")).args()).isEmpty();
        assertThat(((FunctionCall) MdxParser.parseExpression("f(a,)")).args()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "1.50,1.50",
        ".5,0.5",
        "1e3,1E+3",
        "1.5E-3,0.0015",
        "12345678901234567890.123,12345678901234567890.123"
    })
    void numbersAreExact(String written, String value) {
        NumericLiteral literal = (NumericLiteral) MdxParser.parseExpression(written);

        assertThat(literal.value()).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"it's \"\"so\"\"\"", "'it''s \"so\"'"})
    void quotesInStringsAreDoubled(String written) {
        StringLiteral literal = (StringLiteral) MdxParser.parseExpression(written);

        assertThat(literal.value()).isEqualTo("it's \"so\"");
    }

    @Test
    void caseComparesAnOperandOrTestsConditions() {
        CaseExpression simple =
                (CaseExpression) MdxParser.parseExpression("CASE x WHEN 1 THEN 'a' WHEN 2 THEN 'b' END");
        CaseExpression searched = (CaseExpression) MdxParser.parseExpression("case when x > 1 then 2 else 3 end");

        assertThat(simple.operandOrNull()).isInstanceOf(Identifier.class);
        assertThat(simple.whens()).hasSize(2);
        assertThat(simple.elseOrNull()).isNull();
        assertThat(searched.operandOrNull()).isNull();
        assertThat(searched.elseOrNull()).isInstanceOf(NumericLiteral.class);
    }

    @Test
    void castNamesItsType() {
        FunctionCall cast = (FunctionCall) MdxParser.parseExpression("cast(1 + 2 as String)");

        assertThat(cast.syntax()).isEqualTo(Syntax.CAST);
        assertThat(cast.args().get(1)).hasToString("String");
    }

    @Test
    void setMayBeNamedWhereItStands() {
        FunctionCall filter = (FunctionCall) MdxParser.parseExpression("Filter(a.Children * b as [my set], 1 = 1)");

        SetAlias alias = (SetAlias) filter.args().getFirst();
        assertThat(alias.name()).isEqualTo("my set");
        assertThat(((FunctionCall) alias.set()).name()).isEqualTo("*");
    }

    @Test
    void keywordsAreNamesWhereNoOperandOfTheirsFollows() {
        assertThat(MdxParser.parseExpression("existing")).isInstanceOf(Identifier.class);
        assertThat(MdxParser.parseExpression("Parameter('p', MEMBER, Set.Empty)"))
                .isInstanceOf(FunctionCall.class);
        assertThat(MdxParser.parseExpression("cast.x")).isInstanceOf(Identifier.class);
    }

    @Test
    void regionsCoverTheText() {
        FunctionCall sum = (FunctionCall) MdxParser.parseExpression("  a.b +\n  f(c)");

        assertThat(sum.region()).isEqualTo(new Region(1, 3, 2, 6));
        assertThat(sum.args().get(0).region()).isEqualTo(new Region(1, 3, 1, 5));
        assertThat(sum.args().get(1).region()).isEqualTo(new Region(2, 3, 2, 6));
    }

    @Test
    void commentsAreSpace() {
        Expression expression = MdxParser.parseExpression("a -- one\n + // two 'quoted\r\n b /* three\n \"* */ * c");

        assertThat(Unparser.unparse(expression)).isEqualTo("a + b * c");
    }

    /** The expression with parentheses around each operand that is itself an operator. */
    private static String withParentheses(Expression expression) {
        if (!(expression instanceof FunctionCall call)) {
            return Unparser.unparse(expression);
        }
        return switch (call.syntax()) {
            case INFIX ->
                operand(call.args().get(0)) + " " + call.name() + " "
                        + operand(call.args().get(1));
            case PREFIX ->
                call.name()
                        + (call.name().length() > 1 ? " " : "")
                        + operand(call.args().getFirst());
            case POSTFIX -> operand(call.args().getFirst()) + " " + call.name();
            default -> Unparser.unparse(call);
        };
    }

    private static String operand(Expression expression) {
        boolean operator = expression instanceof FunctionCall call
                && (call.syntax() == Syntax.INFIX || call.syntax() == Syntax.PREFIX || call.syntax() == Syntax.POSTFIX);
        return operator ? "(" + withParentheses(expression) + ")" : withParentheses(expression);
    }
}
