package org.shapan.engine.star;

import java.util.List;

/** A dimension as one cube uses it. */
public interface Dimension extends Element {
    Cube cube();

    boolean isMeasures();

    boolean isTime();

    /** Never empty; the first is the default hierarchy. */
    List<Hierarchy> hierarchies();
}
