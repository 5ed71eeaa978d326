package org.shapan.portal.security;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * The audit log: a table that is only added to. What cannot be put on record must not happen, so callers record before they show, and a
 * failure to record is the failure of the action. Thread-safe.
 */
@Component
public class Audit {
    /** Address of what was done on this machine. */
    public static final String LOCAL = "local";
    /** Who acts by a command on this machine. */
    public static final String SUB_COMMAND = "sub-command";
    /** Longest subject; more is cut. */
    public static final int MAX_SUBJECT = 1000;

    private static final int MAX_NAME = 64;

    /**
     * Which lines.
     *
     * @param who part of the account name or address, lower case; empty for all
     * @param action null for all
     * @param outcome null for all
     */
    public record Filter(String who, Action action, Outcome outcome) {
        public static final Filter ALL = new Filter("", null, null);

        public Filter {
            requireNonNull(who, "who is null");
        }
    }

    private final JdbcClient jdbc;
    private final AuditSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final AtomicReference<LocalDate> pruned = new AtomicReference<>(LocalDate.MIN);

    public Audit(JdbcClient jdbc, AuditSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Records an action of the person who is signed in in this thread; {@link IllegalStateException} where nobody is. */
    public void record(Action action, String subject, Outcome outcome) {
        record(action, List.of(subject), outcome);
    }

    /** As {@link #record(Action, String, Outcome)}, a line for each subject: all of them or, where it fails, none. */
    public void record(Action action, List<String> subjects, Outcome outcome) {
        Authentication signedIn = Optional.ofNullable(
                        SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(() -> new IllegalStateException("nobody is signed in in this thread"));
        record(signedIn.getName(), address(signedIn), action, subjects, outcome);
    }

    /**
     * Records an action of anybody.
     *
     * @param address of the network; {@link #LOCAL} for this machine
     */
    public void record(String who, String address, Action action, String subject, Outcome outcome) {
        record(who, address, action, List.of(subject), outcome);
    }

    private void record(String who, String address, Action action, List<String> subjects, Outcome outcome) {
        Instant now = clock.instant();
        if (!subjects.isEmpty()) {
            jdbc.sql("insert into audit (happened_at, who, address, action, subject, outcome)"
                            + " select cast(? as timestamp with time zone), cast(? as varchar), cast(? as varchar), cast(? as varchar),"
                            + " subject, cast(? as varchar) from unnest(cast(? as varchar array)) as lines (subject)")
                    .params(
                            now.atOffset(ZoneOffset.UTC),
                            cut(who, MAX_NAME),
                            cut(address, MAX_NAME),
                            action.name(),
                            outcome.name(),
                            subjects.stream()
                                    .map(subject -> cut(subject, MAX_SUBJECT))
                                    .toArray(String[]::new))
                    .update();
        }
        prune(now);
    }

    /** Lines, the newest first. */
    public List<AuditEntry> entries(Filter filter, int offset, int limit) {
        return jdbc.sql("select id, happened_at, who, address, action, subject, outcome from audit" + conditions(filter)
                        + " order by id desc offset :offset rows fetch next :limit rows only")
                .params(values(filter))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new AuditEntry(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        Action.valueOf(row.getString(5)),
                        row.getString(6),
                        Outcome.valueOf(row.getString(7))))
                .list();
    }

    public long count(Filter filter) {
        return jdbc.sql("select count(*) from audit" + conditions(filter))
                .params(values(filter))
                .query(Long.class)
                .single();
    }

    /** Where a request came from. */
    static String address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : LOCAL;
    }

    private static String conditions(Filter filter) {
        return " where (lower(who) like :who escape '!' or address like :who escape '!')"
                + (filter.action() == null ? "" : " and action = :action")
                + (filter.outcome() == null ? "" : " and outcome = :outcome");
    }

    private static Map<String, Object> values(Filter filter) {
        Map<String, Object> values = new HashMap<>();
        values.put("who", "%" + filter.who().replaceAll("[!%_]", "!$0") + "%");
        if (filter.action() != null) {
            values.put("action", filter.action().name());
        }
        if (filter.outcome() != null) {
            values.put("outcome", filter.outcome().name());
        }
        return values;
    }

    /** Once a day lines that are too old go. */
    private void prune(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate last = pruned.get();
        if (!last.equals(today) && pruned.compareAndSet(last, today)) {
            jdbc.sql("delete from audit where happened_at < ?")
                    .param(now.minus(settings.keep()).atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
