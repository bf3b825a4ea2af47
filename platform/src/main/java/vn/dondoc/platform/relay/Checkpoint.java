package vn.dondoc.platform.relay;

import java.time.Duration;
import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * From where the relay goes on.
 *
 * @param epoch grows whenever another instance takes over
 * @param generation of the topics, from 1; grows when they are to be rebuilt from the histories
 * @param emptying the topics still hold what an earlier generation sent, and are to be emptied first
 * @param token behind the last relayed change; null before the first
 * @param startAt the cluster time to start at without a token
 * @param writtenAt of the newest relayed entry
 * @param repairFrom entries written since then must be read from the histories first; null normally
 * @param behind whether the histories were found to be older than the topics
 * @param waiting since how long something was waiting when the lease was taken
 */
record Checkpoint(
        long epoch,
        long generation,
        boolean emptying,
        @Nullable BsonDocument token,
        BsonTimestamp startAt,
        Instant writtenAt,
        @Nullable Instant repairFrom,
        boolean behind,
        Duration waiting) {

    static final String GENERATION = "generation";
    static final String BEHIND = "behind";

    static Checkpoint read(Document stored, Duration waiting) {
        var token = stored.get("token", Document.class);
        var repairFrom = stored.getDate("repairFrom");
        return new Checkpoint(
                stored.get("epoch", Number.class).longValue(),
                generationOf(stored),
                stored.getBoolean("emptying", false),
                token == null ? null : token.toBsonDocument(),
                stored.get("startAt", BsonTimestamp.class),
                stored.getDate("writtenAt").toInstant(),
                repairFrom == null ? null : repairFrom.toInstant(),
                stored.get(BEHIND) != null,
                waiting);
    }

    static long generationOf(Document stored) {
        return stored.get(GENERATION) instanceof Number number ? number.longValue() : 1;
    }

    /** Whether all histories are to be read again, so that what no history names is a ghost. */
    boolean fromTheBeginning() {
        return repairFrom != null && repairFrom.equals(Instant.EPOCH);
    }

    Checkpoint in(long another) {
        return new Checkpoint(epoch, another, emptying, token, startAt, writtenAt, repairFrom, behind, waiting);
    }

    /** All that was written before is relayed. */
    Checkpoint repairedAsOf(Instant time) {
        return new Checkpoint(
                epoch, generation, false, token, startAt, time.isAfter(writtenAt) ? time : writtenAt, null, behind, waiting);
    }
}
