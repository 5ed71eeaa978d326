package org.shapan.engine.mdx;

import java.util.List;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;

/** Reads the tokens of a text one after the other, counts the nesting, and makes the errors of the parser. */
final class TokenCursor {
    private final Source source;
    private final ParserLimits limits;
    private final List<Token> tokens;
    private int next;
    private int nesting;

    TokenCursor(Source source, ParserLimits limits) {
        this.source = source;
        this.limits = limits;
        this.tokens = Lexer.lex(source, limits);
    }

    /** A cursor over what stands in quotes; its nesting goes on from here. */
    TokenCursor inside(Token string) {
        TokenCursor inner = new TokenCursor(source.inside(string), limits);
        inner.nesting = nesting;
        return inner;
    }

    ParserLimits limits() {
        return limits;
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The token {@code ahead} places after the next one; END beyond the end. */
    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    boolean atSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    boolean atWord(String word) {
        return peek().isWord(word);
    }

    boolean atWords(String first, String second) {
        return peek().isWord(first) && peek(1).isWord(second);
    }

    boolean acceptSymbol(String symbol) {
        boolean found = atSymbol(symbol);
        if (found) {
            next++;
        }
        return found;
    }

    boolean acceptWord(String word) {
        boolean found = atWord(word);
        if (found) {
            next++;
        }
        return found;
    }

    boolean acceptWords(String first, String second) {
        boolean found = atWords(first, second);
        if (found) {
            next += 2;
        }
        return found;
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw expected("'" + symbol + "'");
        }
    }

    void expectWord(String word) {
        if (!acceptWord(word)) {
            throw expected(word);
        }
    }

    void expectEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw expected("the end of the text or an operator");
        }
    }

    /** The error that something else stands where {@code what} should. */
    EngineException expected(String what) {
        return error("Expected " + what + " but found " + peek().describe(), region(peek()));
    }

    EngineException error(String message, Region region) {
        return new EngineException(OlapErrorCode.MDX_SYNTAX, message, region, null);
    }

    EngineException tooLarge(String what, String limit, int value, Region region) {
        return new EngineException(
                OlapErrorCode.BUDGET_EXCEEDED, what + " is beyond the limit " + limit + " = " + value, region, null);
    }

    /** Goes one level deeper; {@link #leave()} comes back. */
    void enter() {
        if (++nesting > limits.maxNesting()) {
            throw tooLarge(
                    "The nesting of parentheses, braces and calls", "maxNesting", limits.maxNesting(), region(peek()));
        }
    }

    void leave() {
        nesting--;
    }

    Region region(Token token) {
        return source.region(token.start(), token.end());
    }

    /** The region from {@code start} to the token read last. */
    Region regionFrom(Token start) {
        int end = next == 0 ? start.end() : tokens.get(next - 1).end();
        return source.region(start.start(), Math.max(end, start.start()));
    }

    /** The text between two offsets, as it was written. */
    String text(int start, int end) {
        return source.text().substring(start, end);
    }
}
