package org.shapan.portal.pivot;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Captions of the members a model names, for chips, explanations and exports.
 *
 * @param texts in the person's language; they are asked for in background threads, which have no screen to tell it
 */
record MemberCaptions(PickText.Texts texts) {
    /** Where the members of a hierarchy of a cube are read, with the person's rights. */
    interface Trees {
        MemberTree of(String cube, String hierarchy) throws SQLException;
    }

    /**
     * Reads them.
     *
     * @return by what the model writes
     * @throws UnknownNameException where a member does not exist for the person
     */
    Map<String, String> read(PivotModel model, PivotFields fields, Trees trees) throws SQLException {
        Map<String, Selection> named = new LinkedHashMap<>();
        model.filters().forEach(filter -> named.put(filter.hierarchy(), filter.members()));
        Stream.concat(model.rows().stream(), model.columns().stream())
                .forEach(field -> named.put(field.hierarchy(), field.members()));
        Map<String, String> found = new HashMap<>();
        for (Map.Entry<String, Selection> entry : named.entrySet()) {
            Selection selection = entry.getValue();
            if (!selection.all()) {
                MemberTree tree = trees.of(model.cube(), entry.getKey());
                for (String pick : selection.picked()) {
                    found.put(pick, PickText.of(Pick.parse(pick), tree, fields, texts));
                }
                for (String member : selection.without()) {
                    found.put(member, tree.choice(member).caption());
                }
            }
        }
        return found;
    }
}
