package vn.dondoc.platform.relay;

import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * From where the relay goes on.
 *
 * @param epoch grows whenever another instance takes over
 * @param token behind the last relayed change; null before the first
 * @param startAt the cluster time to start at without a token
 * @param writtenAt of the newest relayed entry
 * @param repairFrom entries written since then must be read from the histories first; null normally
 */
record Checkpoint(
        long epoch, @Nullable BsonDocument token, BsonTimestamp startAt, Instant writtenAt, @Nullable Instant repairFrom) {}
