package vn.dondoc.reporting.system;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.id.UnitId;

/** How many central tasks of a province or a commune were told to each system of others in time. */
public final class ToldElsewhere {

    private final Systems systems;
    private final Told told;

    ToldElsewhere(Systems systems, Told told) {
        this.systems = systems;
        this.told = told;
    }

    /**
     * A line for each system that central tasks there are told to, by name.
     *
     * @param commune null for the whole province
     */
    public List<Dashboards.ToldElsewhere> of(UnitId province, @Nullable UnitId commune) {
        return systems.usedIn(province, commune).stream().map(system -> told.line(system, commune)).flatMap(Optional::stream).toList();
    }
}
