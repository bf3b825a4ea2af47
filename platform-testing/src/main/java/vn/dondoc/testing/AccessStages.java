package vn.dondoc.testing;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;

/**
 * What becomes of a directory while the matrix is made: a position is given from one person to another, and later the office is merged into the
 * police, with everybody in it.
 */
public final class AccessStages {

    private static final String OFFICE = "xa1.kinhte";
    private static final String POLICE = "xa1.congan";

    private AccessStages() {}

    /** The office as it is after it was merged. */
    public static List<UnitState> merged(TestProvince province) {
        return province.units().stream().filter(unit -> unit.id().equals(province.unit(OFFICE))).map(unit -> new UnitState(
                unit.id(), unit.name(), unit.aliases(), unit.kind(), unit.parent(), unit.commune(), unit.province(), unit.standing(), false,
                province.unit(POLICE))).toList();
    }

    /** The positions of the office, where they are after it was merged. */
    public static List<PositionState> moved(TestProvince province, Seats seats) {
        var police = province.unit(POLICE);
        return java.util.stream.Stream.concat(
                        province.positions().stream().filter(position -> position.unit().equals(province.unit(OFFICE))),
                        java.util.stream.Stream.of(seats.transferred()))
                .map(position -> new PositionState(position.id(), police, position.title(), position.role(), position.holder(), position.mailbox()))
                .toList();
    }

    /**
     * Tells a service of the position that is held, and then that somebody else has it.
     *
     * @param tell takes over one state of a position
     * @param isKnown whether the service answers a person
     */
    public static void transfer(Seats seats, Consumer<PositionState> tell, Function<PersonId, Boolean> isKnown, Consumer<Runnable> soon) {
        tell.accept(seats.held());
        soon.accept(() -> check(isKnown.apply(seats.formerHolder()), "The first holder is not known"));
        tell.accept(seats.transferred());
        soon.accept(() -> check(isKnown.apply(seats.newHolder()) && !isKnown.apply(seats.formerHolder()), "The second holder is not known, or the first one still is"));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
