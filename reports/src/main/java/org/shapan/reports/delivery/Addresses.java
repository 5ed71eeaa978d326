package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;
import org.shapan.reports.delivery.DeliveryException.Fate;

/** The one place that says where a report may go: to a mailbox in an allowed domain, or to a folder of {@link DeliveryFolders}. */
public final class Addresses {
    /** What makes an address a second spelling of another: comments, quotes, routes, groups. Rights go by the address, so each has one spelling. */
    private static final Pattern SPELT_OTHERWISE = Pattern.compile("[\\p{Cntrl}\\s()<>\\[\\]:;,\\\\\"]");

    private final MailSettings settings;
    private final DeliveryFolders folders;

    public Addresses(MailSettings settings, DeliveryFolders folders) {
        this.settings = requireNonNull(settings, "settings is null");
        this.folders = requireNonNull(folders, "folders is null");
    }

    /**
     * Checks that a report may go to an address.
     *
     * @throws DeliveryException when it is none, its domain is not allowed, or its folder could lie elsewhere
     */
    public void check(String address) {
        if (DeliveryFolders.isFolder(address)) {
            folders.folder(address);
        } else {
            mailbox(address, settings);
        }
    }

    /** The mailbox of an address, refused as {@link #check} does. */
    static InternetAddress mailbox(String address, MailSettings settings) {
        try {
            InternetAddress parsed = new InternetAddress(address, true);
            if (!address.contains("@")
                    || SPELT_OTHERWISE.matcher(address).find()
                    || !Normalizer.isNormalized(address, Form.NFKC)) {
                throw new AddressException("an address has the form name@domain", address);
            }
            if (!settings.allows(address)) {
                throw new DeliveryException(
                        "mail to " + address + " is not allowed; allowed domains (shapan.mail.allowed-domains) are "
                                + settings.allowedDomains(),
                        Fate.REFUSED);
            }
            return parsed;
        } catch (AddressException e) {
            throw new DeliveryException(
                    "\"" + address + "\" is not a mail address: " + e.getMessage(), Fate.REFUSED, e);
        }
    }
}
