package vn.dondoc.platform.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.id.UnitId;

/**
 * What a caller may read: whole provinces, whole communes, single units. The one place where the branch becomes a query.
 */
public record Branch(Set<UnitId> provinces, Set<UnitId> communes, Set<UnitId> units) {

    public Branch {
        provinces = Set.copyOf(provinces);
        communes = Set.copyOf(communes);
        units = Set.copyOf(units);
    }

    /**
     * Documents within the branch, by their fields {@code province} and {@code commune} and whichever fields name units.
     * A branch without anything matches nothing.
     */
    public Criteria within(String... unitFields) {
        var any = new ArrayList<Criteria>();
        add(any, "province", provinces);
        add(any, "commune", communes);
        for (var field : unitFields) {
            add(any, field, units);
        }
        return any.isEmpty() ? Criteria.where("_id").is(null) : new Criteria().orOperator(any);
    }

    /** The same, and what concerns a commune of the branch by one of those fields, whoever it is of. */
    public Criteria reaching(String communeField, String... unitFields) {
        var own = within(unitFields);
        return communes.isEmpty() ? own : new Criteria().orOperator(own, Criteria.where(communeField).in(communes.stream().map(UnitId::value).toList()));
    }

    /** Whether something of that province and commune, concerning those units, is within. */
    public boolean covers(UnitId province, UnitId commune, Collection<UnitId> concerned) {
        return provinces.contains(province) || communes.contains(commune) || concerned.stream().anyMatch(units::contains);
    }

    private static void add(ArrayList<Criteria> any, String field, Set<UnitId> ids) {
        if (!ids.isEmpty()) {
            any.add(Criteria.where(field).in(ids.stream().map(UnitId::value).collect(Collectors.toSet())));
        }
    }
}
