package org.shapan.portal.pivot;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.shapan.engine.search.SoughtText;
import org.shapan.portal.pivot.PivotFields.HierarchyField;
import org.shapan.portal.pivot.PivotFields.KpiField;
import org.shapan.portal.pivot.PivotFields.MeasureField;
import org.shapan.portal.pivot.PivotFields.PropertyField;
import org.shapan.portal.pivot.PivotFields.SetField;

/** Which fields a person looks for: by names in Chinese and English, by pinyin or its initials, by their folder. */
record FieldSearch(PivotFields fields, String text) {
    boolean all() {
        return text.isBlank();
    }

    List<MeasureField> measures() {
        return fields.measures().stream()
                .filter(measure -> found(measure.names()) || found(measure.folder(), measure.group()))
                .toList();
    }

    List<KpiField> kpis() {
        return fields.kpis().stream()
                .filter(kpi -> found(kpi.name(), kpi.caption(), kpi.folder()))
                .toList();
    }

    List<SetField> sets() {
        return fields.sets().stream().filter(set -> found(set.names())).toList();
    }

    List<HierarchyField> hierarchies() {
        return fields.hierarchies().stream()
                .filter(hierarchy -> found(hierarchy.names())
                        || hierarchy.levels().stream().anyMatch(level -> found(level.caption())))
                .toList();
    }

    /** Properties, which are listed only where they are looked for. */
    List<PropertyField> properties(HierarchyField hierarchy) {
        return hierarchy.properties().stream()
                .filter(property -> found(property.name(), property.caption()))
                .toList();
    }

    private boolean found(String... names) {
        return found(Stream.of(names).filter(name -> name != null).toList());
    }

    private boolean found(Collection<String> names) {
        SoughtText sought = new SoughtText(text);
        return all() || names.stream().anyMatch(name -> sought.rank(name) != SoughtText.NONE);
    }
}
