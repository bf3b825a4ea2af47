package vn.dondoc.platform.audit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The anchored heads of a collection, walked beside its aggregates in the same order. */
final class AnchoredHeads {

    private final Iterator<Document> stored;
    private final Set<String> seals;
    private @Nullable Head next;

    /** @param seals of anchors that are known; heads that were gathered for another are passed over */
    AnchoredHeads(Iterator<Document> stored, Set<String> seals) {
        this.stored = stored;
        this.seals = seals;
        advance();
    }

    /** One head each of the aggregates before that one that were not asked for: they are gone. */
    List<Head> before(String aggregate) {
        return passed(head -> head.aggregate().compareTo(aggregate) < 0);
    }

    private List<Head> passed(Predicate<Head> which) {
        var passed = new ArrayList<Head>();
        for (var head = next; head != null && which.test(head); head = next) {
            if (passed.isEmpty() || !passed.getLast().aggregate().equals(head.aggregate())) {
                passed.add(head);
            }
            advance();
        }
        return passed;
    }

    /** The heads of that aggregate by sequence. */
    List<Head> of(String aggregate) {
        var found = new ArrayList<Head>();
        for (var head = next; head != null && head.aggregate().equals(aggregate); head = next) {
            found.add(head);
            advance();
        }
        return found;
    }

    /** One head each of the aggregates behind the last that was asked for. */
    List<Head> rest() {
        return passed(_ -> true);
    }

    private void advance() {
        next = null;
        while (next == null && stored.hasNext()) {
            var document = stored.next();
            if (seals.contains(document.getString("seal"))) {
                next = Head.read(document);
            }
        }
    }
}
