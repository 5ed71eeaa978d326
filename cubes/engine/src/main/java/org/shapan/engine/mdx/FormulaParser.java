package org.shapan.engine.mdx;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code MEMBER name AS …} and {@code SET name AS …}. */
final class FormulaParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final IdentifierParser identifiers;

    FormulaParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.expressions = new ExpressionParser(cursor);
        this.identifiers = new IdentifierParser(cursor);
    }

    Formula formula() {
        Token start = cursor.peek();
        boolean set = cursor.acceptWord("SET");
        if (!set) {
            cursor.expectWord("MEMBER");
        }
        Identifier name = identifiers.name(set ? "the name of the set" : "the name of the member");
        cursor.expectWord("AS");
        Expression body = body();
        if (set) {
            return new SetFormula(name, body, cursor.regionFrom(start));
        }
        List<PropertyDefinition> properties = new ArrayList<>();
        while (cursor.acceptSymbol(",")) {
            properties.add(property());
        }
        return new MemberFormula(name, body, properties, cursor.regionFrom(start));
    }

    /**
     * In single quotes the formula is what the string says; double quotes make a text. What follows the formula inside the quotes
     * from a stray {@code )} or {@code ,} on is passed over: stored queries have it, and other servers never minded.
     */
    private Expression body() {
        if (cursor.peek().kind() != Token.Kind.SINGLE_QUOTED) {
            return expressions.whole();
        }
        TokenCursor inner = cursor.inside(cursor.take());
        Expression body = new ExpressionParser(inner).whole();
        if (!inner.atSymbol(")") && !inner.atSymbol(",")) {
            inner.expectEnd();
        }
        return body;
    }

    private PropertyDefinition property() {
        Token start = cursor.peek();
        if (!identifiers.atName()) {
            throw cursor.expected("the name of a property such as FORMAT_STRING");
        }
        String name = cursor.take().text();
        cursor.expectSymbol("=");
        Expression value = expressions.whole(Precedence.OR);
        return new PropertyDefinition(name, value, cursor.regionFrom(start));
    }
}
