package org.shapan.engine.api;

import java.util.List;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.MetadataElement;

/**
 * How the catalog arranges a cube's elements for people. An olap4j cube gives it:
 * {@code ((OlapWrapper) cube).unwrap(CubeFields.class)}. Elements are those of that cube.
 */
public interface CubeFields {
    /** Caption of the measure group, which is the base cube, of a stored measure; null for a calculated one. */
    String group(Measure measure);

    /** Display folder of a measure, parts separated by {@code \}, or null. */
    String folder(Measure measure);

    /** Name and captions in Chinese, English and the connection's language, each once: what people may call an element. */
    List<String> names(MetadataElement element);
}
