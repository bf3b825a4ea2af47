package vn.dondoc.platform.relay;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Operations.Generation;
import vn.dondoc.platform.history.Act;

/**
 * Opens a new generation of the topics: the relay is sent back to the beginning of the histories. The lease stays with whoever has it, so
 * that what is on its way is done before the topics are emptied; only the epoch ends.
 */
final class Generations {

    private static final String OPENED = "generations";

    private final Checkpoints checkpoints;

    Generations(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** Opens one more; the same key again is answered as before. */
    Generation open(Act act, Instant now) {
        checkpoints.ensure();
        var key = act.key();
        var unused = key == null ? Checkpoints.THE_ONE : Filters.and(Checkpoints.THE_ONE, Filters.ne(OPENED + ".key", key));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        var opened = checkpoints.checkpoints().findOneAndUpdate(unused, List.of(set(act, now), unset()), after);
        if (opened == null) {
            var there = Objects.requireNonNull(checkpoints.checkpoints().find(Checkpoints.THE_ONE).first(), "It was ensured");
            return with(there, key).orElseThrow();
        }
        checkpoints.note(opened);
        return read(opened.getList(OPENED, Document.class).getLast());
    }

    private Document set(Act act, Instant now) {
        var next = new Document("$add", List.of(
                new Document("$max", List.of(new Document("$ifNull", List.of("$generation", 1L)), new Document("$ifNull", List.of("$behind.generation", 1L)))),
                1L));
        var entry = new Document("number", next).append("at", Date.from(now)).append("key", literal(act.key()));
        var person = act.actor().person();
        entry.append("person", literal(person == null ? null : person.value()));
        return new Document("$set", new Document(Checkpoint.GENERATION, next)
                .append("epoch", new Document("$add", List.of("$epoch", 1L)))
                .append("startAt", checkpoints.clusterTime())
                .append("repairFrom", new Date(0))
                .append("emptying", true)
                .append(OPENED, new Document("$concatArrays", List.of(new Document("$ifNull", List.of("$" + OPENED, List.of())), List.of(entry)))));
    }

    private static Document unset() {
        return new Document("$unset", List.of("token", Checkpoint.BEHIND));
    }

    private static Document literal(@Nullable String value) {
        return new Document("$literal", value);
    }

    private static Optional<Generation> with(Document stored, @Nullable String key) {
        return stored.getList(OPENED, Document.class).stream()
                .filter(opened -> Objects.equals(opened.getString("key"), key)).findFirst().map(Generations::read);
    }

    private static Generation read(Document opened) {
        return new Generation(opened.get("number", Number.class).longValue(), opened.getDate("at").toInstant());
    }
}
