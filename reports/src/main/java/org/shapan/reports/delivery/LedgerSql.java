package org.shapan.reports.delivery;

/** The statements of the ledger. Each change names the states it may come from and the attempt that makes it. */
final class LedgerSql {
    static final String SELECT = """
            select id, schedule_id, planned_at, address, part, part_caption, name, login, template_id, state, attempts,
                   message_id, document_id, formats, data_version, bytes, checksums, rendered_at, ended_at, problem
            from report_delivery""";

    static final String INSERT = """
            insert into report_delivery
                (schedule_id, planned_at, address, part, part_caption, name, login, template_id, state, message_id, ended_at)
            values (:schedule, :planned, :address, :part, :caption, :name, :login, :template, :state, :message, :ended)""";

    static final String START = """
            update report_delivery set state = 'RENDERING', attempts = attempts + 1
            where id = :id and (state in ('PLANNED', 'RENDERING', 'RENDERED') or (state = 'SENDING' and :repeatable = true))""";

    static final String RENDERED = """
            update report_delivery
            set state = 'RENDERED', document_id = :document, formats = :formats, data_version = :version, bytes = :bytes,
                checksums = :checksums, fingerprint = :fingerprint, rendered_at = :now
            where id = :id and attempts = :attempt and state = 'RENDERING'""";

    static final String SENDING = """
            update report_delivery set state = 'SENDING'
            where id = :id and attempts = :attempt and state = 'RENDERED'""";

    static final String SENT = """
            update report_delivery set state = 'SENT', problem = null, ended_at = :now
            where id = :id and attempts = :attempt and state in ('SENDING', 'AMBIGUOUS')""";

    static final String END = """
            update report_delivery set state = :state, problem = :problem, ended_at = :now
            where id = :id and attempts = :attempt and state in ('RENDERING', 'RENDERED', 'SENDING')""";

    static final String ABANDONED = """
            update report_delivery set state = 'AMBIGUOUS', problem = :problem, ended_at = :now
            where id = :id and state = 'SENDING'""";

    static final String RETRY = """
            update report_delivery
            set state = case when cancelled_by is null then 'PLANNED' else 'CANCELLED' end, problem = :problem,
                ended_at = case when cancelled_by is null then null else cast(:now as timestamp with time zone) end
            where id = :id and attempts = :attempt and state in ('RENDERING', 'RENDERED', 'SENDING')""";

    static final String CANCEL = """
            update report_delivery set state = 'CANCELLED', problem = :problem, ended_at = :now, cancelled_by = :login
            where schedule_id = :schedule and planned_at = :planned and state in ('PLANNED', 'RENDERING', 'RENDERED')""";

    /** A mail under way ends as it ends. */
    static final String CANCEL_LATER = """
            update report_delivery set cancelled_by = :login
            where schedule_id = :schedule and planned_at = :planned and state = 'SENDING'""";

    static final String CANCELLED_NOW = """
            select id from report_delivery where schedule_id = :schedule and planned_at = :planned and state = 'CANCELLED'
                and cancelled_by = :login and ended_at = :now order by id""";

    /** A row that is planned while its run is cancelled. */
    static final String CANCEL_NEW = """
            update report_delivery set state = 'CANCELLED', ended_at = :now, problem = :problem
            where id = :id and state = 'PLANNED'
                and exists (select 1 from report_delivery o where o.schedule_id = report_delivery.schedule_id
                            and o.planned_at = report_delivery.planned_at and o.cancelled_by is not null)""";

    static final String REPEAT = """
            update report_delivery set state = 'PLANNED', attempts = 0, ended_at = null, problem = null, owner_told = false,
                cancelled_by = null
            where id = :id and state in ('SENT', 'FAILED', 'SKIPPED', 'AMBIGUOUS', 'MISSED', 'CANCELLED')""";

    static final String LAST_SENT = """
            select fingerprint, ended_at from report_delivery
            where schedule_id = :schedule and address = :address and part = :part and state = 'SENT' and id <> :id
            order by ended_at desc fetch first 1 rows only""";

    /** Ended badly, owner not told, and nothing of the same run is still under way. */
    static final String UNTOLD = SELECT + """
             d where state in ('FAILED', 'AMBIGUOUS', 'MISSED', 'CANCELLED') and owner_told = false
                and not exists (select 1 from report_delivery o where o.schedule_id = d.schedule_id
                                and o.planned_at = d.planned_at and o.ended_at is null)
            order by schedule_id, planned_at, id fetch first 1000 rows only""";

    private LedgerSql() {}
}
