package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The links a person went through in an open pivot, and where among them he stands. */
final class UndoSteps {
    private static final int MOST = 100;

    private final List<Map<String, List<String>>> steps = new ArrayList<>();
    private int at = -1;

    /** Notes a link; the one before or after (as by the browser's back and forward) is a move, another one a new step. */
    void visit(Map<String, List<String>> link) {
        if (at >= 0 && steps.get(at).equals(link)) {
            return;
        }
        if (mayUndo() && steps.get(at - 1).equals(link)) {
            at--;
        } else if (mayRedo() && steps.get(at + 1).equals(link)) {
            at++;
        } else {
            steps.subList(at + 1, steps.size()).clear();
            steps.add(Map.copyOf(link));
            if (steps.size() > MOST) {
                steps.removeFirst();
            }
            at = steps.size() - 1;
        }
    }

    /** Says in full what the step is where he stands: a link may name a cube or nothing. */
    void resolve(Map<String, List<String>> link) {
        if (at >= 0) {
            steps.set(at, Map.copyOf(link));
        }
    }

    boolean mayUndo() {
        return at > 0;
    }

    boolean mayRedo() {
        return at + 1 < steps.size();
    }

    /** The step before, if any. */
    Map<String, List<String>> undone() {
        return steps.get(at - 1);
    }

    /** The step after, if any. */
    Map<String, List<String>> redone() {
        return steps.get(at + 1);
    }
}
