package org.shapan.portal.pivot;

import com.vaadin.flow.router.QueryParameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.Roles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pivots that people keep, in folders and versions, and with whom they share them. What is kept is a link: whoever
 * opens it asks the cubes with rights of his own. A pivot a person may not see is refused like one that does not exist
 * ({@link UnknownNameException}).
 */
@Repository
public class SavedPivots {
    private static final String VISIBLE = """
            select p.id, p.folder, p.name, p.note, o.name as owner, p.owner_id,
                   (p.owner_id = :me or :admin or exists (select 1 from saved_pivot_grant g
                     where g.pivot_id = p.id and g.may_write and g.grantee in ('*', :login))) as may_write,
                   v.version, v.saved_at, w.name as saved_by
            from saved_pivot p
            join account o on o.id = p.owner_id
            join saved_pivot_version v on v.pivot_id = p.id
             and v.version = (select max(x.version) from saved_pivot_version x where x.pivot_id = p.id)
            left join account w on w.id = v.account_id
            where (p.owner_id = :me or :admin or exists (select 1 from saved_pivot_grant g
                     where g.pivot_id = p.id and g.grantee in ('*', :login)))
            """;

    private final JdbcClient jdbc;

    public SavedPivots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a person may open, by folder and name. */
    public List<SavedPivot> visible(PortalUser user) {
        return asked(VISIBLE + " order by p.folder, p.name, p.id", user)
                .query((row, number) -> read(row, user))
                .list();
    }

    /** A pivot a person may open. */
    public SavedPivot find(PortalUser user, long id) {
        return asked(VISIBLE + " and p.id = :id", user)
                .param("id", id)
                .query((row, number) -> read(row, user))
                .optional()
                .orElseThrow(() -> new UnknownNameException("saved pivot", Long.toString(id)));
    }

    /** The link of a version of a pivot a person may open; of the last one when the version is empty. */
    public Map<String, List<String>> link(PortalUser user, long id, Optional<Integer> version) {
        SavedPivot pivot = find(user, id);
        String link = jdbc.sql("select link from saved_pivot_version where pivot_id = ? and version = ?")
                .params(id, version.orElse(pivot.version()))
                .query(String.class)
                .optional()
                .orElseThrow(() -> new UnknownNameException("saved pivot", id + " v" + version.orElse(0)));
        return QueryParameters.fromString(link).getParameters();
    }

    /** Keeps a new pivot, or a new version of the person's own one of that folder and name; gives its id. */
    @Transactional
    public long save(PortalUser user, String folder, String name, Map<String, List<String>> link) {
        String place = folder.strip();
        Optional<Long> there = jdbc.sql("select id from saved_pivot where owner_id = ? and folder = ? and name = ?")
                .params(user.id(), place, name.strip())
                .query(Long.class)
                .optional();
        long id = there.orElseGet(() -> {
            GeneratedKeyHolder key = new GeneratedKeyHolder();
            jdbc.sql("insert into saved_pivot (owner_id, folder, name) values (?, ?, ?)")
                    .params(user.id(), place, name.strip())
                    .update(key, "id");
            return key.getKeyAs(Number.class).longValue();
        });
        version(user, id, link);
        return id;
    }

    /** Keeps a new version of a pivot the person may write. */
    @Transactional
    public void saveAgain(PortalUser user, long id, Map<String, List<String>> link) {
        if (!find(user, id).mayWrite()) {
            throw new UnknownNameException("saved pivot", Long.toString(id));
        }
        version(user, id, link);
    }

    /**
     * Says something about a pivot the person may write.
     *
     * @param text is stripped; what is beyond {@link SavedPivot#MOST_NOTE} is cut off
     */
    public void note(PortalUser user, long id, String text) {
        if (!find(user, id).mayWrite()) {
            throw new UnknownNameException("saved pivot", Long.toString(id));
        }
        String note = text.strip();
        jdbc.sql("update saved_pivot set note = ? where id = ?")
                .params(note.substring(0, Math.min(SavedPivot.MOST_NOTE, note.length())), id)
                .update();
    }

    private void version(PortalUser user, long id, Map<String, List<String>> link) {
        jdbc.sql("insert into saved_pivot_version (pivot_id, version, link, account_id) values (?,"
                        + " (select coalesce(max(version), 0) + 1 from saved_pivot_version where pivot_id = ?), ?, ?)")
                .params(id, id, new QueryParameters(link).getQueryString(), user.id())
                .update();
    }

    /** The versions of a pivot a person may open, the last one first. */
    public List<SavedPivot.Version> versions(PortalUser user, long id) {
        find(user, id);
        return jdbc.sql("select v.version, v.saved_at, a.name from saved_pivot_version v"
                        + " left join account a on a.id = v.account_id where v.pivot_id = ? order by v.version desc")
                .param(id)
                .query((row, number) -> new SavedPivot.Version(row.getInt(1), instant(row, 2), row.getString(3)))
                .list();
    }

    public List<SavedPivot.Grant> grants(PortalUser user, long id) {
        owned(user, id);
        return jdbc.sql("select grantee, may_write from saved_pivot_grant where pivot_id = ? order by grantee")
                .param(id)
                .query((row, number) -> new SavedPivot.Grant(row.getString(1), row.getBoolean(2)))
                .list();
    }

    /** Shares a pivot of the person's own; whom it was shared with before keeps nothing. */
    @Transactional
    public void share(PortalUser user, long id, List<SavedPivot.Grant> grants) {
        owned(user, id);
        jdbc.sql("delete from saved_pivot_grant where pivot_id = ?").param(id).update();
        for (SavedPivot.Grant grant : grants) {
            jdbc.sql("insert into saved_pivot_grant (pivot_id, grantee, may_write) values (?, ?, ?)")
                    .params(id, grant.grantee().strip().toLowerCase(Locale.ROOT), grant.mayWrite())
                    .update();
        }
    }

    public void delete(PortalUser user, long id) {
        owned(user, id);
        jdbc.sql("delete from saved_pivot where id = ?").param(id).update();
    }

    private void owned(PortalUser user, long id) {
        if (!find(user, id).mine()) {
            throw new UnknownNameException("saved pivot", Long.toString(id));
        }
    }

    private JdbcClient.StatementSpec asked(String sql, PortalUser user) {
        return jdbc.sql(sql)
                .param("me", user.id())
                .param("login", user.login())
                .param("admin", user.roles().contains(Roles.ADMIN));
    }

    private static SavedPivot read(ResultSet row, PortalUser user) throws SQLException {
        return new SavedPivot(
                row.getLong("id"),
                row.getString("folder"),
                row.getString("name"),
                row.getString("note"),
                row.getString("owner"),
                row.getLong("owner_id") == user.id() || user.roles().contains(Roles.ADMIN),
                row.getBoolean("may_write"),
                row.getInt("version"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("saved_by"));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
