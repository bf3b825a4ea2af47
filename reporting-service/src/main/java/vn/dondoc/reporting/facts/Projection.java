package vn.dondoc.reporting.facts;

import java.util.List;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.reporting.model.Models;

/**
 * Folds batches of events into the present model and, while one is built beside it, into that one too. Which these are is read in the
 * same transaction. What the driver's repetitions do not mend, the consumer repeats with the whole batch.
 */
final class Projection {

    private final Folding folding;
    private final Models models;
    private final StoreReadiness store;

    Projection(Folding folding, Models models, StoreReadiness store) {
        this.folding = folding;
        this.models = models;
        this.store = store;
    }

    void apply(List<Received> batch) {
        var incoming = batch.stream().flatMap(received -> FactOf.event(received).stream()).toList();
        if (incoming.isEmpty()) {
            return;
        }
        awaitCollections();
        folding.together(session -> {
            var present = models.in(session);
            folding.fold(session, present.current(), incoming);
            if (present.building() != null) {
                folding.fold(session, present.building(), incoming);
            }
        });
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
}
