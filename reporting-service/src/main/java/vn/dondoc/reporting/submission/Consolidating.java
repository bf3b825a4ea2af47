package vn.dondoc.reporting.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Reports.Said;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.reporting.obligation.AnswerParts;

/** Puts reports together: pure, in the order in which they are given. */
final class Consolidating {

    private final RuleId rule;
    private final String period;
    private final List<Read> reports;

    /**
     * A report with what was answered last.
     *
     * @param answer null where none stands
     */
    record Read(Reports.ObligationSummary summary, Reports.@Nullable Submission answer) {

        Tasks.UnitName unit() {
            return new Tasks.UnitName(summary.unit(), name());
        }

        /** What the province asks a commune for is the commune's, whoever wrote it. */
        String name() {
            return summary.asked() ? summary.communeName() : summary.unitName();
        }
    }

    Consolidating(RuleId rule, String period, List<Read> reports) {
        this.rule = rule;
        this.period = period;
        this.reports = reports;
    }

    Reports.Consolidated together(List<Reports.Question> questions) {
        var received = reports.stream().filter(report -> report.answer() != null).toList();
        var sections = new ArrayList<Reports.ConsolidatedSection>();
        AnswerParts.ALL.forEach(name -> section(sections, name));
        return new Reports.Consolidated(
                rule, period, reports.isEmpty() ? null : reports.getFirst().summary().title(), reports.size(), received.size(),
                reports.stream().filter(report -> report.answer() == null).map(Read::unit).toList(),
                received.stream().filter(report -> Objects.requireNonNull(report.answer()).nothingToReport()).map(Read::unit).toList(),
                sections, figures(received), questions.stream().map(question -> answers(question, received)).toList());
    }

    private void section(List<Reports.ConsolidatedSection> sections, String name) {
        var said = said(answer -> AnswerParts.of(name, answer));
        if (!said.isEmpty()) {
            sections.add(new Reports.ConsolidatedSection(name, said, Extract.of(said)));
        }
    }

    private List<Said> said(Function<Reports.Submission, @Nullable String> part) {
        return reports.stream().filter(report -> report.answer() != null)
                .flatMap(report -> Optional.ofNullable(part.apply(report.answer())).filter(text -> !text.isBlank()).map(text -> said(report, text)).stream()).toList();
    }

    private static Said said(Read report, String text) {
        return new Said(report.summary().unit(), report.name(), report.summary().id(), text);
    }

    private static List<Reports.ConsolidatedFigure> figures(List<Read> received) {
        var figures = new ArrayList<Reports.ConsolidatedFigure>();
        for (var report : received) {
            var told = Objects.requireNonNull(report.answer()).figures();
            if (told != null) {
                told.forEach(figure -> figures.add(new Reports.ConsolidatedFigure(figure, report.summary().unit(), report.name(), report.summary().id())));
            }
        }
        return figures;
    }

    /** Whoever did not answer is in no sum, and is counted as missing. */
    private Reports.ConsolidatedAnswer answers(Reports.Question question, List<Read> received) {
        var said = new ArrayList<Said>();
        @Nullable BigDecimal sum = null;
        for (var report : received) {
            var answer = AnswerParts.answerTo(question.text(), Objects.requireNonNull(report.answer()));
            if (answer != null) {
                said.add(said(report, answer));
                sum = question.isNumber() ? Objects.requireNonNullElse(sum, BigDecimal.ZERO).add(new BigDecimal(answer.replace(',', '.'))) : null;
            }
        }
        return new Reports.ConsolidatedAnswer(question.text(), question.isNumber(), sum, reports.size() - said.size(), said);
    }
}
