package org.shapan.portal.pivot;

import java.util.function.UnaryOperator;

/** What the parts of the pivot's screen may ask for. */
interface PivotActions {
    /** Changes the model, and with it the URL and the result. */
    void change(UnaryOperator<PivotModel> change);

    /** Starts with another cube. */
    void cube(String name);

    /** Lets the person choose members of a hierarchy that stands somewhere. */
    void choose(String hierarchy);
}
