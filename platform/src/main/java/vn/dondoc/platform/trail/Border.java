package vn.dondoc.platform.trail;

import com.mongodb.client.model.Filters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;

/**
 * Whose histories somebody may search: those of the provinces and communes in which a position inspects, as far as the branch reaches there;
 * a head of unit or an officer inspects nobody.
 *
 * @param branch what the caller may read at all
 * @param places of aggregates that name only the place that they are of
 */
record Border(Set<String> provinces, Set<String> communes, Bson branch, Set<String> places) {

    private static final Set<UnitKind> COMMUNES = Set.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE);

    static Border of(Caller caller, Directory directory) {
        var provinces = new HashSet<String>();
        var communes = new HashSet<String>();
        var places = new HashSet<String>();
        for (var held : caller.held()) {
            var commune = held.unit().commune();
            switch (held.position().role()) {
                case PROVINCE_ADMINISTRATOR, PROVINCE_STANDING -> provinces.add(held.unit().province().value());
                case INSPECTION -> (commune == null ? provinces : communes).add(commune == null ? held.unit().province().value() : commune.value());
                case COMMUNE_ADMINISTRATOR, COMMUNE_STANDING -> {
                    if (commune != null) {
                        communes.add(commune.value());
                    }
                }
                default -> { }
            }
        }
        // What names only its place is there for those who may read all of that place
        caller.branch().provinces().stream().filter(province -> provinces.contains(province.value())).forEach(province -> {
            places.add(province.value());
            places.addAll(communesOf(province, directory));
        });
        caller.branch().communes().stream().map(UnitId::value).filter(communes::contains).forEach(places::add);
        return new Border(Set.copyOf(provinces), Set.copyOf(communes), caller.branch().within().getCriteriaObject(), Set.copyOf(places));
    }

    /** Also those that were merged into others. */
    private static List<String> communesOf(UnitId province, Directory directory) {
        return directory.subtree(province).stream().flatMap(unit -> directory.unit(unit).stream())
                .filter(unit -> COMMUNES.contains(unit.kind())).map(UnitState::id).map(UnitId::value).toList();
    }

    /**
     * Aggregates within: most name their province and commune, some only the place that they are of.
     *
     * @param commune only of that one; null for all
     */
    Bson within(@Nullable String commune) {
        var inspected = Filters.or(Filters.in("province", provinces), Filters.in("commune", communes));
        var within = Filters.or(Filters.and(inspected, branch), placed(places));
        return commune == null ? within : Filters.and(within, Filters.or(Filters.eq("commune", commune), placed(Set.of(commune))));
    }

    private static Bson placed(Set<String> places) {
        return Filters.and(Filters.exists("province", false), Filters.or(Filters.in("area", places), Filters.in("unit", places)));
    }

    boolean ofProvince() {
        return !provinces.isEmpty();
    }
}
