package org.shapan.portal.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.shapan.portal.account.Account;
import org.shapan.portal.account.AccountTokens;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.State;

/** The tokens of an account: those that open, and a new one, whose secret is shown once. */
final class TokensCard extends Div {
    /** How long a token opens. */
    static final Duration LIFE = Duration.ofDays(365);

    private static final int MAX_NAME = 64;

    private final transient Account account;
    private final transient AccountAdministration accounts;
    private final Div list = new Div();
    private final Div said = new Div();
    private final TextField name = new TextField();

    TokensCard(Account account, AccountAdministration accounts) {
        this.account = account;
        this.accounts = accounts;
        name.setPlaceholder(getTranslation("admin.tokens.name"));
        name.setAriaLabel(getTranslation("admin.tokens.name"));
        name.setMaxLength(MAX_NAME);
        Div line = new Div(name, Buttons.plain(getTranslation("admin.tokens.new"), this::issue));
        line.addClassName("row");
        Div body = new Div(list, said, line);
        body.addClassNames("detail", "form");
        add(new Card(getTranslation("admin.tokens.title"))
                .remark(getTranslation("admin.tokens.note"))
                .body(body));
        draw();
    }

    private void draw() {
        list.removeAll();
        for (AccountTokens.Entry token : accounts.tokens(account)) {
            Span dates = new Span(getTranslation(
                    "admin.tokens.dates",
                    LocalDate.ofInstant(token.expires(), ZoneId.systemDefault()).toString(),
                    token.used().map(AdminView::moment).orElse("—")));
            dates.addClassName("hint");
            Span title = new Span(token.name());
            title.addClassName("b");
            Div text = new Div(title, new Div(dates));
            Div line = new Div(text, Buttons.plain(getTranslation("admin.tokens.revoke"), () -> {
                accounts.revokeToken(token);
                draw();
            }));
            line.addClassName("pair");
            list.add(line);
        }
    }

    private void issue() {
        String given = name.getValue().strip();
        if (given.isEmpty()) {
            name.setInvalid(true);
            return;
        }
        name.setInvalid(false);
        name.clear();
        Span secret = new Span(accounts.issueToken(account, given, LIFE));
        secret.addClassNames("mono", "secret");
        said.removeAll();
        said.add(
                Notice.bar(State.NONE, getTranslation("admin.tokens.once"), getTranslation("admin.tokens.once.why")),
                secret);
        draw();
    }
}
