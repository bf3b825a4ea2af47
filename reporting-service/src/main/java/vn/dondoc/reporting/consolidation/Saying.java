package vn.dondoc.reporting.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Consolidations.Said;
import vn.dondoc.contracts.api.Reports;

/** What the units said, section by section, in the order of the rows. */
final class Saying {

    static final String RESULTS = "results";
    static final String MATTERS = "matters";
    static final String QUESTION = "question-";

    /** The sections of a report, in the order in which they stand in it. */
    static final List<String> SECTIONS = List.of(RESULTS, "difficulties", "proposals", MATTERS, "next-steps");

    private final List<Taken> taken;
    private final List<Reports.Question> questions;

    Saying(List<Taken> taken, List<Reports.Question> questions) {
        this.taken = taken;
        this.questions = questions;
    }

    /** The names of all sections: those of every report, then the questions that want words. */
    List<String> sections() {
        var names = new ArrayList<>(SECTIONS);
        for (var at = 0; at < questions.size(); at++) {
            if (!questions.get(at).isNumber()) {
                names.add(QUESTION + at);
            }
        }
        return names;
    }

    @Nullable String question(String section) {
        return section.startsWith(QUESTION) ? questions.get(Integer.parseInt(section.substring(QUESTION.length()))).text() : null;
    }

    List<Said> in(String section) {
        Function<Reports.Submission, @Nullable String> part = switch (section) {
            case RESULTS -> Saying::results;
            case "difficulties" -> Reports.Submission::difficulties;
            case "proposals" -> Reports.Submission::proposals;
            case MATTERS -> sent -> sent.matters() == null || sent.matters().isEmpty() ? null : String.join("\n", sent.matters());
            case "next-steps" -> Reports.Submission::nextSteps;
            default -> sent -> answerTo(Objects.requireNonNull(question(section)), sent);
        };
        return taken.stream().filter(one -> one.answer() != null).flatMap(one -> said(one, part.apply(Objects.requireNonNull(one.answer())))).toList();
    }

    private static Stream<Said> said(Taken one, @Nullable String text) {
        return text == null || text.isBlank() ? Stream.of()
                : Stream.of(new Said(one.asked().unit(), one.asked().name(), one.asked().report(), one.version(), text.strip()));
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

    private static @Nullable String answerTo(String question, Reports.Submission sent) {
        return Stream.ofNullable(sent.answers()).flatMap(List::stream).filter(one -> question.equals(one.text())).findFirst()
                .map(Reports.QuestionAnswer::answer).orElse(null);
    }
}
