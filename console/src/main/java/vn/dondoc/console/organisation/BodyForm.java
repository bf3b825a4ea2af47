package vn.dondoc.console.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyPart;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** What was typed of a body; a line without a position is no member. */
public record BodyForm(String name, String kind, String unit, String urging, boolean active, List<Line> lines) {

    private static final int EMPTY_LINES = 3;
    private static final int MOST_LINES = 500;

    /** A member as it was typed. */
    public record Line(String position, String part, String field) {

        static Line empty() {
            return new Line("", BodyPart.MEMBER.code(), "");
        }
    }

    static BodyForm empty() {
        return new BodyForm("", BodyKind.STEERING_COMMITTEE.code(), "", "", true, List.of()).withLine();
    }

    static BodyForm of(Organisation.Body body) {
        var lines = body.members().stream()
                .map(one -> new Line(one.position().value(), one.part().code(), Objects.requireNonNullElse(one.field(), ""))).toList();
        return new BodyForm(body.name(), body.kind().code(), idOf(body.unit()), idOf(body.urging()), body.active(), lines).withLine();
    }

    static BodyForm of(MultiValueMap<String, String> fields) {
        var lines = new ArrayList<Line>();
        var positions = fields.getOrDefault("position", List.of());
        for (int i = 0; i < Math.min(positions.size(), MOST_LINES); i++) {
            lines.add(new Line(positions.get(i), at(fields, "part", i), at(fields, "field", i)));
        }
        return new BodyForm(one(fields, "name"), one(fields, "kind"), one(fields, "unit"), one(fields, "urging"), !fields.containsKey("dissolved"), List.copyOf(lines));
    }

    /** With empty lines at the end, to be filled in. */
    BodyForm withLine() {
        var all = new ArrayList<>(lines);
        for (int i = 0; i < EMPTY_LINES; i++) {
            all.add(Line.empty());
        }
        return new BodyForm(name, kind, unit, urging, active, List.copyOf(all));
    }

    Optional<Organisation.BodyWanted> wanted(UnitId area) {
        var meant = Coded.of(BodyKind.class, kind).orElse(null);
        var members = new ArrayList<BodyState.Member>();
        for (var line : lines) {
            var part = Coded.of(BodyPart.class, line.part()).orElse(null);
            if (!line.position().isBlank()) {
                if (part == null || !Ids.plausible(line.position())) {
                    return Optional.empty();
                }
                members.add(new BodyState.Member(new PositionId(line.position()), part, line.field().isBlank() ? null : line.field().strip()));
            }
        }
        return meant == null ? Optional.empty()
                : Optional.of(new Organisation.BodyWanted(name.strip(), meant, area, unitOf(unit), unitOf(urging), members, active));
    }

    private static @Nullable UnitId unitOf(String id) {
        return Ids.plausible(id) ? new UnitId(id) : null;
    }

    private static String idOf(@Nullable UnitId id) {
        return id == null ? "" : id.value();
    }

    private static String one(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "");
    }

    private static String at(MultiValueMap<String, String> fields, String name, int place) {
        var all = fields.getOrDefault(name, List.of());
        return place < all.size() ? all.get(place) : "";
    }
}
