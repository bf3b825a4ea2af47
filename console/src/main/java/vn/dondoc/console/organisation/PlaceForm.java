package vn.dondoc.console.organisation;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;

/** What was typed of a position; an empty holder leaves it vacant. */
public record PlaceForm(@Nullable String title, @Nullable String role, @Nullable String holder, @Nullable String mailbox,
        @Nullable String reads, @Nullable String writes) {

    private static final Set<Role> OF_PROVINCE = EnumSet.of(Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.PROVINCE_VIEWER);
    private static final Set<Role> OF_COMMUNE = EnumSet.of(Role.COMMUNE_ADMINISTRATOR, Role.COMMUNE_LEADER, Role.COMMUNE_STANDING);

    static PlaceForm empty() {
        return new PlaceForm("", "", "", "", "", "");
    }

    static PlaceForm of(Organisation.Place place) {
        var holder = place.holder();
        var scope = place.scope();
        return new PlaceForm(place.title(), place.role().code(), holder == null ? "" : holder.value(), Objects.requireNonNullElse(place.mailbox(), ""),
                scope == null ? "" : Objects.requireNonNullElse(scope.reads(), ""), scope == null ? "" : Objects.requireNonNullElse(scope.writes(), ""));
    }

    /** The roles that a position in such a unit may have. */
    static List<Role> rolesIn(Organisation.UnitView unit) {
        return Stream.of(Role.values())
                .filter(role -> unit.commune() == null ? !OF_COMMUNE.contains(role) && role != Role.VILLAGE_HEAD : !OF_PROVINCE.contains(role))
                .filter(role -> role != Role.VILLAGE_HEAD || unit.kind() == UnitKind.VILLAGE)
                .toList();
    }

    private static @Nullable String said(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    Optional<Organisation.PlaceWanted> wanted(UnitId unit) {
        var wantedRole = role == null ? Optional.<Role>empty() : Coded.of(Role.class, role);
        var person = holder == null || holder.isBlank() ? null : holder.strip();
        return wantedRole.filter(_ -> person == null || Ids.plausible(person)).map(known -> new Organisation.PlaceWanted(
                unit, title == null ? "" : title.strip(), known, person == null ? null : new PersonId(person), mailbox == null || mailbox.isBlank() ? null : mailbox.strip(),
                said(reads) == null && said(writes) == null ? null : new ProgrammeScope(said(reads), said(writes))));
    }
}
