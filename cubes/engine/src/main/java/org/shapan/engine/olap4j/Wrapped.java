package org.shapan.engine.olap4j;

import java.util.List;
import java.util.Optional;
import org.olap4j.OlapException;

/** What an object unwraps to, the nearest first. */
record Wrapped(List<Object> parts) {

    static Wrapped of(Object... parts) {
        return new Wrapped(List.of(parts));
    }

    /**
     * @throws OlapException when none of the parts is of the type
     */
    <T> T as(Class<T> type) throws OlapException {
        return find(type)
                .map(type::cast)
                .orElseThrow(() -> new OlapException(
                        parts.get(0).getClass().getSimpleName() + " does not implement " + type.getName()));
    }

    boolean has(Class<?> type) {
        return find(type).isPresent();
    }

    private Optional<Object> find(Class<?> type) {
        return parts.stream().filter(type::isInstance).findFirst();
    }
}
