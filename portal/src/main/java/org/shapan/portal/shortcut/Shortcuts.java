package org.shapan.portal.shortcut;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.shapan.portal.account.PortalUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The screens that people opened last and those they keep. Everybody has their own; opening one asks the cubes with rights of the moment. */
@Repository
public class Shortcuts {
    /** Screens that are remembered for each account, beside the kept ones. */
    public static final int MOST_RECENT = 50;

    private static final int LONGEST_SUBJECT = 200;

    private final JdbcClient jdbc;

    public Shortcuts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers that a person opened a screen; the oldest beyond {@link #MOST_RECENT} are forgotten. */
    @Transactional
    public void opened(PortalUser user, String link, String viewKey, String subject) {
        if (put(user, link, viewKey, subject)) {
            jdbc.sql("delete from shortcut where account_id = :me and not favourite and id not in"
                            + " (select id from shortcut where account_id = :me and not favourite"
                            + " order by opened_at desc, id desc limit :most)")
                    .param("me", user.id())
                    .param("most", MOST_RECENT)
                    .update();
        }
    }

    /** Keeps a screen at hand, or no longer. */
    @Transactional
    public void keep(PortalUser user, String link, String viewKey, String subject, boolean favourite) {
        put(user, link, viewKey, subject);
        jdbc.sql("update shortcut set favourite = ? where account_id = ? and link_hash = ?")
                .params(favourite, user.id(), hash(link))
                .update();
    }

    /** @return whether it was not known before */
    private boolean put(PortalUser user, String link, String viewKey, String subject) {
        String name = subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        int known = jdbc.sql("update shortcut set opened_at = ?, subject = ?, view_key = ?"
                        + " where account_id = ? and link_hash = ?")
                .params(now, name, viewKey, user.id(), hash(link))
                .update();
        if (known == 0) {
            jdbc.sql("insert into shortcut (account_id, link, link_hash, view_key, subject, opened_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(user.id(), link, hash(link), viewKey, name, now)
                    .update();
        }
        return known == 0;
    }

    public boolean isFavourite(PortalUser user, String link) {
        return jdbc.sql("select favourite from shortcut where account_id = ? and link_hash = ?")
                .params(user.id(), hash(link))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The last ones first. */
    public List<Shortcut> recent(PortalUser user, int limit) {
        return jdbc.sql("select * from shortcut where account_id = ? order by opened_at desc, id desc limit ?")
                .params(user.id(), limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** By name. */
    public List<Shortcut> favourites(PortalUser user) {
        return jdbc.sql("select * from shortcut where account_id = ? and favourite order by subject, id")
                .params(user.id())
                .query((row, number) -> read(row))
                .list();
    }

    private static Shortcut read(ResultSet row) throws SQLException {
        return new Shortcut(
                row.getString("link"),
                row.getString("view_key"),
                row.getString("subject"),
                row.getBoolean("favourite"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }

    private static String hash(String link) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(link.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
