package org.shapan.engine.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** Collects what is wrong with a catalog, so that all of it can be told at once. */
public final class Faults {
    private static final int SHOWN = 10;

    private final List<EngineException> found = new ArrayList<>();

    /** What {@code part} gives, or null when the catalog is wrong about it. */
    public <T> T attempt(Supplier<T> part) {
        try {
            return part.get();
        } catch (EngineException e) {
            if (!isFault(e)) {
                throw e;
            }
            add(e);
            return null;
        }
    }

    /** As {@link #attempt(Supplier)}, for what gives nothing. */
    public void attempt(Runnable part) {
        attempt(() -> {
            part.run();
            return null;
        });
    }

    /** Takes note of a fault without an exception on its way; of each of them where it stands for several. */
    public void add(EngineException fault) {
        found.addAll(of(fault));
    }

    public List<EngineException> found() {
        return List.copyOf(found);
    }

    /** The faults that an exception of {@link #throwIfAny} stands for; any other exception stands for itself. */
    public static List<EngineException> of(EngineException fault) {
        List<EngineException> parts = Arrays.stream(fault.getSuppressed())
                .filter(EngineException.class::isInstance)
                .map(EngineException.class::cast)
                .toList();
        return parts.isEmpty() ? List.of(fault) : parts;
    }

    /** Whether an exception is about what a catalog says, rather than about a database that does not answer. */
    public static boolean isFault(EngineException e) {
        return e.code() == OlapErrorCode.CATALOG_INVALID || e.code() == OlapErrorCode.CATALOG_REFUSED;
    }

    /** @throws EngineException with all faults, at the place of the first, when there are any */
    public void throwIfAny() {
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
        EngineException all = new EngineException(
                first.code(), message.toString().strip(), first.region().orElse(null), first);
        found.forEach(all::addSuppressed);
        throw all;
    }
}
