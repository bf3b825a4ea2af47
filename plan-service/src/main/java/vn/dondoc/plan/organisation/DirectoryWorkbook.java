package vn.dondoc.plan.organisation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.naming.UnitNames;
import vn.dondoc.plan.rules.BrokenRule;
import vn.dondoc.platform.sheet.Sheet;

/**
 * A workbook as the directory that it describes: what follows from the unit above (commune, province) is worked out, a unit or position
 * without a code gets one that derives from its name and place, and every field remembers the cell it stood in.
 */
final class DirectoryWorkbook {

    private static final Set<String> COMMUNES = Set.of(UnitKind.COMMUNE.code(), UnitKind.WARD.code(), UnitKind.SPECIAL_ZONE.code());
    private static final Pattern PLACE = Pattern.compile("(units|positions|bodies)\\[(\\d+)](?:\\.members\\[(\\d+)])?(?:\\.(\\w+))?.*");
    private static final int MOST_LEVELS = 20;

    private final KnownDirectory known;
    private final UnitId province;
    private final WorkbookComplaints complaints;
    private final Map<WorkbookForm, WorkbookTable> tables = new EnumMap<>(WorkbookForm.class);
    private final Map<String, List<Sheet.Row>> members = new HashMap<>();

    private DirectoryWorkbook(KnownDirectory known, UnitId province, WorkbookComplaints complaints) {
        this.known = known;
        this.province = province;
        this.complaints = complaints;
    }

    static DirectoryWorkbook of(List<Sheet> sheets, KnownDirectory known, UnitId province, WorkbookComplaints complaints) {
        var book = new DirectoryWorkbook(known, province, complaints);
        for (var sheet : sheets) {
            var form = WorkbookForm.named(sheet.name()).orElse(null);
            if (form == null) {
                if (!sheet.rows().isEmpty() && !DirectoryWords.key(sheet.name()).equals(DirectoryWords.key(WorkbookForm.GUIDE))) {
                    complaints.add(sheet.name(), 0, null, "SHEET_UNKNOWN", sheet.name());
                }
            } else if (!sheet.rows().isEmpty()) {
                book.tables.put(form, WorkbookTable.of(form, sheet, complaints));
            }
        }
        if (book.tables.isEmpty()) {
            complaints.add("", 0, null, "SHEETS_MISSING");
        }
        return book;
    }

    int rows() {
        return tables.values().stream().mapToInt(table -> table.rows().size()).sum();
    }

    /** Holders as they were typed, of rows that name one or say how one is reached. */
    List<NamedHolders.Typed> typed() {
        var table = tables.get(WorkbookForm.POSITIONS);
        var typed = new ArrayList<NamedHolders.Typed>();
        var entries = positions();
        for (int i = 0; table != null && i < table.rows().size(); i++) {
            var row = table.rows().get(i);
            var name = table.get(row, "name");
            var phone = table.get(row, "phone");
            var email = table.get(row, "email");
            if (name != null || phone != null || email != null) {
                var entry = Objects.requireNonNull(entries.get(i));
                var holder = entry.holder();
                var current = entry.id() != null && Ids.plausible(entry.id()) ? known.holders().get(new PositionId(entry.id())) : null;
                typed.add(new NamedHolders.Typed(
                        "positions[" + i + "]", holder != null && Ids.plausible(holder) ? new PersonId(holder) : null, current, name, phone, email));
            }
        }
        return typed;
    }

    /** @param people who is meant by what was typed */
    DirectoryBody body(NamedHolders.Found people) {
        var held = new ArrayList<DirectoryBody.@Nullable PositionEntry>();
        var entries = positions();
        for (int i = 0; i < entries.size(); i++) {
            var entry = Objects.requireNonNull(entries.get(i));
            held.add(people.holderOf("positions[" + i + "]").map(entry::heldBy).orElse(entry));
        }
        return new DirectoryBody(units(), held, null, bodies());
    }

    private List<DirectoryBody.@Nullable UnitEntry> units() {
        var table = tables.get(WorkbookForm.UNITS);
        if (table == null) {
            return List.of();
        }
        var rows = new ArrayList<Raw>();
        var byId = new HashMap<String, Raw>();
        for (var row : table.rows()) {
            var kind = table.get(row, "kind");
            var raw = new Raw(row, table.get(row, "id"), table.get(row, "name"), kind == null ? null : DirectoryWords.KINDS.codeOf(kind), table.get(row, "parent"));
            rows.add(raw);
            if (raw.id() != null) {
                byId.putIfAbsent(raw.id(), raw);
            }
        }
        var entries = new ArrayList<DirectoryBody.@Nullable UnitEntry>();
        for (var raw : rows) {
            entries.add(entry(table, raw, byId));
        }
        return entries;
    }

    /** A row of units as it stands there. */
    private record Raw(Sheet.Row row, @Nullable String id, @Nullable String name, @Nullable String kind, @Nullable String parent) {}

    private DirectoryBody.UnitEntry entry(WorkbookTable table, Raw raw, Map<String, Raw> byId) {
        var isProvince = UnitKind.PROVINCE.code().equals(raw.kind());
        var isCommune = raw.kind() != null && COMMUNES.contains(raw.kind());
        var parent = raw.parent() == null && isCommune ? province.value() : raw.parent();
        var above = isProvince || isCommune ? null : communeOf(parent, byId, MOST_LEVELS);
        var id = raw.id() == null ? codeOf(raw, parent, above) : raw.id();
        return new DirectoryBody.UnitEntry(
                id, raw.name(), aliases(table.get(raw.row(), "aliases")), raw.kind(), parent, isCommune ? id : above,
                isProvince ? id : province.value(), yes(table, raw.row(), "standing", false), yes(table, raw.row(), "active", true));
    }

    /** The code of the unit of that name where it stands already, else the one that is found for such a name in a plan too. */
    private @Nullable String codeOf(Raw raw, @Nullable String parent, @Nullable String commune) {
        if (raw.name() == null) {
            return null;
        }
        var key = UnitNames.keyOf(raw.name());
        var there = namesBelow(parent).get(key);
        return there != null ? there : Ids.derived("unit", commune == null ? province.value() : commune, key, "0");
    }

    private final Map<String, Map<String, String>> names = new HashMap<>();

    private Map<String, String> namesBelow(@Nullable String parent) {
        if (names.isEmpty()) {
            for (var unit : known.units().values()) {
                if (unit.active() && unit.parent() != null && unit.province().equals(province)) {
                    names.computeIfAbsent(unit.parent().value(), _ -> new HashMap<>()).put(UnitNames.keyOf(unit.name()), unit.id().value());
                }
            }
        }
        return names.getOrDefault(String.valueOf(parent), Map.of());
    }

    /** By the workbook where the unit stands in it, else by what is stored; null above communes and where nothing leads up. */
    private @Nullable String communeOf(@Nullable String unit, Map<String, Raw> byId, int levels) {
        if (unit == null || levels == 0) {
            return null;
        }
        var raw = byId.get(unit);
        if (raw != null) {
            return raw.kind() != null && COMMUNES.contains(raw.kind()) ? unit : communeOf(raw.parent(), byId, levels - 1);
        }
        var stored = stored(unit);
        return stored == null || stored.commune() == null ? null : stored.commune().value();
    }

    private @Nullable UnitState stored(String unit) {
        return Ids.plausible(unit) ? known.units().get(new UnitId(unit)) : null;
    }

    /** One a line; in one line, semicolons part them. */
    private static List<@Nullable String> aliases(@Nullable String cell) {
        var names = new ArrayList<@Nullable String>();
        if (cell != null) {
            Arrays.stream(cell.split(cell.contains("\n") ? "\n" : ";")).map(String::strip).filter(name -> !name.isEmpty()).forEach(names::add);
        }
        return names;
    }

    private @Nullable Boolean yes(WorkbookTable table, Sheet.Row row, String field, boolean otherwise) {
        var said = table.get(row, field);
        if (said == null) {
            return otherwise;
        }
        return switch (DirectoryWords.key(said)) {
            case "co", "x", "1", "dung", "yes", "true" -> true;
            case "khong", "0", "sai", "no", "false" -> false;
            default -> {
                var form = table == tables.get(WorkbookForm.UNITS) ? WorkbookForm.UNITS : WorkbookForm.BODIES;
                complaints.add(form, row.number(), form.headingOf(field).orElse(null), "CELL_YES_NO", said);
                yield otherwise;
            }
        };
    }

    private List<DirectoryBody.@Nullable PositionEntry> positions() {
        var table = tables.get(WorkbookForm.POSITIONS);
        var entries = new ArrayList<DirectoryBody.@Nullable PositionEntry>();
        if (table == null) {
            return entries;
        }
        var titled = titled(table);
        var derived = new HashMap<String, Integer>();
        for (var row : table.rows()) {
            var unit = table.get(row, "unit");
            var title = table.get(row, "title");
            var role = table.get(row, "role");
            var id = table.get(row, "id");
            if (id == null && unit != null && title != null) {
                var key = unit + "/" + UnitNames.keyOf(title);
                var there = titled.get(key);
                id = there != null && !there.isEmpty() ? there.removeFirst()
                        : Ids.derived("position", key, Integer.toString(derived.merge(key, 1, Integer::sum)));
            }
            entries.add(new DirectoryBody.PositionEntry(
                    id, unit, title, role == null ? null : DirectoryWords.ROLES.codeOf(role), table.get(row, "holder"), table.get(row, "mailbox"),
                    new ProgrammeScope(table.get(row, "reads"), table.get(row, "writes"))));
        }
        return entries;
    }

    /** The positions there are by unit and title, in the order of their codes, without those that the workbook names by their code. */
    private Map<String, ArrayDeque<String>> titled(WorkbookTable table) {
        var named = new HashSet<String>();
        table.rows().forEach(row -> named.add(String.valueOf(table.get(row, "id"))));
        var titled = new HashMap<String, ArrayDeque<String>>();
        known.positions().entrySet().stream().sorted(Comparator.comparing(one -> one.getKey().value())).forEach(one -> {
            if (!named.contains(one.getKey().value())) {
                var key = one.getValue() + "/" + UnitNames.keyOf(String.valueOf(known.titles().get(one.getKey())));
                titled.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(one.getKey().value());
            }
        });
        return titled;
    }

    private List<DirectoryBody.@Nullable BodyEntry> bodies() {
        var table = tables.get(WorkbookForm.BODIES);
        var of = new LinkedHashMap<String, List<DirectoryBody.@Nullable MemberEntry>>();
        var ofMembers = tables.get(WorkbookForm.MEMBERS);
        if (ofMembers != null) {
            ofMembers.rows().forEach(row -> member(ofMembers, row, of));
        }
        var entries = new ArrayList<DirectoryBody.@Nullable BodyEntry>();
        var described = new HashSet<String>();
        if (table != null) {
            for (var row : table.rows()) {
                var id = table.get(row, "id");
                var kind = table.get(row, "kind");
                described.add(String.valueOf(id));
                entries.add(new DirectoryBody.BodyEntry(
                        id, table.get(row, "name"), kind == null ? null : DirectoryWords.BODIES.codeOf(kind), province.value(), table.get(row, "commune"),
                        table.get(row, "unit"), table.get(row, "urging"), of.getOrDefault(String.valueOf(id), List.of()), yes(table, row, "active", true)));
            }
        }
        members.forEach((body, rows) -> {
            if (!described.contains(body)) {
                rows.forEach(row -> complaints.add(WorkbookForm.MEMBERS, row.number(), WorkbookForm.MEMBERS.headingOf("body").orElse(null), "BODY_UNKNOWN", body));
            }
        });
        return entries;
    }

    private void member(WorkbookTable table, Sheet.Row row, Map<String, List<DirectoryBody.@Nullable MemberEntry>> of) {
        var body = String.valueOf(table.get(row, "body"));
        var part = table.get(row, "part");
        of.computeIfAbsent(body, _ -> new ArrayList<>())
                .add(new DirectoryBody.MemberEntry(table.get(row, "position"), part == null ? null : DirectoryWords.PARTS.codeOf(part), table.get(row, "field")));
        members.computeIfAbsent(body, _ -> new ArrayList<>()).add(row);
    }

    /** Tells a broken rule by the cell in which it is broken. */
    void complain(BrokenRule rule) {
        var place = PLACE.matcher(rule.field());
        if (!place.matches()) {
            complaints.add("", 0, null, rule.code(), rule.arguments().toArray());
            return;
        }
        var form = formOf(place.group(1));
        int index = Integer.parseInt(place.group(2));
        var row = rowOf(form, index);
        if (place.group(3) != null) {
            var body = tables.get(WorkbookForm.BODIES);
            var id = body == null ? null : body.get(row, "id");
            row = members.getOrDefault(String.valueOf(id), List.of()).get(Integer.parseInt(place.group(3)));
            form = WorkbookForm.MEMBERS;
        }
        var heading = place.group(4) == null ? null : form.headingOf(place.group(4)).orElse(null);
        complaints.add(form, row.number(), heading, rule.code(), rule.arguments().toArray());
    }

    /** Where an element of the directory stands. */
    int rowNumber(String field) {
        var place = PLACE.matcher(field);
        return place.matches() ? rowOf(formOf(place.group(1)), Integer.parseInt(place.group(2))).number() : 0;
    }

    private Sheet.Row rowOf(WorkbookForm form, int index) {
        return Objects.requireNonNull(tables.get(form)).rows().get(index);
    }

    static WorkbookForm formOf(String part) {
        return Arrays.stream(WorkbookForm.values()).filter(form -> form.part().equals(part)).findFirst().orElseThrow();
    }
}
