package org.shapan.portal.cubes;

import java.util.List;
import org.shapan.engine.SavedQuery;

/** A feature that keeps MDX: a reload of the catalog asks it what might break. */
@FunctionalInterface
public interface SavedQueries {
    /** All it keeps, each under a name that its owner recognises. */
    List<SavedQuery> all();
}
