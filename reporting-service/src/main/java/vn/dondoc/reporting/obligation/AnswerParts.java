package vn.dondoc.reporting.obligation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Reports;

/** The sections of an answer, for whoever puts answers together; null where it says nothing. */
public final class AnswerParts {

    public static final String RESULTS = "results";
    public static final String DIFFICULTIES = "difficulties";
    public static final String PROPOSALS = "proposals";
    public static final String MATTERS = "matters";
    public static final String NEXT_STEPS = "next-steps";

    /** In the order in which they stand in a report. */
    public static final List<String> ALL = List.of(RESULTS, DIFFICULTIES, PROPOSALS, MATTERS, NEXT_STEPS);

    private AnswerParts() {}

    public static @Nullable String of(String section, Reports.Submission sent) {
        return switch (section) {
            case RESULTS -> results(sent);
            case DIFFICULTIES -> sent.difficulties();
            case PROPOSALS -> sent.proposals();
            case MATTERS -> sent.matters() == null || sent.matters().isEmpty() ? null : String.join("\n", sent.matters());
            case NEXT_STEPS -> sent.nextSteps();
            default -> throw new IllegalArgumentException("No section of an answer");
        };
    }

    /** What was done in all, then task by task. */
    private static @Nullable String results(Reports.Submission sent) {
        var lines = new ArrayList<String>();
        if (sent.results() != null) {
            lines.add(sent.results());
        }
        Stream.ofNullable(sent.lines()).flatMap(List::stream).filter(line -> line.result() != null)
                .forEach(line -> lines.add(line.title() + ": " + line.result()));
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    /** What it says to a question of a campaign. */
    public static @Nullable String answerTo(String question, Reports.Submission sent) {
        return Stream.ofNullable(sent.answers()).flatMap(List::stream).filter(one -> question.equals(one.text())).findFirst()
                .map(Reports.QuestionAnswer::answer).orElse(null);
    }
}
