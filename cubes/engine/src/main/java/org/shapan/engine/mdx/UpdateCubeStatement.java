package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.engine.api.Region;

/** {@code UPDATE [CUBE] name SET tuple = value [USE_EQUAL_ALLOCATION …], …}. */
public record UpdateCubeStatement(Identifier cube, List<Assignment> assignments, Region region) implements Statement {

    public UpdateCubeStatement {
        requireNonNull(cube, "cube is null");
        assignments = List.copyOf(assignments);
        requireNonNull(region, "region is null");
    }

    /** How a value is spread over the cells below the tuple. */
    public enum Allocation {
        USE_EQUAL_ALLOCATION,
        USE_EQUAL_INCREMENT,
        USE_WEIGHTED_ALLOCATION,
        USE_WEIGHTED_INCREMENT
    }

    /**
     * One cell and its new value.
     *
     * @param allocationOrNull null when the statement does not say
     * @param weightOrNull what follows {@code BY}; null when there is none
     */
    public record Assignment(Expression tuple, Expression value, Allocation allocationOrNull, Expression weightOrNull) {
        public Assignment {
            requireNonNull(tuple, "tuple is null");
            requireNonNull(value, "value is null");
        }
    }
}
