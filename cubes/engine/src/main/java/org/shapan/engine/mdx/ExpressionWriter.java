package org.shapan.engine.mdx;

import java.util.List;

/** Writes expressions; the caller says how tightly the place binds, looser expressions are put in parentheses. */
final class ExpressionWriter {
    private final StringBuilder out;

    ExpressionWriter(StringBuilder out) {
        this.out = out;
    }

    void write(Expression expression, int place) {
        if (Precedence.of(expression) < place) {
            out.append('(');
            write(expression, Precedence.ALIAS);
            out.append(')');
            return;
        }
        switch (expression) {
            case Identifier identifier -> identifier(identifier);
            case FunctionCall call -> call(call);
            case CaseExpression choice -> choice(choice);
            case SetAlias alias -> {
                write(alias.set(), Precedence.OR);
                out.append(" AS ").append(Unparser.quoteName(alias.name()));
            }
            case NumericLiteral number -> out.append(number.value());
            case StringLiteral string -> out.append(Unparser.quoteString(string.value()));
            case NullLiteral _ -> out.append("NULL");
            case EmptyArgument _ -> {
                // An argument left out has no text.
            }
        }
    }

    void identifier(Identifier identifier) {
        String separator = "";
        boolean first = true;
        for (Segment segment : identifier.segments()) {
            out.append(separator);
            switch (segment) {
                case NameSegment name -> name(name, first);
                case KeySegment key -> key(key);
            }
            separator = ".";
            first = false;
        }
    }

    private void name(NameSegment segment, boolean first) {
        boolean plain = !segment.quoted()
                && Characters.isPlainName(segment.name())
                && !(first && ReservedWords.contains(segment.name()));
        out.append(plain ? segment.name() : Unparser.quoteName(segment.name()));
    }

    private void key(KeySegment segment) {
        for (NameSegment key : segment.keys()) {
            boolean plain = !key.quoted() && Characters.isPlainKey(key.name());
            out.append('&').append(plain ? key.name() : Unparser.quoteName(key.name()));
        }
    }

    private void call(FunctionCall call) {
        List<Expression> args = call.args();
        switch (call.syntax()) {
            case INFIX -> {
                int level = Precedence.ofInfix(call.name());
                write(args.get(0), level);
                out.append(' ').append(call.name()).append(' ');
                write(args.get(1), level + 1);
            }
            case PREFIX -> prefix(call.name(), args.get(0));
            case POSTFIX -> {
                write(args.get(0), Precedence.COMPARISON);
                out.append(' ').append(call.name());
            }
            case BRACES -> list("{", args, "}");
            case PARENTHESES -> list("(", args, ")");
            case CAST -> {
                out.append("CAST(");
                write(args.get(0), Precedence.OR);
                out.append(" AS ");
                write(args.get(1), Precedence.PRIMARY);
                out.append(')');
            }
            case PROPERTY -> {
                write(args.get(0), Precedence.PRIMARY);
                out.append('.').append(call.name());
            }
            case QUOTED_PROPERTY -> {
                write(args.get(0), Precedence.PRIMARY);
                out.append('.').append(Unparser.quoteName(call.name()));
            }
            case AMP_PROPERTY -> {
                write(args.get(0), Precedence.PRIMARY);
                out.append('.');
                write(args.get(1), Precedence.PRIMARY);
            }
            case METHOD -> {
                write(args.get(0), Precedence.PRIMARY);
                out.append('.').append(call.name());
                list("(", args.subList(1, args.size()), ")");
            }
            case FUNCTION, CASE, EMPTY, INTERNAL -> {
                out.append(call.name());
                list("(", args, ")");
            }
        }
    }

    private void prefix(String operator, Expression operand) {
        boolean word = Character.isLetter(operator.charAt(0));
        out.append(operator).append(word ? " " : "");
        int operandAt = out.length();
        write(operand, word && operator.equals("NOT") ? Precedence.NOT : Precedence.UNARY);
        if (!word && out.charAt(operandAt) == operator.charAt(0)) {
            out.insert(operandAt, ' '); // "--" would begin a comment
        }
    }

    private void list(String open, List<Expression> items, String close) {
        out.append(open);
        String separator = "";
        for (Expression item : items) {
            out.append(separator);
            write(item, Precedence.ALIAS);
            separator = ", ";
        }
        out.append(close);
    }

    private void choice(CaseExpression choice) {
        out.append("CASE");
        if (choice.operandOrNull() != null) {
            out.append(' ');
            write(choice.operandOrNull(), Precedence.OR);
        }
        for (CaseExpression.When when : choice.whens()) {
            out.append(" WHEN ");
            write(when.when(), Precedence.OR);
            out.append(" THEN ");
            write(when.then(), Precedence.OR);
        }
        if (choice.elseOrNull() != null) {
            out.append(" ELSE ");
            write(choice.elseOrNull(), Precedence.OR);
        }
        out.append(" END");
    }
}
