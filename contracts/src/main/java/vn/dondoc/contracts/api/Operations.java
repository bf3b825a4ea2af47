package vn.dondoc.contracts.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Coded;

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

    /**
     * How the relay of a service stands. Any instance answers for the one that relays.
     *
     * @param state relaying; repairing: histories are read again; failing; behind-topics: the database is older than the topics and nothing
     *     is sent before a new generation is opened; nobody: no instance has relayed for the length of a lease
     * @param generation how often the topics were rebuilt from the histories, from 1
     * @param epoch grows whenever another instance takes over
     * @param here whether the answering instance is the one that relays
     * @param lagSeconds since how long something is waiting; about 0 when nothing is
     * @param lastError the kind of the fault that is not over yet, never a message
     * @param storedAt when the position was stored last, by the system's clock
     * @param writtenAt when the newest relayed entry was written
     * @param unknown a record in a topic that no history knows, where the state is behind-topics
     */
    public record Relay(
            String service,
            String state,
            long generation,
            long epoch,
            boolean here,
            @Nullable Double lagSeconds,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            @Nullable Instant storedAt,
            @Nullable Instant writtenAt,
            @Nullable UnknownRecord unknown) {

        /** Longer than this nothing should wait for the brokers. */
        private static final double LATE_SECONDS = 30;

        /** Whether something waits for longer than it should. */
        public boolean late() {
            return lagSeconds != null && lagSeconds > LATE_SECONDS;
        }
    }

    /** The headers of a record. */
    public record UnknownRecord(String topic, String subject, long sequence) {}

    /** A generation of a service's topics, and when it was opened by the system's clock. */
    public record Generation(long generation, Instant openedAt) {}

    /**
     * How an aggregate stands: its newest event that left the service.
     *
     * @param subject collection and id of the aggregate
     * @param generation of the topics; together with the sequence it says what is newer
     * @param at domain time of the event
     * @param data of the event, with the state after it
     */
    public record State(String subject, long generation, long sequence, Instant at, String type, Map<String, Object> data) {
        public State {
            data = data == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
        }
    }

    /**
     * What a recount of the read model found.
     *
     * @param model the one that was compared
     * @param tasks states of tasks, {@code reports} of reports and {@code targets} of targets that were counted anew, {@code facts} and {@code cells} what is stored
     * @param different how many differences there are, 0 where all is well; {@code differences} are the first of them
     * @param patienceSeconds how long a fact that was older than its source had time to arrive
     */
    public record Recount(
            int model, long tasks, long reports, long targets, long facts, long cells, long different, List<Difference> differences, int patienceSeconds) {
        public Recount {
            differences = Lists.orEmpty(differences);
        }
    }

    /**
     * Where the read model is not what was counted.
     *
     * @param kind fact-missing, fact-extra, fact-older, fact-newer, fact-different, cell-different or ledger-different
     * @param id of the fact or cell
     * @param counted what it ought to be, null where it ought not to be
     * @param stored what it is, null where it is missing
     */
    public record Difference(String kind, String id, @Nullable String counted, @Nullable String stored) {}

    /**
     * The read model that figures come from, and the one that is being built beside it.
     *
     * @param number of the present model; it grows with every rebuild
     * @param switchedAt since when it is the present one; null for the first
     * @param building null while none is built
     */
    public record Model(int number, @Nullable Instant switchedAt, @Nullable Rebuild building) {}

    /**
     * How far a rebuild is.
     *
     * @param read records of the topics that were read, of {@code total}; null until it was counted
     * @param skipped records among them that nobody can read
     * @param lastError why it does not go on right now, null where it does
     */
    public record Rebuild(int number, Instant startedAt, long read, @Nullable Long total, long skipped, @Nullable String lastError) {}

    /**
     * The anchor of a day: what all histories of a service were then.
     *
     * @param day of the system's clock, {@code at} when it was made
     * @param heads how many histories were written to since the anchor before
     * @param hash over their heads and the anchor before, 64 hexadecimal digits; noted elsewhere it shows whether the anchors themselves were changed
     */
    public record Anchor(LocalDate day, Instant at, long heads, String hash) {}

    /**
     * Whether the histories of a service are as they were written.
     *
     * @param unchained how many of the {@code entries} were written before there was a hash chain
     * @param anchors how many there are, {@code newest} the last of them; null where there is none
     * @param broken how many histories and anchors are not as they were, 0 where all is well; {@code first} are the first of them
     */
    public record Verification(
            String service, long aggregates, long entries, long unchained, int anchors, @Nullable Anchor newest, long broken, List<BrokenEntry> first) {
        public Verification {
            first = Lists.orEmpty(first);
        }
    }

    /**
     * The first entry of a history that is not as it was written, or an anchor that is not.
     *
     * @param kind entry-changed, entry-missing, entry-added, entry-not-anchored, text-changed, end-missing, head-differs, archive-differs, anchor-differs,
     *     aggregate-missing; anchor-changed, heads-changed
     * @param subject collection and id
     * @param sequence of the entry; 0 for an anchor
     */
    public record BrokenEntry(String kind, String subject, long sequence) {}

    /**
     * What a service found when it looked at itself and at its part of the data of the caller's provinces.
     *
     * @param at by the system's clock
     */
    public record Checks(String service, Instant at, List<Finding> findings) {
        public Checks {
            findings = Lists.orEmpty(findings);
        }
    }

    /**
     * Something that an operator or administrator ought to know, and mend.
     *
     * @param code what it is, in capitals
     * @param count how many there are of it; 1 where there is nothing to count
     * @param examples the first of them: names of units, positions, topics, channels or hosts, never of people
     * @param figure a number that belongs to it, as the code says (percent, days, seconds); null where none does
     */
    public record Finding(String code, Severity severity, long count, List<String> examples, @Nullable Long figure) {
        public Finding {
            examples = Lists.orEmpty(examples);
        }
    }

    /** How much hurry there is. */
    public enum Severity implements Coded {
        /** Something does not work now. */
        CRITICAL,
        /** It will not for long, or not for somebody. */
        WARNING,
        /** Better mended. */
        ADVICE;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }
}
