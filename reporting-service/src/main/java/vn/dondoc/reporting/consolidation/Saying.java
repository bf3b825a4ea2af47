package vn.dondoc.reporting.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Consolidations.Said;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.reporting.obligation.AnswerParts;

/** What the units said, section by section, in the order of the rows. */
final class Saying {

    static final String RESULTS = AnswerParts.RESULTS;
    static final String MATTERS = AnswerParts.MATTERS;
    static final String QUESTION = "question-";

    private final List<Taken> taken;
    private final List<Reports.Question> questions;

    Saying(List<Taken> taken, List<Reports.Question> questions) {
        this.taken = taken;
        this.questions = questions;
    }

    /** The names of all sections: those of every report, then the questions that want words. */
    List<String> sections() {
        var names = new ArrayList<>(AnswerParts.ALL);
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
        var question = question(section);
        Function<Reports.Submission, @Nullable String> part =
                sent -> question == null ? AnswerParts.of(section, sent) : AnswerParts.answerTo(question, sent);
        return taken.stream().filter(one -> one.answer() != null).flatMap(one -> said(one, part.apply(Objects.requireNonNull(one.answer())))).toList();
    }

    private static Stream<Said> said(Taken one, @Nullable String text) {
        return text == null || text.isBlank() ? Stream.of()
                : Stream.of(new Said(one.asked().unit(), one.asked().name(), one.asked().report(), one.version(), text.strip()));
    }
}
