package vn.dondoc.plan.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.plan.naming.Reporters;
import vn.dondoc.plan.naming.UnitNames;
import vn.dondoc.reading.Duty;
import vn.dondoc.reading.PlanDocument;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.Reporting;
import vn.dondoc.reading.Source;
import vn.dondoc.reading.Target;
import vn.dondoc.reading.Task;

/** Makes rows of a reading: numbered, with the units their names stand for. */
final class Drafting {

    private final UnitNames names;
    private final Reporters reporters;
    private final Places places;

    Drafting(UnitNames names, Places places) {
        this.names = names;
        this.reporters = new Reporters(names);
        this.places = places;
    }

    Plans.Content content(Reading reading) {
        var tasks = rows("t", reading.tasks(), this::task);
        return new Plans.Content(
                heading(reading.document()),
                tasks,
                rows("c", reading.targets(), this::target),
                once(rows("r", reading.reporting(), this::rule)),
                rows(DutyPart.DUTIES.letter(), reading.duties(), this::duty).stream().map(duty -> decided(duty, tasks)).toList(),
                reading.recipients(),
                rows(DutyPart.MEASURES.letter(), reading.measures(), (row, read) -> asked(row, read.unit(), read.text(), read.heading(), read.source())),
                rows(DutyPart.OBJECTIVES.letter(), reading.objectives(), (row, read) -> asked(row, read.unit(), read.text(), read.heading(), read.source())));
    }

    /** The sentence that a task was read of is that task: nobody has to decide it again. */
    private static Plans.Duty decided(Plans.Duty duty, List<Plans.TaskRow> tasks) {
        var source = duty.source();
        return tasks.stream().filter(task -> source != null && source.start() >= 0 && source.equals(task.source())).findFirst()
                .map(task -> Rows.duty(duty, duty.lead(), Duties.TASK, task.row())).orElse(duty);
    }

    /** A report that the document asks for twice in the same words is owed once. */
    private static List<Plans.RuleRow> once(List<Plans.RuleRow> rows) {
        var said = new HashSet<List<Object>>();
        return rows.stream().filter(row -> said.add(List.of(
                row.frequency(), String.valueOf(row.day()), String.valueOf(row.month()), row.strict(), String.valueOf(row.reporter()),
                String.valueOf(row.recipient())))).toList();
    }

    private interface Row<T, R> {

        R of(String row, T read);
    }

    private static <T, R> List<R> rows(String letter, List<T> read, Row<T, R> row) {
        var rows = new ArrayList<R>(read.size());
        for (var one : read) {
            rows.add(row.of(letter + (rows.size() + 1), one));
        }
        return List.copyOf(rows);
    }

    private static Plans.Heading heading(PlanDocument read) {
        return new Plans.Heading(
                read.kind(), read.number(), read.issuedOn(), read.title(), read.issuer(), read.year(), read.signer());
    }

    private Plans.TaskRow task(String row, Task read) {
        var due = due(read.due());
        return new Plans.TaskRow(
                row, read.ordinal(), read.title(), named(read.lead()), named(read.coordinating()), read.product(), read.budgetVnd(),
                due, due == null ? read.dueText() : null, false, false, read.confidence(), read.reason(), places.of(read.source()));
    }

    private List<Plans.NamedUnit> named(List<String> read) {
        return read.stream().flatMap(name -> names.resolveAll(name).stream()).toList();
    }

    private Plans.Duty duty(String row, Duty read) {
        return asked(row, read.unit(), read.text(), null, read.source());
    }

    private Plans.Duty asked(String row, @Nullable String unit, String text, @Nullable String heading, Source source) {
        var lead = unit == null ? List.<Plans.NamedUnit>of() : names.resolveAll(unit);
        return new Plans.Duty(row, Objects.requireNonNullElse(unit, ""), lead, text, null, null, places.of(source), heading);
    }

    private static @Nullable Due due(vn.dondoc.reading.@Nullable Due read) {
        return switch (read) {
            case null -> null;
            case vn.dondoc.reading.Due.By by -> new Due.By(by.date(), by.thenOngoing(), by.tentative());
            case vn.dondoc.reading.Due.Ongoing _ -> new Due.Ongoing();
            case vn.dondoc.reading.Due.Recurring recurring -> new Due.Recurring(frequency(recurring.frequency()));
        };
    }

    private Plans.TargetRow target(String row, Target read) {
        return new Plans.TargetRow(
                row, read.group(), read.name(), read.operator(), new BigDecimal(read.value().toPlainString()), read.unit(),
                read.owner() == null ? null : names.resolve(read.owner()), null, null, false,
                read.confidence(), places.of(read.source()));
    }

    private Plans.RuleRow rule(String row, Reporting read) {
        var before = read.before();
        var owedTo = reporters.owedTo(read.recipient()).orElse(null);
        return new Plans.RuleRow(
                row, frequency(read.frequency()), before == null ? null : before.day(), before == null ? null : before.month(),
                !Boolean.TRUE.equals(read.inclusive()), null, read.reporter(), read.recipient(), reporters.owedBy(read.reporter(), owedTo), owedTo,
                false, places.of(read.source()));
    }

    private static Frequency frequency(String code) {
        return Coded.of(Frequency.class, code).orElseThrow(() -> new IllegalStateException("A rhythm nobody knows: " + code));
    }
}
