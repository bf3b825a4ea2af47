package vn.dondoc.platform.audit;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.api.Operations.BrokenEntry;

/** One walk over all anchors of a service and all its histories, archived entries included. Used once. */
final class Walk {

    private static final int FIRST = 200;
    private static final Bson IN_ORDER = Sorts.orderBy(Sorts.ascending("collection", "aggregate", "sequence"));

    private final MongoDatabase database;
    private final List<Anchor> anchors;
    private final List<BrokenEntry> broken = new ArrayList<>();
    private final Set<String> seals = new HashSet<>();
    private long found;
    private long aggregates;
    private long entries;
    private long unchained;

    /** @param anchors all there are, the oldest first; what is anchored later is not looked at */
    Walk(MongoDatabase database, List<Anchor> anchors) {
        this.database = database;
        this.anchors = anchors;
    }

    Operations.Verification over(String service, List<String> collections) {
        @Nullable Anchor before = null;
        for (var anchor : anchors) {
            anchor(anchor, before);
            before = anchor;
        }
        var horizon = before == null ? null : before.at().minus(Gathering.MARGIN);
        collections.forEach(collection -> collection(collection, horizon));
        return new Operations.Verification(
                service, aggregates, entries, unchained, anchors.size(), before == null ? null : before.view(), found, List.copyOf(broken));
    }

    private void anchor(Anchor anchor, @Nullable Anchor before) {
        seals.add(anchor.seal());
        if (!anchor.follows(before)) {
            report(new BrokenEntry("anchor-changed", Anchors.COLLECTION + "/" + anchor.day(), 0));
            return;
        }
        var root = Anchor.sha256();
        var count = 0L;
        for (var stored : database.getCollection(Anchors.HEADS).find(Filters.eq("seal", anchor.seal())).sort(IN_ORDER)) {
            Head.read(stored).into(root);
            count++;
        }
        if (count != anchor.heads() || !Arrays.equals(root.digest(), anchor.root())) {
            report(new BrokenEntry("heads-changed", Anchors.COLLECTION + "/" + anchor.day(), 0));
        }
    }

    private void collection(String collection, @Nullable Instant horizon) {
        var heads = database.getCollection(Anchors.HEADS).find(Filters.eq("collection", collection)).sort(IN_ORDER);
        try (var cursor = heads.cursor()) {
            var anchored = new AnchoredHeads(cursor, seals);
            StoredHistory.each(database, collection, new Document(), history -> {
                anchored.before(history.id()).forEach(this::removed);
                examine(new Examination(history, anchored.of(history.id()), horizon));
            });
            anchored.rest().forEach(this::removed);
        }
    }

    private void examine(Examination examination) {
        var result = examination.result();
        aggregates++;
        entries += examination.followed();
        unchained += examination.unchained();
        if (result != null) {
            report(result);
        }
    }

    private void removed(Head head) {
        report(new BrokenEntry("aggregate-missing", head.collection() + "/" + head.aggregate(), 1));
    }

    private void report(BrokenEntry one) {
        found++;
        if (broken.size() < FIRST) {
            broken.add(one);
        }
    }
}
