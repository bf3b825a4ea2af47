package vn.dondoc.plan.draft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.document.Reader;
import vn.dondoc.plan.document.SourceFiles;
import vn.dondoc.plan.published.PlanQuery;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.reading.LegalBasis;

/** Makes drafts of documents and corrects them. */
@Component
class DraftHandling {

    private final Aggregates<Draft> drafts;
    private final Reader reader;
    private final SourceFiles files;
    private final Directory directory;
    private final UnitNamesOf names;
    private final Places places;
    private final PlanQuery plans;
    private final Problems problems;

    DraftHandling(
            Aggregates<Draft> drafts, Reader reader, SourceFiles files, Directory directory, UnitNamesOf names, Places places, PlanQuery plans,
            Problems problems) {
        this.drafts = drafts;
        this.reader = reader;
        this.files = files;
        this.directory = directory;
        this.names = names;
        this.places = places;
        this.plans = plans;
        this.problems = problems;
    }

    /** A draft, and whether it was made just now. */
    record Uploaded(Versioned<Draft> draft, boolean isNew) {}

    /** Reads the document; nothing of one that cannot be read is kept. */
    Uploaded upload(UnitState commune, String fileName, byte[] content, Call call) {
        var sha256 = UploadedFile.sha256(content);
        var act = call.act(sha256, Set.of(), commune.id());
        var repeated = uploadedUnder(act.key());
        if (repeated.isPresent()) {
            return again(repeated.get(), sha256);
        }
        var earlier = earlier(commune.id(), sha256);
        var open = openOf(earlier);
        if (open.isPresent()) {
            return new Uploaded(open.get(), false);
        }
        var reading = reader.read(fileName, content);
        var rows = new Drafting(names.of(commune.id()), places).content(reading);
        if (ContentRules.areNone(rows)) {
            throw ProblemException.of(422, "NOTHING_READ");
        }
        if (!ContentRules.areFew(rows)) {
            throw ProblemException.of(422, "TOO_MANY", ContentRules.MOST_ROWS);
        }
        // As looked at before the reading: those who send the same file at the same moment come to the same id
        var id = new DraftId(Ids.derived("draft", commune.id().value(), sha256, Integer.toString(earlier.size())));
        var stored = files.store(commune.id(), fileName, sha256, content, reading.text());
        var draft = new Draft(
                id, commune.province(), commune.id(), fileName, sha256,
                stored.file(), stored.textFile(),
                act.key(), DraftStatus.OPEN, call.at(), rows,
                reading.warnings().stream().filter(warning -> DraftWarnings.isKept(warning.code()))
                        .map(warning -> new Doubt(warning.code(), warning.arguments(), places.of(warning.source()))).toList(),
                null, null, null, reading.legalBases().stream().map(LegalBasis::number).distinct().toList(), List.of(), null);
        return files.keptIf(() -> created(draft, act), draft.file(), draft.textFile()).orElseGet(() -> madeMeanwhile(commune.id(), sha256, act));
    }

    /** Somebody uploaded the same file at the same moment; whoever repeats a call gets the same answer. */
    private Uploaded madeMeanwhile(UnitId commune, String sha256, Act act) {
        return uploadedUnder(act.key()).map(draft -> again(draft, sha256)).orElseGet(() -> new Uploaded(
                openOf(earlier(commune, sha256)).orElseThrow(() -> ProblemException.of(409, "CONFLICT")), false));
    }

    private Optional<Uploaded> created(Draft draft, Act act) {
        return switch (drafts.create(draft.id().value(), act, draft::read)) {
            case Outcome.Done<Draft>(Versioned<Draft> made, boolean repeated) when !repeated -> Optional.of(new Uploaded(made, true));
            case Outcome.Done<Draft> _, Outcome.Refused<Draft> _ -> Optional.empty();
            case Outcome<Draft> other -> Optional.of(new Uploaded(other.orProblem(), false));
        };
    }

    private Optional<Versioned<Draft>> uploadedUnder(@Nullable String key) {
        return key == null ? Optional.empty() : drafts.list(new Query(Criteria.where("uploadKey").is(key)).limit(1)).stream().findFirst();
    }

    private static Uploaded again(Versioned<Draft> draft, String sha256) {
        if (!draft.state().sha256().equals(sha256)) {
            throw ProblemException.of(422, "IDEMPOTENCY_KEY_REUSED");
        }
        return new Uploaded(draft, true);
    }

    private List<Versioned<Draft>> earlier(UnitId commune, String sha256) {
        return drafts.list(new Query(Criteria.where("commune").is(commune.value()).and("sha256").is(sha256)));
    }

    private static Optional<Versioned<Draft>> openOf(List<Versioned<Draft>> earlier) {
        return earlier.stream().filter(draft -> draft.state().status() != DraftStatus.PUBLISHED).findFirst();
    }

    /** Corrects the version the caller looked at. */
    Versioned<Draft> correct(String id, JsonNode patch, Call call, Criteria within, Locale locale) {
        var expected = call.expectedVersion();
        var before = drafts.find(id, within).orElseThrow(ProblemException::notFound);
        var commune = before.state().commune();
        var act = call.act(patch, Set.of(), commune);
        if (before.version() != expected) {
            return drafts.change(id, act, expected, new Criteria[] {within}, draft -> draft.correct(draft.content())).orProblem();
        }
        var units = directory.unitsOf(commune);
        var broken = new BrokenRules();
        var corrected = new Corrections(names.of(commune), broken).applied(before.state().content(), patch);
        var known = Rows.unitsIn(before.state().content());
        units.forEach(unit -> known.add(unit.id()));
        new ContentRules(known::contains, broken).check(corrected);
        checkParent(before.state().content().document().parent(), corrected.document().parent(), call, broken);
        broken.orProblem(400, "VALIDATION", problems, locale);
        return drafts.change(id, act, expected, new Criteria[] {within}, draft -> draft.correct(corrected)).orProblem();
    }

    /** Only a plan that the caller sees can stand above. */
    private void checkParent(@Nullable PlanId was, @Nullable PlanId parent, Call call, BrokenRules broken) {
        broken.require(
                parent == null || parent.equals(was) || plans.summary(parent, call.caller().branch()).isPresent(), "document.parent", "PARENT_UNSEEN");
    }
}
