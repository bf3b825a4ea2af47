package vn.dondoc.reporting.facts;

import com.mongodb.ClientSessionOptions;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.ledger.Ledger;
import vn.dondoc.reporting.model.Model;

/**
 * Folds facts into a model. Facts are read, and facts and cells written, in one transaction, so a batch counts wholly or not at all, and
 * two instances that get the same records cannot both count them. The driver repeats the transaction on conflicts and on commits whose
 * answer was lost.
 */
public final class Folding {

    private static final TransactionOptions TOGETHER = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .build();

    private final MongoDatabaseFactory databases;
    private final Facts facts;
    private final Cells cells;
    private final Ledger ledger;

    Folding(MongoDatabaseFactory databases, Facts facts, Cells cells, Ledger ledger) {
        this.databases = databases;
        this.facts = facts;
        this.cells = cells;
        this.ledger = ledger;
    }

    /** Does something in one transaction; it may be done several times before it counts, once. */
    public void together(Consumer<ClientSession> work) {
        try (var session = databases.getSession(ClientSessionOptions.builder().build())) {
            session.withTransaction(() -> {
                work.accept(session);
                return true;
            }, TOGETHER);
        }
    }

    /** Takes over what is newer than the model knows. */
    public void fold(ClientSession session, Model model, List<StoredFact> incoming) {
        var ids = incoming.stream().map(StoredFact::id).collect(Collectors.toSet());
        var fold = Fold.of(facts.load(session, model, ids), incoming);
        facts.store(session, model, fold.facts());
        cells.apply(session, model, fold.cells());
        ledger.enter(session, model, fold.days());
    }
}
