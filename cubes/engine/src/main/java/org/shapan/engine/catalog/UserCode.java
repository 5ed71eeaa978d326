package org.shapan.engine.catalog;

/** Mondrian lets a schema name classes and scripts. We run none of them, and say so rather than leave them out. */
final class UserCode {
    private static final String[] ELEMENTS = {
        "UserDefinedFunction",
        "CellFormatter",
        "MemberFormatter",
        "PropertyFormatter",
        "MemberReaderParameter",
        "Script"
    };

    private UserCode() {}

    /** @throws org.shapan.engine.api.EngineException CATALOG_REFUSED when the element has such an attribute or child */
    static void refuse(XmlElement element, String... attributes) {
        for (String attribute : attributes) {
            if (element.attribute(attribute) != null) {
                throw CatalogErrors.refused(
                        element.placeOf(attribute),
                        "user-written code is not run: attribute '" + attribute + "' of <" + element.name() + ">");
            }
        }
        for (XmlElement child : element.children(ELEMENTS)) {
            throw CatalogErrors.refused(
                    child.place(), "user-written code is not run: <" + child.name() + "> in <" + element.name() + ">");
        }
    }
}
