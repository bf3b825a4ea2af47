package vn.dondoc.acceptance.faults;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;

/** Which reminders are due by the calendar, which steps were told of them, and which positions were reminded: each once. */
final class Reminded {

    private static final Set<String> STEPS =
            Set.of("TaskDueSoon", "TaskOverdue", "TaskEscalated", "ReportDueSoon", "ReportOverdue", "ReportEscalated");

    private final Landscape landscape;
    private final Books books;

    Reminded(Landscape landscape, Books books) {
        this.landscape = landscape;
        this.books = books;
    }

    void judge(Verdict verdict) {
        var steps = steps(verdict);
        books.newest().forEach((subject, told) -> due(told).stream()
                .filter(step -> !steps.contains(told.state().path("id").asString() + " " + step))
                .forEach(step -> verdict.missed.add("step " + step + " of " + subject)));
        messages(verdict);
    }

    /** Each step of an obligation stands in its history at most once. */
    private Set<String> steps(Verdict verdict) {
        var steps = new HashSet<String>();
        var known = new HashSet<String>();
        for (var told : books.topics()) {
            if (STEPS.contains(told.type()) && known.add(told.id())
                    && !steps.add(told.state().path("id").asString() + " " + step(told))) {
                verdict.twice.add("step " + step(told) + " of " + told.subject());
            }
        }
        return steps;
    }

    private static String step(Books.Told told) {
        return switch (told.type()) {
            case "TaskDueSoon", "ReportDueSoon" -> told.type() + ":" + told.data().path("daysLeft").asInt();
            case "TaskEscalated", "ReportEscalated" -> told.type() + ":" + told.data().path("step").asInt();
            default -> told.type();
        };
    }

    /** The steps that time has brought to what is still owed. Of reports only the late ones: a jump of the clock passes over the others. */
    private List<String> due(Books.Told told) {
        var state = told.state();
        var task = told.subject().startsWith("assignments/");
        var open = task
                ? Set.of("not-started", "in-progress").contains(state.path("workState").asString()) && !state.path("overdueBeforeEntry").asBoolean(false)
                : Set.of("open", "due-soon", "overdue").contains(state.path("status").asString());
        if (!open || state.path("lastDay").isMissingNode()) {
            return List.of();
        }
        var began = LocalDate.ofInstant(java.time.Instant.parse(began(told.subject())), Landscape.ZONE);
        var lastDay = LocalDate.parse(state.path("lastDay").asString());
        var kind = task ? "Task" : "Report";
        var due = new ArrayList<String>();
        if (task) {
            Stream.of(7, 3, 1, 0).filter(days -> passed(began, lastDay.minusDays(days))).forEach(days -> due.add("TaskDueSoon:" + days));
        }
        if (passed(began, lastDay.plusDays(1))) {
            due.add(kind + "Overdue");
            due.add(kind + "Escalated:1");
        }
        Stream.of(3, 7).filter(days -> passed(began, lastDay.plusDays(days)))
                .forEach(days -> due.add(kind + "Escalated:" + (days == 3 ? 2 : 3)));
        return due;
    }

    private boolean passed(LocalDate began, LocalDate day) {
        return day.isAfter(began) && !day.isAfter(landscape.today());
    }

    private String began(String subject) {
        return books.topics().stream().filter(told -> told.subject().equals(subject) && told.sequence() == 1).findFirst().orElseThrow().at();
    }

    private void messages(Verdict verdict) {
        var wanted = new HashSet<String>();
        var known = new HashSet<String>();
        for (var told : books.topics()) {
            if (STEPS.contains(told.type()) && known.add(told.id())) {
                positions(told).forEach(position -> wanted.add(message(
                        told.state().path("id").asString(), step(told), told.state().path("lastDay").asString(), position)));
            }
        }
        var found = new HashMap<String, Integer>();
        landscape.database(Landscape.NOTIFICATION).getCollection("notifications").find()
                .forEach(message -> reminder(message, found));
        verdict.reminders = wanted.size();
        wanted.stream().filter(message -> !found.containsKey(message)).forEach(message -> verdict.missed.add("message " + message));
        found.forEach((message, times) -> {
            if (times > 1) {
                verdict.twice.add("message " + message + " " + times + " times");
            }
            if (!wanted.contains(message)) {
                verdict.others.add("message that nobody expects: " + message);
            }
        });
    }

    private static void reminder(Document message, Map<String, Integer> found) {
        var cause = message.get("cause", Document.class);
        if (STEPS.contains(cause.getString("type")) && !"OVERDUE_BEFORE_ENTRY".equals(cause.getString("occasion"))) {
            var number = cause.get("number");
            var step = number == null ? cause.getString("type") : cause.getString("type") + ":" + number;
            found.merge(message(cause.getString("obligation"), step, cause.getString("lastDay"),
                    message.get("to", Document.class).getString("position")), 1, Integer::sum);
        }
    }

    private static String message(String obligation, String step, String lastDay, String position) {
        return String.join(" ", obligation, step, lastDay, position);
    }

    /** Who is to be reminded: the office that owes it, then its head, its standing unit, its leader. */
    private Stream<String> positions(Books.Told told) {
        var state = told.state();
        if (state.path("overdueBeforeEntry").asBoolean(false)) {
            return Stream.empty();
        }
        var offices = new HashSet<String>();
        if (told.subject().startsWith("assignments/")) {
            state.path("lead").forEach(unit -> offices.add(unit.asString()));
        } else {
            offices.add(state.path("unit").asString());
        }
        var commune = state.path("commune").asString();
        return landscape.worlds.stream().flatMap(world -> world.province.positions().stream())
                .filter(position -> reminded(position, step(told), offices, commune))
                .map(position -> position.id().value());
    }

    private static boolean reminded(PositionState position, String step, Set<String> offices, String commune) {
        var inOffice = offices.contains(position.unit().value());
        var standing = position.role() == Role.COMMUNE_STANDING && position.unit().value().equals(commune + ".vhxh");
        if (step.endsWith("Escalated:1")) {
            return inOffice && position.role() != Role.OFFICER;
        } else if (step.endsWith("Escalated:2")) {
            return standing;
        } else if (step.endsWith("Escalated:3")) {
            return position.role() == Role.COMMUNE_LEADER && position.unit().value().equals(commune);
        }
        return inOffice || standing && step.endsWith("Overdue");
    }
}
