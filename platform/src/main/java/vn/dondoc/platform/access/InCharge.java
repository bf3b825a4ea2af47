package vn.dondoc.platform.access;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyPart;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.web.Folded;
import vn.dondoc.platform.web.Programmes;

/** Who is in charge of what, by the bodies of the directory. */
public final class InCharge {

    private final Directory directory;

    public InCharge(Directory directory) {
        this.directory = directory;
    }

    /**
     * A piece of work.
     *
     * @param programme by any of its names; null where it belongs to none
     * @param responsible the units that answer for it
     */
    public record Work(UnitId commune, UnitId province, @Nullable String programme, List<UnitId> responsible) {

        public Work {
            responsible = List.copyOf(responsible);
        }
    }

    /** The unit that urges a programme, the commune's own before the province's. */
    public Optional<UnitId> urging(Work work) {
        return bodyOf(work).flatMap(body -> Optional.ofNullable(body.urging())).map(directory::heirOf);
    }

    /** Leaders whose field names the programme or a unit that answers; else the leaders who head the programme's body; none where nobody divided anything up. */
    public List<PositionState> leaders(Work work) {
        var fields = bodies(work).flatMap(body -> body.members().stream())
                .filter(member -> member.field() != null && isOf(Objects.requireNonNull(member.field()), work)).map(BodyState.Member::position);
        var byField = leading(fields);
        return byField.isEmpty()
                ? leading(bodyOf(work).stream().flatMap(body -> body.members().stream()).filter(member -> member.part() == BodyPart.HEAD)
                        .map(BodyState.Member::position))
                : byField;
    }

    private List<PositionState> leading(Stream<PositionId> positions) {
        return positions.distinct().flatMap(position -> directory.position(position).stream()).filter(position -> position.role() == Role.COMMUNE_LEADER).toList();
    }

    /** A field is written in words: "Kinh tế, Đô thị; NQ 57". */
    private boolean isOf(String field, Work work) {
        var programme = Programmes.key(work.programme());
        if (programme != null && Programmes.isNamedIn(field, programme)) {
            return true;
        }
        var words = " " + String.join(" ", Folded.words(field)) + " ";
        return work.responsible().stream().map(directory::heirOf).flatMap(unit -> directory.unit(unit).stream())
                .flatMap(unit -> Stream.concat(Stream.of(unit.name()), unit.aliases().stream()))
                .map(name -> String.join(" ", Folded.words(name))).anyMatch(name -> !name.isEmpty() && words.contains(" " + name + " "));
    }

    private Optional<BodyState> bodyOf(Work work) {
        var programme = Programmes.key(work.programme());
        return programme == null ? Optional.empty()
                : bodies(work).filter(body -> named(body, programme))
                        .min(Comparator.comparing((BodyState body) -> body.commune() == null).thenComparing(body -> body.kind() != BodyKind.PROGRAMME));
    }

    private static boolean named(BodyState body, String programme) {
        return body.kind() == BodyKind.PROGRAMME ? programme.equals(Programmes.key(body.name())) : Programmes.isNamedIn(body.name(), programme);
    }

    private Stream<BodyState> bodies(Work work) {
        return Stream.of(work.commune(), work.province()).flatMap(area -> directory.bodiesOf(area).stream());
    }
}
