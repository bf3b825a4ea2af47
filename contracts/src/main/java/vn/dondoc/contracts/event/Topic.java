package vn.dondoc.contracts.event;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The topics, all with 12 partitions and kept for ever unless said otherwise. */
public enum Topic {

    /** Present state of units, positions, bodies and calendars; compacted, tombstones erase. Keys {@code unit/ID} and so on. */
    ORGANISATION("dondoc.organisation", true, null),
    /** What happened to the organisation; key: commune, or province where there is none. */
    ORGANISATION_EVENT("dondoc.organisation-event", false, null),
    /** Key: commune. */
    PLAN("dondoc.plan", false, null),
    /** Key: commune. */
    TASK("dondoc.task", false, null),
    /** Key: commune. */
    REPORT("dondoc.report", false, null),
    /** Key: recipient position; kept for 90 days. */
    NOTIFICATION("dondoc.notification", false, Duration.ofDays(90));

    /** Partitions of every topic; never changed, since keys would move. */
    public static final int PARTITIONS = 12;

    private final String topicName;
    private final boolean compacted;
    private final @Nullable Duration retention;

    Topic(String topicName, boolean compacted, @Nullable Duration retention) {
        this.topicName = topicName;
        this.compacted = compacted;
        this.retention = retention;
    }

    public String topicName() {
        return topicName;
    }

    /** Whether only the newest record of each key is kept. */
    public boolean compacted() {
        return compacted;
    }

    /** How long records are kept; nothing where for ever, so that everything can be read again from the beginning. */
    public Optional<Duration> retention() {
        return Optional.ofNullable(retention);
    }

    /** Where records go that a consumer group could not read. */
    public static String deadLetters(String group) {
        return "dondoc.dead-letters." + group;
    }
}
