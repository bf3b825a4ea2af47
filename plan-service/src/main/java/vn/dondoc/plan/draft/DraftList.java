package vn.dondoc.plan.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.web.Window;

/** Drafts in a list: only what the list says is read, not their contents, which may be a megabyte each. */
@Component
class DraftList {

    private static final String COLLECTION = "drafts";

    private final MongoTemplate mongo;
    private final Aggregates<Draft> drafts;
    private final Directory directory;

    DraftList(MongoTemplate mongo, Aggregates<Draft> drafts, Directory directory) {
        this.mongo = mongo;
        this.drafts = drafts;
        this.directory = directory;
    }

    /** @param counts null in drafts that were written before they were kept */
    record Listed(
            DraftId id, UnitId commune, String fileName, DraftStatus status, Instant createdAt, @Nullable Publication publication,
            @Nullable Counts counts) {}

    Page<Plans.DraftSummary> page(Criteria within, Window window) {
        var query = new Query(within).with(Sort.by(Sort.Direction.DESC, "createdAt", "_id")).skip(window.offset()).limit(window.limit() + 1);
        query.fields().include("commune", "fileName", "status", "createdAt", "publication", "counts");
        return window.page(
                mongo.find(query, Listed.class, COLLECTION).stream().map(this::summary).toList(), drafts.count(new Query(within)));
    }

    private Plans.DraftSummary summary(Listed draft) {
        var counts = draft.counts() == null ? counted(draft.id()) : draft.counts();
        var publication = draft.publication();
        return new Plans.DraftSummary(
                draft.id(), draft.commune(), directory.nameOf(draft.commune()), draft.fileName(), counts.title(), draft.status().code(),
                publication == null ? null : publication.plan(), counts.tasks(), counts.targets(), counts.warnings(), draft.createdAt());
    }

    private Counts counted(DraftId id) {
        return drafts.find(id.value()).map(draft -> Counts.of(draft.state().content(), draft.state().doubts()))
                .orElseGet(() -> new Counts(null, 0, 0, 0));
    }
}
