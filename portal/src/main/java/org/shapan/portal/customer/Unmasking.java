package org.shapan.portal.customer;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Collection;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.Roles;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry;

/** Showing whole numbers: a right of its own, put on record number by number before the first is shown (domain §1.3). */
@SpringComponent
public class Unmasking {
    /** Fewest characters of a purpose. */
    static final int SHORTEST_PURPOSE = 4;
    /** Most characters of a purpose. */
    public static final int LONGEST_PURPOSE = 200;

    private final SignedIn signedIn;
    private final Audit audit;

    public Unmasking(SignedIn signedIn, Audit audit) {
        this.signedIn = signedIn;
        this.audit = audit;
    }

    /** Whether the person at the screen may see whole numbers. */
    public boolean isAllowed() {
        PortalUser user = signedIn.user();
        return user.roles().contains(Roles.UNMASK) || user.roles().contains(Roles.ADMIN);
    }

    /** Whether this will do as a purpose. */
    public static boolean isPurpose(String text) {
        return text != null && text.strip().length() >= SHORTEST_PURPOSE && text.length() <= LONGEST_PURPOSE;
    }

    /** Who looks, for the watermark. */
    public String viewer() {
        return signedIn.user().login();
    }

    /**
     * Records that the person looks at these numbers; they may be shown once this returns.
     *
     * @throws SecurityException where the person may not
     * @throws IllegalArgumentException where the purpose says nothing
     */
    public void record(Collection<CustomerNumber> numbers, String purpose) {
        if (!isAllowed()) {
            throw new SecurityException("no right to see whole numbers");
        }
        if (!isPurpose(purpose)) {
            throw new IllegalArgumentException(
                    "a purpose has " + SHORTEST_PURPOSE + " to " + LONGEST_PURPOSE + " characters");
        }
        audit.record(
                AuditEntry.Action.UNMASK,
                numbers.stream()
                        .map(number -> number.whole() + ": " + purpose.strip())
                        .toList(),
                AuditEntry.Outcome.OK);
    }
}
