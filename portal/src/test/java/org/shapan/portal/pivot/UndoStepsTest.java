package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UndoStepsTest {
    private final UndoSteps steps = new UndoSteps();

    @Test
    void theFirstPivotHasNothingToUndo() {
        steps.visit(link("a"));

        assertThat(steps.mayUndo()).isFalse();
        assertThat(steps.mayRedo()).isFalse();
    }

    @Test
    void undoneStepsCanBeRedoneUntilSomethingElseIsDone() {
        steps.visit(link("a"));
        steps.visit(link("b"));
        steps.visit(steps.undone());
        assertThat(steps.redone()).isEqualTo(link("b"));

        steps.visit(link("c"));

        assertThat(steps.mayRedo()).isFalse();
        assertThat(steps.undone()).isEqualTo(link("a"));
    }

    @Test
    void theSameLinkAgainIsNoStep() {
        steps.visit(link("a"));
        steps.visit(link("a"));

        assertThat(steps.mayUndo()).isFalse();
    }

    @Test
    void aBareLinkIsUndoneToWhatItBecame() {
        steps.visit(Map.of());
        steps.resolve(link("a"));
        steps.visit(link("b"));

        assertThat(steps.undone()).isEqualTo(link("a"));
    }

    private static Map<String, List<String>> link(String cube) {
        return Map.of("cube", List.of(cube));
    }
}
