package org.shapan.engine.mdx;

import java.util.List;

/** Writes statements, one clause a line. */
final class StatementWriter {
    private final StringBuilder out;
    private final ExpressionWriter expressions;

    StatementWriter(StringBuilder out) {
        this.out = out;
        this.expressions = new ExpressionWriter(out);
    }

    void write(Statement statement) {
        switch (statement) {
            case SelectStatement select -> select(select);
            case DrillThroughStatement drill -> drillThrough(drill);
            case ExplainStatement explain -> {
                out.append("EXPLAIN PLAN FOR\n");
                write(explain.statement());
            }
            case RefreshCubeStatement refresh -> {
                out.append("REFRESH CUBE ");
                expressions.identifier(refresh.cube());
            }
            case CreateFormulaStatement create -> {
                out.append("CREATE ").append(create.session() ? "SESSION " : "");
                formula(create.formula());
            }
            case DropFormulaStatement drop -> {
                out.append("DROP ").append(drop.session() ? "SESSION " : "");
                out.append(drop.set() ? "SET " : "MEMBER ");
                identifiers(drop.names());
            }
            case CreateCubeStatement create -> {
                out.append("CREATE ").append(create.session() ? "SESSION " : "").append("CUBE ");
                expressions.identifier(create.name());
                out.append(" FROM ");
                identifiers(create.sources());
                out.append(" (").append(create.definition()).append(')');
            }
            case DropCubeStatement drop -> {
                out.append("DROP ").append(drop.session() ? "SESSION " : "").append("CUBE ");
                expressions.identifier(drop.cube());
            }
            case UpdateCubeStatement update -> update(update);
            case TransactionStatement transaction ->
                out.append(transaction.action()).append(" TRANSACTION");
        }
    }

    private void select(SelectStatement select) {
        if (!select.with().isEmpty()) {
            out.append("WITH\n");
            for (Formula formula : select.with()) {
                out.append("  ");
                formula(formula);
                out.append('\n');
            }
        }
        out.append("SELECT");
        String separator = "\n  ";
        for (AxisClause axis : select.axes()) {
            out.append(separator);
            axis(axis);
            separator = ",\n  ";
        }
        out.append("\nFROM ");
        switch (select.from()) {
            case CubeReference reference -> expressions.identifier(reference.cube());
            case Subselect subselect -> {
                out.append(subselect.nonVisual() ? "NON VISUAL (" : "(");
                select(subselect.select());
                out.append(')');
            }
        }
        if (select.slicerOrNull() != null) {
            out.append("\nWHERE ");
            expressions.write(select.slicerOrNull(), Precedence.ALIAS);
        }
        if (!select.cellProperties().isEmpty()) {
            out.append("\nCELL PROPERTIES ");
            identifiers(select.cellProperties());
        }
    }

    private void axis(AxisClause axis) {
        out.append(axis.nonEmpty() ? "NON EMPTY " : "");
        expressions.write(axis.set(), Precedence.ALIAS);
        if (!axis.dimensionProperties().isEmpty()) {
            out.append(" DIMENSION PROPERTIES ");
            identifiers(axis.dimensionProperties());
        }
        out.append(" ON ").append(AxisClause.axisName(axis.ordinal()));
    }

    private void formula(Formula formula) {
        out.append(formula instanceof SetFormula ? "SET " : "MEMBER ");
        expressions.identifier(formula.name());
        out.append(" AS ");
        expressions.write(formula.body(), Precedence.ALIAS);
        if (formula instanceof MemberFormula member) {
            for (PropertyDefinition property : member.properties()) {
                out.append(", ");
                out.append(
                        Characters.isPlainName(property.name())
                                ? property.name()
                                : Unparser.quoteName(property.name()));
                out.append(" = ");
                expressions.write(property.value(), Precedence.OR);
            }
        }
    }

    private void drillThrough(DrillThroughStatement drill) {
        out.append("DRILLTHROUGH");
        drill.maxRows().ifPresent(n -> out.append(" MAXROWS ").append(n));
        drill.firstRowset().ifPresent(n -> out.append(" FIRSTROWSET ").append(n));
        out.append('\n');
        select(drill.select());
        String separator = "\nRETURN ";
        for (Expression column : drill.returns()) {
            out.append(separator);
            expressions.write(column, Precedence.ALIAS);
            separator = ", ";
        }
    }

    private void update(UpdateCubeStatement update) {
        out.append("UPDATE CUBE ");
        expressions.identifier(update.cube());
        String separator = "\nSET ";
        for (UpdateCubeStatement.Assignment assignment : update.assignments()) {
            out.append(separator);
            expressions.write(assignment.tuple(), Precedence.ADDITIVE);
            out.append(" = ");
            expressions.write(assignment.value(), Precedence.OR);
            if (assignment.allocationOrNull() != null) {
                out.append(' ').append(assignment.allocationOrNull());
            }
            if (assignment.weightOrNull() != null) {
                out.append(" BY ");
                expressions.write(assignment.weightOrNull(), Precedence.OR);
            }
            separator = ",\n  ";
        }
    }

    private void identifiers(List<Identifier> identifiers) {
        String separator = "";
        for (Identifier identifier : identifiers) {
            out.append(separator);
            expressions.identifier(identifier);
            separator = ", ";
        }
    }
}
