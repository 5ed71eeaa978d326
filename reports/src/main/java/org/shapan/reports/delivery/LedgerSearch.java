package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks rows of the ledger up; counted and cut into pages by the database, however many there are. */
public final class LedgerSearch {
    private static final String OWNED = "schedule_id in (select id from report_schedule where owner_login = :%s)";

    private final JdbcClient jdbc;

    LedgerSearch(DataSource dataSource) {
        this.jdbc = JdbcClient.create(requireNonNull(dataSource, "dataSource is null"));
    }

    /** How many rows stand how; outcomes without rows are left out. */
    public Map<Outcome, Long> counts(LedgerFilter filter) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        statement(
                        "select outcome, count(*) from (select " + Outcome.SQL + " outcome from report_delivery",
                        filter,
                        ") rows_of group by outcome",
                        Map.of())
                .query(row -> {
                    counts.put(Outcome.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** The newest rows, at most {@code limit}, after {@code offset} newer ones. */
    public List<Delivery> page(LedgerFilter filter, int offset, int limit) {
        return statement(
                        LedgerSql.SELECT,
                        filter,
                        " order by planned_at desc, id desc limit :limit offset :offset",
                        Map.of("limit", limit, "offset", offset))
                .query(DeliveryLedger::row)
                .list();
    }

    /** Ids of the reports among the rows, in order. */
    public List<String> templates(LedgerFilter filter) {
        return distinct("template_id", filter);
    }

    /** Names of the recipients among the rows, in order. */
    public List<String> recipients(LedgerFilter filter) {
        return distinct("name", filter);
    }

    private List<String> distinct(String column, LedgerFilter filter) {
        return statement("select distinct " + column + " from report_delivery", filter, " order by 1", Map.of())
                .query(String.class)
                .list();
    }

    /**
     * Ids of the rows that failed or were missed.
     *
     * @param owner login of the owner of their schedules, null for anybody's
     */
    public List<Long> unsent(LedgerFilter filter, String owner) {
        return statement(
                        "select id from report_delivery",
                        filter,
                        " and state in ('FAILED', 'MISSED')" + (owner == null ? "" : " and " + OWNED.formatted("owner"))
                                + " order by id",
                        owner == null ? Map.of() : Map.of("owner", owner))
                .query(Long.class)
                .list();
    }

    private JdbcClient.StatementSpec statement(
            String head, LedgerFilter filter, String rest, Map<String, Object> more) {
        Map<String, Object> parameters = new LinkedHashMap<>(more);
        StringBuilder sql = new StringBuilder(head).append(" where planned_at >= :since");
        parameters.put("since", filter.since().atOffset(ZoneOffset.UTC));
        if (filter.reader() != null) {
            sql.append(" and (login = :reader or ")
                    .append(OWNED.formatted("reader"))
                    .append(")");
            parameters.put("reader", filter.reader());
        }
        if (filter.outcome() != null) {
            sql.append(" and ").append(Outcome.SQL).append(" = :outcome");
            parameters.put("outcome", filter.outcome().name());
        }
        if (filter.templateId() != null) {
            sql.append(" and template_id = :template");
            parameters.put("template", filter.templateId());
        }
        if (filter.recipient() != null) {
            sql.append(" and name = :recipient");
            parameters.put("recipient", filter.recipient());
        }
        return jdbc.sql(sql.append(rest).toString()).params(parameters);
    }
}
