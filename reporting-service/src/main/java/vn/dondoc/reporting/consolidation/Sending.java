package vn.dondoc.reporting.consolidation;

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
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Correlation;
import vn.dondoc.reporting.obligation.AnswerText;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;

/**
 * Answers the report to the province out of what was signed, in the name of whoever signed. Keys derive from the consolidation and how often it was sent, so
 * that doing it again sends nothing twice. Figures are not told to targets: the reports of the units did that.
 */
@Component
class Sending {

    private static final int LONGEST = 20_000;

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
        var signed = state.signed();
        if (upward == null || upward.since() == null || signed == null || signed.person() == null) {
            return Decision.unchanged();
        }
        var key = Ids.derived("consolidation", state.id().value(), "upward", Integer.toString(upward.sent()));
        var act = new Act(Actor.person(signed.person(), signed.position()), upward.since(), Correlation.current(), key, "upward");
        var answer = answer(state);
        var command = new Obligations.Command(upward.report().value(), act, null, new Criteria());
        var outcome = stands(upward) && upward.sent() > 0
                ? obligations.correct(command, AnswerText.write(answer))
                : obligations.submit(command, answer.nothingToReport(), AnswerText.write(answer), false);
        return switch (outcome) {
            case Outcome.Done<Obligation> _ -> state.told(now -> now.told(java.time.LocalDate.ofInstant(Objects.requireNonNull(upward.since()), DomainClock.ZONE)));
            case Outcome.Refused<Obligation>(var refusal) -> state.told(now -> now.refused(refusal.code()));
            case Outcome.NotFound<Obligation> _, Outcome.KeyReused<Obligation> _, Outcome.VersionChanged<Obligation> _ -> state.told(now -> now.refused("NOT_FOUND"));
            case Outcome.Contended<Obligation> _ -> throw new IllegalStateException("The report upward is being changed by others");
        };
    }

    /** Returned or withdrawn meanwhile, it is answered anew. */
    private boolean stands(Upward upward) {
        return obligations.find(upward.report().value(), new Criteria()).filter(found -> found.state().submittedOn() != null).isPresent();
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
