package org.shapan.engine.mdx;

import java.util.ArrayList;
import java.util.List;

/** Reads dotted names. */
final class IdentifierParser {
    private final TokenCursor cursor;

    IdentifierParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** Whether a name can begin here. */
    boolean atName() {
        Token token = cursor.peek();
        return token.kind() == Token.Kind.QUOTED_NAME
                || (token.kind() == Token.Kind.NAME && !ReservedWords.contains(token.text()));
    }

    /** A name in an expression: stops before {@code .f(}, which is a method of what was read. */
    Identifier expression() {
        return read(false, true);
    }

    /** A name that stands by itself: of a cube, a formula, a cell property. */
    Identifier name(String what) {
        if (!atName()) {
            throw cursor.expected(what);
        }
        return read(false, false);
    }

    /** The name of a member property. Spreadsheets leave out the last dot: {@code [Store].[City]MEMBER_CAPTION}. */
    Identifier memberProperty() {
        if (!atName()) {
            throw cursor.expected("the name of a member property");
        }
        return read(true, false);
    }

    private Identifier read(boolean dotOptional, boolean methodFollows) {
        Token start = cursor.peek();
        List<Segment> segments = new ArrayList<>();
        segments.add(segment());
        while (true) {
            boolean method = methodFollows
                    && cursor.atSymbol(".")
                    && cursor.peek(1).kind() == Token.Kind.NAME
                    && cursor.peek(2).isSymbol("(");
            if (!method && cursor.acceptSymbol(".")) {
                segments.add(segment());
            } else if (dotOptional && nameIsGlued(start)) {
                segments.add(segment());
            } else {
                return new Identifier(segments, cursor.regionFrom(start));
            }
        }
    }

    /** Whether an unquoted name follows the closing bracket without space. */
    private boolean nameIsGlued(Token start) {
        Token token = cursor.peek();
        return token.kind() == Token.Kind.NAME
                && token.start() > start.start()
                && cursor.text(token.start() - 1, token.start()).equals("]");
    }

    /** A name or a key. */
    Segment segment() {
        Token start = cursor.peek();
        if (!start.isSymbol("&")) {
            return part("a name");
        }
        List<NameSegment> keys = new ArrayList<>();
        while (cursor.acceptSymbol("&")) {
            keys.add(part("a key"));
        }
        return new KeySegment(keys, cursor.regionFrom(start));
    }

    private NameSegment part(String what) {
        Token token = cursor.peek();
        boolean quoted = token.kind() == Token.Kind.QUOTED_NAME;
        if (!quoted && token.kind() != Token.Kind.NAME) {
            throw cursor.expected(what);
        }
        cursor.take();
        return new NameSegment(token.text(), quoted, cursor.region(token));
    }
}
