package vn.dondoc.plan.organisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;

/** Makes units out of entries that hold what a unit needs by itself; how units fit together is {@link UnitTree}'s. */
final class UnitEntries {

    static final int LONGEST_NAME = 300;
    static final int MOST_ALIASES = 50;

    private final BrokenRules broken;
    private final HashSet<String> seen = new HashSet<>();

    UnitEntries(BrokenRules broken) {
        this.broken = broken;
    }

    /** A unit and where it stands in the body. */
    record Placed(String field, UnitState unit) {}

    List<Placed> read(List<DirectoryBody.@Nullable UnitEntry> entries) {
        var read = new ArrayList<Placed>();
        for (int i = 0; i < entries.size(); i++) {
            var field = "units[" + i + "]";
            var entry = entries.get(i);
            if (entry == null) {
                broken.add(field, "ELEMENT_MISSING");
                continue;
            }
            var unit = read(field, entry);
            if (unit != null) {
                read.add(new Placed(field, unit));
            }
        }
        return read;
    }

    private @Nullable UnitState read(String field, DirectoryBody.UnitEntry entry) {
        var id = entry.id();
        var kind = entry.kind() == null ? null : Coded.of(UnitKind.class, entry.kind()).orElse(null);
        var name = entry.name() == null ? "" : entry.name().strip();
        var fine = broken.require(id != null && Ids.plausible(id), field + ".id", "ID_IMPLAUSIBLE")
                & broken.require(id == null || seen.add(id), field + ".id", "ID_TWICE", String.valueOf(id))
                & broken.require(!name.isEmpty() && name.length() <= LONGEST_NAME, field + ".name", "NAME_MISSING")
                & broken.require(kind != null, field + ".kind", "KIND_UNKNOWN", String.valueOf(entry.kind()))
                & id(field + ".parent", entry.parent(), true)
                & id(field + ".commune", entry.commune(), true)
                & id(field + ".province", entry.province(), false)
                & aliases(field + ".aliases", entry.aliases());
        if (!fine || id == null || kind == null || entry.province() == null) {
            return null;
        }
        return new UnitState(
                new UnitId(id), name, aliasesOf(entry), kind, unitId(entry.parent()), unitId(entry.commune()), new UnitId(entry.province()),
                Objects.requireNonNullElse(entry.standing(), false), Objects.requireNonNullElse(entry.active(), true));
    }

    private boolean id(String field, @Nullable String value, boolean optional) {
        return broken.require(value == null ? optional : Ids.plausible(value), field, "ID_IMPLAUSIBLE");
    }

    private boolean aliases(String field, @Nullable List<@Nullable String> aliases) {
        return aliases == null || broken.require(
                aliases.size() <= MOST_ALIASES
                        && aliases.stream().allMatch(alias -> alias != null && !alias.isBlank() && alias.length() <= LONGEST_NAME),
                field, "ALIAS_BROKEN");
    }

    private static List<String> aliasesOf(DirectoryBody.UnitEntry entry) {
        return entry.aliases() == null
                ? List.of()
                : entry.aliases().stream().map(alias -> Objects.requireNonNull(alias).strip()).distinct().toList();
    }

    private static @Nullable UnitId unitId(@Nullable String value) {
        return value == null ? null : new UnitId(value);
    }
}
