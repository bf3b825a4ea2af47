package vn.dondoc.console.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;

/** Turns what a form says into the corrected row. What a form does not show stays as it is. */
final class RowEdits {

    /** The choice that takes a name out of a row. */
    static final String NONE = "-";

    private RowEdits() {}

    /** What the form shows of the heading, as a merge patch: what was emptied is taken away. */
    static ObjectNode heading(RowForm form) {
        var day = form.day("issuedOn");
        var year = form.wholeNumber("year");
        return JsonNodeFactory.instance.objectNode()
                .put("number", form.textOrNull("number")).put("issuedOn", day == null ? null : day.toString())
                .put("title", form.textOrNull("title")).put("year", year)
                .put("programme", form.textOrNull("programme"));
    }

    /** The plan above as a merge patch of the heading. */
    static ObjectNode parent(@Nullable PlanId parent) {
        return JsonNodeFactory.instance.objectNode().put("parent", parent == null ? null : parent.value());
    }

    static Plans.TaskRow task(Plans.TaskRow was, RowForm form, List<Organisation.UnitView> units) {
        return switch (form.wanted()) {
            case "drop" -> with(was, true, was.confirmed());
            case "restore" -> with(was, false, was.confirmed());
            case "confirm" -> with(was, false, true);
            case "unconfirm" -> with(was, false, false);
            default -> edited(was, form, units);
        };
    }

    private static Plans.TaskRow with(Plans.TaskRow was, boolean dropped, boolean confirmed) {
        return new Plans.TaskRow(
                was.row(), was.ordinal(), was.title(), was.lead(), was.coordinating(), was.product(), was.budgetVnd(), was.due(), was.dueText(),
                dropped, confirmed, was.confidence(), was.reason(), was.source());
    }

    /** A new task; plan-service gives it its row. */
    static Plans.TaskRow added(RowForm form, List<Organisation.UnitView> units) {
        return new Plans.TaskRow(
                "", null, form.text("title").orElseThrow(RowForm.UnreadableField::new), named(List.of(), form.all("lead"), units), List.of(), null, null,
                due(null, form), null, false, false, 1, null, null);
    }

    private static Plans.TaskRow edited(Plans.TaskRow was, RowForm form, List<Organisation.UnitView> units) {
        var due = due(was.due(), form);
        return new Plans.TaskRow(
                was.row(), was.ordinal(), form.text("title").orElse(""), named(was.lead(), form.all("lead"), units),
                named(was.coordinating(), form.all("coordinating"), units), form.textOrNull("product"), was.budgetVnd(), due,
                due == null ? was.dueText() : null, was.dropped(), was.confirmed(), was.confidence(), was.reason(), was.source());
    }

    /** One choice for each name of the document, and one more for each unit that was added. */
    private static List<Plans.NamedUnit> named(List<Plans.NamedUnit> was, List<String> chosen, List<Organisation.UnitView> units) {
        var named = new ArrayList<Plans.NamedUnit>();
        for (var i = 0; i < Math.max(was.size(), chosen.size()); i++) {
            var choice = i < chosen.size() ? chosen.get(i).strip() : "";
            if (choice.equals(NONE)) {
                continue;
            }
            var unit = Ids.plausible(choice) ? new UnitId(choice) : null;
            if (i < was.size()) {
                named.add(new Plans.NamedUnit(was.get(i).name(), unit, was.get(i).candidates()));
            } else if (unit != null) {
                named.add(new Plans.NamedUnit(nameOf(unit, units), unit, List.of()));
            }
        }
        return named;
    }

    private static String nameOf(UnitId unit, List<Organisation.UnitView> units) {
        return units.stream().filter(known -> known.id().equals(unit)).map(Organisation.UnitView::name).findFirst().orElse(unit.value());
    }

    static @Nullable Due due(@Nullable Due was, RowForm form) {
        return switch (form.text("due").orElse("none")) {
            case "by" -> {
                var day = form.day("date");
                if (day == null) {
                    throw new RowForm.UnreadableField();
                }
                yield new Due.By(day, form.has("thenOngoing"), form.has("tentative"));
            }
            case "ongoing" -> new Due.Ongoing();
            case "recurring" -> new Due.Recurring(frequency(form, Frequency.MONTHLY));
            default -> null;
        };
    }

    static Frequency frequency(RowForm form, Frequency otherwise) {
        return form.text("frequency").flatMap(code -> Coded.of(Frequency.class, code)).orElse(otherwise);
    }

    static Plans.TargetRow target(Plans.TargetRow was, RowForm form) {
        var save = form.wanted().equals("save");
        var dropped = save ? was.dropped() : form.wanted().equals("drop");
        return save
                ? new Plans.TargetRow(
                        was.row(), was.group(), form.text("name").orElse(""), form.text("operator").orElse(was.operator()),
                        form.figure("value").orElse(was.value()), form.text("unit").orElse(was.unit()), was.owner(), was.dataSource(), was.rhythm(), dropped,
                        was.confidence(), was.source())
                : new Plans.TargetRow(
                        was.row(), was.group(), was.name(), was.operator(), was.value(), was.unit(), was.owner(), was.dataSource(), was.rhythm(), dropped,
                        was.confidence(), was.source());
    }

    static Plans.RuleRow rule(Plans.RuleRow was, RowForm form) {
        if (!form.wanted().equals("save")) {
            return new Plans.RuleRow(
                    was.row(), was.frequency(), was.day(), was.month(), was.strict(), was.dayConfirmed(), was.reporter(), was.recipient(), was.owedBy(), was.owedTo(),
                    form.wanted().equals("drop"), was.source());
        }
        var owers = form.all("owedBy").stream().filter(Ids::plausible).map(UnitId::new).toList();
        var receiver = form.text("owedTo").filter(Ids::plausible).map(UnitId::new).orElse(null);
        return new Plans.RuleRow(
                was.row(), frequency(form, was.frequency()), form.wholeNumber("day"), form.wholeNumber("month"), form.has("strict"), true, was.reporter(),
                was.recipient(), owers, receiver, was.dropped(), was.source());
    }
}
