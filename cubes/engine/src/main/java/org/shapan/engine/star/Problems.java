package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** Collects what is wrong with a catalog, so that all of it can be told at once. */
final class Problems {
    private static final int SHOWN = 10;

    private final List<EngineException> found = new ArrayList<>();

    /** What {@code part} gives, or null when it does not fit the database. */
    <T> T attempt(Supplier<T> part) {
        try {
            return part.get();
        } catch (EngineException e) {
            if (e.code() != OlapErrorCode.CATALOG_INVALID) {
                throw e;
            }
            found.add(e);
            return null;
        }
    }

    /** Takes note of a fault without an exception on its way. */
    void add(EngineException problem) {
        found.add(problem);
    }

    List<EngineException> found() {
        return List.copyOf(found);
    }

    /** @throws EngineException with all problems, at the place of the first, when there are any */
    void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        EngineException first = found.get(0);
        if (found.size() == 1) {
            throw first;
        }
        StringBuilder message = new StringBuilder(found.size() + " faults. ");
        for (int i = 0; i < Math.min(SHOWN, found.size()); i++) {
            message.append(i + 1).append(": ").append(found.get(i).getMessage()).append(". ");
        }
        if (found.size() > SHOWN) {
            message.append("And ").append(found.size() - SHOWN).append(" more.");
        }
        throw new EngineException(
                OlapErrorCode.CATALOG_INVALID,
                message.toString().strip(),
                first.region().orElse(null),
                first);
    }
}
