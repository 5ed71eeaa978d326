package org.shapan.engine.catalog;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what elements say for people: captions, descriptions, visibility, folder, annotations. */
final class Texts {

    private Texts() {}

    static Presentation of(XmlElement element) {
        return with(null, element);
    }

    /** Of an element that can lie in a display folder. */
    static Presentation inFolder(XmlElement element) {
        String folder = element.attribute("displayFolder");
        return with(element.attribute("sp:folder", folder), element);
    }

    private static Presentation with(String folder, XmlElement element) {
        return new Presentation(
                byLocale(element, "caption", "sp:Caption"),
                byLocale(element, "description", "sp:Description"),
                element.flag("visible", true),
                folder,
                annotations(element));
    }

    /** An attribute under {@code ""} and child elements under their locale. */
    static Map<String, String> byLocale(XmlElement element, String attribute, String child) {
        Map<String, String> found = new HashMap<>();
        String plain = element.attribute(attribute);
        if (plain != null) {
            found.put("", plain);
        }
        for (XmlElement text : element.children(child)) {
            found.put(text.required("locale"), text.text().strip());
        }
        return found;
    }

    private static Map<String, String> annotations(XmlElement element) {
        Map<String, String> found = new LinkedHashMap<>();
        for (XmlElement list : element.children("Annotations")) {
            for (XmlElement annotation : list.children("Annotation")) {
                found.put(annotation.required("name"), annotation.text().strip());
            }
        }
        return found;
    }
}
