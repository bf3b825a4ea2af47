package vn.dondoc.reporting.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Operations.Difference;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.facts.StoredFact;

/** The differences of one recount: all are counted, the first are kept. */
final class Findings {

    /** As many as somebody reads. */
    static final int LISTED = 300;

    private final List<Difference> listed = new ArrayList<>();
    private long total;

    void fact(String kind, String id, @Nullable StoredFact counted, @Nullable StoredFact stored) {
        add(new Difference("fact-" + kind, id, told(counted), told(stored)));
    }

    void cell(CellKey key, Counts counted, Counts stored) {
        add(new Difference("cell-different", key.id(), told(counted), told(stored)));
    }

    void ledger(CellKey key, Counts counted, Counts stored) {
        add(new Difference("ledger-different", key.id(), told(counted), told(stored)));
    }

    /** Whether more were found than are listed. */
    boolean overflowing() {
        return total > LISTED;
    }

    long total() {
        return total;
    }

    List<Difference> listed() {
        return List.copyOf(listed);
    }

    private void add(Difference difference) {
        total++;
        if (listed.size() < LISTED) {
            listed.add(difference);
        }
    }

    private static @Nullable String told(@Nullable StoredFact fact) {
        if (fact == null) {
            return null;
        }
        var counted = fact.counted().stream().map(counter -> counter.field()).sorted().toList();
        return "%d of %s: %s in %s, %s under %s; %s%s%s".formatted(
                fact.sequence(), fact.at(), counted, fact.commune(), fact.plan(), fact.units().stream().map(UnitId::value).toList(),
                fact.line() == null ? fact.period() : fact.line(),
                fact.money() == null ? "" : "; " + fact.money(), fact.share() == null ? "" : "; " + fact.share());
    }

    private static String told(Counts counts) {
        return counts.isZero() ? "nothing" : List.of(counts.toString().toLowerCase(Locale.ROOT).replaceAll("[{}]", "").split(", "))
                .stream().sorted().collect(Collectors.joining(", "));
    }
}
