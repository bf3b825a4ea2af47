package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Edges;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/** Work that a sentence tells: what is to be done, by whom and until when. */
final class ToldWork {

    private static final Pattern NEXT_SENTENCE = Pattern.compile("[.;]\\s+(?=\\p{L})");
    private static final Pattern GIVES_NEXT = Pattern.compile("(?:Giao|giao|Yêu cầu|Đề nghị|Phân công)\\s+(?=\\p{Lu}|các |trưởng )");
    private static final Pattern DONE_BY = Pattern.compile("[,;(]\\s*(do\\s+)");
    private static final Pattern DOES = Pattern.compile("\\s*(?:chủ trì|làm đầu mối|thực hiện|tham mưu|phụ trách|đảm nhiệm|đảm nhận|chịu trách nhiệm)?(?:\\s+(?:thực hiện|tham mưu))?\\s*,?\\s*(phối hợp\\s.*)?[\\s.)]*");
    private static final Pattern ALWAYS_DONE = Pattern.compile("\\s*,\\s*(?:được )?(?:thực hiện |triển khai |duy trì )?(?:thường xuyên|liên tục)(?:, (?:liên tục|thường xuyên))?[\\s.;]*$");
    private static final Pattern FILLER = Pattern.compile(
            "^[\\s,:]*(?:(?:(?:theo|căn cứ(?: vào)?) chức năng, nhiệm vụ(?: được giao| được phân công)?|(?:căn cứ|trên cơ sở|theo) (?:vào )?(?:nội dung )?(?:các )?(?:kế hoạch|chương trình(?: hành động| công tác)?|nghị quyết|chỉ thị|quyết định|kết luận|thông báo)(?: này| nêu trên| của [^,;]{3,60},)?(?=[\\s,]+(?:chủ động|xây dựng|tổ chức|triển khai|thực hiện|ban hành|cụ thể|rà soát|lập))|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|theo chức năng|để|cần|phải)[\\s,:]+)+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ASSIGNS = Pattern.compile("(?:^|[:.;,]\\s+|\\s)(?:Giao|giao|Yêu cầu|yêu cầu|Phân công|Đề nghị|đề nghị|Chỉ đạo)\\s+(?:cho\\s+)?$");
    /** Characters of a clause that only opens a rule on reports ("Định kỳ trước ngày …;"). */
    private static final int LONGEST_OPENING = 12;
    /** "Tổ cứu hộ (phối hợp với Trạm Y tế): …" */
    private static final Pattern HELPERS_IN_BRACKETS = Pattern.compile("\\s*\\((?:[Pp]hối hợp|[Cc]ùng)(?: với| cùng)*:?\\s+([^()]+)\\)$");
    private static final Pattern HELPED_BY = Pattern.compile(PlannedWork.TAKES_PART.pattern() + "|^[\\s,]*(?:và\\s+)?cùng(?:\\s+với)?\\s+");

    private final Dates dates;

    ToldWork(Dates dates) {
        this.dates = dates;
    }

    /** Sentences of a paragraph that each give work to somebody; a paragraph with fewer than two such sentences is one. */
    static List<String> assignedIn(String text) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        int given = 0;
        Matcher next = Search.in(NEXT_SENTENCE, text);
        while (next.find()) {
            String rest = text.substring(next.end());
            boolean opens = Search.at(GIVES_NEXT, rest, 0) || text.charAt(next.start()) == '.' && Subject.atStart(rest) != null;
            if (opens) {
                sentences.add(text.substring(from, next.start() + 1));
                from = next.end();
            }
        }
        sentences.add(text.substring(from));
        for (String sentence : sentences) {
            given += Search.at(GIVES_NEXT, sentence, 0) || Subject.atStart(sentence) != null ? 1 : 0;
        }
        return given > 1 && given == sentences.size() ? sentences : List.of(text);
    }

    /** One sentence of an item alone. */
    PlannedWork ofSentence(String sentence) {
        return in(new PlannedWork(PlannedWork.titleOf(sentence), Assignment.NONE, false));
    }

    /** With the assignment told in the title itself, its words taken out of it. */
    PlannedWork in(PlannedWork work) {
        DuePhrase.Span due = DuePhrase.in(work.title(), dates);
        PlannedWork by = due == null ? doneBy(work) : null;
        if (by != null) {
            return in(by);
        }
        PlannedWork inNext = inNextSentence(work);
        if (inNext != null) {
            return inNext;
        }
        String sentence = work.title();
        Assignment told = work.assignment();
        boolean changed = false;
        Matcher always = Search.in(ALWAYS_DONE, Fold.fold(sentence));
        if (due == null && told.due() == null && always.find()) {
            told = told.withDue("thường xuyên");
            sentence = sentence.substring(0, always.start());
            changed = true;
        }
        if (due != null && !setsReport(sentence, due)) {
            told = told.due() == null ? told.withDue(due.words()) : told;
            sentence = due.cutFrom(sentence);
            changed = true;
        }
        PlannedWork done = due != null ? doneBy(new PlannedWork(PlannedWork.titleOf(sentence), told, true)) : null;
        if (done != null) {
            return done;
        }
        Subject subject = Subject.of(sentence);
        boolean assigns = subject != null && Search.finds(ASSIGNS, sentence.substring(0, subject.from()));
        if (subject != null && (assigns || subject.leads() || changed)) {
            return by(subject, sentence, told);
        }
        return changed ? new PlannedWork(PlannedWork.titleOf(sentence), told, true) : work;
    }

    /** "… báo cáo … trước ngày 05/6 (báo cáo 6 tháng)": the days are those of reports that come again. */
    private static boolean setsReport(String sentence, DuePhrase.Span due) {
        int from = Math.max(0, sentence.lastIndexOf(". ", due.from()));
        int stop = sentence.indexOf(". ", due.to());
        return setsReport(sentence.substring(from, stop < 0 ? sentence.length() : stop), due.from() - from, due.to() - from);
    }

    private static boolean setsReport(String sentence, int dueFrom, int dueTo) {
        String folded = Fold.fold(sentence);
        boolean rhythmic = Rhythm.of(folded) != null || Rhythms.in(folded).stream().anyMatch(entry -> entry.day() != null);
        int end = sentence.indexOf(';', dueTo);
        String before = folded.substring(folded.lastIndexOf(';', dueFrom - 1) + 1, dueFrom);
        String clause = before + folded.substring(dueTo, end < 0 ? sentence.length() : end);
        boolean otherWork = !clause.contains("báo cáo") && before.length() > LONGEST_OPENING;
        return folded.contains("báo cáo") && rhythmic && !otherWork;
    }

    /** Of a sentence that says who acts; its words for that are no part of the title. */
    static PlannedWork by(Subject subject, String sentence, Assignment said) {
        Matcher helpers = Search.in(HELPERS_IN_BRACKETS, subject.name());
        boolean helped = said.lead().isEmpty() && helpers.find();
        Assignment told = helped ? said.withLead(UnitList.split(subject.name().substring(0, helpers.start()))).withCoordinating(UnitList.split(helpers.group(1)))
                : said.lead().isEmpty() ? said.withLead(UnitList.split(subject.name())) : said;
        String rest = sentence.substring(subject.to());
        Matcher role = Search.in(PlannedWork.ROLE, Fold.fold(rest));
        rest = role.find() ? rest.substring(role.end()) : rest;
        Matcher part = Search.in(HELPED_BY, rest);
        if (part.find() && Units.startsAt(Fold.fold(rest), part.end())) {
            int end = Units.extent(rest, part.end());
            told = told.coordinating().isEmpty() ? told.withCoordinating(UnitList.split(rest.substring(part.end(), end))) : told;
            rest = rest.substring(end);
        }
        rest = Edges.beginOff(Search.in(FILLER, rest).replaceFirst(""), ",:;.–-");
        return new PlannedWork(PlannedWork.titleOf(rest.isBlank() ? sentence : rest), told, true);
    }

    /** "Khảo sát nhu cầu. Phòng Nội vụ thực hiện trong tháng 3": the second sentence says who and when. */
    private @Nullable PlannedWork inNextSentence(PlannedWork work) {
        String title = work.title();
        int end = title.indexOf(". ");
        String next = end < 0 ? "" : title.substring(end + 2).strip();
        Subject subject = work.assignment().carries() || next.isEmpty() ? null : Subject.atStart(next);
        if (subject == null || next.contains(". ") || Subject.atStart(title) != null || next.length() > 200) {
            return null;
        }
        DuePhrase.Span due = DuePhrase.in(next, dates);
        boolean always = Fold.fold(next).endsWith("thường xuyên");
        Assignment told = Assignment.NONE.withDue(due != null ? due.words() : always ? "thường xuyên" : null);
        return new PlannedWork(PlannedWork.titleOf(title.substring(0, end)), told, true).completedFrom(next);
    }

    /** "…, do Phòng Nội vụ chủ trì": who does it stands at the end. */
    private static @Nullable PlannedWork doneBy(PlannedWork work) {
        String title = work.title();
        Matcher by = Search.in(DONE_BY, Fold.fold(title));
        int from = work.assignment().lead().isEmpty() && by.find() ? by.end(1) : -1;
        if (from < 0 || !Units.startsAt(Fold.fold(title), from)) {
            return null;
        }
        int end = Units.extent(title, from);
        Matcher rest = DOES.matcher(Fold.fold(title.substring(end)));
        if (!rest.matches()) {
            return null;
        }
        Assignment told = AssignmentReader.leadWords(title.substring(from, end) + (rest.group(1) == null ? "" : " " + title.substring(end + rest.start(1), end + rest.end(1)).replaceFirst("\\s+(?:tổ chức|thực hiện|triển khai)[\\s.]*$", "")));
        return new PlannedWork(PlannedWork.titleOf(title.substring(0, by.start())), told.or(work.assignment()), work.prose());
    }
}
