package org.shapan.engine.mdx;

import java.util.ArrayDeque;
import java.util.Deque;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** Measures the height of a tree without recursion, so that whoever walks it later can recurse without fear. */
final class ExpressionHeight {
    private record Visit(Expression expression, int height) {}

    private final Deque<Visit> pending = new ArrayDeque<>();
    private final ParserLimits limits;

    private ExpressionHeight(ParserLimits limits) {
        this.limits = limits;
    }

    static void check(Expression expression, ParserLimits limits) {
        ExpressionHeight height = new ExpressionHeight(limits);
        height.push(expression, 1);
        height.visitAll();
    }

    private void visitAll() {
        while (!pending.isEmpty()) {
            Visit visit = pending.pop();
            int below = visit.height() + 1;
            switch (visit.expression()) {
                case FunctionCall call -> call.args().forEach(arg -> push(arg, below));
                case SetAlias alias -> push(alias.set(), below);
                case CaseExpression choice -> {
                    push(choice.operandOrNull(), below);
                    for (CaseExpression.When when : choice.whens()) {
                        push(when.when(), below);
                        push(when.then(), below);
                    }
                    push(choice.elseOrNull(), below);
                }
                default -> {
                    // A leaf.
                }
            }
        }
    }

    private void push(Expression expression, int height) {
        if (expression == null) {
            return;
        }
        if (height > limits.maxHeight()) {
            throw new EngineException(
                    OlapErrorCode.BUDGET_EXCEEDED,
                    "The expression has more levels than the limit maxHeight = " + limits.maxHeight(),
                    expression.region(),
                    null);
        }
        pending.push(new Visit(expression, height));
    }
}
