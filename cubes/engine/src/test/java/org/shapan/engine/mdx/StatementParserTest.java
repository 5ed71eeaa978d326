package org.shapan.engine.mdx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shapan.engine.api.Region;

class StatementParserTest {

    @Test
    void queryKeepsAllItsClauses() {
        SelectStatement select = select("""
                WITH MEMBER [Measures].[m] AS 'a || "it''s"', SOLVE_ORDER = 2, [My property] = Iif(1 = 1, 'x', "y")
                SET [s] AS {[a].Members}
                SELECT NON EMPTY {[s]} DIMENSION PROPERTIES [a].[x], MEMBER_CAPTION ON ROWS,
                  {[Measures].[m]} ON 0
                FROM [Cube]
                WHERE ([b].[c], [d].[e])
                CELL PROPERTIES VALUE, FORMATTED_VALUE;
                """);

        assertThat(select.with()).hasSize(2);
        MemberFormula member = (MemberFormula) select.with().getFirst();
        assertThat(member.name()).hasToString("[Measures].[m]");
        assertThat(((FunctionCall) member.body()).args().get(1))
                .isInstanceOfSatisfying(
                        StringLiteral.class, s -> assertThat(s.value()).isEqualTo("it's"));
        assertThat(member.properties())
                .extracting(PropertyDefinition::name)
                .containsExactly("SOLVE_ORDER", "My property");
        assertThat(select.with().get(1)).isInstanceOf(SetFormula.class);
        assertThat(select.axes()).extracting(AxisClause::ordinal).containsExactly(1, 0);
        assertThat(select.axes()).extracting(AxisClause::nonEmpty).containsExactly(true, false);
        assertThat(select.axes().getFirst().dimensionProperties())
                .extracting(Identifier::toString)
                .containsExactly("[a].[x]", "MEMBER_CAPTION");
        assertThat(select.from()).isInstanceOf(CubeReference.class);
        assertThat(((FunctionCall) select.slicerOrNull()).syntax()).isEqualTo(Syntax.PARENTHESES);
        assertThat(select.cellProperties()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"COLUMNS,ROWS", "0,1", "axis(0),Axis(1)", "columns,AXIS( 1 )"})
    void axesAreGivenByNameOrNumber(String first, String second) {
        SelectStatement select = select("SELECT a ON " + first + ", b ON " + second + " FROM c");

        assertThat(select.axes()).extracting(AxisClause::ordinal).containsExactly(0, 1);
    }

    @Test
    void queryMayHaveNoAxis() {
        SelectStatement select = select("SELECT  FROM [C] WHERE ([Measures].[m]) CELL PROPERTIES VALUE, BACK_COLOR");

        assertThat(select.axes()).isEmpty();
        assertThat(select.cellProperties()).hasSize(2);
    }

    @Test
    void subselectsNest() {
        SelectStatement select =
                select("SELECT a ON 0 FROM NON VISUAL (SELECT {b} ON COLUMNS FROM (SELECT {c} ON 0 FROM [C] WHERE d))");

        Subselect outer = (Subselect) select.from();
        assertThat(outer.nonVisual()).isTrue();
        Subselect inner = (Subselect) outer.select().from();
        assertThat(inner.nonVisual()).isFalse();
        assertThat(inner.select().slicerOrNull()).isNotNull();
    }

    @Test
    void lastDotOfAMemberPropertyMayBeMissing() {
        SelectStatement select =
                select("SELECT a DIMENSION PROPERTIES PARENT_UNIQUE_NAME,[D].[H].[L]MEMBER_CAPTION ON COLUMNS FROM C");

        assertThat(select.axes().getFirst().dimensionProperties().get(1)).hasToString("[D].[H].[L].MEMBER_CAPTION");
    }

    @Test
    void formulaInSingleQuotesIsCodeInDoubleQuotesText() {
        SelectStatement select = select("WITH MEMBER m.a AS '1 + 2' MEMBER m.b AS \"1 + 2\" SELECT FROM c");

        assertThat(select.with().get(0).body()).isInstanceOf(FunctionCall.class);
        assertThat(select.with().get(1).body()).isInstanceOf(StringLiteral.class);
    }

    @Test
    void placesInsideAQuotedFormulaAreThoseOfTheStatement() {
        SelectStatement select = select("WITH MEMBER m.a AS ' ''x'' ||\n  [b] ' SELECT FROM c");

        FunctionCall body = (FunctionCall) select.with().getFirst().body();
        assertThat(body.args().get(0).region()).isEqualTo(new Region(1, 22, 1, 25));
        assertThat(body.args().get(1).region()).isEqualTo(new Region(2, 3, 2, 5));
    }

    @Test
    void rubbishBehindAQuotedFormulaIsPassedOver() {
        SelectStatement select = select("WITH SET s AS 'f(a))' MEMBER m.a AS 'g(b), solve_order=900' SELECT FROM c");

        assertThat(select.with())
                .extracting(formula -> Unparser.unparse(formula.body()))
                .containsExactly("f(a)", "g(b)");
    }

    @Test
    void drillThroughLimitsRowsAndNamesColumns() {
        DrillThroughStatement drill = (DrillThroughStatement)
                MdxParser.parseStatement(
                        "DRILLTHROUGH MAXROWS 1000 FIRSTROWSET 5 SELECT FROM [C] WHERE ((a),(b)) RETURN [D].[L], Name([D].[L]) AS [n]");

        assertThat(drill.maxRows()).hasValue(1000);
        assertThat(drill.firstRowset()).hasValue(5);
        assertThat(drill.returns()).hasSize(2);
        assertThat(drill.returns().get(1)).isInstanceOf(SetAlias.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EXPLAIN PLAN FOR SELECT FROM c                              | ExplainStatement",
                "EXPLAIN PLAN FOR DRILLTHROUGH SELECT FROM c                 | ExplainStatement",
                "REFRESH CUBE [c]                                            | RefreshCubeStatement",
                "CREATE SESSION MEMBER [c].[Measures].[m] AS '1', VISIBLE = 1 | CreateFormulaStatement",
                "CREATE SET [c].[s] AS {a}                                   | CreateFormulaStatement",
                "DROP SESSION MEMBER [c].[Measures].[m], [c].[n]             | DropFormulaStatement",
                "DROP SET [c].[s]                                            | DropFormulaStatement",
                "CREATE SESSION CUBE [g] FROM [c] (MEASURE [c].[m], DIMENSION [c].[d] (x)) | CreateCubeStatement",
                "DROP SESSION CUBE [g]                                       | DropCubeStatement",
                "UPDATE CUBE [c] SET ([a], [b]) = 2 USE_EQUAL_ALLOCATION     | UpdateCubeStatement",
                "UPDATE CUBE [c] SET ([a]) = 2 USE_WEIGHTED_INCREMENT BY 1 / 3, ([b]) = NULL | UpdateCubeStatement",
                "BEGIN TRAN                                                  | TransactionStatement",
                "COMMIT TRANSACTION                                          | TransactionStatement",
                "ROLLBACK TRAN                                               | TransactionStatement",
            })
    void otherStatementsAreKnownAndUnparsed(String mdx, String kind) {
        Statement statement = MdxParser.parseStatement(mdx);

        assertThat(statement.getClass().getSimpleName()).isEqualTo(kind);
        Statement again = MdxParser.parseStatement(Unparser.unparse(statement));
        assertThat(TreeShape.of(again)).isEqualTo(TreeShape.of(statement));
    }

    private static SelectStatement select(String mdx) {
        return (SelectStatement) MdxParser.parseStatement(mdx);
    }
}
