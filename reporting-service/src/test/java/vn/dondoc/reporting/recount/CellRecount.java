package vn.dondoc.reporting.recount;

import com.mongodb.ClientSessionOptions;
import java.util.List;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Operations.Difference;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.ledger.Ledger;
import vn.dondoc.reporting.model.Models;

/** Where the cells and the ledger are not what the facts add up to, whatever other services say. */
@Component
public class CellRecount {

    private final MongoDatabaseFactory databases;
    private final Models models;
    private final Facts facts;
    private final Cells cells;
    private final Ledger ledger;

    CellRecount(MongoDatabaseFactory databases, Models models, Facts facts, Cells cells, Ledger ledger) {
        this.databases = databases;
        this.models = models;
        this.facts = facts;
        this.cells = cells;
        this.ledger = ledger;
    }

    public List<Difference> differences() {
        var findings = new Findings();
        try (var session = databases.getSession(ClientSessionOptions.builder().causallyConsistent(false).snapshot(true).build())) {
            new CellCheck(facts, cells, ledger, models.in(session).current(), findings).compare(session);
        }
        return findings.listed();
    }
}
