package vn.dondoc.plan.organisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.web.Programmes;

/** Makes positions out of entries; their units must exist and be of the level the role is for. */
final class PositionEntries {

    private static final Set<Role> OF_PROVINCE = Set.of(Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.PROVINCE_VIEWER);
    private static final Set<Role> OF_COMMUNE =
            Set.of(Role.COMMUNE_ADMINISTRATOR, Role.COMMUNE_LEADER, Role.COMMUNE_STANDING, Role.VILLAGE_HEAD);
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@<>\",;\\p{Cntrl}]{1,64}@[^\\s@<>\",;\\p{Cntrl}]{1,190}");
    private static final int LONGEST_TITLE = 200;

    private final UnitTree tree;
    private final Map<PositionId, UnitId> stored;
    private final BrokenRules broken;

    /** @param stored the positions there are already, and their units */
    PositionEntries(UnitTree tree, Map<PositionId, UnitId> stored, BrokenRules broken) {
        this.tree = tree;
        this.stored = stored;
        this.broken = broken;
    }

    /** A position, and the commune or province it belongs to. */
    record Placed(String field, PositionState position, UnitId area, UnitId province) {}

    List<Placed> read(List<DirectoryBody.@Nullable PositionEntry> entries) {
        var seen = new HashSet<String>();
        var read = new ArrayList<Placed>();
        for (int i = 0; i < entries.size(); i++) {
            var field = "positions[" + i + "]";
            var entry = entries.get(i);
            var id = entry == null ? null : entry.id();
            if (entry == null) {
                broken.add(field, "ELEMENT_MISSING");
            } else if (id == null || !Ids.plausible(id)) {
                broken.add(field + ".id", "ID_IMPLAUSIBLE");
            } else if (broken.require(seen.add(id), field + ".id", "ID_TWICE", id)) {
                read(field, new PositionId(id), entry, read);
            }
        }
        return read;
    }

    private void read(String field, PositionId id, DirectoryBody.PositionEntry entry, List<Placed> read) {
        var title = entry.title() == null ? "" : entry.title().strip();
        var role = entry.role() == null ? null : Coded.of(Role.class, entry.role()).orElse(null);
        var unit = entry.unit() != null && Ids.plausible(entry.unit()) ? tree.unit(new UnitId(entry.unit())).orElse(null) : null;
        var mailbox = entry.mailbox();
        var holder = entry.holder();
        var scope = scope(entry.scope());
        var fine = broken.require(!title.isEmpty() && title.length() <= LONGEST_TITLE, field + ".title", "NAME_MISSING")
                & broken.require(role != null, field + ".role", "ROLE_UNKNOWN", String.valueOf(entry.role()))
                & broken.require(unit != null, field + ".unit", "UNIT_UNKNOWN", String.valueOf(entry.unit()))
                & broken.require(holder == null || unit == null || !tree.isMerged(unit.id()), field + ".unit", "UNIT_MERGED", String.valueOf(entry.unit()))
                & broken.require(holder == null || Ids.plausible(holder), field + ".holder", "ID_IMPLAUSIBLE")
                & broken.require(scope == null || isShort(scope.reads()) && isShort(scope.writes()), field + ".scope", "PROGRAMME_BROKEN")
                & broken.require(mailbox == null || MAILBOX.matcher(mailbox).matches(), field + ".mailbox", "MAILBOX_BROKEN");
        if (fine && role != null && unit != null && broken.require(fits(role, unit), field + ".role", "ROLE_NOT_HERE", role.code(), unit.name())) {
            read.add(new Placed(
                    field,
                    new PositionState(id, unit.id(), title, role, holder == null ? null : new PersonId(holder), mailbox, null, scope),
                    UnitTree.area(unit),
                    unit.province()));
            broken.require(staysIn(unit.province(), id), field + ".unit", "PROVINCE_CHANGED");
        }
    }

    private boolean staysIn(UnitId province, PositionId id) {
        var before = stored.get(id);
        return before == null || tree.unit(before).map(UnitState::province).filter(province::equals).isPresent();
    }

    /** Empty words are none, and a position that is limited to nothing has no scope. */
    private static @Nullable ProgrammeScope scope(@Nullable ProgrammeScope told) {
        var reads = told == null ? null : line(told.reads());
        var writes = told == null ? null : line(told.writes());
        return reads == null && writes == null ? null : new ProgrammeScope(reads, writes);
    }

    private static @Nullable String line(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A name that has letters or digits, by which it can be recognised. */
    private static boolean isShort(@Nullable String programme) {
        return programme == null || programme.length() <= LONGEST_TITLE && Programmes.key(programme) != null;
    }

    private static boolean fits(Role role, UnitState unit) {
        return OF_PROVINCE.contains(role) ? unit.commune() == null : unit.commune() != null || !OF_COMMUNE.contains(role);
    }
}
