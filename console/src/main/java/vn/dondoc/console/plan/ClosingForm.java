package vn.dondoc.console.plan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.dondoc.contracts.api.Closings;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;

/** What was filled in to close a plan: {@code row.ID} and {@code due.ID} for a task, {@code all} for those without a choice of their own. */
public record ClosingForm(MultiValueMap<String, String> form) {

    /** What is on the page for a task. */
    public record Line(Tasks.TaskSummary task, @Nullable String chosen, @Nullable String decision, @Nullable String due) {

        /** Its own new day as a day; null where it has none that can be read. */
        public @Nullable LocalDate day() {
            return due != null && isDay(due) ? ClosingForm.day(due) : null;
        }
    }

    List<Line> lines(List<Tasks.TaskSummary> open) {
        return open.stream().map(task -> new Line(task, text("row." + task.id()), decisionOf(task.id()), text("due." + task.id()))).toList();
    }

    /** Null while nobody has chosen. */
    private @Nullable String decisionOf(TaskId task) {
        var own = text("row." + task);
        return own == null ? text("all") : own;
    }

    /** As it was filled in; null where it was left empty. */
    public @Nullable String text(String field) {
        var value = form.getFirst(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** What is missing or cannot be read, as the code of its sentence; nothing where it can be sent. */
    Optional<String> missing(List<Line> lines) {
        if (lines.stream().anyMatch(line -> line.decision() == null)) {
            return Optional.of("CLOSING_OPEN");
        }
        if (chosen(lines, "move") && text("target") == null) {
            return Optional.of("CLOSING_TARGET");
        }
        if (chosen(lines, "cancel") && text("reason") == null) {
            return Optional.of("CLOSING_REASON");
        }
        var days = lines.stream().map(Line::due).filter(Objects::nonNull).allMatch(ClosingForm::isDay);
        return days && isDay(text("issuedOn")) && isDay(text("due")) ? Optional.empty() : Optional.of("FORM");
    }

    /** What is not open any more stays as it is. */
    Closings.Wanted wanted(List<Line> lines) {
        var rows = lines.stream().map(line -> {
            var moved = "move".equals(line.decision());
            return new Closings.Row(
                    line.task().id(), Objects.requireNonNull(line.decision()), moved ? target() : null,
                    moved ? day(line.due() == null ? text("due") : line.due()) : null);
        }).toList();
        return new Closings.Wanted(rows, "carry", text("reason"), text("number"), day(text("issuedOn")));
    }

    /** The new day of those without one of their own; null where their time stays as it is. */
    @Nullable LocalDate commonDay() {
        return day(text("due"));
    }

    private @Nullable PlanId target() {
        var target = text("target");
        return target != null && Ids.plausible(target) ? new PlanId(target) : null;
    }

    private static boolean chosen(List<Line> lines, String decision) {
        return lines.stream().anyMatch(line -> decision.equals(line.decision()));
    }

    private static boolean isDay(@Nullable String text) {
        try {
            day(text);
            return true;
        } catch (DateTimeParseException wrong) {
            return false;
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
