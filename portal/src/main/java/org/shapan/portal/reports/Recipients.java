package org.shapan.portal.reports;

import java.util.Locale;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.reports.delivery.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose rights a mail address has. The address of an account has that account's; any other has those of the schedule's
 * owner, who could send the figures there anyway. So no one sees through a schedule what he may not see.
 */
@Component
@OnWarehouse
class Recipients {
    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param owner login of the schedule's owner
     * @param name name and post for the document's footer; blank: the account's name or the address
     */
    Recipient of(String address, String name, String owner) {
        String given = name.strip();
        return jdbc.sql("select login, name from account where lower(email) = ? and enabled")
                .param(address.strip().toLowerCase(Locale.ROOT))
                .query((row, n) -> new Recipient(
                        address.strip(), given.isEmpty() ? row.getString("name") : given, row.getString("login")))
                .optional()
                .orElseGet(() -> new Recipient(address.strip(), given.isEmpty() ? address.strip() : given, owner));
    }

    /** The person's own mailbox; the address is the account's, or made of the login where it has none. */
    Recipient self(PortalUser user) {
        String address = jdbc.sql("select email from account where id = ?")
                .param(user.id())
                .query((row, n) -> java.util.Optional.ofNullable(row.getString("email")))
                .single()
                .orElse(user.login() + "@localhost.localdomain");
        return new Recipient(address, user.name(), user.login());
    }
}
