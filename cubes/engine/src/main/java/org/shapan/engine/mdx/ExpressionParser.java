package org.shapan.engine.mdx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shapan.engine.api.Region;

/** Recursive descent over expressions; operators by {@link Precedence}. */
final class ExpressionParser {
    private final TokenCursor cursor;
    private final IdentifierParser identifiers;

    ExpressionParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.identifiers = new IdentifierParser(cursor);
    }

    /** A whole expression, checked for its height. */
    Expression whole() {
        return whole(Precedence.ALIAS);
    }

    /** As {@link #whole()}, of operators that bind at least as tightly as {@code level}. */
    Expression whole(int level) {
        Expression expression = operators(level);
        ExpressionHeight.check(expression, cursor.limits());
        return expression;
    }

    private Expression operators(int level) {
        cursor.enter();
        Token start = cursor.peek();
        String prefix = prefixOperator(start, level);
        Expression left = prefix == null ? dotted() : prefixed(prefix, start);
        int tightest = Precedence.PRIMARY;
        while (true) {
            String operator = infixOperator();
            int binding = operator == null ? -1 : Precedence.ofInfix(operator);
            if (binding < Math.max(level, Precedence.OR) || binding > tightest) {
                break;
            }
            cursor.take();
            if (operator.startsWith("NOT ")) {
                cursor.take();
            }
            if (operator.equals("IS") && atEmptiness()) {
                left = emptiness(left, start);
                tightest = Precedence.COMPARISON; // it is no operand of what binds more tightly
            } else {
                left = infix(operator, left, operators(binding + 1), start);
            }
        }
        cursor.leave();
        return level == Precedence.ALIAS && cursor.acceptWord("AS") ? alias(left, start) : left;
    }

    private Expression alias(Expression set, Token start) {
        if (!identifiers.atName()) {
            throw cursor.expected("a name for the set");
        }
        String name = cursor.take().text();
        return new SetAlias(set, name, cursor.regionFrom(start));
    }

    private Expression infix(String operator, Expression left, Expression right, Token start) {
        return new FunctionCall(operator, Syntax.INFIX, List.of(left, right), cursor.regionFrom(start));
    }

    /** The operator that comes next, by its name in the tree; null when there is none. */
    private String infixOperator() {
        Token token = cursor.peek();
        if (token.kind() != Token.Kind.SYMBOL && token.kind() != Token.Kind.NAME) {
            return null;
        }
        String operator = token.text().toUpperCase(Locale.ROOT);
        if (operator.equals("NOT")) {
            String second = cursor.peek(1).kind() == Token.Kind.NAME
                    ? cursor.peek(1).text().toUpperCase(Locale.ROOT)
                    : "";
            operator = "NOT " + second;
        }
        return Precedence.ofInfix(operator) < 0 ? null : operator;
    }

    private boolean atEmptiness() {
        Token after = cursor.peek(1);
        return (cursor.atWord("NULL") || cursor.atWord("EMPTY")) && !after.isSymbol(".") && !after.isSymbol("(");
    }

    private Expression emptiness(Expression operand, Token start) {
        String name = "IS " + cursor.take().text().toUpperCase(Locale.ROOT);
        return new FunctionCall(name, Syntax.POSTFIX, List.of(operand), cursor.regionFrom(start));
    }

    private Expression prefixed(String operator, Token start) {
        cursor.take();
        Expression operand = operators(operator.equals("NOT") ? Precedence.NOT : Precedence.UNARY);
        return new FunctionCall(operator, Syntax.PREFIX, List.of(operand), cursor.regionFrom(start));
    }

    /** The operator that stands here in front of an operand, if operators of {@code level} may; else null. */
    private String prefixOperator(Token token, int level) {
        if (level <= Precedence.NOT && token.isWord("NOT")) {
            return "NOT";
        }
        if (level > Precedence.UNARY) {
            return null;
        }
        if (token.isSymbol("-") || token.isSymbol("+")) {
            return token.text();
        }
        Token after = cursor.peek(1);
        boolean operandFollows = after.kind() == Token.Kind.QUOTED_NAME
                || (after.kind() == Token.Kind.NAME && !ReservedWords.contains(after.text()))
                || after.isSymbol("{")
                || after.isSymbol("(");
        return token.isWord("EXISTING") && operandFollows ? "EXISTING" : null;
    }

    /** A primary expression with the properties and methods after it. */
    private Expression dotted() {
        Token start = cursor.peek();
        Expression expression = primary();
        while (cursor.acceptSymbol(".")) {
            expression = after(expression, start);
        }
        return expression;
    }

    private Expression after(Expression base, Token start) {
        if (cursor.atSymbol("&")) {
            Token keyStart = cursor.peek();
            Segment key = identifiers.segment();
            Identifier wrapped = new Identifier(List.of(key), cursor.regionFrom(keyStart));
            return new FunctionCall("&", Syntax.AMP_PROPERTY, List.of(base, wrapped), cursor.regionFrom(start));
        }
        Token name = cursor.peek();
        if (name.kind() == Token.Kind.QUOTED_NAME) {
            cursor.take();
            return new FunctionCall(name.text(), Syntax.QUOTED_PROPERTY, List.of(base), cursor.regionFrom(start));
        }
        if (name.kind() != Token.Kind.NAME) {
            throw cursor.expected("a property or a method");
        }
        cursor.take();
        if (!cursor.atSymbol("(")) {
            return new FunctionCall(name.text(), Syntax.PROPERTY, List.of(base), cursor.regionFrom(start));
        }
        List<Expression> args = new ArrayList<>();
        args.add(base);
        args.addAll(arguments());
        return new FunctionCall(name.text(), Syntax.METHOD, args, cursor.regionFrom(start));
    }

    private Expression primary() {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case NUMBER -> number(cursor.take());
            case SINGLE_QUOTED, DOUBLE_QUOTED -> new StringLiteral(cursor.take().text(), cursor.region(token));
            case QUOTED_NAME -> identifiers.expression();
            case NAME -> word(token);
            case SYMBOL -> symbol(token);
            case END -> throw cursor.expected("an expression");
        };
    }

    private Expression word(Token token) {
        Token after = cursor.peek(1);
        if (token.isWord("CASE")) {
            return choice();
        }
        if (token.isWord("NULL")) {
            cursor.take();
            return new NullLiteral(cursor.region(token));
        }
        if (ReservedWords.contains(token.text())) {
            throw cursor.expected("an expression (a name that is a keyword is written in brackets)");
        }
        if (!after.isSymbol("(")) {
            return identifiers.expression();
        }
        if (token.isWord("CAST")) {
            return cast();
        }
        cursor.take();
        List<Expression> args = arguments();
        return new FunctionCall(token.text(), Syntax.FUNCTION, args, cursor.regionFrom(token));
    }

    private Expression symbol(Token token) {
        if (token.isSymbol("{")) {
            cursor.take();
            List<Expression> items = cursor.atSymbol("}") ? List.of() : items();
            if (!cursor.acceptSymbol("}")) {
                throw cursor.expected("',' or '}'");
            }
            return new FunctionCall("{}", Syntax.BRACES, items, cursor.regionFrom(token));
        }
        if (token.isSymbol("(")) {
            cursor.take();
            List<Expression> items = items();
            if (!cursor.acceptSymbol(")")) {
                throw cursor.expected("',' or ')'");
            }
            return new FunctionCall("()", Syntax.PARENTHESES, items, cursor.regionFrom(token));
        }
        if (token.isSymbol("&")) {
            return identifiers.expression();
        }
        throw cursor.expected("an expression");
    }

    private List<Expression> items() {
        List<Expression> items = new ArrayList<>();
        do {
            items.add(operators(Precedence.ALIAS));
        } while (cursor.acceptSymbol(","));
        return items;
    }

    /** Arguments in parentheses; each may be left out, but {@code ()} are none rather than one left out. */
    private List<Expression> arguments() {
        cursor.expectSymbol("(");
        if (cursor.acceptSymbol(")")) {
            return List.of();
        }
        List<Expression> args = new ArrayList<>();
        do {
            boolean leftOut = cursor.atSymbol(",") || cursor.atSymbol(")");
            args.add(leftOut ? new EmptyArgument(cursor.region(cursor.peek())) : operators(Precedence.ALIAS));
        } while (cursor.acceptSymbol(","));
        if (!cursor.acceptSymbol(")")) {
            throw cursor.expected("',' or ')'");
        }
        return args;
    }

    private Expression number(Token token) {
        Region region = cursor.region(token);
        int exponentAt = Math.max(token.text().indexOf('e'), token.text().indexOf('E'));
        if (exponentAt >= 0) {
            int limit = cursor.limits().maxNumberLength();
            BigDecimal exponent = new BigDecimal(token.text().substring(exponentAt + 1));
            if (exponent.abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
                throw cursor.tooLarge("The exponent " + exponent, "maxNumberLength", limit, region);
            }
        }
        return new NumericLiteral(new BigDecimal(token.text()), region);
    }

    private Expression choice() {
        Token start = cursor.take();
        Expression operand = cursor.atWord("WHEN") ? null : operators(Precedence.OR);
        List<CaseExpression.When> whens = new ArrayList<>();
        cursor.expectWord("WHEN");
        do {
            Expression when = operators(Precedence.OR);
            cursor.expectWord("THEN");
            whens.add(new CaseExpression.When(when, operators(Precedence.OR)));
        } while (cursor.acceptWord("WHEN"));
        Expression otherwise = cursor.acceptWord("ELSE") ? operators(Precedence.OR) : null;
        if (!cursor.acceptWord("END")) {
            throw cursor.expected("WHEN, ELSE or END");
        }
        return new CaseExpression(operand, whens, otherwise, cursor.regionFrom(start));
    }

    private Expression cast() {
        Token start = cursor.take();
        cursor.expectSymbol("(");
        Expression value = operators(Precedence.OR);
        cursor.expectWord("AS");
        if (cursor.peek().kind() != Token.Kind.NAME) {
            throw cursor.expected("a type");
        }
        Token type = cursor.take();
        cursor.expectSymbol(")");
        Region region = cursor.region(type);
        Identifier typeName = new Identifier(List.of(new NameSegment(type.text(), false, region)), region);
        return new FunctionCall("CAST", Syntax.CAST, List.of(value, typeName), cursor.regionFrom(start));
    }
}
