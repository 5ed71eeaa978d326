package org.shapan.portal.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.reports.delivery.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose rights a mail address has. The address of an account has that account's, so that one whose account is disabled gets nothing; any other
 * has those of the schedule's owner, who could send the figures there anyway. So no one sees through a schedule what he may not see.
 */
@Component
@OnWarehouse
class Recipients {
    private record Holder(String login, String name, boolean enabled) {}

    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A recipient as a schedule lists him.
     *
     * @param name name and post for the document's footer; blank: the account's name or the address
     */
    Recipient listed(String address, String name) {
        Optional<Holder> holder = holders(address).stream().findFirst();
        String shown = name.isBlank() ? holder.map(Holder::name).orElse(address) : name;
        return new Recipient(
                address.strip(), shown.strip(), holder.map(Holder::login).orElse(""));
    }

    /**
     * The recipient with the account of his address today, also when it is disabled; the owner's where it is no account's. One of several enabled
     * accounts with the same address stays.
     */
    Recipient entitled(Recipient listed, String owner) {
        List<Holder> holders = holders(listed.address());
        boolean stays = holders.stream().anyMatch(h -> h.enabled() && h.login().equals(listed.login()));
        String login = stays
                ? listed.login()
                : holders.stream().findFirst().map(Holder::login).orElse(owner);
        return new Recipient(listed.address(), listed.name(), login);
    }

    /** Login of the account of an address when it is disabled, and no enabled one has the same address. */
    Optional<String> disabledHolder(String address) {
        return holders(address).stream()
                .findFirst()
                .filter(holder -> !holder.enabled())
                .map(Holder::login);
    }

    /** Enabled accounts first. */
    private List<Holder> holders(String address) {
        return jdbc.sql("select login, name, enabled from account where lower(email) = ? order by enabled desc, id")
                .param(address.strip().toLowerCase(Locale.ROOT))
                .query(Holder.class)
                .list();
    }

    /** The person's own mailbox; the address is the account's, or made of the login where it has none. */
    Recipient self(PortalUser user) {
        String address = jdbc.sql("select email from account where id = ?")
                .param(user.id())
                .query((row, n) -> Optional.ofNullable(row.getString("email")))
                .single()
                .orElse(user.login() + "@localhost.localdomain");
        return new Recipient(address, user.name(), user.login());
    }
}
