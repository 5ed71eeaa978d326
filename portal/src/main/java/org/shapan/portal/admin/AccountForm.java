package org.shapan.portal.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shapan.portal.account.Account;
import org.shapan.portal.account.IllegalAccountException;
import org.shapan.portal.account.ResetLink;
import org.shapan.portal.account.Roles;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.State;

/** One account: name, address, roles, areas, enabled; saves, and issues the link for a password. */
final class AccountForm extends Div {
    private static final int MAX_NAME = 128;

    private final transient Optional<Account> account;
    private final transient AccountAdministration accounts;
    private final AccountsView view;
    private final TextField login = field("admin.accounts.login");
    private final TextField name = field("admin.accounts.name");
    private final TextField email = field("admin.accounts.email");
    private final CheckboxGroup<String> roles = new CheckboxGroup<>();
    private final MultiSelectComboBox<Areas.Area> areas = new MultiSelectComboBox<>();
    private final Checkbox enabled = new Checkbox(getTranslation("admin.accounts.enabled"), true);
    private final Div said = new Div();

    AccountForm(
            Optional<Account> account, List<Areas.Area> choices, AccountAdministration accounts, AccountsView view) {
        this.account = account;
        this.accounts = accounts;
        this.view = view;
        name.setMaxLength(MAX_NAME);
        roles.setLabel(getTranslation("admin.accounts.roles"));
        roles.setItems(Roles.ALL);
        roles.setItemLabelGenerator(role -> getTranslation("admin.role." + role));
        areas.setLabel(getTranslation("admin.accounts.areas"));
        areas.setPlaceholder(getTranslation("admin.accounts.wholeCompany"));
        areas.setItems(choices);
        areas.setItemLabelGenerator(Areas.Area::path);
        account.ifPresent(known -> fill(known, choices));
        login.setReadOnly(account.isPresent());
        Div buttons = new Div(Buttons.primary(
                getTranslation(account.isPresent() ? "admin.accounts.save" : "admin.accounts.create"), this::save));
        account.filter(Account::enabled)
                .ifPresent(known ->
                        buttons.add(Buttons.plain(getTranslation("admin.accounts.reset"), () -> showLink(known))));
        buttons.addClassName("row");
        Div form = new Div(login, name, email, roles, areas);
        if (account.isPresent()) {
            form.add(enabled);
        }
        form.add(said, buttons);
        form.addClassNames("detail", "form");
        add(new Card(account.map(Account::login).orElse(getTranslation("admin.accounts.new"))).body(form));
    }

    private void fill(Account known, List<Areas.Area> choices) {
        login.setValue(known.login());
        name.setValue(known.name());
        email.setValue(known.email());
        roles.setValue(
                new HashSet<>(known.roles().stream().filter(Roles.ALL::contains).toList()));
        enabled.setValue(known.enabled());
        Set<Areas.Area> chosen = new LinkedHashSet<>();
        Set<Areas.Area> all = new LinkedHashSet<>(choices);
        for (String area : known.areas()) {
            Areas.Area found = choices.stream()
                    .filter(choice -> choice.uniqueName().equals(area))
                    .findFirst()
                    .orElse(new Areas.Area(area, area));
            all.add(found);
            chosen.add(found);
        }
        areas.setItems(all);
        areas.setValue(chosen);
    }

    private void save() {
        said.removeAll();
        Set<String> kept = new HashSet<>(roles.getValue());
        account.ifPresent(known ->
                known.roles().stream().filter(role -> !Roles.ALL.contains(role)).forEach(kept::add));
        List<String> scope =
                areas.getValue().stream().map(Areas.Area::uniqueName).toList();
        try {
            if (account.isPresent()) {
                Account known = account.get();
                accounts.save(new Account(
                        known.id(), known.login(), name.getValue(), email.getValue(), enabled.getValue(), kept, scope));
                view.show(known.login());
            } else {
                Account made = accounts.create(login.getValue(), name.getValue(), email.getValue(), kept, scope);
                login.setReadOnly(true);
                showLink(made);
            }
        } catch (IllegalAccountException e) {
            said.add(Notice.bar(
                    State.RED, getTranslation("admin.accounts.refused"), getTranslation("signin.problem." + e.rule())));
        }
    }

    /** The link is shown once, to be handed to the person. */
    private void showLink(Account of) {
        String secret = accounts.resetLink(of);
        UI.getCurrent().getPage().fetchCurrentURL(url -> {
            String root = url.getPath().replaceFirst("/admin/.*", "");
            String link = url.getProtocol() + "://" + url.getAuthority() + root + "/reset?token=" + secret;
            Span text = new Span(link);
            text.addClassName("mono");
            said.removeAll();
            said.add(
                    Notice.bar(
                            State.NONE,
                            getTranslation("admin.accounts.link"),
                            getTranslation("admin.accounts.link.why", ResetLink.LIFE.toHours())),
                    text);
        });
    }

    private TextField field(String key) {
        TextField field = new TextField(getTranslation(key));
        field.setWidthFull();
        return field;
    }
}
