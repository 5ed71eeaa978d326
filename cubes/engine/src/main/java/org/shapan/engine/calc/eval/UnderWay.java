package org.shapan.engine.calc.eval;

import java.util.ArrayList;
import java.util.List;

/** Expressions being evaluated, each inside the one before, that may come to need themselves. */
public final class UnderWay {
    private final List<Object> expressions = new ArrayList<>();
    private long shortcuts;

    UnderWay() {}

    /**
     * Begins the evaluation of an expression.
     *
     * @return false when it is under way already: whoever asks must do with less, and nothing computed meanwhile is kept
     */
    public boolean begin(Object expression) {
        for (Object begun : expressions) {
            if (begun == expression) {
                shortcuts++;
                return false;
            }
        }
        expressions.add(expression);
        return true;
    }

    public void end(Object expression) {
        for (int i = expressions.size() - 1; i >= 0; i--) {
            if (expressions.get(i) == expression) {
                expressions.remove(i);
                return;
            }
        }
    }

    /** How often something was computed from less than all and must not be kept. */
    long shortcuts() {
        return shortcuts;
    }

    int depth() {
        return expressions.size();
    }

    /** Forgets what began behind a depth. */
    void returnTo(int earlier) {
        expressions.subList(earlier, expressions.size()).clear();
    }
}
