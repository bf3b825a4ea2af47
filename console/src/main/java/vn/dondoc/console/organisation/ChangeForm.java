package vn.dondoc.console.organisation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/**
 * What was typed to change a unit.
 *
 * @param into of a merger and a split: a unit, or "#1" for the first of the new ones; empty where the unit goes on
 * @param parts names of the new units, one a line
 * @param partKind kind of the new units
 * @param moves for each position or unit that moves: "position/ID/2" or "unit/ID/2" for the second of the new units; empty where it stays
 */
public record ChangeForm(
        @Nullable String kind, @Nullable String effective, @Nullable String name, @Nullable String parent, @Nullable String into, @Nullable String parts,
        @Nullable String partKind, @Nullable List<String> moves) {

    static ChangeForm empty() {
        return new ChangeForm(null, null, null, null, null, null, null, List.of());
    }

    /** Nothing where a day or a choice cannot be read. */
    Optional<Organisation.ChangeWanted> wanted() {
        try {
            var day = effective == null || effective.isBlank() ? null : LocalDate.parse(effective.strip());
            var split = "split".equals(kind);
            return Optional.of(new Organisation.ChangeWanted(
                    String.valueOf(kind), day, "rename".equals(kind) ? name : null, "move".equals(kind) ? unit(parent) : null,
                    split || "merger".equals(kind) ? blankless(into) : null, split ? newUnits() : List.of()));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private List<Organisation.NewUnit> newUnits() {
        var names = parts == null ? List.<String>of() : Arrays.stream(parts.split("\\R")).map(String::strip).filter(one -> !one.isEmpty()).toList();
        var made = Coded.of(UnitKind.class, String.valueOf(partKind)).orElseThrow(() -> new IllegalArgumentException("No such kind"));
        return IntStream.rangeClosed(1, names.size())
                .mapToObj(number -> new Organisation.NewUnit(names.get(number - 1), made, moving("position", number).map(PositionId::new).toList(),
                        moving("unit", number).map(UnitId::new).toList()))
                .toList();
    }

    private Stream<String> moving(String what, int number) {
        return (moves == null ? List.<String>of() : moves).stream().map(one -> one.split("/", 3))
                .filter(one -> one.length == 3 && one[0].equals(what) && one[2].equals(Integer.toString(number))).map(one -> one[1]);
    }

    private static @Nullable UnitId unit(@Nullable String id) {
        return id == null || !Ids.plausible(id) ? null : new UnitId(id);
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
