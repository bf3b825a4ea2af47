package vn.dondoc.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Absence;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever stands in has the rights of the position on the days of the absence, and on no other. */
class StandingInTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final UnitId COMMUNE = new UnitId("xa");
    private static final UnitId OFFICE = new UnitId("phong");

    private final DirectoryCopy copy = new DirectoryCopy(Clock.systemUTC());

    @Test
    void rightsHoldOnTheDaysOfTheAbsenceOnly() {
        units();
        position("truong-phong", OFFICE, Role.UNIT_HEAD, null);
        for (int from = -2; from <= 2; from++) {
            for (int days = 0; days <= 3; days++) {
                position("lanh-dao", COMMUNE, Role.COMMUNE_LEADER, absent(from, from + days, "truong-phong"));
                for (int today = -4; today <= 7; today++) {
                    within(today, today >= from && today <= from + days);
                }
            }
        }
        position("lanh-dao", COMMUNE, Role.COMMUNE_LEADER, new Absence(DAY, null, new PositionId("truong-phong")));
        within(-1, false);
        within(400, true);
    }

    private void within(int today, boolean standsIn) {
        var caller = caller("truong-phong", today);
        assertThat(caller.isIn(COMMUNE, Role.COMMUNE_LEADER)).isEqualTo(standsIn);
        assertThat(caller.branch().communes()).isEqualTo(standsIn ? Set.of(COMMUNE) : Set.of());
        assertThat(caller.isIn(COMMUNE, Role.UNIT_HEAD)).isTrue();
        assertThat(caller("lanh-dao", today).isIn(COMMUNE, Role.COMMUNE_LEADER)).isTrue();
    }

    @Test
    void standingInIsNotPassedOnAndEndsWithTheOwnPosition() {
        units();
        position("lanh-dao", COMMUNE, Role.COMMUNE_LEADER, absent(0, 5, "truong-phong"));
        position("truong-phong", OFFICE, Role.UNIT_HEAD, absent(0, 5, "chuyen-vien"));
        position("chuyen-vien", OFFICE, Role.OFFICER, null);
        var officer = caller("chuyen-vien", 2);
        assertThat(officer.is(Role.UNIT_HEAD)).isTrue();
        assertThat(officer.is(Role.COMMUNE_LEADER)).isFalse();

        unit("phong", OFFICE, UnitKind.OFFICE, false);
        assertThat(caller("truong-phong", 2).held()).isEmpty();
        assertThat(caller("chuyen-vien", 2).held()).isEmpty();
    }

    @Test
    void anAbsenceThatIsTakenBackOrPassesToAnotherDeputyEndsAtOnce() {
        units();
        position("truong-phong", OFFICE, Role.UNIT_HEAD, null);
        position("chuyen-vien", OFFICE, Role.OFFICER, null);
        position("lanh-dao", COMMUNE, Role.COMMUNE_LEADER, absent(0, 5, "truong-phong"));
        assertThat(caller("truong-phong", 1).is(Role.COMMUNE_LEADER)).isTrue();
        position("lanh-dao", COMMUNE, Role.COMMUNE_LEADER, absent(0, 5, "chuyen-vien"));
        assertThat(caller("truong-phong", 1).is(Role.COMMUNE_LEADER)).isFalse();
        assertThat(caller("chuyen-vien", 1).is(Role.COMMUNE_LEADER)).isTrue();
        position("lanh-dao", COMMUNE, Role.COMMUNE_LEADER, null);
        assertThat(caller("chuyen-vien", 1).is(Role.COMMUNE_LEADER)).isFalse();
    }

    private Caller caller(String position, int today) {
        return Caller.of(new PersonId("p-" + position), copy, DAY.plusDays(today));
    }

    private static Absence absent(int from, int until, String deputy) {
        return new Absence(DAY.plusDays(from), DAY.plusDays(until), new PositionId(deputy));
    }

    private void units() {
        unit("xa", COMMUNE, UnitKind.COMMUNE, true);
        unit("phong", OFFICE, UnitKind.OFFICE, true);
    }

    private void unit(String key, UnitId id, UnitKind kind, boolean active) {
        put("unit/" + key, new UnitState(id, "Đơn vị", List.of(), kind, kind == UnitKind.COMMUNE ? new UnitId("tinh") : COMMUNE, COMMUNE, new UnitId("tinh"), false, active));
    }

    private void position(String id, UnitId unit, Role role, @Nullable Absence absence) {
        put("position/" + id, new PositionState(new PositionId(id), unit, id, role, new PersonId("p-" + id), null, absence));
    }

    private void put(String key, Object state) {
        copy.apply(key, EventJson.mapper().writeValueAsBytes(state));
    }
}
