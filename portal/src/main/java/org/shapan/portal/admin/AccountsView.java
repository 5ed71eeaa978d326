package org.shapan.portal.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shapan.portal.account.Account;
import org.shapan.portal.account.Roles;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;
import org.shapan.portal.widget.State;

/** Accounts with their rights, and the tokens of the chosen one. In the URL: {@code account}; {@code new=1} for one to be created. */
@Route(value = "admin/accounts", layout = MainLayout.class)
@RolesAllowed(Roles.ADMIN)
public class AccountsView extends AdminView implements BeforeEnterObserver {
    static final String ACCOUNT = "account";
    static final String NEW = "new";

    private final transient AccountAdministration accounts;
    private final transient List<Areas.Area> areas;

    AccountsView(AccountAdministration accounts, Areas areas, SignedIn signedIn) {
        super(Section.ACCOUNTS);
        this.accounts = accounts;
        this.areas = areas.all(signedIn.locale(), signedIn.user().login());
        Div right = new Div(Buttons.primary(getTranslation("admin.accounts.new"), () -> go(Map.of(NEW, "1"))));
        right.addClassName("right");
        filters().add(right);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        draw(
                query.getSingleParameter(ACCOUNT).orElse(""),
                query.getSingleParameter(NEW).isPresent());
    }

    /** Shows an account, read anew. */
    void show(String login) {
        draw(login, false);
    }

    void choose(String login) {
        go(Map.of(ACCOUNT, login));
    }

    private void draw(String login, boolean fresh) {
        removeAll();
        List<Account> all = accounts.all();
        path(Section.ACCOUNTS, getTranslation("admin.accounts.count", all.size()));
        Optional<Account> chosen = fresh
                ? Optional.empty()
                : Optional.of(all.stream()
                        .filter(account -> account.login().equals(login))
                        .findFirst()
                        .orElse(all.getFirst()));
        Div left = new Div(list(all, chosen));
        left.addClassName("col");
        Div right = new Div(new AccountForm(chosen, areas, accounts, this));
        right.addClassName("col");
        chosen.ifPresent(account -> right.add(new TokensCard(account, accounts)));
        Div columns = new Div(left, right);
        columns.addClassName("adm");
        add(columns);
    }

    private Card list(List<Account> all, Optional<Account> chosen) {
        Map<String, String> paths =
                areas.stream().collect(Collectors.toMap(Areas.Area::uniqueName, Areas.Area::path, (a, b) -> a));
        RankingTable<Account> table = new RankingTable<>(List.of(
                RankingColumn.mark(account -> account.enabled() ? State.GREEN : State.NONE),
                RankingColumn.name(getTranslation("admin.accounts.name"), Account::name, Account::login),
                RankingColumn.text(
                        getTranslation("admin.accounts.roles"),
                        account -> account.roles().stream()
                                .sorted()
                                .map(this::role)
                                .collect(Collectors.joining(getTranslation("admin.list.comma")))),
                RankingColumn.text(
                        getTranslation("admin.accounts.areas"),
                        account -> account.areas().isEmpty()
                                ? getTranslation("admin.accounts.wholeCompany")
                                : account.areas().stream()
                                        .map(area -> paths.getOrDefault(area, area))
                                        .collect(Collectors.joining(getTranslation("admin.list.comma")))),
                RankingColumn.text(getTranslation("admin.accounts.email"), Account::email),
                RankingColumn.text(
                        getTranslation("admin.loads.state"),
                        account -> getTranslation(
                                account.enabled() ? "admin.accounts.enabled" : "admin.accounts.disabled"))));
        table.onSelect(account -> choose(account.login())).onDrill(account -> choose(account.login()));
        table.select(account -> chosen.filter(account::equals).isPresent());
        table.show(all, null);
        Card card = new Card(getTranslation("admin.section.ACCOUNTS")).flush().body(table);
        card.addClassName("half");
        return card;
    }

    private String role(String role) {
        return Roles.ALL.contains(role) ? getTranslation("admin.role." + role) : role;
    }
}
