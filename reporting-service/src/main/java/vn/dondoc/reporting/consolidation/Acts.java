package vn.dondoc.reporting.consolidation;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.file.FileStore;
import vn.dondoc.platform.file.ReceivedFile;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;

/** Opens consolidations, takes reports into them, and takes them through editing, signature and register. */
@Component("consolidationActs")
class Acts {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_LINE = 60;
    private static final int LONGEST_REASON = 2_000;

    private final Aggregates<Consolidation> consolidations;
    private final Sweep<Consolidation> sweep;
    private final Taking taking;
    private final Reading reading;
    private final Views views;
    private final Proposing proposing;
    private final FileStore signedCopies;

    Acts(
            Aggregates<Consolidation> consolidations, Sweep<Consolidation> consolidationSweep, Taking taking, Reading reading, Views views, Proposing proposing,
            FileStore consolidationFiles) {
        this.consolidations = consolidations;
        this.sweep = consolidationSweep;
        this.taking = taking;
        this.reading = reading;
        this.views = views;
        this.proposing = proposing;
        this.signedCopies = consolidationFiles;
    }

    /** The one of that rule and period in the caller's place; made where it is not there yet. */
    Versioned<Consolidation> open(Consolidations.Wanted wanted, Call call) {
        var caller = call.caller();
        var place = placeOf(wanted, caller);
        var there = consolidations.find(place.id());
        if (there.isPresent()) {
            return there.get();
        }
        var rows = taking.now(place);
        var act = call.act(List.of("consolidation", wanted), List.of(), place.commune());
        var outcome = consolidations.create(
                place.id(), act, () -> Consolidation.open(place, rows, proposing.of(List.of(), saying(place, rows)), caller.person()));
        return outcome instanceof Outcome.Refused<Consolidation> ? consolidations.find(place.id()).orElseThrow(ProblemException::notFound) : outcome.orProblem();
    }

    Versioned<Consolidation> take(String id, Call call) {
        var state = written(id, call);
        var rows = taking.now(state.place());
        var proposals = proposing.of(state.sections(), saying(state.place(), rows));
        return changed(id, call, act(call, state, "intake", ""), now -> now.take(rows, proposals, today(call), call.caller().person()));
    }

    /**
     * Each section has a version of its own, so that two people meet only where both write.
     *
     * @param looked the draft that was looked at; null where the caller does not say: the one that is there now
     */
    Consolidations.Section write(String id, String section, @Nullable String text, @Nullable String looked, Call call) {
        var state = written(id, call);
        if (!reading.hasSection(state, section)) {
            throw ProblemException.notFound();
        }
        // A browser ends lines in its own way, by which no text would be that of a proposal
        var words = text == null || text.isBlank() ? null : line(text.replace("\r\n", "\n"), LONGEST_TEXT, "CONSOLIDATION_TEXT");
        var expected = call.expectedVersion();
        var basis = looked == null || !Ids.plausible(looked) ? Objects.requireNonNull(reading.section(state, section).basis()) : looked;
        var act = act(call, state, "section " + section, List.of(Objects.requireNonNullElse(words, ""), Objects.requireNonNullElse(looked, "")));
        var done = consolidations.change(id, act, null, within(call), now -> now.write(
                section, words, expected, basis, act.at().truncatedTo(ChronoUnit.MILLIS), act.actor().position(), call.caller().person()));
        return reading.section(done.orProblem().state(), section);
    }

    Versioned<Consolidation> present(String id, Call call) {
        var state = written(id, call);
        return changed(id, call, act(call, state, "presentation", ""), now -> now.present(today(call)));
    }

    Versioned<Consolidation> sign(String id, Urgings.@Nullable Signing form, Call call) {
        var state = seen(id, call.caller());
        require(Rights.maySign(call.caller(), state.place()));
        var forms = views.forms(state);
        var chosen = form == null ? forms.stream().findFirst().orElse(null) : forms.stream().filter(form::equals).findFirst().orElse(null);
        if (chosen == null) {
            throw ProblemException.of(422, "CONSOLIDATION_SIGNATORY");
        }
        var act = act(call, state, "signing", form == null ? "" : form);
        var signed = new Signed(chosen, today(call), call.caller().person(), act.actor().position());
        var texts = reading.of(state).texts();
        return changed(id, call, act, now -> now.sign(signed, texts, call.at()));
    }

    Versioned<Consolidation> reopen(String id, @Nullable String reason, Call call) {
        var state = seen(id, call.caller());
        require(Rights.maySign(call.caller(), state.place()));
        if (reason == null || reason.isBlank()) {
            throw ProblemException.of(422, "REASON_REQUIRED");
        }
        var words = line(reason, LONGEST_REASON, "CONSOLIDATION_TEXT");
        return changed(id, call, act(call, state, "reopening", words), now -> now.reopen(words));
    }

    /** What a register holds, as it was entered with the signed copy. */
    record Register(String number, LocalDate on, @Nullable ReportId answering) {}

    Versioned<Consolidation> issue(String id, Register register, ReceivedFile file, Call call) throws IOException {
        var state = written(id, call);
        var number = line(register.number(), LONGEST_LINE, "CONSOLIDATION_NUMBER");
        if (register.on().isAfter(today(call))) {
            throw ProblemException.of(422, "CONSOLIDATION_ISSUED_LATER");
        }
        var act = act(call, state, "issue", List.of(number, register.on(), Optional.ofNullable(register.answering()).map(ReportId::value).orElse(""), file.sha256()));
        return signedCopies.keeping(file, new Document(), stored -> {
            var issued = new Issued(number, register.on(), stored, file.name(), file.kind().mediaType(), file.size(), file.sha256());
            return changed(id, call, act, now -> register.answering() == null || mayAnswer(now, register.answering())
                    ? now.issue(issued, register.answering(), call.at())
                    : Decision.refuse(422, "CONSOLIDATION_UPWARD"));
        }, (done, stored) -> done.state().issued() != null && done.state().issued().file().equals(stored));
    }

    Optional<InputStream> signedCopy(Issued issued) {
        return signedCopies.open(issued.file());
    }

    Versioned<Consolidation> find(String id, Caller caller) {
        return consolidations.find(id, caller.branch().within()).orElseThrow(ProblemException::notFound);
    }

    private boolean mayAnswer(Consolidation state, ReportId report) {
        return taking.upward(state.place()).stream().anyMatch(one -> one.id().equals(report));
    }

    private Saying saying(Place place, Rows rows) {
        return new Saying(proposing.isOff() ? List.of() : taking.answers(rows.asked()), taking.questions(place));
    }

    private Place placeOf(Consolidations.Wanted wanted, Caller caller) {
        if (wanted.rule() == null || wanted.period() == null) {
            throw ProblemException.of(422, "CONSOLIDATION_NOTHING");
        }
        var report = taking.one(wanted.rule().value(), wanted.period(), caller.branch().within("unit", "owedTo"))
                .orElseThrow(() -> ProblemException.of(422, "CONSOLIDATION_NOTHING"));
        var province = taking.goesToProvince(report);
        var place = new Place(
                report.province(), province ? report.province() : report.commune(), report.rule(), province && !report.isAsked() ? report.owedTo() : null,
                report.title(), report.period());
        require(Rights.mayWrite(caller, place));
        return place;
    }

    private Consolidation seen(String id, Caller caller) {
        return find(id, caller).state();
    }

    private Consolidation written(String id, Call call) {
        var state = seen(id, call.caller());
        require(Rights.mayWrite(call.caller(), state.place()));
        return state;
    }

    private Versioned<Consolidation> changed(String id, Call call, Act act, Function<Consolidation, Decision<Consolidation>> decide) {
        call.expectedVersion();
        var done = consolidations.change(id, act, call.expected(), within(call), decide).orProblem();
        sweep.wake();
        return done;
    }

    private static Criteria[] within(Call call) {
        return new Criteria[] {call.caller().branch().within()};
    }

    private static Act act(Call call, Consolidation state, String what, Object body) {
        return call.act(List.of(what, state.id(), body), List.of(), state.commune());
    }

    private static String line(String text, int most, String code) {
        var words = text.strip();
        if (words.isEmpty() || words.length() > most) {
            throw ProblemException.of(422, code, most);
        }
        return words;
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw ProblemException.forbidden();
        }
    }

    private static LocalDate today(Call call) {
        return LocalDate.ofInstant(call.at(), DomainClock.ZONE);
    }

}
