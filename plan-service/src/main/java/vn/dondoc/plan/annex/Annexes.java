package vn.dondoc.plan.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.plan.document.Reader;
import vn.dondoc.plan.document.SourceFiles;
import vn.dondoc.plan.draft.Annex;
import vn.dondoc.plan.draft.Doubt;
import vn.dondoc.plan.draft.Draft;
import vn.dondoc.plan.draft.DraftRows;
import vn.dondoc.plan.draft.DraftStatus;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;

/** Reads annexes into drafts; nothing of a file that cannot be read, or must not be kept, is stored. */
@Component
class Annexes {

    private static final String MISSING = "ANNEX_MISSING";

    private final Aggregates<Draft> drafts;
    private final Reader reader;
    private final SourceFiles files;
    private final DraftRows rows;
    private final Directory directory;

    Annexes(Aggregates<Draft> drafts, Reader reader, SourceFiles files, DraftRows rows, Directory directory) {
        this.drafts = drafts;
        this.reader = reader;
        this.files = files;
        this.rows = rows;
        this.directory = directory;
    }

    /** A file as it came. */
    record Upload(String fileName, String sha256, byte[] content) {}

    /** @param settles which of the missing annexes it is; null where the draft misses one only, or none */
    Versioned<Draft> add(String id, Upload upload, @Nullable String settles, Call call, Criteria within) {
        var expected = call.expectedVersion();
        var bounds = new Criteria[] {within};
        var before = drafts.find(id, within).orElseThrow(ProblemException::notFound);
        var commune = directory.unit(before.state().commune()).orElseThrow(ProblemException::notFound);
        var act = call.act(List.of(upload.sha256(), settles == null ? "" : settles), Set.of(), commune.id());
        if (before.version() != expected) {
            return drafts.change(id, act, expected, bounds, draft -> Decision.unchanged()).orProblem();
        }
        refuse(before.state(), upload);
        var reading = reader.read(upload.fileName(), upload.content());
        var read = rows.of(commune, reading);
        var merged = DraftRows.fewEnough(Merging.of(before.state().content(), read, upload.fileName()));
        var left = left(before.state().doubts(), rows.doubts(reading), settles);
        var stored = files.store(commune.id(), upload.fileName(), upload.sha256(), upload.content(), reading.text());
        var annex = new Annex(
                upload.fileName(), upload.sha256(), stored.file(), stored.textFile(), read.tasks().size(), read.targets().size());
        return files.keptIf(
                        () -> java.util.Optional.of(drafts.change(id, act, expected, bounds, draft -> draft.with(annex, merged, left)).orProblem()),
                        stored.file(), stored.textFile())
                .orElseThrow(ProblemException::notFound);
    }

    private static void refuse(Draft draft, Upload upload) {
        if (draft.status() != DraftStatus.OPEN) {
            throw ProblemException.of(409, "DRAFT_PUBLISHED");
        }
        var there = draft.sha256().equals(upload.sha256())
                || draft.annexes().stream().anyMatch(annex -> annex.sha256().equals(upload.sha256()));
        if (there) {
            throw ProblemException.of(409, "ANNEX_THERE");
        }
    }

    /** The doubt that it settles goes; what is doubtful in the annex itself comes, but not that other annexes are away. */
    private static List<Doubt> left(List<Doubt> before, List<Doubt> ofAnnex, @Nullable String settles) {
        var missing = before.stream().filter(doubt -> doubt.code().equals(MISSING)).toList();
        var settled = missing.stream().filter(doubt -> settles == null ? missing.size() == 1 : nameOf(doubt).equals(settles)).toList();
        var left = new ArrayList<>(before);
        left.removeAll(settled);
        ofAnnex.stream().filter(doubt -> !doubt.code().equals(MISSING)).forEach(left::add);
        return List.copyOf(left);
    }

    private static String nameOf(Doubt doubt) {
        return doubt.arguments().isEmpty() ? "" : doubt.arguments().getFirst();
    }
}
