package org.shapan.engine.olap4j;

import java.util.Map;
import org.olap4j.OlapWrapper;
import org.olap4j.metadata.MetadataElement;
import org.shapan.engine.star.Element;

/**
 * A metadata element as olap4j shows it. Equal when it stands for the same element of the catalog. Unwraps to the {@link Element} of
 * the engine.
 */
abstract class ElementMeta<E extends Element> implements MetadataElement, OlapWrapper {
    final E element;
    final ConnectionContext context;

    ElementMeta(E element, ConnectionContext context) {
        this.element = element;
        this.context = context;
    }

    @Override
    public String getName() {
        return element.name();
    }

    @Override
    public String getUniqueName() {
        return element.uniqueName();
    }

    @Override
    public String getCaption() {
        return element.caption(context.locale());
    }

    /** Empty, never null, when the catalog gives none: what olap4j's clients expect. */
    @Override
    public String getDescription() {
        String description = element.description(context.locale());
        return description == null ? "" : description;
    }

    @Override
    public boolean isVisible() {
        return element.visible();
    }

    /** Annotations of the catalog by name. */
    public Map<String, String> getAnnotations() {
        return element.annotations();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws org.olap4j.OlapException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        if (type.isInstance(element)) {
            return type.cast(element);
        }
        throw new org.olap4j.OlapException("not a wrapper for " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this) || type.isInstance(element);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ElementMeta<?> that && that.element == element;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(element);
    }

    @Override
    public String toString() {
        return getUniqueName();
    }
}
