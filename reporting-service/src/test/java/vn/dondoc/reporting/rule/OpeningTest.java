package vn.dondoc.reporting.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.reporting.ServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

class OpeningTest extends ServiceTest {

    @Autowired
    private Sweep<Rule> sweep;

    @Test
    void manyInstancesOpenAPeriodOnce() throws Exception {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte", "xa1.congan", "xa1.thon1");
        soon().until(() -> total() == 3);

        todayIs(LocalDate.of(2026, 4, 1));
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var rounds = new ArrayList<Future<?>>();
            for (int i = 0; i < 6; i++) {
                rounds.add(instances.submit(sweep::round));
            }
            for (var round : rounds) {
                round.get();
            }
        }

        assertThat(total()).isEqualTo(6);
        var april = get("/api/reports/obligations?mine=true&period=2026-04", economyHead()).json().path("items").get(0).path("id").asString();
        soon().until(() -> !told(april).isEmpty());
        assertThat(get("/api/reports/" + april, economyHead()).json().path("history").size()).isEqualTo(1);
    }

    @Test
    void aRuleThatComesAgainOrTooLateChangesNothing() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte");
        monthlyRule("kh", "xa1.kinhte");
        todayIs(LocalDate.of(2026, 4, 1));
        soon().until(() -> total() == 2);
        monthlyRule("kh", "xa1.kinhte");
        monthlyRule("kh2", "xa1.congan");

        soon().until(() -> get("/api/reports/obligations?mine=true", police()).json().path("total").asInt() == 2);
        assertThat(get("/api/reports/obligations?mine=true", economyHead()).json().path("total").asInt()).isEqualTo(2);
    }

    private int total() {
        return get("/api/reports/obligations", standing()).json().path("total").asInt();
    }
}
