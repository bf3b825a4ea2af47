package vn.dondoc.reading.understanding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Due;
import vn.dondoc.reading.PlanDocument;
import vn.dondoc.reading.Source;
import vn.dondoc.reading.Target;
import vn.dondoc.reading.Task;
import vn.dondoc.reading.Warning;
import vn.dondoc.reading.WarningCode;
import vn.dondoc.reading.text.Block;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Paragraph;

/** Collects the doubts about a reading, each with its place. */
final class Doubts {

    private final List<Warning> warnings = new ArrayList<>();
    private final Set<Source> unreadable = new HashSet<>();

    List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    void dueUnreadable(Task task, Source source) {
        unreadable.add(source);
        add(WarningCode.DUE_UNREADABLE, source, task.title(), String.valueOf(task.dueText()));
    }

    void ofDocument(PlanDocument plan, boolean annexesAlone) {
        if (annexesAlone) {
            return;
        }
        if (plan.number() == null) {
            add(WarningCode.NUMBER_MISSING, null);
        }
        if (plan.issuedOn() == null) {
            add(WarningCode.DATE_INCOMPLETE, null);
        }
    }

    void ofTasks(List<Task> tasks, @Nullable LocalDate issuedOn) {
        for (Task task : tasks) {
            if (task.lead().isEmpty()) {
                add(WarningCode.TASK_WITHOUT_LEAD, task.source(), task.title());
            }
            if (task.due() == null && !unreadable.contains(task.source())) {
                add(WarningCode.TASK_WITHOUT_DUE, task.source(), task.title());
            }
            if (issuedOn != null && task.due() instanceof Due.By by && by.date().isBefore(issuedOn)) {
                add(WarningCode.DUE_BEFORE_ISSUE, task.source(), task.title(), by.date().toString(), issuedOn.toString());
            }
            for (String lead : task.lead()) {
                if (task.coordinating().stream().anyMatch(unit -> Fold.fold(unit).equals(Fold.fold(lead)))) {
                    add(WarningCode.LEAD_ALSO_COORDINATES, task.source(), lead, task.title());
                }
            }
        }
    }

    /** An annex that is referred to by number must be there by number; without a number, any annex will do. */
    void ofAnnexes(List<Block> blocks, boolean annexesAlone) {
        Set<Integer> held = new HashSet<>();
        Map<Integer, Paragraph> wanted = new LinkedHashMap<>();
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph) {
                if (Annexes.isHeading(paragraph.text())) {
                    held.add(Annexes.numberOf(paragraph.text()));
                } else {
                    Annexes.references(paragraph.text()).forEach(number -> wanted.putIfAbsent(number, paragraph));
                }
            }
        }
        if (annexesAlone) {
            return;
        }
        wanted.forEach((number, paragraph) -> {
            boolean there = number == 0 ? !held.isEmpty() : held.contains(number) || held.size() == 1 && held.contains(0) && wanted.size() == 1;
            if (!there) {
                add(WarningCode.ANNEX_MISSING, paragraph.source(), number == 0 ? "" : String.valueOf(number));
            }
        });
    }

    void ofCounts(Item root, List<Target> targets, int textTargets, List<Task> tasks) {
        new DeclaredCounts(root).mismatches(targets, textTargets, tasks)
                .forEach(found -> add(WarningCode.DECLARED_COUNT_MISMATCH, found.place().source(), found.arguments()));
    }

    void ofNotes(List<String> notes) {
        notes.forEach(note -> warnings.add(new Warning(note, List.of(), null)));
    }

    private void add(WarningCode code, @Nullable Source source, String... arguments) {
        warnings.add(new Warning(code.name(), List.of(arguments), source));
    }
}
