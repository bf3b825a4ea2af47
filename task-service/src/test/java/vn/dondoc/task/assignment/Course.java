package vn.dondoc.task.assignment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;

import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.OFFICER_OF_LEAD;
import static vn.dondoc.task.assignment.TaskFixtures.STANDING;

/** What people and plans do over the years, drawn at random: the same seed gives the same course. */
final class Course {

    static final LocalDate FIRST_DAY = LocalDate.parse("2027-11-15");
    /** Around the turn of the year, Tết (26/1/2028), the leap day, holidays, and a make-up Saturday. */
    private static final List<LocalDate> NOTABLE = List.of(
            LocalDate.parse("2027-12-31"), LocalDate.parse("2028-01-01"), LocalDate.parse("2028-01-25"), LocalDate.parse("2028-01-26"),
            LocalDate.parse("2028-01-31"), LocalDate.parse("2028-02-05"), LocalDate.parse("2028-02-28"), LocalDate.parse("2028-02-29"),
            LocalDate.parse("2028-03-01"), LocalDate.parse("2028-03-07"), LocalDate.parse("2028-04-30"), LocalDate.parse("2028-09-02"),
            LocalDate.parse("2028-12-31"), LocalDate.parse("2029-02-28"));

    private final Random random;

    Course(Random random) {
        this.random = random;
    }

    /** How long nothing happens: mostly hours, now and then exactly to a day's edge, and outages of up to two months. */
    Duration gap(Instant now) {
        var dice = random.nextInt(100);
        if (dice < 3) {
            return Duration.ofHours(random.nextInt(24 * 60));
        }
        if (dice < 25) {
            var untilMidnight = Duration.ofDays(1).minus(Duration.ofSeconds(Math.floorMod(now.getEpochSecond() + 7 * 3600, 86_400)));
            return untilMidnight.plusMillis(random.nextInt(3) - 1);
        }
        return Duration.ofMinutes(random.nextInt(60 * 60));
    }

    /** How far a clock is wrong: back or ahead by up to four days. */
    Duration jump() {
        return Duration.ofMinutes(random.nextInt(2 * 4 * 24 * 60) - 4 * 24 * 60);
    }

    PlannedTask planned(int number, LocalDate today) {
        return told("t" + number, due(today), 0);
    }

    /** The same task, as a plan tells it now. */
    PlannedTask told(String id, @Nullable Due due, int version) {
        var commune = new UnitId("xa" + id.hashCode() % 3);
        return new PlannedTask(new TaskId(id), new PlanId("p"), new UnitId("tinh"), commune, 0, "1", "Rà soát hạ tầng số, lần " + version,
                List.of(new UnitId("kinhte")), List.of(), null, null, due);
    }

    @Nullable Due due(LocalDate today) {
        var dice = random.nextInt(20);
        return dice == 0 ? new Due.Ongoing() : new Due.By(day(today, dice), false, random.nextBoolean());
    }

    private LocalDate day(LocalDate today, int dice) {
        if (dice < 8) {
            return NOTABLE.get(random.nextInt(NOTABLE.size()));
        }
        if (dice < 12) {
            return YearMonth.from(today).plusMonths(random.nextInt(4)).atEndOfMonth();
        }
        return today.plusDays(random.nextInt(60) - 12);
    }

    /** One act of somebody; which one is drawn before it is known what is there. */
    interface Act {
        Decision<Assignment> on(Assignment task, Instant at);
    }

    Act act() {
        var days = 1 + random.nextInt(40);
        return switch (random.nextInt(12)) {
            case 0 -> (task, at) -> Commands.acknowledge(task, OFFICER_OF_LEAD, at);
            case 1, 2 -> (task, at) -> Commands.recordProgress(task, STANDING, Stories.PROGRESS, at);
            case 3 -> (task, at) -> Commands.submit(task, OFFICER_OF_LEAD, Stories.DONE, at);
            case 4, 5 -> (task, at) -> Commands.giveBack(task, LEADER, "Bổ sung", at);
            case 6 -> (task, at) -> days % 5 == 0 ? Commands.accept(task, LEADER, null, at) : Decision.unchanged();
            case 7, 8 -> (task, at) -> task.lastDay() == null ? Decision.unchanged()
                    : Extending.ask(task, OFFICER_OF_LEAD, task.lastDay().plusDays(days), "Chờ thiết bị", at);
            case 9 -> (task, at) -> Extending.refuse(task, LEADER, "Chưa có cơ sở", at);
            default -> (task, at) -> Extending.grant(task, LEADER, null, null, at);
        };
    }
}
