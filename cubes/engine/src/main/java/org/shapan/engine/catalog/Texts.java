package org.shapan.engine.catalog;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what elements say for people: captions, descriptions, visibility, folder, annotations. */
final class Texts {
    private final List<Notice> notices;

    Texts(List<Notice> notices) {
        this.notices = notices;
    }

    Presentation of(XmlElement element) {
        Map<String, String> captions = byLocale(element, "caption", "sp:Caption");
        Map<String, String> descriptions = byLocale(element, "description", "sp:Description");
        String folder = element.attribute("sp:folder", element.attribute("displayFolder"));
        return new Presentation(captions, descriptions, element.flag("visible", true), folder, annotations(element));
    }

    /** An attribute under {@code ""} and child elements under their locale. */
    Map<String, String> byLocale(XmlElement element, String attribute, String child) {
        Map<String, String> found = new HashMap<>();
        String plain = element.attribute(attribute);
        if (plain != null) {
            found.put("", plain);
        }
        for (XmlElement text : element.children(child)) {
            found.put(text.required("locale"), text.text().strip());
            text.finish(notices);
        }
        return found;
    }

    private Map<String, String> annotations(XmlElement element) {
        Map<String, String> found = new LinkedHashMap<>();
        for (XmlElement list : element.children("Annotations")) {
            for (XmlElement annotation : list.children("Annotation")) {
                found.put(annotation.required("name"), annotation.text().strip());
                annotation.finish(notices);
            }
            list.finish(notices);
        }
        return found;
    }
}
