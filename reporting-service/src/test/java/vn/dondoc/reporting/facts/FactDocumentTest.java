package vn.dondoc.reporting.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.reporting.cells.Counter;

import static org.assertj.core.api.Assertions.assertThat;

class FactDocumentTest {

    /** Before 29 November 2026: such a version stops at any other name in this field, and may run beside this one. */
    private static final Set<Counter> OF_THE_FIRST_VERSIONS = EnumSet.complementOf(EnumSet.of(
            Counter.REPORT_EXPLANATION_OWED, Counter.REPORT_EXPLANATION_OVERDUE, Counter.TARGET_EXPLANATION_OWED, Counter.TARGET_EXPLANATION_OVERDUE));

    @Test
    void every_counter_is_read_back_and_older_versions_find_only_those_they_know() {
        for (var counter : Counter.values()) {
            var fact = fact(EnumSet.of(Counter.REPORT_OVERDUE, counter));
            var stored = FactDocument.write(fact);
            assertThat(FactDocument.read(stored)).isEqualTo(fact);
            assertThat(stored.getList("counted", String.class)).contains("REPORT_OVERDUE")
                    .allMatch(name -> OF_THE_FIRST_VERSIONS.contains(Counter.valueOf(name)));
        }
    }

    @Test
    void a_counter_of_a_newer_version_is_passed_over() {
        var stored = FactDocument.write(fact(Set.of(Counter.REPORT_OVERDUE)));
        var names = new ArrayList<>(stored.getList("counted", String.class));
        names.add("REPORT_OF_2031");
        stored.append("counted", names).append("countedSince", List.of("TARGET_EXPLANATION_OWED", "TASK_OF_2031"));
        assertThat(FactDocument.read(stored).counted()).containsExactlyInAnyOrder(Counter.REPORT_OVERDUE, Counter.TARGET_EXPLANATION_OWED);
    }

    private static StoredFact fact(Set<Counter> counted) {
        return new StoredFact(
                "report/r", 3, Instant.parse("2026-11-29T01:00:00Z"), new UnitId("tinh"), new UnitId("xa"), new PlanId("ke-hoach"), List.of(new UnitId("phong")),
                counted, "2026-11", null, null, null, null, null, null);
    }
}
