package vn.dondoc.reporting.system;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Systems.Column;
import vn.dondoc.contracts.api.Systems.Field;
import vn.dondoc.contracts.api.Systems.Scope;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.Period;

import static org.assertj.core.api.Assertions.assertThat;

class OtherSystemTest {

    private static final LocalDate MARCH_2 = LocalDate.of(2026, 3, 2);

    @Test
    void the_period_that_runs_is_expected_at_once_and_those_that_were_missed_in_an_outage_too() {
        var system = registered(monthly(20), MARCH_2);

        assertThat(system.due(MARCH_2)).extracting(Period::label).containsExactly("2026-03");
        assertThat(system.opensOn(system.due(MARCH_2).getFirst())).isEqualTo(MARCH_2);
        assertThat(system.nextBoundaryAt()).isEqualTo(Instant.parse("2026-03-01T17:00:00Z"));
        assertThat(system.due(LocalDate.of(2026, 5, 3))).extracting(Period::label).containsExactly("2026-03", "2026-04", "2026-05");
    }

    @Test
    void a_day_that_has_passed_is_not_expected_any_more() {
        var system = registered(monthly(1), MARCH_2);

        assertThat(system.due(MARCH_2)).isEmpty();
        assertThat(system.ahead(MARCH_2)).map(Period::label).contains("2026-04");
    }

    @Test
    void another_day_moves_what_is_open_and_another_rhythm_begins_with_its_own_period() {
        var opened = opened(registered(monthly(20), MARCH_2));

        var later = after(opened.redefine(monthly(25), MARCH_2));
        assertThat(later.openOn(MARCH_2)).map(Period::lastDay).contains(LocalDate.of(2026, 3, 25));
        assertThat(later.nextPeriod()).isEqualTo("2026-04-01");

        var quarterly = after(opened.redefine(definition(Frequency.QUARTERLY, 20, false), MARCH_2));
        assertThat(quarterly.due(MARCH_2)).extracting(Period::label).containsExactly("2026-Q1");
        assertThat(quarterly.named("2026-03", MARCH_2)).isEmpty();
    }

    @Test
    void what_is_used_no_more_expects_nothing_until_it_is_used_again() {
        var retired = after(opened(registered(monthly(20), MARCH_2)).redefine(definition(Frequency.MONTHLY, 20, true), MARCH_2));
        assertThat(retired.nextBoundaryAt()).isNull();
        assertThat(retired.due(LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(retired.openOn(MARCH_2)).isEmpty();

        var again = after(retired.redefine(monthly(20), LocalDate.of(2026, 6, 1)));
        assertThat(again.due(LocalDate.of(2026, 6, 1))).extracting(Period::label).containsExactly("2026-06");
    }

    @Test
    void the_same_again_changes_nothing() {
        assertThat(registered(monthly(20), MARCH_2).redefine(monthly(20), MARCH_2)).isInstanceOf(Decision.Unchanged.class);
    }

    private static OtherSystem.Definition monthly(int day) {
        return definition(Frequency.MONTHLY, day, false);
    }

    private static OtherSystem.Definition definition(Frequency frequency, int day, boolean retired) {
        @Nullable UnitId nobody = null;
        return new OtherSystem.Definition(
                "nq57.vn", "https://nq57.vn", List.of(new Column("Mã", Field.CODE)), frequency, day, null, nobody, new Scope(null, List.of(), true), retired);
    }

    private static OtherSystem registered(OtherSystem.Definition definition, LocalDate today) {
        return OtherSystem.registered(new RuleId("system-1"), new UnitId("tinh"), new UnitId("tinh"), new UnitId("so"), definition, today).state();
    }

    private static OtherSystem opened(OtherSystem system) {
        return after(system.opened(system.due(MARCH_2)));
    }

    private static OtherSystem after(Decision<OtherSystem> decision) {
        return ((Decision.Accepted<OtherSystem>) decision).state();
    }
}
