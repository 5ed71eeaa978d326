package org.shapan.reports.delivery;

import java.sql.SQLException;
import org.olap4j.OlapConnection;

/** Port to the cubes with the rights of a recipient; implemented where accounts are known. */
@FunctionalInterface
public interface ReportConnections {
    /**
     * Opens a connection that sees what the recipient may see. The caller closes it.
     *
     * @throws UnknownRecipientException when the recipient has no account that is enabled, or his address is that of an account that is not
     */
    OlapConnection connectAs(Recipient recipient) throws SQLException;

    /** The recipient's account does not exist or is disabled: nothing may be rendered for it. */
    final class UnknownRecipientException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnknownRecipientException(String login) {
            super("there is no enabled account " + login + ": reports are rendered with the rights of their recipient");
        }
    }
}
