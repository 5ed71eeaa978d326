package org.shapan.portal.pivot;

import com.vaadin.flow.component.Component;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.province.DataState;

/** What stands beside an exported result: cube, filters in effect, data, author, time. */
final class ExportFacts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Component speaker;
    private final PivotFields fields;
    private final Map<String, String> captions;

    /**
     * @param speaker knows the language
     * @param captions of the members the model names
     */
    ExportFacts(Component speaker, PivotFields fields, Map<String, String> captions) {
        this.speaker = speaker;
        this.fields = fields;
        this.captions = Map.copyOf(captions);
    }

    List<ExportSheet.Fact> of(PivotModel model, DataState data, PortalUser author) {
        List<ExportSheet.Fact> facts = new ArrayList<>();
        fact(facts, "pivot.export.cube", fields.caption());
        List<String> filters = filters(model);
        fact(
                facts,
                "pivot.export.filter",
                filters.isEmpty() ? speaker.getTranslation("pivot.export.noFilter") : String.join(" · ", filters));
        if (data.ofWarehouse()) {
            fact(
                    facts,
                    "pivot.export.data",
                    speaker.getTranslation(
                            "pivot.export.data.value", data.asOf().toString(), Long.toString(data.version())));
        }
        fact(facts, "pivot.export.author", author.name());
        fact(facts, "pivot.export.time", TIME.format(LocalDateTime.now()));
        return facts;
    }

    /** Filters, and the members that an axis is restricted to. */
    private List<String> filters(PivotModel model) {
        List<String> filters = new ArrayList<>();
        model.filters().forEach(filter -> filters.add(filter(filter.hierarchy(), filter.picked())));
        Stream.concat(model.rows().stream(), model.columns().stream())
                .filter(field -> !field.picked().isEmpty())
                .forEach(field -> filters.add(filter(field.hierarchy(), field.picked())));
        return filters;
    }

    private String filter(String hierarchy, List<String> picked) {
        String members = picked.isEmpty()
                ? speaker.getTranslation("pivot.all")
                : String.join(
                        ", ",
                        picked.stream()
                                .map(member -> captions.getOrDefault(member, member))
                                .toList());
        return fields.hierarchy(hierarchy)
                        .map(PivotFields.HierarchyField::dimension)
                        .orElse(hierarchy)
                + " "
                + members;
    }

    private void fact(List<ExportSheet.Fact> facts, String key, String text) {
        facts.add(new ExportSheet.Fact(speaker.getTranslation(key), text));
    }
}
