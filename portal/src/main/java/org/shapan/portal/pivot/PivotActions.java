package org.shapan.portal.pivot;

import java.util.function.UnaryOperator;

/** What the parts of the pivot's screen may ask for. */
interface PivotActions {
    /** Changes the model, and with it the URL and the result. */
    void change(UnaryOperator<PivotModel> change);

    /** Starts with another cube. */
    void cube(String name);

    /** Whether a change is run at once; else changes collect until {@link #run()}. */
    boolean automatic();

    void automatic(boolean on);

    /** Runs the model as it is, whatever its size. */
    void run();

    /** Gives the grid the screen for itself, or takes that back. */
    void full(boolean alone);

    /** Lets the person choose members of a hierarchy that stands somewhere. */
    void choose(String hierarchy);
}
