package org.shapan.portal.account;

/** An account breaks a rule; nothing was created or changed. */
public final class IllegalAccountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The broken rule. */
    public enum Rule {
        LOGIN("an account name is 1 to 63 of a-z, 0-9, '.', '_', '-' and starts with a letter or digit"),
        PASSWORD_SHORT("a password has at least " + NewAccount.MIN_PASSWORD + " characters"),
        PASSWORD_LONG("a password has at most " + NewAccount.MAX_PASSWORD + " characters"),
        EXISTS("the account exists already"),
        EMAIL("an e-mail address has the form name@domain and at most 254 characters"),
        LAST_ADMIN("one enabled account must stay an administrator");

        private final String text;

        Rule(String text) {
            this.text = text;
        }
    }

    private final Rule rule;

    public IllegalAccountException(Rule rule) {
        super(rule.text);
        this.rule = rule;
    }

    public Rule rule() {
        return rule;
    }
}
