package vn.dondoc.reporting.consolidation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Consolidations.Figure;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Correlation;
import vn.dondoc.reporting.obligation.AnswerText;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;

/**
 * Answers the report to the province out of what was signed, in the name of whoever signed last. Keys derive from the consolidation and the moment from which
 * the answer waits, so that doing it again sends nothing twice, and what was signed meanwhile is sent as well. What people sent by hand stands: it is never
 * replaced. Figures are not told to targets: the reports of the units did that.
 */
@Component
class Sending {

    private static final int LONGEST = 20_000;
    /** In place of the fingerprint of a body: the mark by which an answer from here is known. */
    private static final String MARK = "upward";

    private final Obligations obligations;
    private final Reading reading;
    private final DocumentWords words;

    Sending(Obligations obligations, Reading reading, DocumentWords words) {
        this.obligations = obligations;
        this.reading = reading;
        this.words = words;
    }

    Decision<Consolidation> pass(Consolidation state) {
        var upward = state.upward();
        var since = upward == null ? null : upward.since();
        var signed = state.signedLast();
        if (upward == null || since == null || signed == null || signed.person() == null) {
            return Decision.unchanged();
        }
        var report = obligations.find(upward.report().value(), new Criteria()).orElse(null);
        if (report == null) {
            return state.told(now -> now.refused("NOT_FOUND"));
        }
        var key = Ids.derived("consolidation", state.id().value(), MARK, since.toString());
        var act = new Act(Actor.person(signed.person(), signed.position()), since, Correlation.current(), key, MARK);
        var command = new Obligations.Command(report.id(), act, report.version(), new Criteria());
        var isOurs = isFromHere(report);
        if (upward.sent() > 0 && !isOurs) {
            return state.told(now -> now.refused("REPORT_NOT_OPEN"));
        }
        var answer = answer(state);
        // Returned or withdrawn meanwhile, it is answered anew
        var outcome = isOurs && report.state().submittedOn() != null
                ? obligations.correct(command, AnswerText.write(answer))
                : obligations.submit(command, answer.nothingToReport(), AnswerText.write(answer), false);
        return switch (outcome) {
            case Outcome.Done<Obligation> _ -> state.told(now -> now.told(LocalDate.ofInstant(since, DomainClock.ZONE)));
            case Outcome.Refused<Obligation>(var refusal) -> state.told(now -> now.refused(refusal.code()));
            case Outcome.NotFound<Obligation> _, Outcome.KeyReused<Obligation> _ -> state.told(now -> now.refused("NOT_FOUND"));
            // Looked at again: somebody may have answered by hand
            case Outcome.VersionChanged<Obligation> _, Outcome.Contended<Obligation> _ -> throw new IllegalStateException("The report upward is being changed by others");
        };
    }

    /** Its newest answer was sent from here rather than by people. */
    private boolean isFromHere(Versioned<Obligation> report) {
        return obligations.history(report).reversed().stream().filter(AnswerText::isAnswer).findFirst().filter(told -> MARK.equals(told.entry().bodyHash())).isPresent();
    }

    Reports.Submission answer(Consolidation state) {
        var whole = reading.of(state);
        var texts = whole.texts();
        var signed = whole.corrections().stream().filter(one -> one.signedOn() != null).toList();
        var results = Stream.concat(Stream.of(texts.getOrDefault(Saying.RESULTS, "")), signed.stream().map(this::told)).filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        var matters = texts.getOrDefault(Saying.MATTERS, "");
        var proposals = Stream.of(texts.getOrDefault("proposals", ""), matters.isBlank() ? "" : words.word("matters") + "\n" + matters)
                .filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
        var kinds = Rows.kinds(state.kinds(), state.signedCorrections());
        var nothing = signed.isEmpty() && state.asked().stream().filter(row -> row.version() != null).allMatch(Asked::nothing) && results.isBlank();
        return new Reports.Submission(
                nothing, cut(results), cut(texts.getOrDefault("difficulties", "")), cut(proposals), List.of(), List.of(), cut(texts.getOrDefault("next-steps", "")),
                whole.latest().stream().flatMap(figure -> line(figure, kinds)).toList(), List.of(), null);
    }

    private String told(Consolidations.Correction correction) {
        var lines = Stream.concat(
                correction.figures().stream().map(figure -> "- " + words.word("change", figure.name(), words.number(figure.from()), words.number(figure.to()), figure.unit())),
                correction.sections().stream().map(Consolidations.Section::draft));
        return Stream.concat(Stream.of(words.word("correction", correction.number())), lines).collect(Collectors.joining("\n"));
    }

    /** What has no value is not told, rather than told as nothing. */
    private static Stream<Reports.FigureLine> line(Figure figure, List<Kind> kinds) {
        var kind = kinds.stream().filter(one -> one.key().equals(figure.key())).findFirst().orElse(null);
        if (figure.total() == null || kind == null || kind.target() == null) {
            return Stream.of();
        }
        return Stream.of(new Reports.FigureLine(
                kind.target(), kind.name(), Objects.requireNonNull(kind.operator()), Objects.requireNonNull(kind.goal()), kind.unit(), figure.total(),
                figure.estimated(), figure.lastYear(), kind.arithmetic(), figure.weight()));
    }

    private static @Nullable String cut(String text) {
        return text.isBlank() ? null : text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }
}
