package vn.dondoc.reporting.dashboard;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.event.DirectiveState;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.Urgency;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.reporting.ServiceTest;
import vn.dondoc.reporting.recount.CellRecount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DashboardTest extends ServiceTest {

    @Autowired
    private CellRecount cellRecount;

    @Test
    void taskEventsMoveTheFiguresOfUnitPlanCommuneAndProvince() {
        published("kh", "xa1");
        published("empty", "xa1");
        task("t1", "kh", "xa1", TimeClass.OVERDUE, 2, "xa1.kinhte");
        task("t2", "kh", "xa1", TimeClass.IN_TIME, 1, "xa1.kinhte", "xa1.congan");
        task("t3", "kh", "xa1", TimeClass.COMPLETED_IN_TIME, 3, "xa1.congan");
        task("t1", "kh", "xa1", TimeClass.IN_TIME, 1, "xa1.kinhte");
        task("t4", "kh2", "xa2", TimeClass.DUE_SOON, 1, "xa2.kinhte");
        task("t5", "kh", "xa1", TimeClass.NO_DEADLINE, 1);
        task("t5", "kh", "xa1", TimeClass.NO_DEADLINE, 1);

        soon().until(() -> province(provinceStanding()).tasks().total() == 5);
        soon().until(() -> commune("xa1", standing()).tasks().overdue() == 1);
        var board = province(provinceStanding());
        assertThat(board.name()).isEqualTo("Tỉnh Thử Nghiệm");
        assertThat(board.asOf()).isNotNull();
        assertThat(board.lines()).extracting(Dashboards.Line::name).as("worst first").containsExactly("Xã Thượng Thử", "Xã Hạ Thử");
        assertThat(board.rates().doneOfDue()).isEqualTo(50.0);
        assertThat(board.rates().doneOfAll()).isEqualTo(20.0);

        var commune = commune("xa1", economyHead());
        assertThat(commune.tasks().total()).isEqualTo(4);
        assertThat(commune.tasks().neverOpened()).isEqualTo(4);
        assertThat(commune.rates().doneOfDue()).isEqualTo(50.0);
        assertThat(commune.lines()).extracting(Dashboards.Line::id).containsExactly(unit("xa1.kinhte"), unit("xa1.congan"));
        assertThat(commune.lines()).extracting(line -> line.tasks().total()).as("a shared task stands under both").containsExactly(2L, 2L);
        assertThat(commune.plans()).extracting(Dashboards.PlanLine::title).containsExactly("Kế hoạch kh", "Kế hoạch empty");
        assertThat(commune.plans()).extracting(plan -> plan.tasks().total()).containsExactly(4L, 0L);
        soon().untilAsserted(() -> assertThat(cellRecount.differences()).isEmpty());
    }

    @Test
    void aDirectiveStandsBesideThePlansOfEveryCommuneThatHasAPartOfIt() {
        published("kh", "xa1");
        var directive = new DirectiveState(
                new DirectiveId(plan("cd").value()), unit("tinh"), null, unit("so"), "Rà soát đường truyền", "58/SKHCN", MARCH_2, Urgency.NORMAL, null, null,
                List.of(unit("xa1"), unit("xa2")), List.of(unit("xa1"), unit("xa2")), null);
        topics.publish(new PlanEvent.DirectiveIssued(directive), unit("tinh"), "directives/" + directive.id(), 1, now());
        task("t1", "cd", "xa1", TimeClass.OVERDUE, 1, "xa1.vhxh");
        task("t2", "cd", "xa2", TimeClass.IN_TIME, 1, "xa2.vhxh");

        soon().until(() -> province(provinceStanding()).tasks().total() == 2);
        soon().untilAsserted(() -> assertThat(commune("xa1", standing()).plans()).extracting(Dashboards.PlanLine::title, Dashboards.PlanLine::directive)
                .containsExactly(tuple("Rà soát đường truyền", true), tuple("Kế hoạch kh", false)));
        assertThat(commune("xa1", standing()).plans().getFirst().tasks().total()).isEqualTo(1);
        assertThat(commune("xa2", provinceStanding()).plans()).extracting(Dashboards.PlanLine::directive).containsExactly(true);
        soon().untilAsserted(() -> assertThat(cellRecount.differences()).isEmpty());
    }

    @Test
    void communesWithoutAnythingStandThereWithZeros() {
        var board = province(provinceStanding());

        assertThat(board.lines()).hasSize(2).allSatisfy(line -> {
            assertThat(line.tasks().total()).isZero();
            assertThat(line.reports().total()).isZero();
            assertThat(line.rates().doneOfDue()).isNull();
        });
        assertThat(board.asOf()).isNull();
    }

    @Test
    void figuresStayWithinTheBranch() {
        assertThat(get("/api/dashboards/province", standing()).code()).isEqualTo("FORBIDDEN");
        assertThat(get("/api/dashboards/communes/" + unit("xa2"), standing()).code()).isEqualTo("NOT_FOUND");
        assertThat(get("/api/dashboards/communes/" + unit("xa2"), economyHead()).status()).isEqualTo(404);
        assertThat(get("/api/dashboards/communes/" + unit("xa1"), province.token("xa1.thon1", Role.VILLAGE_HEAD)).status()).isEqualTo(200);
        assertThat(get("/api/dashboards/communes/" + unit("so"), provinceStanding()).status()).as("not a commune").isEqualTo(404);
        assertThat(get("/api/dashboards/communes/nowhere", provinceStanding()).status()).isEqualTo(404);
        assertThat(get("/api/dashboards/communes/@@", provinceStanding()).status()).isEqualTo(404);
    }

    private Dashboards.Dashboard province(String token) {
        return get("/api/dashboards/province", token).as(Dashboards.Dashboard.class);
    }
}
