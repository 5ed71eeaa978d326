package org.shapan.engine.star;

import java.util.Locale;
import org.shapan.engine.catalog.HierarchyDefinition;
import org.shapan.engine.catalog.Naming;

/**
 * Name, unique name and all member's name of a hierarchy in the spelling of a catalog.
 *
 * @param name with Mondrian's naming {@code Time.Weekly}, with the others {@code Weekly}
 * @param shortName without the dimension
 */
record HierarchyIdentity(String name, String shortName, String uniqueName, String allMemberName) {

    static HierarchyIdentity of(String dimension, HierarchyDefinition definition, Naming naming) {
        boolean named = definition.name() != null
                && !definition.name().toLowerCase(Locale.ROOT).equals(dimension.toLowerCase(Locale.ROOT));
        String shortName = named ? definition.name() : dimension;
        String name = named && naming == Naming.MONDRIAN3 ? dimension + "." + shortName : shortName;
        boolean twoParts = naming == Naming.MONDRIAN4 || (named && naming == Naming.SSAS);
        String uniqueName =
                twoParts ? Names.bracketed(dimension) + "." + Names.bracketed(shortName) : Names.bracketed(name);
        String all = definition.allMemberName() == null ? "All " + name + "s" : definition.allMemberName();
        return new HierarchyIdentity(name, shortName, uniqueName, all);
    }
}
