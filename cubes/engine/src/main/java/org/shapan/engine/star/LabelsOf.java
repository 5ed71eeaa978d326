package org.shapan.engine.star;

import java.util.HashMap;
import java.util.Map;
import org.shapan.engine.catalog.Presentation;

/** Labels from what a catalog says. */
final class LabelsOf {
    private LabelsOf() {}

    static Labels presentation(Presentation p) {
        return new Labels(p.captions(), p.descriptions(), p.visible(), p.folder(), p.annotations());
    }

    /** What a usage says, and what the shared definition says where the usage is silent. */
    static Labels usage(Labels usage, Labels shared) {
        return new Labels(
                usage.captions().isEmpty() ? shared.captions() : usage.captions(),
                usage.descriptions().isEmpty() ? shared.descriptions() : usage.descriptions(),
                usage.visible() && shared.visible(),
                usage.folder() == null ? shared.folder() : usage.folder(),
                usage.annotations().isEmpty() ? shared.annotations() : usage.annotations());
    }

    /** With a default caption where the catalog gives none. */
    static Labels captioned(Labels labels, String caption) {
        if (labels.captions().containsKey("")) {
            return labels;
        }
        Map<String, String> captions = new HashMap<>(labels.captions());
        captions.put("", caption);
        return new Labels(captions, labels.descriptions(), labels.visible(), labels.folder(), labels.annotations());
    }

    /** With the captions of something else. */
    static Labels captionOf(Labels other, Labels labels) {
        return new Labels(
                other.captions(), labels.descriptions(), labels.visible(), labels.folder(), labels.annotations());
    }

    static Labels hidden(Labels labels) {
        return new Labels(labels.captions(), labels.descriptions(), false, labels.folder(), labels.annotations());
    }
}
