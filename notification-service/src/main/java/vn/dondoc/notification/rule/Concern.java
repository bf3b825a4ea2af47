package vn.dondoc.notification.rule;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.platform.access.Directory;

/** What a task or report of a commune is to its province. */
final class Concern {

    private final Directory directory;

    Concern(Directory directory) {
        this.directory = directory;
    }

    /** It was given by the province or an office of it, or is owed there. */
    Optional<UnitId> owner(Obligation obligation) {
        return Stream.of(obligation.known().giver(), obligation.owedTo()).filter(Objects::nonNull)
                .filter(unit -> directory.unit(unit).filter(known -> known.commune() == null).isPresent()).findFirst();
    }

    /** Only what was set by the province or above it, or is owed to it, is urged beyond the commune. */
    boolean goesHigher(Obligation obligation) {
        return owner(obligation).isPresent() || obligation.known().fromAbove();
    }

    /** Whether the province sees it, as deep as it looks. */
    boolean isSeenByProvince(Obligation obligation) {
        return owner(obligation).isPresent() || switch (directory.depth(obligation.province())) {
            case ALL -> true;
            case INTEREST -> obligation.known().coded() || obligation.known().fromAbove();
            case FIGURES -> false;
        };
    }
}
