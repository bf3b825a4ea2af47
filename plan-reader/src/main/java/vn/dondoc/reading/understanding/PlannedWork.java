package vn.dondoc.reading.understanding;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Edges;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/**
 * What an item of a list says about a piece of work: its title, and who does it until when.
 *
 * @param prose whether the assignment was told in a sentence and not in named parts
 */
record PlannedWork(String title, Assignment assignment, boolean prose) {

    static final Pattern TAKES_PART = Pattern.compile(
            "^[\\s,]*(?:và\\s+)?(?:cùng\\s+)?phối hợp(?:\\s+chặt chẽ)?(?:\\s+(?:với|cùng))*\\s+");
    static final Pattern ROLE = Pattern.compile("^[\\s,:]*(?:(?:là|làm)\\s+)?(?:(?:cơ quan|đơn vị)\\s+)?(?:chịu trách nhiệm |có trách nhiệm )?(?:chủ trì|đầu mối)(?:\\s*,?\\s*(?=phối hợp))?|^[\\s,:]+");
    private static final String WEEKDAY = "thứ\\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])";
    private static final Pattern RHYTHM_AT_END = Pattern.compile(
            "[\\s,;(]+((?:định kỳ\\s+)?(?:(?:trước|vào|chậm nhất|trong)\\s+)?(?:ngày\\s+\\d{1,2}\\s+|(?:(?:sáng|chiều|các|ngày)\\s+)*" + WEEKDAY + "\\s+)?(?:hằng|hàng|mỗi)\\s+(?:tuần|tháng|quý|năm))[\\s.;)]*$");

    /** A list of tasks whose sentences begin with the unit that acts. */
    PlannedWork withActingUnit() {
        Subject subject = assignment.lead().isEmpty() ? Subject.atStart(title) : null;
        return subject == null ? this : ToldWork.by(subject, title, assignment);
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
