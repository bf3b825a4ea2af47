package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Edges;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Label;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.understanding.Fields.Field;

/**
 * What an item of a list says about a piece of work: its title, and who does it until when.
 *
 * @param prose whether the assignment was told in a sentence and not in named parts
 */
record PlannedWork(String title, Assignment assignment, boolean prose) {

    private static final Pattern LAST_BRACKETS = Pattern.compile("\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)[\\s.;,]*$");
    private static final Pattern TAKES_PART = Pattern.compile(
            "^[\\s,]*(?:và\\s+)?(?:cùng\\s+)?phối hợp(?:\\s+chặt chẽ)?(?:\\s+(?:với|cùng))*\\s+");
    private static final Pattern HELPED_BY = Pattern.compile(TAKES_PART.pattern() + "|^[\\s,]*(?:và\\s+)?cùng(?:\\s+với)?\\s+");
    /** "Tổ cứu hộ (phối hợp với Trạm Y tế): …" */
    private static final Pattern HELPERS_IN_BRACKETS = Pattern.compile("\\s*\\((?:[Pp]hối hợp|[Cc]ùng)(?: với| cùng)*:?\\s+([^()]+)\\)$");
    private static final Pattern ROLE = Pattern.compile("^[\\s,:]*(?:(?:là|làm)\\s+)?(?:(?:cơ quan|đơn vị)\\s+)?(?:chịu trách nhiệm |có trách nhiệm )?(?:chủ trì|đầu mối)(?:\\s*,?\\s*(?=phối hợp))?|^[\\s,:]+");
    private static final Pattern TOPIC = Pattern.compile("(?:về|công tác|lĩnh vực|đối với) ");
    private static final Pattern FILLER = Pattern.compile(
            "^[\\s,:]*(?:(?:(?:theo|căn cứ(?: vào)?) chức năng, nhiệm vụ(?: được giao| được phân công)?|(?:căn cứ|trên cơ sở|theo) (?:vào )?(?:nội dung )?(?:các )?(?:kế hoạch|chương trình(?: hành động| công tác)?|nghị quyết|chỉ thị|quyết định|kết luận|thông báo)(?: này| nêu trên| của [^,;]{3,60},)?(?=[\\s,]+(?:chủ động|xây dựng|tổ chức|triển khai|thực hiện|ban hành|cụ thể|rà soát|lập))|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|theo chức năng|để|cần|phải)[\\s,:]+)+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ASSIGNS = Pattern.compile("(?:^|[:.;,]\\s+|\\s)(?:Giao|giao|Yêu cầu|yêu cầu|Phân công|Đề nghị|đề nghị|Chỉ đạo)\\s+(?:cho\\s+)?$");

    private static final Pattern NEXT_SENTENCE = Pattern.compile("[.;]\\s+(?=\\p{L})");
    private static final Pattern GIVES_NEXT = Pattern.compile("(?:Giao|giao|Yêu cầu|Đề nghị|Phân công)\\s+(?=\\p{Lu}|các |trưởng )");
    private static final Pattern DONE_BY = Pattern.compile("[,;(]\\s*(do\\s+)");
    private static final Pattern DOES = Pattern.compile("\\s*(?:chủ trì|làm đầu mối|thực hiện|tham mưu|phụ trách|đảm nhiệm|đảm nhận|chịu trách nhiệm)?(?:\\s+(?:thực hiện|tham mưu))?\\s*,?\\s*(phối hợp\\s.*)?[\\s.)]*");

    private static final Pattern ALWAYS_DONE = Pattern.compile("\\s*,\\s*(?:được )?(?:thực hiện |triển khai |duy trì )?(?:thường xuyên|liên tục)(?:, (?:liên tục|thường xuyên))?[\\s.;]*$");

    private static final String WEEKDAY = "thứ\\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])";
    private static final Pattern RHYTHM_AT_END = Pattern.compile(
            "[\\s,;(]+((?:định kỳ\\s+)?(?:(?:trước|vào|chậm nhất|trong)\\s+)?(?:ngày\\s+\\d{1,2}\\s+|(?:(?:sáng|chiều|các|ngày)\\s+)*" + WEEKDAY + "\\s+)?(?:hằng|hàng|mỗi)\\s+(?:tuần|tháng|quý|năm))[\\s.;)]*$");

    /** Characters of a clause that only opens a rule on reports ("Định kỳ trước ngày …;"). */
    private static final int LONGEST_OPENING = 12;

    /** From an item with its named parts, brackets and, where the section allows it, its sentence. */
    static PlannedWork of(Item item, Dates dates, boolean prose) {
        List<Field> own = Fields.in(item.text());
        String title = own.isEmpty() ? item.text() : item.text().substring(0, own.getFirst().from());
        Assignment assignment = AssignmentReader.of(own);
        for (Item child : item.children()) {
            boolean part = item.rank() < Label.Family.NUMBER.rank() && child.is(Label.Family.NUMBER);
            if (child.isField() && !part) {
                assignment = assignment.followedBy(AssignmentReader.of(Fields.in(withBullets(child))));
            }
        }
        Matcher brackets = Search.in(LAST_BRACKETS, title);
        if (brackets.find()) {
            Assignment said = AssignmentReader.ofBrackets(brackets.group(1), dates);
            if (said != null) {
                assignment = assignment.or(said);
                title = title.substring(0, brackets.start());
            }
        }
        PlannedWork work = new PlannedWork(titleOf(title), assignment, false);
        return prose && item.children().stream().noneMatch(child -> !child.isBody() && !child.isField()) ? work.withProse(dates) : work;
    }

    /** "Bước 1: Rà soát (từ ngày 15/9 đến ngày 30/9/2026)" */
    static @Nullable String dueInBrackets(String heading, Dates dates) {
        Matcher brackets = Search.in(LAST_BRACKETS, heading);
        Assignment said = heading.indexOf('(') >= 0 && brackets.find() ? AssignmentReader.ofBrackets(brackets.group(1), dates) : null;
        return said == null ? null : said.due();
    }

    /** Whether a heading names a topic ("Công tác dân vận") and no work. */
    static boolean isTopic(Item item) {
        return Search.at(TOPIC, item.folded(), 0);
    }

    /** "1. Trang trí" and below it one sentence: who does it until when. */
    PlannedWork toldBelow(Item item, Dates dates) {
        Item only = item.children().size() == 1 ? item.children().getFirst() : null;
        boolean topic = !item.is(Label.Family.NUMBER, Label.Family.NUMBER_2, Label.Family.LETTER) || isTopic(item) || Units.isUnitHeading(item.text());
        if (only == null || !only.isBody() || topic || only.text().contains(". ")) {
            return this;
        }
        Subject subject = Subject.atStart(only.text());
        Assignment said = subject == null ? Assignment.NONE : ofSentence(only.text(), dates).assignment();
        return subject != null && (said.due() != null || subject.leads()) ? new PlannedWork(title, said, false) : this;
    }

    /** A field whose value is a list below it: "Cơ quan chủ trì, phối hợp:" and then bullets. */
    private static String withBullets(Item field) {
        StringBuilder text = new StringBuilder(field.text());
        boolean first = true;
        for (Item bullet : field.children()) {
            boolean named = Fields.startsWithField(bullet.text());
            text.append(first && !named ? " " : "; ").append(UnitList.trimmed(bullet.text()));
            first = false;
        }
        return text.toString();
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
    static PlannedWork ofSentence(String sentence, Dates dates) {
        return new PlannedWork(titleOf(sentence), Assignment.NONE, false).withProse(dates);
    }

    /** The assignment told in the sentence itself, its words taken out of the title. */
    PlannedWork withProse(Dates dates) {
        DuePhrase.Span due = DuePhrase.in(title, dates);
        PlannedWork by = due == null ? withDoneBy() : null;
        if (by != null) {
            return by.withProse(dates);
        }
        PlannedWork inNext = withNextSentence(dates);
        if (inNext != null) {
            return inNext;
        }
        String sentence = title;
        Assignment told = assignment;
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
        PlannedWork done = due != null ? new PlannedWork(titleOf(sentence), told, true).withDoneBy() : null;
        if (done != null) {
            return done;
        }
        Subject subject = Subject.of(sentence);
        boolean assigns = subject != null && Search.finds(ASSIGNS, sentence.substring(0, subject.from()));
        if (subject != null && (assigns || subject.leads() || changed)) {
            return told(sentence, told, subject);
        }
        return changed ? new PlannedWork(titleOf(sentence), told, true) : this;
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

    /** A list of tasks whose sentences begin with the unit that acts. */
    PlannedWork withActingUnit() {
        Subject subject = assignment.lead().isEmpty() ? Subject.atStart(title) : null;
        return subject == null ? this : told(title, assignment, subject);
    }

    /**
     * Work listed under the heading of a unit is led by that unit, unless the item says that it only takes part
     * ("Phối hợp với Công an xã …").
     */
    PlannedWork underUnit(List<String> unit) {
        if (!assignment.lead().isEmpty()) {
            return this;
        }
        Matcher role = Search.in(ROLE, Fold.fold(title));
        boolean leads = role.find() && role.end() > 0;
        String rest = leads ? title.substring(role.end()) : title;
        Matcher part = Search.in(TAKES_PART, Fold.fold(rest));
        if (!part.find()) {
            return new PlannedWork(leads ? titleOf(rest) : title, assignment.withLead(unit), prose);
        }
        boolean named = Units.startsAt(Fold.fold(rest), part.end());
        int end = named ? Units.extent(rest, part.end()) : part.end();
        List<String> others = named ? UnitList.split(rest.substring(part.end(), end)) : List.of();
        String what = titleOf(rest.substring(end));
        if (leads) {
            return new PlannedWork(what, assignment.withLead(unit).withCoordinating(others), true);
        }
        List<String> leaders = others.stream().filter(other -> !Units.isCollective(other)).toList();
        return new PlannedWork(title, assignment.withLead(leaders).withCoordinating(unit), true);
    }

    private static PlannedWork told(String sentence, Assignment said, Subject subject) {
        Matcher helpers = Search.in(HELPERS_IN_BRACKETS, subject.name());
        boolean helped = said.lead().isEmpty() && helpers.find();
        Assignment told = helped ? said.withLead(UnitList.split(subject.name().substring(0, helpers.start()))).withCoordinating(UnitList.split(helpers.group(1)))
                : said.lead().isEmpty() ? said.withLead(UnitList.split(subject.name())) : said;
        String rest = sentence.substring(subject.to());
        Matcher role = Search.in(ROLE, Fold.fold(rest));
        rest = role.find() ? rest.substring(role.end()) : rest;
        Matcher part = Search.in(HELPED_BY, rest);
        if (part.find() && Units.startsAt(Fold.fold(rest), part.end())) {
            int end = Units.extent(rest, part.end());
            told = told.coordinating().isEmpty() ? told.withCoordinating(UnitList.split(rest.substring(part.end(), end))) : told;
            rest = rest.substring(end);
        }
        rest = Edges.beginOff(Search.in(FILLER, rest).replaceFirst(""), ",:;.–-");
        return new PlannedWork(titleOf(rest.isBlank() ? sentence : rest), told, true);
    }

    /** "Khảo sát nhu cầu. Phòng Nội vụ thực hiện trong tháng 3": the second sentence says who and when. */
    private @Nullable PlannedWork withNextSentence(Dates dates) {
        int end = title.indexOf(". ");
        String next = end < 0 ? "" : title.substring(end + 2).strip();
        Subject subject = assignment.carries() || next.isEmpty() ? null : Subject.atStart(next);
        if (subject == null || next.contains(". ") || Subject.atStart(title) != null || next.length() > 200) {
            return null;
        }
        DuePhrase.Span due = DuePhrase.in(next, dates);
        boolean always = Fold.fold(next).endsWith("thường xuyên");
        Assignment told = Assignment.NONE.withDue(due != null ? due.words() : always ? "thường xuyên" : null);
        return new PlannedWork(titleOf(title.substring(0, end)), told, true).completedFrom(next);
    }

    /** "…, do Phòng Nội vụ chủ trì": who does it stands at the end. */
    private @Nullable PlannedWork withDoneBy() {
        Matcher by = Search.in(DONE_BY, Fold.fold(title));
        int from = assignment.lead().isEmpty() && by.find() ? by.end(1) : -1;
        if (from < 0 || !Units.startsAt(Fold.fold(title), from)) {
            return null;
        }
        int end = Units.extent(title, from);
        Matcher rest = DOES.matcher(Fold.fold(title.substring(end)));
        if (!rest.matches()) {
            return null;
        }
        Assignment told = AssignmentReader.leadWords(title.substring(from, end) + (rest.group(1) == null ? "" : " " + title.substring(end + rest.start(1), end + rest.end(1)).replaceFirst("\\s+(?:tổ chức|thực hiện|triển khai)[\\s.]*$", "")));
        return new PlannedWork(titleOf(title.substring(0, by.start())), told.or(assignment), prose);
    }

    /** "…, trước ngày 05 hằng tháng" at the end of work that has no other time. */
    PlannedWork withRhythm() {
        Matcher rhythm = Search.in(RHYTHM_AT_END, Fold.fold(title));
        boolean found = rhythm.find() && rhythm.start() > 0;
        return found ? new PlannedWork(titleOf(title.substring(0, rhythm.start())), assignment.withDue(title.substring(rhythm.start(1), rhythm.end(1))), prose) : this;
    }

    /** As a title is printed: told in a sentence it begins in the middle of it, with a small letter. */
    String printedTitle() {
        return prose && !title.isEmpty() ? title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1) : title;
    }

    static String titleOf(String raw) {
        return Edges.beginOff(Edges.endOff(raw.strip(), ".;:,/(–-"), ",;:–-");
    }

    /** Who acts and takes part according to the first sentence of body text, for what the item itself leaves open. */
    PlannedWork completedFrom(@Nullable String body) {
        if (body == null || !assignment.lead().isEmpty()) {
            return this;
        }
        Subject subject = Subject.of(body);
        if (subject == null) {
            return this;
        }
        Assignment told = assignment.withLead(UnitList.split(subject.name()));
        String rest = body.substring(subject.to());
        int sentenceEnd = rest.indexOf(". ");
        String sentence = sentenceEnd < 0 ? rest : rest.substring(0, sentenceEnd);
        Matcher part = Pattern.compile("phối hợp(?: chặt chẽ)?(?: với| cùng)*\\s+").matcher(Fold.fold(sentence));
        if (told.coordinating().isEmpty() && part.find() && Units.startsAt(Fold.fold(sentence), part.end())) {
            told = told.withCoordinating(UnitList.split(sentence.substring(part.end(), Units.extent(sentence, part.end()))));
        }
        return new PlannedWork(title, told, prose);
    }
}
