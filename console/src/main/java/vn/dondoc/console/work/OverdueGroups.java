package vn.dondoc.console.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.PositionId;

/**
 * Overdue tasks as a meeting goes through them: by the leaders in charge, then those of which nobody is, by who leads them. Where leaders have divided
 * nothing up all of them are by who leads them.
 *
 * @param byLeader a task under each leader whose field it is; leaders of one title are several
 */
public record OverdueGroups(List<Group> byLeader, List<Group> byLead) {

    /** @param title of the leader, or the names of those who lead */
    public record Group(String title, List<Tasks.TaskSummary> tasks) {

        private Group(String title) {
            this(title, new ArrayList<>());
        }
    }

    static OverdueGroups of(List<Tasks.TaskSummary> overdue, List<Tasks.LedBy> inCharge, Function<Tasks.TaskSummary, String> lead) {
        var leaders = inCharge.stream().collect(Collectors.toMap(Tasks.LedBy::task, Tasks.LedBy::leaders, (one, _) -> one));
        var byLeader = new LinkedHashMap<PositionId, Group>();
        var byLead = new LinkedHashMap<String, Group>();
        for (var task : overdue) {
            var led = leaders.getOrDefault(task.id(), List.of());
            led.forEach(leader -> byLeader.computeIfAbsent(leader.position(), _ -> new Group(leader.title())).tasks().add(task));
            if (led.isEmpty()) {
                byLead.computeIfAbsent(lead.apply(task), Group::new).tasks().add(task);
            }
        }
        return new OverdueGroups(List.copyOf(byLeader.values()), List.copyOf(byLead.values()));
    }
}
