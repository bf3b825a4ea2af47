package vn.dondoc.reporting.obligation;

import java.util.List;
import java.util.Optional;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.platform.history.Aggregates;

/** A unit's answer as the one text that stands beside the history: it can be erased, and no event carries it. */
public final class AnswerText {

    private static final String SUBMITTED = EventTypes.nameOf(ReportEvent.ReportSubmitted.class);
    private static final String CORRECTED = EventTypes.nameOf(ReportEvent.ReportCorrected.class);

    private AnswerText() {}

    public static String write(Reports.Submission answer) {
        return EventJson.mapper().writeValueAsString(answer);
    }

    /** The newest answer, also one that was returned; nothing where none was sent or its text was erased. */
    public static Optional<Reports.Submission> newest(List<Aggregates.Told> history) {
        return history.reversed().stream()
                .filter(AnswerText::isAnswer)
                .findFirst()
                .flatMap(told -> Optional.ofNullable(told.text()))
                .map(AnswerText::read);
    }

    public static boolean isAnswer(Aggregates.Told told) {
        return told.entry().type().equals(SUBMITTED) || told.entry().type().equals(CORRECTED);
    }

    /** The version of the newest answer; nothing where none was sent. */
    public static Optional<Long> version(List<Aggregates.Told> history) {
        return history.reversed().stream().filter(AnswerText::isAnswer).findFirst().map(told -> told.entry().sequence());
    }

    /** The answer of that version; nothing where there is none or its text was erased. */
    public static Optional<Reports.Submission> at(List<Aggregates.Told> history, long version) {
        return history.stream().filter(told -> isAnswer(told) && told.entry().sequence() == version).findFirst()
                .flatMap(told -> Optional.ofNullable(told.text())).map(AnswerText::read);
    }

    private static Reports.Submission read(String text) {
        return EventJson.mapper().readValue(text, Reports.Submission.class);
    }
}
