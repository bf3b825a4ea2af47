package vn.dondoc.reading.understanding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Label;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.understanding.Fields.Field;

/** The work that items of lists name: in their named parts, in brackets, or, where their section allows it, in their sentence. Each item is read once. */
final class ListedWork {

    private static final Pattern LAST_BRACKETS = Pattern.compile("\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)[\\s.;,]*$");
    private static final Pattern TOPIC = Pattern.compile("(?:về|công tác|lĩnh vực|đối với) ");

    private final Dates dates;
    private final ToldWork told;
    private final Map<Item, PlannedWork> works = new HashMap<>();

    ListedWork(Dates dates, ToldWork told) {
        this.dates = dates;
        this.told = told;
    }

    /** What an item says of itself, and the unit whose heading stands above it. */
    PlannedWork of(Item item) {
        PlannedWork known = works.get(item);
        if (known == null) {
            known = read(item);
            works.put(item, known);
        }
        return known;
    }

    private PlannedWork read(Item item) {
        SectionKind section = item.section();
        boolean prose = section != SectionKind.OBJECTIVES && section != SectionKind.PURPOSE && section != SectionKind.FUNDING;
        PlannedWork own = named(item, prose);
        PlannedWork work = prose && !own.assignment().carries() ? toldBelow(item, own) : own;
        PlannedWork led = prose && work.assignment().due() != null ? ledByUnitAbove(item) : null;
        return led == null ? withUnitAbove(item, work) : led;
    }

    /** From an item with its named parts, brackets and, where the section allows it, its sentence. */
    private PlannedWork named(Item item, boolean prose) {
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
        PlannedWork work = new PlannedWork(PlannedWork.titleOf(title), assignment, false);
        return prose && item.children().stream().noneMatch(child -> !child.isBody() && !child.isField()) ? told.in(work) : work;
    }

    /** "Bước 1: Rà soát (từ ngày 15/9 đến ngày 30/9/2026)" */
    @Nullable String dueInBrackets(String heading) {
        Matcher brackets = Search.in(LAST_BRACKETS, heading);
        Assignment said = heading.indexOf('(') >= 0 && brackets.find() ? AssignmentReader.ofBrackets(brackets.group(1), dates) : null;
        return said == null ? null : said.due();
    }

    /** Whether a heading names a topic ("Công tác dân vận") and no work. */
    static boolean isTopic(Item item) {
        return Search.at(TOPIC, item.folded(), 0);
    }

    /** "1. Trang trí" and below it one sentence: who does it until when. */
    private PlannedWork toldBelow(Item item, PlannedWork own) {
        Item only = item.children().size() == 1 ? item.children().getFirst() : null;
        boolean topic = !item.is(Label.Family.NUMBER, Label.Family.NUMBER_2, Label.Family.LETTER) || isTopic(item) || Units.isUnitHeading(item.text());
        if (only == null || !only.isBody() || topic || only.text().contains(". ")) {
            return own;
        }
        Subject subject = Subject.atStart(only.text());
        Assignment said = subject == null ? Assignment.NONE : told.ofSentence(only.text()).assignment();
        return subject != null && (said.due() != null || subject.leads()) ? new PlannedWork(own.title(), said, false) : own;
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

    /** "Chủ trì, phối hợp với …" under the heading of a unit: the unit is whose sentence it is. */
    private @Nullable PlannedWork ledByUnitAbove(Item item) {
        Item heading = item.parent();
        String unit = heading == null || heading.parent() == null ? null : UnitHeading.of(heading);
        if (unit == null || !item.text().startsWith("Chủ trì") || !item.children().isEmpty() || !Fields.in(item.text()).isEmpty()) {
            return null;
        }
        PlannedWork work = told.ofSentence(unit + " chủ trì" + item.text().substring("Chủ trì".length()));
        return work.assignment().lead().isEmpty() ? null : work;
    }

    /** Under the heading of a unit, work with a date is led by that unit. */
    private static PlannedWork withUnitAbove(Item item, PlannedWork work) {
        Item heading = item.parent();
        if (!work.assignment().lead().isEmpty() || work.assignment().due() == null || heading == null || heading.parent() == null) {
            return work;
        }
        String unit = UnitHeading.of(heading);
        return unit == null ? work : work.underUnit(UnitList.split(unit));
    }
}
