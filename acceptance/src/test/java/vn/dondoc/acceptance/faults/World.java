package vn.dondoc.acceptance.faults;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.testing.TestProvince;

import static org.awaitility.Awaitility.await;

/**
 * A province with one plan in each of its two communes: tasks with near and far deadlines, weekly reports. One task in six is touched by
 * nobody, so that every reminder of it is due.
 */
final class World {

    private static final List<String> OFFICES = List.of("kinhte", "congan", "thon1");
    private static final Map<String, Role> WORKS_AS = Map.of("kinhte", Role.OFFICER, "congan", Role.UNIT_HEAD, "thon1", Role.VILLAGE_HEAD);
    private static final int[] DAYS = {2, 5, 9, 40};
    private static final int RULES = 3;
    /** Tokens are good for ten minutes, and runs may be longer. */
    private static final Duration RENEWED = Duration.ofMinutes(5);

    final TestProvince province;
    final String prefix;

    private final Landscape landscape;
    private final List<Owed> tasks = new ArrayList<>();
    private final List<Owed> reports = new ArrayList<>();
    private final Map<String, Issued> tokens = new HashMap<>();

    /**
     * Something somebody owes.
     *
     * @param office the unit that owes it, within its commune
     */
    record Owed(boolean task, String id, String commune, String office) {

        String subject() {
            return (task ? "assignments/" : "obligations/") + id;
        }
    }

    private record Issued(String token, long at) {}

    private World(Landscape landscape, String prefix) {
        this.landscape = landscape;
        this.prefix = prefix;
        this.province = new TestProvince(prefix);
    }

    /** Publishes it, and waits until the services know it. */
    static World published(Landscape landscape, String prefix, int tasks) {
        var world = new World(landscape, prefix);
        world.province.publish(landscape.topics);
        IntStream.range(0, tasks).forEach(world::plan);
        for (var commune : List.of("xa1", "xa2")) {
            IntStream.range(0, RULES).forEach(number -> world.expectReports(commune, number));
        }
        world.awaitKnown();
        landscape.worlds.add(world);
        return world;
    }

    List<Owed> tasks() {
        return List.copyOf(tasks);
    }

    /** What people work at; the others stay untouched. */
    List<Owed> worked() {
        var worked = new ArrayList<>(reports.subList(0, reports.size() * 2 / 3));
        IntStream.range(0, tasks.size()).filter(i -> i % 6 != 5).mapToObj(tasks::get).forEach(worked::add);
        return worked;
    }

    /** Who works in the office that owes it. */
    String officer(Owed owed) {
        return token(owed.commune() + "." + owed.office(), WORKS_AS.get(owed.office()));
    }

    /** Who takes it, or returns it. */
    String standing(Owed owed) {
        return token(owed.commune() + ".vhxh", Role.COMMUNE_STANDING);
    }

    String administrator() {
        return token("tinh", Role.PROVINCE_ADMINISTRATOR);
    }

    String person(Owed owed, boolean standing) {
        var unit = owed.commune() + (standing ? ".vhxh" : "." + owed.office());
        return province.person(unit, standing ? Role.COMMUNE_STANDING : WORKS_AS.get(owed.office())).value();
    }

    PlanId planOf(String commune) {
        return new PlanId(prefix + "-plan-" + commune);
    }

    PlannedTask task(String id, UnitId commune, UnitId lead, PlanId plan, int order, int days) {
        return new PlannedTask(new TaskId(id), plan, province.unit("tinh"), commune, order, Integer.toString(order), "Nhiệm vụ số " + order,
                List.of(lead), List.of(), null, null, new Due.By(landscape.today().plusDays(days), false, false));
    }

    void publish(PlannedTask task) {
        landscape.topics.publish(new PlanEvent.TaskPlanned(task), task.commune(), "plannedTasks/" + task.id(), 1, landscape.now());
    }

    private synchronized String token(String unit, Role role) {
        var known = tokens.get(unit + role);
        if (known == null || System.nanoTime() - known.at() > RENEWED.toNanos()) {
            known = new Issued(province.token(unit, role), System.nanoTime());
            tokens.put(unit + role, known);
        }
        return known.token();
    }

    private void plan(int number) {
        var commune = number % 4 == 3 ? "xa2" : "xa1";
        var office = OFFICES.get(number % OFFICES.size());
        var owed = new Owed(true, prefix + "-task-" + number, commune, office);
        tasks.add(owed);
        publish(task(owed.id(), province.unit(commune), province.unit(commune + "." + office), planOf(commune), number,
                DAYS[number / 2 % DAYS.length]));
    }

    private void expectReports(String commune, int number) {
        var rule = new ReportingRule(
                new RuleId(prefix + "-rule-" + commune + "-" + number), planOf(commune), province.unit("tinh"), province.unit(commune),
                "Báo cáo tuần số " + number, Frequency.WEEKLY, 7, null,
                OFFICES.stream().map(office -> province.unit(commune + "." + office)).toList(), province.unit(commune + ".vhxh"),
                landscape.today(), landscape.today().plusDays(60));
        landscape.topics.publish(new PlanEvent.ReportingScheduled(rule), rule.commune(), "rules/" + rule.id(), 1, landscape.now());
    }

    private void awaitKnown() {
        var assignments = landscape.database(Landscape.TASK).getCollection("assignments");
        var obligations = landscape.database(Landscape.REPORTING).getCollection("obligations");
        var plans = Filters.in("plan", planOf("xa1").value(), planOf("xa2").value());
        await().atMost(Duration.ofMinutes(3)).until(() ->
                assignments.countDocuments(Filters.in("_id", tasks.stream().map(Owed::id).toList())) == tasks.size()
                        && obligations.countDocuments(plans) >= 2L * RULES * OFFICES.size());
        obligations.find(plans).projection(Projections.include("commune", "unit")).forEach(found -> {
            var commune = found.getString("commune").substring(prefix.length() + 1);
            reports.add(new Owed(false, found.getString("_id"), commune, found.getString("unit").substring(prefix.length() + commune.length() + 2)));
        });
        for (var owed : List.of(tasks.getFirst(), reports.getFirst())) {
            var path = owed.task() ? "/api/tasks/" : "/api/reports/";
            landscape.of(owed.task() ? Landscape.TASK : Landscape.REPORTING).forEach(instance -> await().atMost(Duration.ofMinutes(2))
                    .until(() -> instance.get(path + owed.id(), officer(owed)).statusCode() == 200));
        }
    }
}
