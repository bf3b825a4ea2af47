package vn.dondoc.contracts.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;

/** What the operator of a province sees and does. */
public final class Operations {

    private Operations() {}

    /**
     * A record that a consumer could not read, or that broke a rule of the domain.
     *
     * @param id topic, partition and offset among the dead letters
     * @param group the consumer group that put it aside
     * @param key of the record; {@code type} and {@code subject} from its headers, null where it has none
     * @param error the kind of fault, never a message that could hold data
     * @param status open, replayed or discarded
     */
    public record DeadLetter(
            String id,
            String group,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String type,
            @Nullable String subject,
            @Nullable String correlation,
            String error,
            Instant at,
            String status,
            @Nullable Instant decidedAt) {}

    /** A header of a record, as text where it is UTF-8, else in Base64. */
    public record Header(String name, String value) {}

    /**
     * One dead letter with what it holds.
     *
     * @param data as text where it is UTF-8, else in Base64
     */
    public record DeadLetterContent(DeadLetter letter, List<Header> headers, String data) {
        public DeadLetterContent {
            headers = Lists.orEmpty(headers);
        }
    }
}
