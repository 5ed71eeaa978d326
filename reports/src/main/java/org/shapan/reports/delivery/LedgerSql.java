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
            update report_delivery set state = 'PLANNED', problem = :problem
            where id = :id and attempts = :attempt and state in ('RENDERING', 'RENDERED', 'SENDING')""";

    static final String REPEAT = """
            update report_delivery set state = 'PLANNED', attempts = 0, ended_at = null, problem = null, owner_told = false
            where id = :id and state in ('SENT', 'FAILED', 'SKIPPED', 'AMBIGUOUS', 'MISSED')""";

    static final String LAST_SENT = """
            select fingerprint, ended_at from report_delivery
            where schedule_id = :schedule and address = :address and part = :part and state = 'SENT' and id <> :id
            order by ended_at desc fetch first 1 rows only""";

    /** Ended badly, owner not told, and nothing of the same run is still under way. */
    static final String UNTOLD = SELECT + """
             d where state in ('FAILED', 'AMBIGUOUS', 'MISSED') and owner_told = false
                and not exists (select 1 from report_delivery o where o.schedule_id = d.schedule_id
                                and o.planned_at = d.planned_at and o.ended_at is null)
            order by schedule_id, planned_at, id fetch first 1000 rows only""";

    private LedgerSql() {}
}
