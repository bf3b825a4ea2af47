package vn.dondoc.plan.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/**
 * A document that was read and is being checked.
 *
 * @param file the document in {@link vn.dondoc.plan.document.SourceFiles}; {@code textFile} its text
 * @param uploadKey the idempotency key it was uploaded with
 * @param cited numbers of the documents it cites
 * @param annexes files whose rows were added to it
 * @param nextBoundaryAt present while its publication must be gone on with
 * @param lastChange takes the last correction back; null before the first one
 * @param counts always those of the content
 */
public record Draft(
        DraftId id,
        UnitId province,
        UnitId commune,
        String fileName,
        String sha256,
        String file,
        String textFile,
        @Nullable String uploadKey,
        DraftStatus status,
        Instant createdAt,
        Plans.Content content,
        List<Doubt> doubts,
        @Nullable Publication publication,
        @Nullable Instant nextBoundaryAt,
        @Nullable LastChange lastChange,
        List<String> cited,
        List<Annex> annexes,
        @Nullable Counts counts) {

    public Draft {
        cited = Lists.orEmpty(cited);
        annexes = Lists.orEmpty(annexes);
        counts = Counts.of(content, doubts);
    }

    Decision<Draft> read() {
        return Decision.accept(this, Fact.internal("DraftRead", commune, Map.of("sha256", sha256, "rows", rows(content))));
    }

    /** New content, only while nothing is published of it. */
    Decision<Draft> correct(Plans.Content corrected) {
        if (status != DraftStatus.OPEN) {
            return Decision.refuse(409, "DRAFT_PUBLISHED");
        }
        if (corrected.equals(content)) {
            return Decision.unchanged();
        }
        var changed = ChangedRows.between(content, corrected);
        return Decision.accept(corrected(corrected), Fact.internal("DraftCorrected", commune, Map.of("changed", changed)));
    }

    /** The content before the last correction; doing it again brings the correction back. */
    Decision<Draft> undo() {
        if (status != DraftStatus.OPEN) {
            return Decision.refuse(409, "DRAFT_PUBLISHED");
        }
        if (lastChange == null) {
            return Decision.refuse(409, "NOTHING_TO_UNDO");
        }
        var before = lastChange.restored(content);
        var changed = ChangedRows.between(content, before);
        return Decision.accept(corrected(before), Fact.internal("DraftChangeUndone", commune, Map.of("changed", changed)));
    }

    private Draft corrected(Plans.Content corrected) {
        return new Draft(id, province, commune, fileName, sha256, file, textFile, uploadKey, status, createdAt, corrected, doubts,
                null, null, LastChange.between(content, corrected), cited, annexes, null);
    }

    /** Begins the publication of exactly the content that was found ready; one that was begun is gone on with. */
    public Decision<Draft> publish(Plans.Content ready, Act act, LocalDate day) {
        return switch (status) {
            case PUBLISHED -> Decision.refuse(409, "DRAFT_PUBLISHED");
            case PUBLISHING -> Decision.unchanged();
            case OPEN -> ready.equals(content) ? begin(act, day) : Decision.refuse(409, "CONFLICT");
        };
    }

    private Decision<Draft> begin(Act act, LocalDate day) {
        var begun = Publication.begun(new PlanId(Ids.derived("plan", id.value())), act, day);
        return Decision.accept(
                with(content, DraftStatus.PUBLISHING, begun, act.at()),
                Fact.internal("DraftPublicationStarted", commune, Map.of("plan", begun.plan().value(), "rows", rows(content))));
    }

    /** All parts of the plan are there. */
    public Decision<Draft> published() {
        var begun = publication;
        if (status != DraftStatus.PUBLISHING || begun == null) {
            return Decision.unchanged();
        }
        return Decision.accept(
                with(content, DraftStatus.PUBLISHED, begun, null),
                Fact.internal("DraftPublished", commune, Map.of("plan", begun.plan().value())));
    }

    /** Its rows went into a plan that was there before. */
    public Decision<Draft> amended(PlanId plan, Act act, LocalDate day) {
        if (status != DraftStatus.OPEN) {
            return Decision.unchanged();
        }
        return Decision.accept(
                with(content, DraftStatus.PUBLISHED, Publication.begun(plan, act, day), null),
                Fact.internal("DraftAmended", commune, Map.of("plan", plan.value())));
    }

    /** The rows of another file are in it now; a doubt about that file being away is settled. */
    public Decision<Draft> with(Annex annex, Plans.Content merged, List<Doubt> left) {
        if (status != DraftStatus.OPEN) {
            return Decision.refuse(409, "DRAFT_PUBLISHED");
        }
        var all = Stream.concat(annexes.stream(), Stream.of(annex)).toList();
        return Decision.accept(
                new Draft(id, province, commune, fileName, sha256, file, textFile, uploadKey, status, createdAt, merged, left, null, null,
                        null, cited, all, null),
                Fact.internal("DraftAnnexAdded", commune, Map.of("sha256", annex.sha256(), "rows", rows(merged))));
    }

    public @Nullable PlanId plan() {
        return publication == null ? null : publication.plan();
    }

    private Draft with(Plans.Content newContent, DraftStatus newStatus, @Nullable Publication begun, @Nullable Instant boundary) {
        return new Draft(id, province, commune, fileName, sha256, file, textFile, uploadKey, newStatus, createdAt, newContent, doubts,
                begun, boundary, null, cited, annexes, null);
    }

    private static Map<String, Object> rows(Plans.Content content) {
        return Map.of(
                "tasks", content.tasks().size(), "targets", content.targets().size(), "rules", content.reporting().size(),
                "others", (int) DutyPart.all(content).count());
    }
}
