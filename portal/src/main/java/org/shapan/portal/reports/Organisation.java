package org.shapan.portal.reports;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.olap4j.OlapConnection;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.MemberChoices;
import org.shapan.reports.schedule.RecipientDirectory;
import org.shapan.reports.template.TemplateParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who answers for what: an account with a mailbox for the areas of its scope and for the members of its posts, such as a
 * channel, an SP or a group. Accounts that are disabled or have no mailbox answer for nothing.
 */
@Component
@OnWarehouse
class Organisation implements RecipientDirectory {
    private static final String HOLDERS = """
            select held.member, a.login, a.name, a.email
            from account a join (select account_id, member from account_area
                                 union select account_id, member from account_post) held on held.account_id = a.id
            where a.enabled and a.email is not null
            order by a.login""";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Cubes cubes;
    private final Recipients recipients;

    Organisation(JdbcClient jdbc, Accounts accounts, Cubes cubes, Recipients recipients) {
        this.recipients = recipients;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.cubes = cubes;
    }

    @Override
    public List<Post> posts(TemplateParameter parameter, String login, Locale locale) throws SQLException {
        Map<String, List<Recipient>> holders = new LinkedHashMap<>();
        jdbc.sql(HOLDERS).query(row -> {
            holders.computeIfAbsent(row.getString("member"), member -> new ArrayList<>())
                    .add(new Recipient(row.getString("email"), row.getString("name"), row.getString("login")));
        });
        Accounts.Stored owner = accounts.find(login)
                .orElseThrow(() -> new SQLException("the owner " + login + " of the schedule has no enabled account"));
        try (OlapConnection connection = cubes.connect(owner.user(), locale)) {
            return MemberChoices.of(parameter, connection).stream()
                    .map(choice ->
                            new Post(choice.value(), choice.caption(), holders.getOrDefault(choice.value(), List.of())))
                    .toList();
        }
    }

    @Override
    public Recipient entitled(Recipient listed, String owner) {
        return recipients.entitled(listed, owner);
    }

    @Override
    public Optional<Recipient> mailbox(String login) {
        return jdbc.sql("select login, name, email from account where login = ? and enabled and email is not null")
                .param(login)
                .query((row, n) -> new Recipient(row.getString("email"), row.getString("name"), row.getString("login")))
                .optional();
    }
}
