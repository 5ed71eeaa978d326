package org.shapan.portal.pivot;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.province.DataState;

/** What stands beside an exported result: cube, filters in effect, data, author, time. */
final class ExportFacts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final PickText.Texts texts;
    private final PivotFields fields;
    private final Map<String, String> captions;

    /**
     * @param texts of the reader's language
     * @param captions of the members the model names
     */
    ExportFacts(PickText.Texts texts, PivotFields fields, Map<String, String> captions) {
        this.texts = texts;
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
                filters.isEmpty() ? texts.text("pivot.export.noFilter") : String.join(" · ", filters));
        if (data.ofWarehouse()) {
            fact(
                    facts,
                    "pivot.export.data",
                    texts.text("pivot.export.data.value", data.asOf().toString(), Long.toString(data.version())));
        }
        fact(facts, "pivot.export.author", author.name());
        fact(facts, "pivot.export.time", TIME.format(LocalDateTime.now()));
        return facts;
    }

    /** All that keeps rows out: filters, picked and left-out members, conditions; or the statement the person wrote. */
    List<String> filters(PivotModel model) {
        if (model.mdx() != null) {
            return List.of(model.mdx());
        }
        List<String> filters = new ArrayList<>();
        model.filters().forEach(filter -> filters.add(name(filter.hierarchy()) + " " + members(filter.members())));
        Stream.concat(model.rows().stream(), model.columns().stream()).forEach(field -> {
            if (!field.members().equals(Selection.ALL)) {
                filters.add(name(field.hierarchy()) + " " + members(field.members()));
            }
            field.conditions()
                    .forEach(condition -> filters.add(
                            name(field.hierarchy()) + " " + ConditionText.of(condition, model, fields, texts)));
        });
        return filters;
    }

    private String name(String hierarchy) {
        return fields.hierarchy(hierarchy)
                .map(PivotFields.HierarchyField::dimension)
                .orElse(hierarchy);
    }

    private String members(Selection selection) {
        String picked = selection.picked().isEmpty() ? texts.text("pivot.all") : captions(selection.picked());
        return selection.without().isEmpty()
                ? picked
                : picked + " " + texts.text("pivot.export.without", captions(selection.without()));
    }

    private String captions(List<String> members) {
        return members.stream()
                .map(member -> captions.getOrDefault(member, member))
                .collect(Collectors.joining(", "));
    }

    private void fact(List<ExportSheet.Fact> facts, String key, String text) {
        facts.add(new ExportSheet.Fact(texts.text(key), text));
    }
}
