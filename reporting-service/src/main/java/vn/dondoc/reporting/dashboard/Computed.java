package vn.dondoc.reporting.dashboard;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.facts.FactOf;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.facts.StoredFact;
import vn.dondoc.reporting.measurement.Shares;

/** The targets that are computed, counted by how they stand at the moment they are asked for: no cell counts them. */
final class Computed {

    private final Facts facts;
    private final Shares shares;

    Computed(Facts facts, Shares shares) {
        this.facts = facts;
        this.shares = shares;
    }

    /** @param counts what it adds to each line that it belongs to */
    record Counted(StoredFact fact, Counts counts) {}

    /** Those within bounds that name {@code province} or {@code commune}. */
    List<Counted> within(Criteria bounds) {
        var found = facts.shares(bounds);
        var figures = shares.of(found.stream().map(Computed::target).toList());
        return found.stream()
                .map(fact -> new Counted(fact, Counts.of(Set.of(FactOf.counterOf(Objects.requireNonNull(figures.get(target(fact))).standing())))))
                .toList();
    }

    static Counts total(List<Counted> targets) {
        return targets.stream().map(Counted::counts).reduce(Counts.NONE, Counts::plus);
    }

    private static Shares.Computed target(StoredFact fact) {
        return new Shares.Computed(fact.province(), fact.commune(), fact.plan(), Objects.requireNonNull(fact.share()));
    }
}
