package vn.dondoc.platform.deadletter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;

/** Whose a dead letter is: its key is a commune, or a position. What nobody knows is for every administrator, or nobody would see it. */
final class LetterBorder {

    private final Directory directory;

    LetterBorder(Directory directory) {
        this.directory = directory;
    }

    /** Of those keys the ones of provinces that the caller does not administer. */
    List<String> foreign(List<String> keys, Caller caller) {
        var own = caller.held().stream().filter(one -> one.position().role() == Role.PROVINCE_ADMINISTRATOR)
                .map(one -> one.unit().province()).collect(Collectors.toSet());
        return foreign(keys, own);
    }

    /** Of those keys the ones of other provinces. */
    List<String> foreign(List<String> keys, Set<UnitId> own) {
        return keys.stream().filter(key -> isForeign(key, own)).toList();
    }

    private boolean isForeign(@Nullable String key, Set<UnitId> own) {
        return key != null && Ids.plausible(key) && provinceOf(key).filter(province -> !own.contains(province)).isPresent();
    }

    private Optional<UnitId> provinceOf(String key) {
        return directory.unit(new UnitId(key))
                .or(() -> directory.position(new PositionId(key)).map(PositionState::unit).flatMap(directory::unit))
                .map(UnitState::province);
    }
}
