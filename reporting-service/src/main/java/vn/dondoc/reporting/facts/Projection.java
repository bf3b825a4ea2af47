package vn.dondoc.reporting.facts;

import com.mongodb.ClientSessionOptions;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.reporting.cells.Cells;

/**
 * Folds batches of events into facts and cells. Facts are read, and facts and cells written, in one transaction, so a batch counts
 * wholly or not at all, and two instances that get the same records cannot both count them. The driver repeats the transaction on
 * conflicts and on commits whose answer was lost; what still fails, the consumer repeats with the whole batch.
 */
final class Projection {

    private static final TransactionOptions TOGETHER = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .build();

    private final MongoDatabaseFactory databases;
    private final Facts facts;
    private final Cells cells;
    private final StoreReadiness store;

    Projection(MongoDatabaseFactory databases, Facts facts, Cells cells, StoreReadiness store) {
        this.databases = databases;
        this.facts = facts;
        this.cells = cells;
        this.store = store;
    }

    void apply(List<Received> batch) {
        var incoming = batch.stream().flatMap(received -> FactOf.event(received).stream()).toList();
        if (incoming.isEmpty()) {
            return;
        }
        awaitCollections();
        try (var session = databases.getSession(ClientSessionOptions.builder().build())) {
            session.withTransaction(() -> fold(session, incoming), TOGETHER);
        }
    }

    /** Collections made inside a transaction would conflict with it. */
    private void awaitCollections() {
        try {
            store.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before the collections were there", stopped);
        }
    }

    private boolean fold(ClientSession session, List<StoredFact> incoming) {
        var ids = incoming.stream().map(StoredFact::id).collect(Collectors.toSet());
        Map<String, StoredFact> known = facts.load(session, ids);
        var fold = Fold.of(known, incoming);
        facts.store(session, fold.facts());
        cells.apply(session, fold.cells());
        return !fold.facts().isEmpty();
    }
}
