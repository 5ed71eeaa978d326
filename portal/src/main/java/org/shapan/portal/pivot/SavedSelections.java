package org.shapan.portal.pivot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shapan.portal.account.PortalUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Choices of members that a person keeps under a name, to use again wherever the hierarchy stands. They hold names, never
 * figures; what of them a person may see is decided when they are used.
 */
@Repository
public class SavedSelections {
    private final JdbcClient jdbc;

    public SavedSelections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person's selections of a hierarchy, by name. */
    public SequencedMap<String, Selection> of(PortalUser user, String hierarchy) {
        SequencedMap<String, Selection> found = new LinkedHashMap<>();
        jdbc.sql(
                        "select name, picked, excluded from saved_selection where account_id = ? and hierarchy = ? order by name")
                .params(user.id(), hierarchy)
                .query(row -> {
                    found.put(
                            row.getString("name"),
                            new Selection(lines(row.getString("picked")), lines(row.getString("excluded"))));
                });
        return found;
    }

    /** Keeps a selection; one of that name is replaced. */
    @Transactional
    public void save(PortalUser user, String hierarchy, String name, Selection selection) {
        remove(user, hierarchy, name);
        jdbc.sql("insert into saved_selection (account_id, hierarchy, name, picked, excluded) values (?, ?, ?, ?, ?)")
                .params(
                        user.id(),
                        hierarchy,
                        name,
                        String.join("\n", selection.picked()),
                        String.join("\n", selection.without()))
                .update();
    }

    public void remove(PortalUser user, String hierarchy, String name) {
        jdbc.sql("delete from saved_selection where account_id = ? and hierarchy = ? and name = ?")
                .params(user.id(), hierarchy, name)
                .update();
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
