package vn.dondoc.plan.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.plan.naming.UnitNames;

/**
 * Reads the villages of a commune as people paste them: one a line, numbered or not, with the word for what they are or without. In a ward
 * a bare name is a tổ dân phố, elsewhere a thôn.
 */
final class VillageLines {

    static final int MOST = 300;
    private static final int LONGEST = 120;
    private static final Pattern NUMBERED = Pattern.compile("^(?:[-–•*+]\\s*|\\d{1,3}\\s*[.)/]\\s*(?=\\D)|\\d{1,3}\\t+)");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile(
            "^(thôn|ấp|xóm|bản|làng|buôn|bon|plei|phum|sóc|khóm|tổ dân phố|tdp|khu phố|khu dân cư|khu|tiểu khu|tổ)(?![\\p{L}])[\\s.:-]*(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Map<String, String> SHORT = Map.of("tdp", "tổ dân phố");

    private final UnitState commune;
    private final Map<String, String> known = new HashMap<>();

    VillageLines(UnitState commune, Collection<UnitState> units) {
        this.commune = commune;
        units.stream().filter(unit -> commune.id().equals(unit.commune()) && unit.active()).forEach(unit -> known.put(UnitNames.keyOf(unit.name()), unit.name()));
    }

    List<Organisation.Village> read(String text) {
        var lines = new ArrayList<Organisation.Village>();
        var seen = new HashMap<String, Integer>();
        int number = 0;
        for (var line : text.split("\\R|;")) {
            number++;
            var name = SPACES.matcher(NUMBERED.matcher(line.strip()).replaceFirst("")).replaceAll(" ").replaceAll("[,.]+$", "").strip();
            if (!name.isEmpty()) {
                lines.add(village(number, name, seen));
            }
        }
        return lines;
    }

    private Organisation.Village village(int number, String written, Map<String, Integer> seen) {
        var found = WORD.matcher(written);
        var word = found.matches() ? found.group(1).toLowerCase(Locale.ROOT) : commune.kind() == UnitKind.WARD ? "tổ dân phố" : "thôn";
        var whole = SHORT.getOrDefault(word, word);
        var rest = found.matches() ? found.group(2).strip() : written;
        var name = Character.toUpperCase(whole.charAt(0)) + whole.substring(1) + " " + rest;
        if (rest.isEmpty() || name.length() > LONGEST) {
            return new Organisation.Village(number, written, whole, Organisation.VillageState.UNREADABLE, null);
        }
        var key = UnitNames.keyOf(name);
        var before = seen.putIfAbsent(key, number);
        var there = known.get(key);
        var state = before != null ? Organisation.VillageState.TWICE : there != null ? Organisation.VillageState.THERE : Organisation.VillageState.NEW;
        return new Organisation.Village(number, there == null ? name : there, whole, state, before);
    }

    /** The new ones, each with the position of its head. */
    static DirectoryBody directory(UnitState commune, List<Organisation.Village> villages) {
        List<DirectoryBody.@Nullable UnitEntry> units = new ArrayList<>();
        List<DirectoryBody.@Nullable PositionEntry> positions = new ArrayList<>();
        for (var village : villages) {
            if (village.state() == Organisation.VillageState.NEW) {
                var id = Ids.derived("unit", commune.id().value(), UnitNames.keyOf(village.name()), "0");
                units.add(new DirectoryBody.UnitEntry(
                        id, village.name(), List.of(), UnitKind.VILLAGE.code(), commune.id().value(), commune.id().value(), commune.province().value(), false, true));
                positions.add(new DirectoryBody.PositionEntry(
                        Ids.derived("position", id, "head"), id, headOf(village), Role.VILLAGE_HEAD.code(), null, null, null));
            }
        }
        return new DirectoryBody(units, positions, null, null);
    }

    private static String headOf(Organisation.Village village) {
        var lower = village.name().substring(0, 1).toLowerCase(Locale.ROOT) + village.name().substring(1);
        return (village.word().startsWith("tổ") ? "Tổ trưởng " : "Trưởng ") + lower;
    }
}
