package vn.dondoc.console.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.UnitId;

/**
 * What the user's positions are, to show the links that lead somewhere; whether something may be done is for the services to say.
 *
 * @param known false while plan-service cannot say
 */
public record Who(boolean known, List<Organisation.PositionView> positions) {

    private static final Set<Role> OF_PROVINCE =
            EnumSet.of(Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.PROVINCE_VIEWER);

    static Who unknown() {
        return new Who(false, List.of());
    }

    public boolean province() {
        return positions.stream().anyMatch(position -> OF_PROVINCE.contains(position.role()) || position.unit().commune() == null);
    }

    /** Sees figures of the whole province; people of a department see its own work only. */
    public boolean oversees() {
        return positions.stream().anyMatch(position -> OF_PROVINCE.contains(position.role())
                || position.role() == Role.INSPECTION && position.unit().commune() == null);
    }

    /** The commune the user works in; null for people of the province. */
    public @Nullable UnitId commune() {
        return positions.stream().map(position -> position.unit().commune()).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Uploads documents, as the standing unit does; the leaders read what came of it. */
    public boolean mayImport() {
        return holds(Role.COMMUNE_STANDING, Role.COMMUNE_ADMINISTRATOR);
    }

    /** Reads drafts before they are published. */
    public boolean readsDrafts() {
        return mayImport() || holds(Role.COMMUNE_LEADER);
    }

    /** Receives what units send: completions and reports. */
    public boolean receives() {
        return has(Role.COMMUNE_STANDING, Role.COMMUNE_LEADER);
    }

    /** Decides on what its own unit did, too. */
    public boolean leads() {
        return has(Role.COMMUNE_LEADER);
    }

    /** Gives directives to others. */
    public boolean gives() {
        return concludes() || holds(Role.UNIT_HEAD);
    }

    /** Does work of a unit of a commune, and tells figures of its targets. */
    public boolean acts() {
        return has(Role.COMMUNE_STANDING, Role.COMMUNE_LEADER, Role.UNIT_HEAD, Role.OFFICER, Role.VILLAGE_HEAD);
    }

    /** Writes meetings and inspections. */
    public boolean concludes() {
        return holds(Role.PROVINCE_STANDING, Role.COMMUNE_STANDING, Role.COMMUNE_LEADER);
    }

    /** Looks after the whole installation. */
    public boolean administersProvince() {
        return holds(Role.PROVINCE_ADMINISTRATOR);
    }

    /** May look at who did what. */
    public boolean inspects() {
        return has(Role.INSPECTION, Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.COMMUNE_ADMINISTRATOR, Role.COMMUNE_STANDING);
    }

    /** Decides how the commune or the province keeps time. */
    public boolean keepsTime() {
        return holds(Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.COMMUNE_ADMINISTRATOR, Role.COMMUNE_STANDING, Role.COMMUNE_LEADER);
    }

    /** For everything in its branch: a position that is for a programme keeps, imports and gives nothing. */
    private boolean holds(Role... roles) {
        return positions.stream().anyMatch(position -> position.scope() == null && List.of(roles).contains(position.role()));
    }

    private boolean has(Role... roles) {
        return positions.stream().anyMatch(position -> List.of(roles).contains(position.role()));
    }
}
