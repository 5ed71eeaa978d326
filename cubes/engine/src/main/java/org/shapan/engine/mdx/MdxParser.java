package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/**
 * Parses MDX.
 *
 * <p>A text that is not MDX ends in an {@link EngineException} of code {@link OlapErrorCode#MDX_SYNTAX} that says what was expected
 * and where; one beyond the {@link ParserLimits} in {@link OlapErrorCode#BUDGET_EXCEEDED}. Nothing else is thrown, whatever the text.
 */
public final class MdxParser {
    private MdxParser() {}

    /** The statement, with {@link ParserLimits#DEFAULT}; a semicolon may follow it. */
    public static Statement parseStatement(String mdx) {
        return parseStatement(mdx, ParserLimits.DEFAULT);
    }

    public static Statement parseStatement(String mdx, ParserLimits limits) {
        TokenCursor cursor = cursor(mdx, limits);
        Statement statement = new StatementParser(cursor).statement();
        cursor.acceptSymbol(";");
        cursor.expectEnd();
        return statement;
    }

    /** The expression, with {@link ParserLimits#DEFAULT}. */
    public static Expression parseExpression(String mdx) {
        return parseExpression(mdx, ParserLimits.DEFAULT);
    }

    public static Expression parseExpression(String mdx, ParserLimits limits) {
        TokenCursor cursor = cursor(mdx, limits);
        Expression expression = new ExpressionParser(cursor).whole();
        cursor.expectEnd();
        return expression;
    }

    private static TokenCursor cursor(String mdx, ParserLimits limits) {
        requireNonNull(mdx, "mdx is null");
        if (mdx.length() > limits.maxTextLength()) {
            throw new EngineException(
                    OlapErrorCode.BUDGET_EXCEEDED,
                    "The MDX text has " + mdx.length() + " characters, more than the limit maxTextLength = "
                            + limits.maxTextLength());
        }
        return new TokenCursor(Source.of(mdx), limits);
    }
}
