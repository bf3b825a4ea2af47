package vn.dondoc.reporting.submission;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;

/** Expected reports as a caller sees them. */
final class Views {

    private final Obligations obligations;
    private final Facts facts;
    private final Directory directory;
    private final DomainClock clock;

    Views(Obligations obligations, Facts facts, Directory directory, DomainClock clock) {
        this.obligations = obligations;
        this.facts = facts;
        this.directory = directory;
        this.clock = clock;
    }

    Reports.ObligationSummary summary(Obligation report, Caller caller) {
        return new Reports.ObligationSummary(
                report.id(), report.plan(), report.commune(), directory.nameOf(report.commune()), report.unit(), directory.nameOf(report.unit()),
                report.owedTo(), directory.nameOf(report.owedTo()), report.title(), report.period(), report.opensOn(), report.lastDay(),
                daysLeft(report), report.status(), report.nothingToReport(), report.submittedOn(), !Rights.actions(caller, report).isEmpty());
    }

    Reports.Obligation whole(Versioned<Obligation> report, Caller caller) {
        var state = report.state();
        var history = obligations.history(report);
        var answer = AnswerText.newest(history).orElse(null);
        return new Reports.Obligation(
                summary(state, caller), report.version(), form(state).with(answer == null ? null : answer.lines()), answer,
                history.stream().map(this::entry).toList(), Rights.actions(caller, state));
    }

    Form form(Obligation report) {
        return Form.of(facts.tasksLed(report.plan(), report.unit()));
    }

    List<Reports.ObligationSummary> summaries(List<Versioned<Obligation>> reports, Caller caller) {
        return reports.stream().map(report -> summary(report.state(), caller)).toList();
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
                position == null ? null : directory.nameOf(position.unit()), AnswerText.isAnswer(told) ? null : told.text());
    }
}
