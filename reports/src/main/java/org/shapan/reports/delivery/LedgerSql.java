package org.shapan.reports.delivery;

/** The statements of the ledger. */
final class LedgerSql {
    static final String SELECT = """
            select id, schedule_id, planned_at, address, name, login, template_id, state, attempts, message_id,
                   document_id, formats, data_version, rendered_at, ended_at, problem
            from report_delivery""";

    static final String INSERT = """
            insert into report_delivery
                (schedule_id, planned_at, address, name, login, template_id, state, message_id, ended_at)
            values (:schedule, :planned, :address, :name, :login, :template, :state, :message, :ended)""";

    static final String START = """
            update report_delivery set state = 'RUNNING', attempts = attempts + 1
            where id = :id and state in ('PLANNED', 'RUNNING')""";

    static final String RENDERED = """
            update report_delivery
            set document_id = :document, formats = :formats, data_version = :version, rendered_at = :now
            where id = :id and state = 'RUNNING'""";

    static final String END = """
            update report_delivery set state = :state, problem = :problem, ended_at = :now
            where id = :id and state = 'RUNNING'""";

    static final String RETRY =
            "update report_delivery set state = 'PLANNED', problem = :problem where id = :id and state = 'RUNNING'";

    static final String REPEAT = """
            update report_delivery set state = 'PLANNED', attempts = 0, ended_at = null, problem = null
            where id = :id and state in ('SENT', 'FAILED', 'MISSED')""";

    private LedgerSql() {}
}
