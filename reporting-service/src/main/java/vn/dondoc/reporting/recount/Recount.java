package vn.dondoc.reporting.recount;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import java.time.Duration;
import java.util.List;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.ledger.Ledger;
import vn.dondoc.reporting.model.Model;
import vn.dondoc.reporting.model.Models;

/**
 * Compares all facts with their sources, and all cells and the ledger with the facts. Facts, cells and ledger are those of one moment, so batches that are
 * folded meanwhile disturb nothing.
 */
final class Recount {

    private final MongoDatabaseFactory databases;
    private final Models models;
    private final Facts facts;
    private final Cells cells;
    private final Ledger ledger;
    private final Duration patience;

    Recount(MongoDatabaseFactory databases, Models models, Facts facts, Cells cells, Ledger ledger, Duration patience) {
        this.databases = databases;
        this.models = models;
        this.facts = facts;
        this.cells = cells;
        this.ledger = ledger;
        this.patience = patience;
    }

    /**
     * @throws ProblemException 503 when a source cannot be read to its end, 409 when another model became the present one meanwhile
     */
    Operations.Recount of(Source tasks, Source reports, Source targets) {
        var moment = ClientSessionOptions.builder().causallyConsistent(false).snapshot(true).build();
        try (var session = databases.getSession(moment)) {
            // The first read of the session is the moment: before any source is read
            var model = models.in(session).current();
            var answer = compare(session, model, tasks, reports, targets);
            if (!models.current().equals(model)) {
                throw ProblemException.of(409, "MODEL_REPLACED");
            }
            return answer;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("UNAVAILABLE", 5);
        }
    }

    private Operations.Recount compare(ClientSession session, Model model, Source tasks, Source reports, Source targets) throws InterruptedException {
        var findings = new Findings();
        var counted = new CellCheck(facts, cells, ledger, model, findings).compare(session);
        var check = new FactCheck(facts, model, patience, findings);
        var taskCount = check.compare(session, tasks);
        var reportCount = check.compare(session, reports);
        var targetCount = check.compare(session, targets);
        return new Operations.Recount(
                model.number(), taskCount, reportCount, targetCount, counted.facts(), counted.cells(), findings.total(), List.copyOf(findings.listed()),
                (int) patience.toSeconds());
    }
}
