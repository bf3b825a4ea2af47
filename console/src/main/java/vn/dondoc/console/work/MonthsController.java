package vn.dondoc.console.work;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.id.PlanId;

/** A plan month by month: its tasks by the month of their last day, then what goes on all the time, then what has no day. */
@Controller
class MonthsController {

    private static final List<TimeClass> WORST_FIRST = List.of(
            TimeClass.OVERDUE, TimeClass.DUE_SOON, TimeClass.IN_TIME, TimeClass.NO_DEADLINE, TimeClass.COMPLETED_LATE, TimeClass.COMPLETED_IN_TIME);

    private final Backend backend;
    private final TaskCalls tasks;

    MonthsController(Backend backend, TaskCalls tasks) {
        this.backend = backend;
        this.tasks = tasks;
    }

    /**
     * Tasks that belong together.
     *
     * @param id of the place in the page
     * @param month null for what has no month
     * @param counts how many of each time class, worst first, without those that have none
     */
    public record Month(String id, @Nullable YearMonth month, Map<String, Long> counts, List<Tasks.TaskSummary> tasks) {

        static Month of(String id, @Nullable YearMonth month, List<Tasks.TaskSummary> tasks) {
            var counts = new LinkedHashMap<String, Long>();
            WORST_FIRST.forEach(one -> counts.put(one.code(), tasks.stream().filter(task -> task.timeClass() == one).count()));
            counts.values().removeIf(count -> count == 0);
            return new Month(id, month, counts, tasks);
        }
    }

    @GetMapping("/plans/{id}/months")
    String page(@PathVariable PlanId id, Model model) {
        model.addAttribute("plan", backend.get(Service.PLAN, "/api/plans/{id}", Plans.Plan.class, id.value()).summary());
        model.addAttribute("months", months(tasks.all(Query.none().with("plan", id.value()))));
        return "plans/months";
    }

    static List<Month> months(List<Tasks.TaskSummary> all) {
        var dated = all.stream().filter(task -> task.lastDay() != null)
                .collect(Collectors.groupingBy(task -> YearMonth.from(task.lastDay()), TreeMap::new, Collectors.toList()));
        var months = new ArrayList<Month>();
        dated.forEach((month, tasks) -> months.add(Month.of("m-" + month, month, tasks)));
        var undated = all.stream().filter(task -> task.lastDay() == null).collect(Collectors.partitioningBy(MonthsController::goesOn));
        Stream.of(Month.of("ongoing", null, undated.getOrDefault(true, List.of())), Month.of("no-day", null, undated.getOrDefault(false, List.of())))
                .filter(rest -> !rest.tasks().isEmpty()).forEach(months::add);
        return months;
    }

    private static boolean goesOn(Tasks.TaskSummary task) {
        return task.due() instanceof Due.Ongoing || task.due() instanceof Due.Recurring;
    }
}
