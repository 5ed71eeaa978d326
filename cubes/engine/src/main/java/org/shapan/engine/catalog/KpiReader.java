package org.shapan.engine.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shapan.engine.catalog.KpiDefinition.Part;

/** Reads the KPIs of a cube: {@code <sp:Kpi name="…"><sp:Value>…</sp:Value><sp:Goal>…</sp:Goal></sp:Kpi>}. */
final class KpiReader {
    private KpiReader() {}

    /** In order of the file; names are different and parents are there. */
    static List<KpiDefinition> kpis(XmlElement cube) {
        List<KpiDefinition> found = new ArrayList<>();
        Map<String, Place> names = new HashMap<>();
        for (XmlElement element : cube.children("sp:Kpi")) {
            KpiDefinition kpi = kpi(element);
            Place first = names.putIfAbsent(key(kpi.name()), kpi.place());
            if (first != null) {
                throw CatalogErrors.invalid(
                        kpi.place(),
                        "there is already a KPI '" + kpi.name() + "' at " + first,
                        "Call one of them otherwise");
            }
            found.add(kpi);
        }
        for (KpiDefinition kpi : found) {
            if (kpi.parent() != null && !names.containsKey(key(kpi.parent()))) {
                throw CatalogErrors.invalid(
                        kpi.place(),
                        "KPI '" + kpi.name() + "': its parent '" + kpi.parent() + "' is no KPI of the cube",
                        "Name a KPI of the same cube");
            }
        }
        found.forEach(kpi -> checkAncestors(kpi, found));
        return found;
    }

    private static KpiDefinition kpi(XmlElement element) {
        String name = element.required("name");
        Map<Part, Formula> formulas = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Formula formula = formula(element, part);
            if (formula != null) {
                formulas.put(part, formula);
            }
        }
        if (!formulas.containsKey(Part.VALUE)) {
            throw CatalogErrors.invalid(
                    element.place(),
                    "KPI '" + name + "' has no value",
                    "Give it a <sp:Value> or the attribute 'value'");
        }
        return new KpiDefinition(
                name,
                element.attribute("parent"),
                formulas,
                element.attribute("statusGraphic"),
                element.attribute("trendGraphic"),
                Texts.inFolder(element),
                element.place());
    }

    /** A short one is an attribute, {@code goal="…"}, a long one an element. */
    private static Formula formula(XmlElement element, Part part) {
        String attribute = part.label().substring(0, 1).toLowerCase(Locale.ROOT)
                + part.label().substring(1);
        Formula written = element.formula(attribute);
        XmlElement child = element.child("sp:" + part.label());
        if (child != null && written != null) {
            throw CatalogErrors.invalid(
                    child.place(),
                    "a KPI has either the attribute '" + attribute + "' or <sp:" + part.label() + ">",
                    "Leave one of them away");
        }
        return child == null ? written : child.formula();
    }

    private static void checkAncestors(KpiDefinition kpi, List<KpiDefinition> all) {
        KpiDefinition above = kpi;
        for (int steps = 0; above != null && above.parent() != null; steps++) {
            if (steps > all.size()) {
                throw CatalogErrors.invalid(
                        kpi.place(), "KPI '" + kpi.name() + "' is its own ancestor", "Give it another parent");
            }
            String parent = key(above.parent());
            above = all.stream()
                    .filter(k -> key(k.name()).equals(parent))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
