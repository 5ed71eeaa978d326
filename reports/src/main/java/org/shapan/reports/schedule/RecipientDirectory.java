package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.template.TemplateParameter;

/** Port to the organisation: who answers for what, and who reads mail where. Implemented where accounts are known. */
public interface RecipientDirectory {
    /**
     * The members of a prompt's level that a person may see, each with those who answer for it.
     *
     * @param login account whose rights limit the members
     */
    List<Post> posts(TemplateParameter parameter, String login, Locale locale) throws SQLException;

    /**
     * A listed recipient with the account whose rights render what goes to his address now, whoever it was when he was listed.
     *
     * @param owner login of who answers for the schedule today; his are the rights of an address that is no account's
     */
    Recipient entitled(Recipient listed, String owner);

    /** The mailbox of an enabled account; empty when it has none. */
    Optional<Recipient> mailbox(String login);

    /**
     * A member with those who answer for it.
     *
     * @param member its unique name
     * @param holders empty when the post is vacant
     */
    record Post(String member, String caption, List<Recipient> holders) {
        public Post {
            requireNonNull(member, "member is null");
            requireNonNull(caption, "caption is null");
            holders = List.copyOf(holders);
        }
    }
}
