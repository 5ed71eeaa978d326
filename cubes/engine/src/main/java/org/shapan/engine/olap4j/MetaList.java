package org.shapan.engine.olap4j;

import java.util.Collection;
import org.olap4j.impl.ArrayNamedListImpl;
import org.olap4j.metadata.MetadataElement;

/** A list of metadata elements that are also found by name. */
final class MetaList<T extends MetadataElement> extends ArrayNamedListImpl<T> {
    private static final long serialVersionUID = 1L;

    MetaList(Collection<? extends T> elements) {
        super(elements);
    }

    @Override
    public String getName(Object element) {
        return ((MetadataElement) element).getName();
    }
}
