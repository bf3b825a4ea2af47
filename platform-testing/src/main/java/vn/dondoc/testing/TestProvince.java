package vn.dondoc.testing;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A small invented province whose ids all carry a prefix, so that tests on shared topics do not meet. Two communes, {@code xa1} and
 * {@code xa2}, each with a standing unit {@code vhxh}, an office {@code kinhte}, police {@code congan} and a village {@code thon1}; people
 * are named after unit and role: {@code person("xa1.kinhte", OFFICER)}.
 */
public final class TestProvince {

    private final String prefix;
    private final List<UnitState> units = new ArrayList<>();
    private final List<PositionState> positions = new ArrayList<>();

    public TestProvince(String prefix) {
        this.prefix = prefix;
        unit("tinh", "Tỉnh Thử Nghiệm", UnitKind.PROVINCE, null, null, false);
        position("tinh", Role.PROVINCE_ADMINISTRATOR);
        position("tinh", Role.PROVINCE_VIEWER);
        unit("so", "Sở Khoa học và Công nghệ", UnitKind.DEPARTMENT, "tinh", null, true);
        position("so", Role.PROVINCE_STANDING);
        commune("xa1", "Xã Thượng Thử");
        commune("xa2", "Xã Hạ Thử");
    }

    private void commune(String name, String title) {
        unit(name, title, UnitKind.COMMUNE, "tinh", name, false);
        position(name, Role.COMMUNE_LEADER);
        unit(name + ".vhxh", "Phòng Văn hóa - Xã hội", UnitKind.OFFICE, name, name, true);
        position(name + ".vhxh", Role.COMMUNE_STANDING);
        unit(name + ".kinhte", "Phòng Kinh tế", UnitKind.OFFICE, name, name, false);
        position(name + ".kinhte", Role.UNIT_HEAD);
        position(name + ".kinhte", Role.OFFICER);
        unit(name + ".congan", "Công an xã", UnitKind.POLICE, name, name, false);
        position(name + ".congan", Role.UNIT_HEAD);
        unit(name + ".thon1", "Thôn Một", UnitKind.VILLAGE, name, name, false);
        position(name + ".thon1", Role.VILLAGE_HEAD);
    }

    private void unit(String name, String title, UnitKind kind, @org.jspecify.annotations.Nullable String parent,
            @org.jspecify.annotations.Nullable String commune, boolean standing) {
        units.add(new UnitState(unit(name), title, List.of(), kind, parent == null ? null : unit(parent),
                commune == null ? null : unit(commune), unit("tinh"), standing, true));
    }

    private void position(String unit, Role role) {
        positions.add(new PositionState(position(unit, role.code()), unit(unit), role.code() + " " + unit, role, person(unit, role),
                unit + "." + role.code() + "@" + prefix + ".example"));
    }

    public UnitId unit(String name) {
        return new UnitId(prefix + "-" + name);
    }

    private PositionId position(String unit, String role) {
        return new PositionId(prefix + "-p-" + unit + "-" + role);
    }

    public PositionId positionId(String unit, Role role) {
        return position(unit, role.code());
    }

    public PersonId person(String unit, Role role) {
        return new PersonId(prefix + "-n-" + unit + "-" + role.code());
    }

    /** A bearer token of whoever holds that position. */
    public String token(String unit, Role role) {
        return TestIssuer.token(person(unit, role));
    }

    public List<UnitState> units() {
        return List.copyOf(units);
    }

    public List<PositionState> positions() {
        return List.copyOf(positions);
    }

    public List<CalendarState> calendars() {
        return List.of();
    }

    /** Puts the whole province on the compacted topic. */
    public void publish(TestTopics topics) {
        topics.organisation(units, positions, calendars());
    }
}
