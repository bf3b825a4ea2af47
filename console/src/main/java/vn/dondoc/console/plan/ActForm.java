package vn.dondoc.console.plan;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.DraftAct;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;

/** Reads the stroke out of a form of the review: the button that was pressed says which. */
final class ActForm {

    private ActForm() {}

    static DraftAct read(RowForm form) {
        return switch (form.wanted()) {
            case "task-ongoing" -> tasks(form, new Due.Ongoing());
            case "task-by" -> tasks(form, by(form));
            case "task-recurring" -> tasks(form, new Due.Recurring(RowEdits.frequency(form, Frequency.MONTHLY)));
            case "duty-target" -> target(form);
            case "watched", "dropped", "open" -> duties(form, false, form.wanted(), null);
            case "rest-watched" -> duties(form, true, "watched", null);
            case "all-watched" -> new DraftAct.DecideDuties(List.of(), true, "watched", null, null, null, null, null, null, "all");
            case "targets" -> targets(form, false);
            case "targets-all" -> targets(form, true);
            case "take" -> new DraftAct.TakeProposals(rows(form), false);
            case "take-all" -> new DraftAct.TakeProposals(List.of(), true);
            case "settle" -> new DraftAct.SettleName(
                    name(form), form.all("units").stream().filter(Ids::plausible).map(UnitId::new).toList(), null, form.has("remember"));
            case "create" -> new DraftAct.SettleName(name(form), List.of(), newUnit(form), form.has("remember"));
            case "create-all" -> newUnits(form);
            case "split" -> split(row(form), form);
            case "merge-rows" -> merged(chosen(form, 2, "TWO_ROWS"));
            case "split-row" -> split(chosen(form, 1, "ONE_ROW").getFirst(), form);
            case "merge" -> new DraftAct.MergeTasks(row(form), form.text("other").orElse(""));
            case "undo" -> new DraftAct.Undo();
            default -> throw new RowForm.UnreadableField();
        };
    }

    private static DraftAct tasks(RowForm form, Due due) {
        return duties(form, false, "task", due);
    }

    private static DraftAct duties(RowForm form, boolean rest, String decision, @Nullable Due due) {
        return new DraftAct.DecideDuties(
                rest ? List.of() : rows(form), rest, decision, due, unit(form, "lead"), null, null, null, null, rest ? form.textOrNull("part") : null);
    }

    private static DraftAct target(RowForm form) {
        return new DraftAct.DecideDuties(
                rows(form), false, "target", null, unit(form, "lead"), form.textOrNull("title"), form.textOrNull("operator"),
                form.figure("value").orElseThrow(RowForm.UnreadableField::new), form.textOrNull("unit"));
    }

    private static DraftAct merged(List<String> rows) {
        return new DraftAct.MergeTasks(rows.get(0), rows.get(1));
    }

    private static DraftAct split(String row, RowForm form) {
        return new DraftAct.SplitTask(row, form.text("titles").orElse("").lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    private static DraftAct targets(RowForm form, boolean all) {
        var rhythm = form.text("rhythm").flatMap(code -> Coded.of(Frequency.class, code)).orElse(null);
        return new DraftAct.DescribeTargets(rows(form), all, unit(form, "owner"), form.textOrNull("dataSource"), rhythm);
    }

    /** The names that are ticked, each with what it is said to be. */
    private static DraftAct newUnits(RowForm form) {
        var ticked = form.all("pick").stream().map(at -> new DraftAct.NamedNewUnit(
                form.text("asWritten" + at).orElseThrow(RowForm.UnreadableField::new),
                new DraftAct.NewUnit(
                        form.text("newName" + at).or(() -> form.text("asWritten" + at)).orElseThrow(RowForm.UnreadableField::new),
                        form.text("newKind" + at).flatMap(code -> Coded.of(UnitKind.class, code)).orElseThrow(RowForm.UnreadableField::new), unit(form, "parent" + at)))).toList();
        return new DraftAct.CreateUnits(ticked, true);
    }

    private static DraftAct.NewUnit newUnit(RowForm form) {
        var kind = form.text("newKind").flatMap(code -> Coded.of(UnitKind.class, code)).orElseThrow(RowForm.UnreadableField::new);
        return new DraftAct.NewUnit(form.text("newName").orElseGet(() -> name(form)), kind, unit(form, "parent"));
    }

    private static Due by(RowForm form) {
        var day = form.day("date");
        if (day == null) {
            throw new RowForm.UnreadableField();
        }
        return new Due.By(day, false, false);
    }

    /** A box may stand for a whole group: its rows with commas between. */
    private static List<String> rows(RowForm form) {
        return form.all("rows").stream().flatMap(box -> Arrays.stream(box.split(","))).filter(row -> !row.isEmpty()).distinct().toList();
    }

    private static List<String> chosen(RowForm form, int number, String otherwise) {
        var rows = rows(form);
        if (rows.size() != number) {
            throw new RowForm.UnreadableField(otherwise);
        }
        return rows;
    }

    private static String name(RowForm form) {
        return form.text("name").orElseThrow(RowForm.UnreadableField::new);
    }

    private static String row(RowForm form) {
        return form.text("row").orElseThrow(RowForm.UnreadableField::new);
    }

    private static @Nullable UnitId unit(RowForm form, String field) {
        return form.text(field).filter(Ids::plausible).map(UnitId::new).orElse(null);
    }
}
