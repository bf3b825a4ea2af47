package vn.dondoc.plan.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyPart;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;

/** Makes bodies out of entries: one head at most, nobody twice, and everybody of the province; those of a commune of that commune. */
final class BodyEntries {

    static final int LONGEST_NAME = 300;
    static final int MOST_MEMBERS = 500;

    private final UnitTree tree;
    private final Map<PositionId, UnitId> positions;
    private final Map<BodyId, UnitId> areas;
    private final BrokenRules broken;

    /**
     * @param positions those there are and those that come, with their units
     * @param areas of the bodies there are
     */
    BodyEntries(UnitTree tree, Map<PositionId, UnitId> positions, Map<BodyId, UnitId> areas, BrokenRules broken) {
        this.tree = tree;
        this.positions = new HashMap<>(positions);
        this.areas = areas;
        this.broken = broken;
    }

    /** A body and where it stands in the directory that came. */
    record Placed(String field, BodyState body) {}

    BodyEntries with(List<PositionEntries.Placed> coming) {
        coming.forEach(one -> positions.put(one.position().id(), one.position().unit()));
        return this;
    }

    List<Placed> read(List<DirectoryBody.@Nullable BodyEntry> entries) {
        var seen = new HashSet<String>();
        var read = new ArrayList<Placed>();
        for (int i = 0; i < entries.size(); i++) {
            var field = "bodies[" + i + "]";
            var entry = entries.get(i);
            var id = entry == null ? null : entry.id();
            if (entry == null) {
                broken.add(field, "ELEMENT_MISSING");
            } else if (id == null || !Ids.plausible(id)) {
                broken.add(field + ".id", "ID_IMPLAUSIBLE");
            } else if (broken.require(seen.add(id), field + ".id", "ID_TWICE", id)) {
                var body = read(field, new BodyId(id), entry);
                if (body != null) {
                    read.add(new Placed(field, body));
                }
            }
        }
        return read;
    }

    @Nullable BodyState read(String field, BodyId id, DirectoryBody.BodyEntry entry) {
        var name = entry.name() == null ? "" : entry.name().strip();
        var kind = entry.kind() == null ? null : Coded.of(BodyKind.class, entry.kind()).orElse(null);
        var area = unit(entry.area());
        var known = broken.require(area != null && area.active() && (area.parent() == null || area.id().equals(area.commune())),
                field + ".commune", "AREA_UNKNOWN", String.valueOf(entry.area()));
        var fine = broken.require(!name.isEmpty() && name.length() <= LONGEST_NAME, field + ".name", "NAME_MISSING")
                & broken.require(kind != null, field + ".kind", "BODY_KIND_UNKNOWN", String.valueOf(entry.kind()))
                & (!known || area == null || named(field + ".unit", entry.unit(), area) & named(field + ".urging", entry.urging(), area));
        if (!known || area == null) {
            return null;
        }
        var before = areas.get(id);
        broken.require(before == null || before.equals(area.id()), field + ".commune", "AREA_CHANGED");
        var members = members(field, entry, area);
        return !fine || kind == null ? null : new BodyState(
                id, name, kind, area.province(), area.commune(), idOf(entry.unit()), idOf(entry.urging()), members,
                Objects.requireNonNullElse(entry.active(), true));
    }

    private List<BodyState.Member> members(String field, DirectoryBody.BodyEntry entry, UnitState area) {
        var entries = entry.members() == null ? List.<DirectoryBody.@Nullable MemberEntry>of() : entry.members();
        broken.require(entries.size() <= MOST_MEMBERS, field + ".members", "TOO_MANY", MOST_MEMBERS);
        var members = new ArrayList<BodyState.Member>();
        var seen = new HashSet<String>();
        var heads = 0;
        for (int i = 0; i < Math.min(MOST_MEMBERS, entries.size()); i++) {
            var at = field + ".members[" + i + "]";
            var one = entries.get(i);
            var part = one == null || one.part() == null ? null : Coded.of(BodyPart.class, one.part()).orElse(null);
            if (one == null) {
                broken.add(at, "ELEMENT_MISSING");
                continue;
            }
            var position = one.position();
            var fine = broken.require(part != null, at + ".part", "PART_UNKNOWN", String.valueOf(one.part()))
                    & broken.require(position != null && takesPart(position, area), at + ".position", "POSITION_UNKNOWN", String.valueOf(position))
                    & broken.require(position == null || seen.add(position), at + ".position", "MEMBER_TWICE", String.valueOf(position))
                    & broken.require(one.field() == null || one.field().length() <= LONGEST_NAME, at + ".field", "TEXT_TOO_LONG");
            heads += part == BodyPart.HEAD ? 1 : 0;
            broken.require(part != BodyPart.HEAD || heads == 1, at + ".part", "HEAD_TWICE");
            if (fine && part != null && position != null) {
                members.add(new BodyState.Member(new PositionId(position), part, one.field() == null || one.field().isBlank() ? null : one.field().strip()));
            }
        }
        return List.copyOf(members);
    }

    private boolean takesPart(String position, UnitState area) {
        var place = Ids.plausible(position) ? positions.get(new PositionId(position)) : null;
        return place != null && tree.unit(place).filter(unit -> isOf(unit, area)).isPresent();
    }

    private boolean named(String field, @Nullable String unit, UnitState area) {
        var known = unit(unit);
        return broken.require(unit == null || known != null && isOf(known, area), field, "UNIT_UNKNOWN", String.valueOf(unit));
    }

    /** People of a province’s body come from everywhere in it, those of a commune’s from the commune. */
    private static boolean isOf(UnitState unit, UnitState area) {
        return area.commune() == null ? unit.province().equals(area.id()) : area.id().equals(unit.commune());
    }

    private @Nullable UnitState unit(@Nullable String id) {
        return id == null || !Ids.plausible(id) ? null : tree.unit(new UnitId(id)).orElse(null);
    }

    private static @Nullable UnitId idOf(@Nullable String id) {
        return id == null ? null : new UnitId(id);
    }
}
