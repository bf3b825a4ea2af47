package vn.dondoc.reporting.submission;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.campaign.Campaigns;
import vn.dondoc.reporting.draft.Drafts;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.matter.Matters;
import vn.dondoc.reporting.measurement.Targets;
import vn.dondoc.reporting.obligation.AnswerText;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;
import vn.dondoc.reporting.obligation.ReturnText;
import vn.dondoc.reporting.system.OtherSystem;

/** Expected reports as a caller sees them. */
final class Views {

    private static final Set<String> NEXT_STEPS = Set.of("submission", "readiness", "acceptance");

    private final Obligations obligations;
    private final Prefill prefill;
    private final Drafts drafts;
    private final Matters matters;
    private final Directory directory;
    private final Rights rights;
    private final DomainClock clock;

    Views(Obligations obligations, Prefill prefill, Drafts drafts, Matters matters, Directory directory, Rights rights, DomainClock clock) {
        this.obligations = obligations;
        this.prefill = prefill;
        this.drafts = drafts;
        this.matters = matters;
        this.directory = directory;
        this.rights = rights;
        this.clock = clock;
    }

    /** Where the lines of a form come from. */
    record Prefill(Facts facts, Targets targets, Campaigns campaigns) {}

    Reports.ObligationSummary summary(Obligation report, Caller caller) {
        return new Reports.ObligationSummary(
                report.id(), report.plan(), report.commune(), directory.nameOf(report.commune()), report.unit(), directory.nameOf(report.unit()),
                report.owedTo(), directory.nameOf(report.owedTo()), report.title(), report.period(), report.opensOn(), report.lastDay(),
                daysLeft(report), report.status(), report.nothingToReport(), report.submittedOn(), waitsFor(caller, report), report.rule(),
                report.bounds(), report.preparedOn(), report.isOnBehalf(), report.isAsked(), Tasks.Explained.of(report.explanation(), report.owesExplanation()));
    }

    Reports.Obligation whole(Versioned<Obligation> report, Caller caller) {
        var state = report.state();
        var history = obligations.history(report);
        var answer = AnswerText.newest(history).orElse(null);
        var form = form(state);
        return new Reports.Obligation(
                summary(state, caller), report.version(), form.with(answer == null ? null : answer.lines()), answer,
                history.stream().map(this::entry).toList(), actions(caller, state), form.figures(), form.questions(),
                Rights.maySubmit(caller, state) && state.isOpen() ? drafts.of(state.id()) : List.of(), ReturnText.newest(history),
                state.attached().stream().map(file -> new Reports.File(file.id(), file.name(), file.mediaType(), file.size(), file.sha256(), file.at())).toList(),
                matters.of(state.id(), caller));
    }

    Form form(Obligation report) {
        return Form.of(
                prefill.facts().tasksLed(report.plan(), report.unit()), prefill.targets().linesOf(report.plan(), report.unit(), report.period()),
                prefill.campaigns().questions(report.rule()), OtherSystem.isBehind(report.rule()));
    }

    List<Reports.ObligationSummary> summaries(List<Versioned<Obligation>> reports, Caller caller) {
        return reports.stream().map(report -> summary(report.state(), caller)).toList();
    }

    /** Whether the next step is the caller's; what it may do besides is no reason to come. */
    private boolean waitsFor(Caller caller, Obligation report) {
        return actions(caller, report).stream().anyMatch(NEXT_STEPS::contains);
    }

    private List<String> actions(Caller caller, Obligation report) {
        return rights.actions(caller, report, clock.today());
    }

    private @Nullable Integer daysLeft(Obligation report) {
        return report.isOpen() ? Math.toIntExact(ChronoUnit.DAYS.between(clock.today(), report.lastDay())) : null;
    }

    private Reports.Entry entry(Aggregates.Told told) {
        var position = told.entry().actor().position() == null
                ? null
                : directory.position(told.entry().actor().position()).orElse(null);
        return new Reports.Entry(
                told.entry().type(), told.entry().at(), position == null ? null : position.title(),
                position == null ? null : directory.nameOf(position.unit()), AnswerText.isAnswer(told) ? null : ReturnText.reason(told));
    }
}
