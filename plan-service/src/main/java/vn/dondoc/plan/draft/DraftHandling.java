package vn.dondoc.plan.draft;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.document.Reader;
import vn.dondoc.plan.document.SourceFiles;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;

/** Makes drafts of documents and corrects them. */
@Component
class DraftHandling {

    private final Aggregates<Draft> drafts;
    private final Reader reader;
    private final SourceFiles files;
    private final Directory directory;
    private final UnitNamesOf names;
    private final Places places;
    private final Problems problems;

    DraftHandling(
            Aggregates<Draft> drafts, Reader reader, SourceFiles files, Directory directory, UnitNamesOf names, Places places, Problems problems) {
        this.drafts = drafts;
        this.reader = reader;
        this.files = files;
        this.directory = directory;
        this.names = names;
        this.places = places;
        this.problems = problems;
    }

    /** A draft, and whether it was made just now. */
    record Uploaded(Versioned<Draft> draft, boolean isNew) {}

    /** Reads the document; nothing of one that cannot be read is kept. */
    Uploaded upload(UnitState commune, String fileName, byte[] content, Call call) {
        var sha256 = sha256(content);
        var act = call.act(sha256, Set.of(), commune.id());
        refuseReusedKey(act.key(), sha256);
        var open = openDraft(commune.id(), sha256);
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
        var id = new DraftId(Ids.derived("draft", commune.id().value(), sha256, Integer.toString(earlier(commune.id(), sha256).size())));
        var draft = new Draft(
                id, commune.province(), commune.id(), fileName, sha256,
                files.store(commune.id(), fileName, sha256, content),
                files.storeText(commune.id(), fileName, sha256, reading.text()),
                act.key(), DraftStatus.OPEN, call.at(), rows,
                reading.warnings().stream().filter(warning -> DraftWarnings.isKept(warning.code()))
                        .map(warning -> new Doubt(warning.code(), warning.arguments(), places.of(warning.source()))).toList(),
                null, null, null);
        return switch (drafts.create(id.value(), act, draft::read)) {
            case Outcome.Done<Draft>(Versioned<Draft> made, boolean repeated) -> new Uploaded(made, !repeated);
            // Somebody uploaded the same file at the same moment
            case Outcome.Refused<Draft> _ -> new Uploaded(openDraft(commune.id(), sha256).orElseThrow(ProblemException::notFound), false);
            case Outcome<Draft> other -> new Uploaded(other.orProblem(), false);
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
        var corrected = new Corrections(names.of(commune), broken).applied(before.state().content(), patch);
        var known = Rows.unitsIn(before.state().content());
        units.forEach(unit -> known.add(unit.id()));
        new ContentRules(known::contains, broken).check(corrected);
        broken.orProblem(400, "VALIDATION", problems, locale);
        return drafts.change(id, act, expected, new Criteria[] {within}, draft -> draft.correct(corrected)).orProblem();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
