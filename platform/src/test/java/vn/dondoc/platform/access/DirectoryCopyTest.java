package vn.dondoc.platform.access;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoryCopyTest {

    private static final UnitId COMMUNE = new UnitId("xa");
    private static final UnitId OFFICE = new UnitId("phong");
    private static final PersonId PERSON = new PersonId("nguoi");

    private final DirectoryCopy copy = new DirectoryCopy(Clock.systemUTC());

    @Test
    void a_tombstone_takes_units_and_positions_out_of_every_view() {
        put("unit/xa", new UnitState(COMMUNE, "Xã", List.of(), UnitKind.COMMUNE, new UnitId("tinh"), COMMUNE, new UnitId("tinh"), false, true));
        put("unit/phong", new UnitState(OFFICE, "Phòng", List.of(), UnitKind.OFFICE, COMMUNE, COMMUNE, new UnitId("tinh"), true, true));
        var position = new PositionState(new PositionId("vt"), OFFICE, "Chuyên viên", Role.OFFICER, PERSON, null);
        put("position/vt", position);
        assertThat(copy.heldBy(PERSON)).containsExactly(position);
        assertThat(copy.unitsOf(COMMUNE)).hasSize(2);

        copy.apply("position/vt", null);
        copy.apply("unit/phong", null);
        copy.apply("unit/never-known", null);

        assertThat(copy.heldBy(PERSON)).isEmpty();
        assertThat(copy.positionsIn(OFFICE)).isEmpty();
        assertThat(copy.position(new PositionId("vt"))).isEmpty();
        assertThat(copy.unit(OFFICE)).isEmpty();
        assertThat(copy.unitsOf(COMMUNE)).extracting(UnitState::id).containsExactly(COMMUNE);
        assertThat(copy.below(COMMUNE)).isEmpty();
        assertThat(copy.subtree(COMMUNE)).containsExactly(COMMUNE);
        assertThat(copy.standingUnitOf(COMMUNE)).isEmpty();
    }

    private void put(String key, Object state) {
        copy.apply(key, EventJson.mapper().writeValueAsBytes(state));
    }
}
