package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Duty;
import vn.dondoc.reading.Measure;
import vn.dondoc.reading.Objective;
import vn.dondoc.reading.PlanDocument;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.Recipient;
import vn.dondoc.reading.Reporting;
import vn.dondoc.reading.Target;
import vn.dondoc.reading.Task;
import vn.dondoc.reading.text.Block;
import vn.dondoc.reading.text.Cell;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Paragraph;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.text.Table;
import vn.dondoc.reading.text.TextDocument;

/** Understands a text document as a plan. The same document always gives the same reading. */
public final class Interpreter {

    private static final Pattern YEAR = Pattern.compile("năm\\s+(20\\d{2})(?!\\d)");

    private final TextDocument document;
    private final List<Block> blocks;
    private final Zones zones;
    private final Doubts doubts = new Doubts();

    private Interpreter(TextDocument document) {
        this.document = document;
        this.blocks = LayoutTables.flattened(InlineItems.split(document.blocks()));
        this.zones = Zones.of(blocks);
    }

    /** Never fails on a text: what cannot be told is null, empty or a warning. */
    public static Reading read(TextDocument document) {
        return new Interpreter(document).read();
    }

    private Reading read() {
        boolean annexesAlone = Zones.annexesAlone(blocks);
        PlanDocument plan = annexesAlone ? PlanDocument.ofAnnexesAlone() : new Header(zones).read();
        Dates dates = new Dates(yearOf(plan));
        TaskMaker maker = new TaskMaker(new DueReader(yearOf(plan)), doubts::dueUnreadable);
        Item root = Outline.of(zones.body.stream().filter(Paragraph.class::isInstance).map(Paragraph.class::cast).toList());
        Tasks inText = new Tasks(dates, maker);
        List<Task> tasks = new ArrayList<>(inText.in(root));
        Duties dutyReader = new Duties();
        List<Duty> duties = dutyReader.in(root);
        Set<Item> dutyItems = root.tree().filter(item -> dutyReader.unitOf(item) != null).collect(Collectors.toSet());
        Predicate<Item> work = item -> inText.tookFrom(item) || isIn(dutyItems, item);
        List<Target> targets = new ArrayList<>(new Targets(item -> work.test(item) || item.section() == SectionKind.ORGANISATION).in(root));
        int textTargets = targets.size();
        List<Reporting> reporting = new Reports(dutyReader).in(root, item -> inText.tookFrom(item) && !dutyItems.contains(item) && item.isField());
        Set<Integer> measured = targets.stream().map(target -> target.source().paragraph()).collect(Collectors.toSet());
        Unclaimed unclaimed = new Unclaimed(item -> work.test(item) || measured.contains(item.paragraph().index()));
        List<Measure> measures = unclaimed.measures(root);
        List<Objective> objectives = unclaimed.objectives(root);
        readTables(maker, tasks, targets);
        List<Recipient> recipients = Recipients.in(zones.recipients);
        doubts.ofDocument(plan, annexesAlone);
        doubts.ofAnnexes(blocks, annexesAlone);
        doubts.ofTasks(tasks, plan.issuedOn());
        doubts.ofCounts(root, targets, textTargets, tasks);
        doubts.ofNotes(document.notes());
        return new Reading(plan, legalBases(plan.number()).found(plan.number()), targets, tasks, reporting, duties, measures, objectives,
                recipients.stream().map(Recipient::name).toList(), doubts.warnings(), recipients, document.text());
    }

    private static boolean isIn(Set<Item> items, Item item) {
        for (Item at = item; at != null; at = at.parent()) {
            if (items.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private void readTables(TaskMaker maker, List<Task> tasks, List<Target> targets) {
        String caption = "";
        String unitAbove = null;
        String periodAbove = null;
        for (Block block : zones.body) {
            switch (block) {
                case Paragraph paragraph -> {
                    caption = caption.length() > 400 ? paragraph.text() : caption + " " + paragraph.text();
                    unitAbove = UnitHeading.alone(paragraph);
                    periodAbove = Periods.isPeriod(paragraph.text()) ? paragraph.text() : null;
                }
                case Table table -> {
                    PlanTable plan = PlanTable.of(table);
                    if (plan != null && plan.isOfTargets()) {
                        targets.addAll(TargetTables.in(plan));
                    } else if (plan != null) {
                        tasks.addAll(new TaskTables(maker).in(plan, caption, unitAbove, periodAbove));
                    }
                    caption = "";
                    unitAbove = null;
                    periodAbove = null;
                }
            }
        }
    }

    private LegalBases legalBases(@Nullable String own) {
        LegalBases bases = new LegalBases();
        Set<Paragraph> head = own == null ? Set.of() : Set.copyOf(zones.head);
        for (Block block : blocks) {
            switch (block) {
                case Paragraph paragraph -> {
                    if (!head.contains(paragraph)) {
                        bases.read(paragraph.text(), paragraph::source);
                    }
                }
                case Table table -> {
                    for (int r = 0; r < table.rows().size(); r++) {
                        readRow(table, r, bases);
                    }
                }
            }
        }
        return bases;
    }

    private static void readRow(Table table, int row, LegalBases bases) {
        for (int c = 0; c < table.columns(); c++) {
            Cell cell = table.cell(row, c);
            if (cell.row() == row && cell.column() == c && !cell.isEmpty()) {
                int column = c;
                bases.read(cell.text().replace('\n', ' '), (from, to) -> table.source(row, column));
            }
        }
    }

    /** The year of dates without one: that of the plan, of its issue, or the one its head or first annex names. */
    private @Nullable Integer yearOf(PlanDocument plan) {
        if (plan.year() != null) {
            return plan.year();
        }
        if (plan.issuedOn() != null) {
            return plan.issuedOn().getYear();
        }
        List<Paragraph> first = zones.head.isEmpty() ? zones.body.stream().filter(Paragraph.class::isInstance).map(Paragraph.class::cast).limit(4).toList() : zones.head;
        for (Paragraph line : first) {
            Matcher year = Search.in(YEAR, Fold.fold(line.text()));
            if (year.find()) {
                return Integer.valueOf(year.group(1));
            }
        }
        return null;
    }
}
