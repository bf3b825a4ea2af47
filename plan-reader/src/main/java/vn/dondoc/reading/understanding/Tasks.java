package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Task;
import vn.dondoc.reading.text.Label.Family;
import vn.dondoc.reading.text.Search;

/**
 * Finds tasks in the outline: lists whose items carry a lead, coordinating units or a due date, and assignments in
 * prose. An item of such a list that carries none of them is a task too.
 */
final class Tasks {

    private static final Pattern ANNEX_POINTER = Pattern.compile(
            "^\\(?(?:\\s*(?:nội dung|nhiệm vụ|các nhiệm vụ|chi tiết|có|kèm theo|danh mục)\\s?){0,3}[^.;]{0,60}phụ lục[^.;]{0,60}\\)?[.;]?$");
    /** "UBND tỉnh đánh giá cao …" opens a conclusion and gives no work. */
    private static final Pattern APPRAISES = Pattern.compile("^(?:[^.;:,]{0,60}\\s)?(?:đánh giá cao|ghi nhận|biểu dương|hoan nghênh|khen ngợi)(?!\\p{L})");

    private final ToldWork told;
    private final ListedWork works;
    private final Points points;
    private final TaskMaker maker;
    private final List<Task> tasks = new ArrayList<>();
    private final Set<Item> taken = new HashSet<>();

    Tasks(Dates dates, TaskMaker maker) {
        this.told = new ToldWork(dates);
        this.works = new ListedWork(dates, told);
        this.points = new Points(works);
        this.maker = maker;
    }

    List<Task> in(Item root) {
        walk(root, Assignment.NONE);
        return tasks;
    }

    /** Whether an item, or one above it, became a task. */
    boolean tookFrom(Item item) {
        for (Item at = item; at != null; at = at.parent()) {
            if (taken.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private void walk(Item parent, Assignment inherited) {
        boolean organisation = parent.section() == SectionKind.ORGANISATION || parent.section() == SectionKind.REPORTING;
        Assignment given = inherited.or(ofPeriod(parent));
        String unit = organisation ? null : unitOf(parent);
        if (unit != null) {
            given = new Assignment(UnitList.split(unit), List.of(), given.due(), given.product(), given.budget());
        }
        Assignment carried = given;
        boolean list = unit != null && parent.children().stream().anyMatch(this::mayBeTask) || parent.children().stream().filter(child -> mayBeTask(child))
                .anyMatch(child -> works.of(child).assignment().or(dueOnly(carried)).carries() && (!organisation || named(child)));
        boolean besideUnits = !organisation && parent.children().stream().anyMatch(child -> unitOf(child) != null && !child.children().isEmpty());
        for (Item child : parent.children()) {
            if (child.isField()) {
                continue;
            }
            boolean acting = besideUnits && child.children().isEmpty() && Subject.atStart(child.text()) != null;
            visit(child, carried, (list || acting) && mayBeTask(child) || unit != null && child.isBody() && !child.text().endsWith(":") && !Duties.closes(child), organisation);
        }
    }

    private void visit(Item child, Assignment given, boolean inList, boolean organisation) {
        if (takeSentences(child, given, organisation)) {
            return;
        }
        Item below = inList ? belowTopic(child) : null;
        if (below != null) {
            take(below, told.ofSentence(below.text()), given);
            return;
        }
        PlannedWork work = works.of(child);
        if (points.shareWork(child, work)) {
            walkPoints(child, work.assignment().or(given));
        } else if (!organisation && unitOf(child) != null && !child.children().isEmpty()) {
            walk(child, given);
        } else if (inList && !Search.finds(APPRAISES, child.folded()) && !groupsTasks(child) && !pointsToAnnex(child)) {
            take(child, work, given);
        } else if (organisation && hasOwnDate(child) || !organisation && isAssignment(child)) {
            take(child, work, given);
        } else {
            walk(child, given);
        }
    }

    /** "3. Công tác dân vận" and below it the sentence that says who does what; null where it is no such topic. */
    private static @Nullable Item belowTopic(Item item) {
        Item only = item.children().size() == 1 ? item.children().getFirst() : null;
        boolean said = only != null && only.isBody() && !only.isField() && Subject.atStart(only.text()) != null;
        return said && ListedWork.isTopic(item) ? only : null;
    }

    /** A paragraph whose sentences each give work to somebody holds as many tasks. */
    private boolean takeSentences(Item item, Assignment given, boolean organisation) {
        SectionKind section = item.section();
        boolean plain = section != SectionKind.OBJECTIVES && section != SectionKind.PURPOSE && section != SectionKind.FUNDING;
        List<String> sentences = plain && item.children().isEmpty() ? ToldWork.assignedIn(item.text()) : List.of();
        boolean taken = false;
        for (String sentence : sentences.size() > 1 ? sentences : List.<String>of()) {
            PlannedWork work = told.ofSentence(sentence);
            boolean gives = !work.assignment().lead().isEmpty() && sentence.startsWith("Giao ") || work.assignment().due() != null;
            if (organisation ? dated(work) : gives) {
                take(item, work, given);
                taken = true;
            }
        }
        return taken;
    }

    private void walkPoints(Item item, Assignment given) {
        Assignment shared = points.sharedBlock(item);
        Assignment all = shared == null ? given : shared.or(given);
        for (Item point : Points.of(item)) {
            if (groupsTasks(point)) {
                walk(point, all);
            } else {
                take(point, works.of(point), all);
            }
        }
        taken.add(item);
    }

    private void take(Item item, PlannedWork work, Assignment given) {
        taken.add(item);
        Item heading = item.parent();
        boolean underUnit = heading != null && unitOf(heading) != null && !given.lead().isEmpty();
        String carriesOut = given.lead().isEmpty() ? carryingOut(heading) : null;
        PlannedWork acting = carriesOut != null ? work.underUnit(UnitList.split(carriesOut)) : underUnit ? work.underUnit(given.lead()) : given.lead().isEmpty() ? work.withActingUnit() : work;
        PlannedWork whole = acting.assignment().carries() || given.carries() ? acting.completedFrom(sentenceOf(item, given)) : acting;
        whole = whole.assignment().or(given).due() == null ? whole.withRhythm() : whole;
        tasks.add(maker.make(item, whole.printedTitle(), underUnit ? whole.assignment().or(given.withLead(List.of())) : whole.assignment().or(given), work.prose()));
    }

    /** The unit that a heading of the part on carrying out names and nothing else. */
    private static @Nullable String carryingOut(@Nullable Item heading) {
        if (heading == null || heading.parent() == null || heading.section() != SectionKind.ORGANISATION) {
            return null;
        }
        String name = UnitHeading.nameIn(heading.text());
        return Units.isUnitHeading(name) ? name : null;
    }

    private static @Nullable String sentenceOf(Item item, Assignment given) {
        if (!given.lead().isEmpty()) {
            return null;
        }
        return item.children().stream().filter(child -> child.isBody() && !child.isField())
                .map(Item::text).findFirst().orElse(null);
    }

    private boolean mayBeTask(Item item) {
        SectionKind section = item.section();
        boolean carryingOut = section == SectionKind.ORGANISATION && item.parent() != null && item.parent().section() != section;
        return !item.isBody() && !item.isField() && !carryingOut && section != SectionKind.OBJECTIVES
                && section != SectionKind.PURPOSE && !item.is(Family.ARTICLE);
    }

    private static boolean named(Item item) {
        return item.children().stream().anyMatch(child -> child.isField()) || !Fields.in(item.text()).isEmpty();
    }

    /** In the part on carrying out: a sentence with a date of its own is a task besides being a duty. */
    private boolean hasOwnDate(Item item) {
        if (item.children().stream().anyMatch(child -> !child.isBody())) {
            return false;
        }
        return dated(works.of(item));
    }

    private static boolean dated(PlannedWork work) {
        return work.assignment().due() != null && !"thường xuyên".equals(work.assignment().due());
    }

    private boolean isAssignment(Item item) {
        if (item.section() == SectionKind.OBJECTIVES || item.section() == SectionKind.PURPOSE || item.section() == SectionKind.FUNDING) {
            return false;
        }
        boolean leaf = item.children().stream().allMatch(child -> child.isField());
        PlannedWork work = works.of(item);
        return leaf && work.prose() && !work.assignment().lead().isEmpty() && (work.assignment().due() != null || item.text().startsWith("Giao "));
    }

    /** A heading whose own items are the tasks. */
    private boolean groupsTasks(Item item) {
        return item.children().stream().filter(this::mayBeTask).anyMatch(child -> works.of(child).assignment().carries() || groupsTasks(child));
    }

    private static boolean pointsToAnnex(Item item) {
        return Search.matches(ANNEX_POINTER, item.folded());
    }

    private static Assignment dueOnly(Assignment given) {
        return given.due() != null && given.lead().isEmpty() ? given : Assignment.NONE;
    }

    /** Outside the part on carrying out, work listed under the heading of a unit is led by it. */
    private static @Nullable String unitOf(Item heading) {
        boolean tasks = heading.section() == SectionKind.TASKS || heading.section() == SectionKind.OTHER;
        if (heading.parent() == null || !tasks || heading.isBody() || heading.isBullet()) {
            return null;
        }
        String name = UnitHeading.of(heading);
        return name != null && heading.text().length() <= 160 && Units.isUnitHeading(name) ? name : null;
    }

    /** A month or quarter as a heading of a work programme, or the time in its brackets, is the due of what stands below it. */
    private Assignment ofPeriod(Item heading) {
        if (heading.parent() != null && !heading.isBullet() && Periods.isPeriod(heading.text())) {
            return Assignment.NONE.withDue(heading.text().replaceFirst("[:.]\\s*$", ""));
        }
        boolean timed = heading.parent() != null && !heading.isBullet() && heading.section() != SectionKind.ORGANISATION && heading.section() != SectionKind.OBJECTIVES;
        return timed ? Assignment.NONE.withDue(works.dueInBrackets(heading.text())) : Assignment.NONE;
    }
}
