package vn.dondoc.platform.relay;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Operations;

/** What any instance can say of the relay, from the document that the active one keeps. */
final class RelayDesk {

    private final Checkpoints checkpoints;
    private final String owner;
    private final String service;

    RelayDesk(Checkpoints checkpoints, String owner, String service) {
        this.checkpoints = checkpoints;
        this.owner = owner;
        this.service = service;
    }

    Operations.Relay now() {
        checkpoints.ensure();
        // The server's clock, which the stamps are of
        var withNow = Aggregates.addFields(List.of(new Field<>("now", "$$NOW")));
        var stored = checkpoints.checkpoints().aggregate(List.of(Aggregates.match(Checkpoints.THE_ONE), withNow)).first();
        return view(stored == null ? new Document("now", new Date(0)) : stored);
    }

    private Operations.Relay view(Document stored) {
        var silent = silence(stored);
        var alive = silent.compareTo(Lease.LENGTH) < 0;
        var error = stored.get("error", new Document());
        var behind = stored.get(Checkpoint.BEHIND, Document.class);
        var told = stored.get("lagMillis", Number.class);
        var lag = told == null ? null : (told.longValue() + (alive ? 0 : silent.toMillis())) / 1000.0;
        return new Operations.Relay(
                service,
                state(alive, stored, error),
                Checkpoint.generationOf(stored),
                stored.get("epoch", 0L),
                owner.equals(stored.getString("owner")),
                lag,
                error.getString("kind"),
                instant(error.getDate("at")),
                instant(stored.getDate("storedAt")),
                instant(stored.getDate("writtenAt")),
                behind == null ? null : new Operations.UnknownRecord(
                        behind.getString("topic"), behind.getString("subject"), behind.get("sequence", Number.class).longValue()));
    }

    private static String state(boolean alive, Document stored, Document error) {
        if (!alive) {
            return "nobody";
        } else if (stored.get(Checkpoint.BEHIND) != null) {
            return "behind-topics";
        } else if (error.getString("kind") != null) {
            return "failing";
        }
        return stored.get("repairFrom") != null || stored.getBoolean("emptying", false) ? "repairing" : "relaying";
    }

    private static Duration silence(Document stored) {
        var seen = stored.getDate("seenAt");
        return seen == null ? Duration.ofDays(1) : Duration.between(seen.toInstant(), stored.getDate("now").toInstant());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
