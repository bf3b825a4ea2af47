package vn.dondoc.console.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message that the sink took.
 *
 * @param receivedAt by the system's clock
 */
@Document("localMails")
public record LocalMail(
        @Id @Nullable String id, Instant receivedAt, String from, String to, String subject, @Nullable String text, @Nullable String html) {}
