package vn.dondoc.console.timekeeping;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dondoc.console.page.Directory;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.UnitId;

/** Where the user works: the commune, and the province above it. */
@Component
public class OwnPlace {

    private final Directory directory;
    private final TimekeepingCalls calls;

    OwnPlace(Directory directory, TimekeepingCalls calls) {
        this.directory = directory;
        this.calls = calls;
    }

    /** The commune, or the province for people of the province. */
    public Optional<UnitId> unit() {
        var commune = directory.who().commune();
        return commune == null ? province() : Optional.of(commune);
    }

    /** The province, also for people of a commune. */
    public Optional<UnitId> province() {
        var who = directory.who();
        var commune = who.commune();
        return who.positions().stream()
                .map(Organisation.PositionView::unit)
                .filter(unit -> unit.commune() == null)
                .map(unit -> unit.kind() == UnitKind.PROVINCE ? unit.id() : unit.parent())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .or(() -> commune == null ? Optional.empty() : Optional.of(calls.settings(commune).province()));
    }
}
