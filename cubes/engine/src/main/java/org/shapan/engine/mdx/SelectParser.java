package org.shapan.engine.mdx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Reads queries and subselects. */
final class SelectParser {
    /** As other servers have it. */
    private static final int MAX_AXIS = 127;

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final IdentifierParser identifiers;
    private final FormulaParser formulas;

    SelectParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.expressions = new ExpressionParser(cursor);
        this.identifiers = new IdentifierParser(cursor);
        this.formulas = new FormulaParser(cursor);
    }

    /** {@code [WITH …] SELECT …}. */
    SelectStatement query() {
        Token start = cursor.peek();
        List<Formula> with = new ArrayList<>();
        if (cursor.acceptWord("WITH")) {
            do {
                if (!cursor.atWord("MEMBER") && !cursor.atWord("SET")) {
                    throw cursor.expected("MEMBER or SET");
                }
                with.add(formulas.formula());
            } while (!cursor.atWord("SELECT"));
        }
        return select(with, start);
    }

    private SelectStatement select(List<Formula> with, Token start) {
        cursor.enter();
        cursor.expectWord("SELECT");
        List<AxisClause> axes = axes();
        if (!cursor.acceptWord("FROM")) {
            throw cursor.expected(axes.isEmpty() ? "an axis or FROM" : "',' or FROM");
        }
        FromClause from = from();
        Expression slicer = cursor.acceptWord("WHERE") ? expressions.whole() : null;
        List<Identifier> cellProperties = new ArrayList<>();
        if (cursor.acceptWords("CELL", "PROPERTIES")) {
            do {
                cellProperties.add(identifiers.name("the name of a cell property"));
            } while (cursor.acceptSymbol(","));
        }
        cursor.leave();
        return new SelectStatement(with, axes, from, slicer, cellProperties, cursor.regionFrom(start));
    }

    private FromClause from() {
        Token start = cursor.peek();
        boolean nonVisual = cursor.acceptWords("NON", "VISUAL");
        if (cursor.acceptSymbol("(")) {
            nonVisual = nonVisual || cursor.acceptWords("NON", "VISUAL");
            SelectStatement select = select(List.of(), cursor.peek());
            cursor.expectSymbol(")");
            return new Subselect(select, nonVisual, cursor.regionFrom(start));
        }
        return new CubeReference(identifiers.name("the name of a cube or '('"));
    }

    private List<AxisClause> axes() {
        List<AxisClause> axes = new ArrayList<>();
        if (cursor.atWord("FROM")) {
            return axes;
        }
        BitSet ordinals = new BitSet();
        do {
            AxisClause axis = axis();
            axes.add(axis);
            if (ordinals.get(axis.ordinal())) {
                throw cursor.error("Axis " + AxisClause.axisName(axis.ordinal()) + " is given twice", axis.region());
            }
            if (axis.ordinal() > MAX_AXIS) {
                throw cursor.error("A query has at most " + (MAX_AXIS + 1) + " axes", axis.region());
            }
            ordinals.set(axis.ordinal());
        } while (cursor.acceptSymbol(","));
        int missing = ordinals.nextClearBit(0);
        if (missing < axes.size()) {
            throw cursor.error(
                    "Axis " + AxisClause.axisName(missing) + " is missing: axes are numbered from 0 without gaps",
                    axes.getLast().region());
        }
        return axes;
    }

    private AxisClause axis() {
        Token start = cursor.peek();
        boolean nonEmpty = cursor.acceptWords("NON", "EMPTY");
        Expression set = expressions.whole();
        List<Identifier> properties = new ArrayList<>();
        if (cursor.acceptWords("DIMENSION", "PROPERTIES") || cursor.acceptWord("PROPERTIES")) {
            do {
                properties.add(identifiers.memberProperty());
            } while (cursor.acceptSymbol(","));
        }
        if (!cursor.acceptWord("ON")) {
            throw cursor.expected("ON and the name of an axis");
        }
        int ordinal = ordinal();
        return new AxisClause(ordinal, nonEmpty, set, properties, cursor.regionFrom(start));
    }

    private int ordinal() {
        Token token = cursor.peek();
        if (token.kind() == Token.Kind.NAME) {
            int named = AxisClause.AXIS_NAMES.indexOf(token.text().toUpperCase(Locale.ROOT));
            if (named >= 0) {
                cursor.take();
                return named;
            }
            if (cursor.acceptWord("AXIS")) {
                cursor.expectSymbol("(");
                int number = number();
                cursor.expectSymbol(")");
                return number;
            }
        }
        return number();
    }

    private int number() {
        Token token = cursor.peek();
        boolean whole =
                token.kind() == Token.Kind.NUMBER && token.text().chars().allMatch(Character::isDigit);
        if (!whole) {
            throw cursor.expected("an axis: COLUMNS, ROWS, PAGES, CHAPTERS, SECTIONS, AXIS(n) or a whole number");
        }
        cursor.take();
        return token.text().length() > 4 ? MAX_AXIS + 1 : Integer.parseInt(token.text());
    }
}
