package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.shapan.reports.delivery.DeliveryException.Fate;

/**
 * Mails as {@code .eml} files in a folder, for a start without a mail server. The file is named by the Message-ID, so a
 * repeated send leaves one file.
 */
public final class OutboxRoute implements MailRoute {
    private final Path folder;

    /** @param folder created when the first mail comes */
    public OutboxRoute(Path folder) {
        this.folder = requireNonNull(folder, "folder is null");
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public String send(MimeMessage message) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(message.getMessageID().replaceAll("[^A-Za-z0-9.@-]", "") + ".eml");
            Path temporary = Files.createTempFile(folder, "mail", ".part");
            try (OutputStream out = Files.newOutputStream(temporary)) {
                message.writeTo(out);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return folder.getFileName() + "/" + file.getFileName();
        } catch (IOException e) {
            throw new DeliveryException("writing to the outbox " + folder + ": " + e.getMessage(), Fate.TRANSIENT, e);
        } catch (MessagingException e) {
            throw new DeliveryException("the mail cannot be written: " + e.getMessage(), Fate.REFUSED, e);
        }
    }
}
