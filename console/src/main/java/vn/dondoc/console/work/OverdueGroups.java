package vn.dondoc.console.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.dondoc.contracts.api.Tasks;

/**
 * Overdue tasks as a meeting goes through them: by the leaders in charge, then those of which nobody is, by who leads them. Where leaders have divided
 * nothing up all of them are by who leads them.
 *
 * @param byLeader a task under each leader whose field it is
 */
public record OverdueGroups(Map<String, List<Tasks.TaskSummary>> byLeader, Map<String, List<Tasks.TaskSummary>> byLead) {

    static OverdueGroups of(List<Tasks.TaskSummary> overdue, List<Tasks.LedBy> inCharge, Function<Tasks.TaskSummary, String> lead) {
        var leaders = inCharge.stream().collect(Collectors.toMap(Tasks.LedBy::task, Tasks.LedBy::leaders, (one, _) -> one));
        var byLeader = new LinkedHashMap<String, List<Tasks.TaskSummary>>();
        var byLead = new LinkedHashMap<String, List<Tasks.TaskSummary>>();
        for (var task : overdue) {
            var led = leaders.getOrDefault(task.id(), List.of());
            led.forEach(leader -> byLeader.computeIfAbsent(leader.title(), _ -> new ArrayList<>()).add(task));
            if (led.isEmpty()) {
                byLead.computeIfAbsent(lead.apply(task), _ -> new ArrayList<>()).add(task);
            }
        }
        return new OverdueGroups(byLeader, byLead);
    }
}
