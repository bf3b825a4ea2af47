package vn.dondoc.plan.draft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.document.Reader;
import vn.dondoc.plan.document.SourceFiles;
import vn.dondoc.plan.naming.UnitNames;
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
    private final Places places;
    private final Problems problems;

    DraftHandling(Aggregates<Draft> drafts, Reader reader, SourceFiles files, Directory directory, Places places, Problems problems) {
        this.drafts = drafts;
        this.reader = reader;
        this.files = files;
        this.directory = directory;
        this.places = places;
        this.problems = problems;
    }

    /** A draft, and whether it was made just now. */
    record Uploaded(Versioned<Draft> draft, boolean isNew) {}

    /** Reads the document; nothing of one that cannot be read is kept. */
    Uploaded upload(UnitState commune, String fileName, byte[] content, Call call) {
        var sha256 = UploadedFile.sha256(content);
        var act = call.act(sha256, Set.of(), commune.id());
        refuseReusedKey(act.key(), sha256);
        var open = openDraft(commune.id(), sha256);
        if (open.isPresent()) {
            return new Uploaded(open.get(), false);
        }
        var reading = reader.read(fileName, content);
        var names = new UnitNames(commune, directory.unitsOf(commune.id()));
        var rows = new Drafting(names, places).content(reading);
        if (ContentRules.areNone(rows)) {
            throw ProblemException.of(422, "NOTHING_READ");
        }
        if (!ContentRules.areFew(rows)) {
            throw ProblemException.of(422, "TOO_MANY", ContentRules.MOST_ROWS);
        }
        var id = new DraftId(Ids.derived("draft", commune.id().value(), sha256, Integer.toString(earlier(commune.id(), sha256).size())));
        var stored = files.store(commune.id(), fileName, sha256, content, reading.text());
        var draft = new Draft(
                id, commune.province(), commune.id(), fileName, sha256,
                stored.file(), stored.textFile(),
                act.key(), DraftStatus.OPEN, call.at(), rows,
                reading.warnings().stream().filter(warning -> DraftWarnings.isKept(warning.code()))
                        .map(warning -> new Doubt(warning.code(), warning.arguments(), places.of(warning.source()))).toList(),
                null, null, reading.legalBases().stream().map(LegalBasis::number).distinct().toList(), List.of());
        return files.keptIf(() -> created(draft, act), draft.file(), draft.textFile())
                .orElseGet(() -> new Uploaded(openDraft(commune.id(), sha256).orElseThrow(ProblemException::notFound), false));
    }

    private Optional<Uploaded> created(Draft draft, Act act) {
        return switch (drafts.create(draft.id().value(), act, draft::read)) {
            case Outcome.Done<Draft>(Versioned<Draft> made, boolean repeated) when !repeated -> Optional.of(new Uploaded(made, true));
            case Outcome.Done<Draft> _ -> Optional.empty();
            // Somebody uploaded the same file at the same moment
            case Outcome.Refused<Draft> _ -> Optional.empty();
            case Outcome<Draft> other -> Optional.of(new Uploaded(other.orProblem(), false));
        };
    }

    private void refuseReusedKey(@Nullable String key, String sha256) {
        if (key != null && drafts.list(new Query(Criteria.where("uploadKey").is(key)).limit(1)).stream()
                .anyMatch(draft -> !draft.state().sha256().equals(sha256))) {
            throw ProblemException.of(422, "IDEMPOTENCY_KEY_REUSED");
        }
    }

    private List<Versioned<Draft>> earlier(UnitId commune, String sha256) {
        return drafts.list(new Query(Criteria.where("commune").is(commune.value()).and("sha256").is(sha256)));
    }

    private Optional<Versioned<Draft>> openDraft(UnitId commune, String sha256) {
        return earlier(commune, sha256).stream().filter(draft -> draft.state().status() != DraftStatus.PUBLISHED).findFirst();
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
        var names = new UnitNames(directory.unit(commune).orElseThrow(ProblemException::notFound), units);
        var corrected = new Corrections(names, broken).applied(before.state().content(), patch);
        var known = units.stream().map(UnitState::id).collect(Collectors.toSet());
        new ContentRules(known::contains, broken).check(corrected);
        broken.orProblem(400, "VALIDATION", problems, locale);
        return drafts.change(id, act, expected, new Criteria[] {within}, draft -> draft.correct(corrected)).orProblem();
    }
}
