package org.shapan.engine.mdx;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Recognises a statement by its first word. Queries are read by {@link SelectParser}. */
final class StatementParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final IdentifierParser identifiers;
    private final SelectParser selects;
    private final FormulaParser formulas;

    StatementParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.expressions = new ExpressionParser(cursor);
        this.identifiers = new IdentifierParser(cursor);
        this.formulas = new FormulaParser(cursor);
        this.selects = new SelectParser(cursor);
    }

    Statement statement() {
        Token start = cursor.peek();
        if (cursor.atWord("SELECT") || cursor.atWord("WITH")) {
            return selects.query();
        }
        if (cursor.acceptWord("DRILLTHROUGH")) {
            return drillThrough(start);
        }
        if (cursor.acceptWord("EXPLAIN")) {
            return explain(start);
        }
        if (cursor.acceptWord("REFRESH")) {
            cursor.expectWord("CUBE");
            return new RefreshCubeStatement(identifiers.name("the name of a cube"), cursor.regionFrom(start));
        }
        if (cursor.acceptWord("CREATE")) {
            return create(start);
        }
        if (cursor.acceptWord("DROP")) {
            return drop(start);
        }
        if (cursor.acceptWord("UPDATE")) {
            return update(start);
        }
        for (TransactionStatement.Action action : TransactionStatement.Action.values()) {
            if (cursor.acceptWord(action.name())) {
                return transaction(action, start);
            }
        }
        throw cursor.expected("a statement: SELECT, WITH, DRILLTHROUGH, EXPLAIN, REFRESH, CREATE, DROP or UPDATE");
    }

    private Statement drillThrough(Token start) {
        OptionalInt maxRows = cursor.acceptWord("MAXROWS") ? OptionalInt.of(count()) : OptionalInt.empty();
        OptionalInt firstRowset = cursor.acceptWord("FIRSTROWSET") ? OptionalInt.of(count()) : OptionalInt.empty();
        SelectStatement select = selects.query();
        List<Expression> columns = new ArrayList<>();
        if (cursor.acceptWord("RETURN")) {
            do {
                columns.add(expressions.whole());
            } while (cursor.acceptSymbol(","));
        }
        return new DrillThroughStatement(maxRows, firstRowset, select, columns, cursor.regionFrom(start));
    }

    private int count() {
        Token token = cursor.peek();
        try {
            if (token.kind() == Token.Kind.NUMBER) {
                int count = Integer.parseInt(token.text());
                cursor.take();
                return count;
            }
        } catch (NumberFormatException e) {
            throw cursor.error(
                    "Expected a whole number of at most " + Integer.MAX_VALUE + " but found " + token.describe(),
                    cursor.region(token));
        }
        throw cursor.expected("a whole number");
    }

    private Statement explain(Token start) {
        cursor.expectWord("PLAN");
        cursor.expectWord("FOR");
        Token inner = cursor.peek();
        Statement statement = cursor.acceptWord("DRILLTHROUGH") ? drillThrough(inner) : selects.query();
        return new ExplainStatement(statement, cursor.regionFrom(start));
    }

    private Statement create(Token start) {
        boolean session = cursor.acceptWord("SESSION");
        if (cursor.acceptWord("CUBE")) {
            return createCube(session, start);
        }
        if (cursor.atWord("MEMBER") || cursor.atWord("SET")) {
            Formula formula = formulas.formula();
            return new CreateFormulaStatement(session, formula, cursor.regionFrom(start));
        }
        throw cursor.expected("MEMBER, SET or CUBE");
    }

    private Statement createCube(boolean session, Token start) {
        Identifier name = identifiers.name("the name of the new cube");
        cursor.expectWord("FROM");
        List<Identifier> sources = names("the name of a cube");
        int from = cursor.peek().end();
        cursor.expectSymbol("(");
        int open = 1;
        while (true) {
            Token token = cursor.peek();
            open += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (open == 0) {
                break;
            }
            if (token.kind() == Token.Kind.END) {
                throw cursor.expected("')'");
            }
            cursor.take();
        }
        String definition = cursor.text(from, cursor.take().start());
        return new CreateCubeStatement(session, name, sources, definition, cursor.regionFrom(start));
    }

    private Statement drop(Token start) {
        boolean session = cursor.acceptWord("SESSION");
        if (cursor.acceptWord("CUBE")) {
            Identifier cube = identifiers.name("the name of a cube");
            return new DropCubeStatement(session, cube, cursor.regionFrom(start));
        }
        boolean set = cursor.acceptWord("SET");
        if (!set && !cursor.acceptWord("MEMBER")) {
            throw cursor.expected("MEMBER, SET or CUBE");
        }
        List<Identifier> names = names(set ? "the name of a set" : "the name of a member");
        return new DropFormulaStatement(session, set, names, cursor.regionFrom(start));
    }

    private Statement update(Token start) {
        cursor.acceptWord("CUBE");
        Identifier cube = identifiers.name("the name of a cube");
        cursor.expectWord("SET");
        List<UpdateCubeStatement.Assignment> assignments = new ArrayList<>();
        do {
            assignments.add(assignment());
        } while (cursor.acceptSymbol(","));
        return new UpdateCubeStatement(cube, assignments, cursor.regionFrom(start));
    }

    private UpdateCubeStatement.Assignment assignment() {
        Expression tuple = expressions.whole(Precedence.ADDITIVE);
        cursor.expectSymbol("=");
        Expression value = expressions.whole(Precedence.OR);
        UpdateCubeStatement.Allocation allocation = null;
        for (UpdateCubeStatement.Allocation candidate : UpdateCubeStatement.Allocation.values()) {
            if (cursor.acceptWord(candidate.name())) {
                allocation = candidate;
                break;
            }
        }
        boolean weighted = allocation != null && cursor.acceptWord("BY");
        return new UpdateCubeStatement.Assignment(
                tuple, value, allocation, weighted ? expressions.whole(Precedence.OR) : null);
    }

    private Statement transaction(TransactionStatement.Action action, Token start) {
        if (!cursor.acceptWord("TRAN") && !cursor.acceptWord("TRANSACTION")) {
            throw cursor.expected("TRANSACTION");
        }
        return new TransactionStatement(action, cursor.regionFrom(start));
    }

    private List<Identifier> names(String what) {
        List<Identifier> names = new ArrayList<>();
        do {
            names.add(identifiers.name(what));
        } while (cursor.acceptSymbol(","));
        return names;
    }
}
