package vn.dondoc.platform.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.event.Depth;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.web.Programmes;

/**
 * What a caller may read: whole provinces, whole communes, single units; provinces of which only some rows are seen; areas of which only what
 * belongs to a programme. The one place where the branch becomes a query.
 *
 * @param shallow provinces that do not see every row of their communes, and how deep they see
 * @param programmes keys of programmes by the area in which what belongs to them is seen: a province, a commune or a unit
 */
public record Branch(
        Set<UnitId> provinces, Set<UnitId> communes, Set<UnitId> units, Map<UnitId, Depth> shallow, Map<UnitId, Set<String>> programmes) {

    private static final String PROVINCE = "province";
    private static final String COMMUNE = "commune";
    private static final String TOKENS = "tokens";

    public Branch {
        provinces = Set.copyOf(provinces);
        communes = Set.copyOf(communes);
        units = Set.copyOf(units);
        shallow = Map.copyOf(shallow);
        programmes = Map.copyOf(programmes);
    }

    /** Of everything there. */
    public Branch(Set<UnitId> provinces, Set<UnitId> communes, Set<UnitId> units) {
        this(provinces, communes, units, Map.of(), Map.of());
    }

    /** For figures and the directory, which are told whole at any depth; what is for a programme only has no part in them. */
    public Branch figures() {
        var all = new HashSet<>(provinces);
        all.addAll(shallow.keySet());
        return new Branch(all, communes, units);
    }

    /**
     * Documents within the branch, by their fields {@code province} and {@code commune} and whichever fields name units; what belongs to a
     * programme or concerns the province says so among its {@code tokens}, see {@link Marks}.
     * A branch without anything matches nothing.
     */
    public Criteria within(String... unitFields) {
        var any = new ArrayList<Criteria>();
        add(any, PROVINCE, provinces);
        add(any, COMMUNE, communes);
        for (var field : unitFields) {
            add(any, field, units);
        }
        shallow.forEach((province, depth) -> {
            any.add(Criteria.where(PROVINCE).is(province.value()).and(COMMUNE).in(null, province.value()));
            if (depth == Depth.INTEREST) {
                any.add(Criteria.where(PROVINCE).is(province.value()).and(TOKENS).is(Marks.OF_INTEREST));
            }
        });
        programmes.forEach((area, keys) -> {
            var marks = keys.stream().flatMap(key -> Marks.allOf(key).stream()).toList();
            Stream.concat(Stream.of(PROVINCE, COMMUNE), Stream.of(unitFields))
                    .forEach(field -> any.add(Criteria.where(field).is(area.value()).and(TOKENS).in(marks)));
        });
        return any.isEmpty() ? Criteria.where("_id").is(null) : new Criteria().orOperator(any);
    }

    /** The same, and what concerns a commune of the branch by one of those fields, whoever it is of. */
    public Criteria reaching(String communeField, String... unitFields) {
        var own = within(unitFields);
        return communes.isEmpty() ? own : new Criteria().orOperator(own, Criteria.where(communeField).in(communes.stream().map(UnitId::value).toList()));
    }

    /** The same for the parts of something with those tokens that have no marks of their own: where its programme is seen, they are. */
    public Branch partsOf(Collection<String> tokens) {
        var areas = new HashSet<UnitId>();
        programmes.forEach((area, keys) -> {
            if (keys.stream().anyMatch(key -> Marks.belongs(tokens, key))) {
                areas.add(area);
            }
        });
        return areas.isEmpty() ? this : new Branch(and(provinces, areas), and(communes, areas), and(units, areas), shallow, programmes);
    }

    /** What belongs to a programme, by any of its names. */
    public static Criteria ofProgramme(String name) {
        var key = Programmes.key(name);
        return key == null ? Criteria.where("_id").is(null) : Criteria.where(TOKENS).in(Marks.allOf(key));
    }

    private static Set<UnitId> and(Set<UnitId> some, Set<UnitId> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** Whether something of that province and commune, concerning those units, is within. What is of the province alone has it as its commune too. */
    public boolean covers(UnitId province, UnitId commune, Collection<UnitId> concerned) {
        return covers(province, commune, concerned, List.of());
    }

    /** The same of something with those tokens. */
    public boolean covers(UnitId province, UnitId commune, Collection<UnitId> concerned, Collection<String> tokens) {
        if (provinces.contains(province) || communes.contains(commune) || concerned.stream().anyMatch(units::contains)) {
            return true;
        }
        var depth = shallow.get(province);
        if (depth != null && (commune.equals(province) || depth == Depth.INTEREST && tokens.contains(Marks.OF_INTEREST))) {
            return true;
        }
        return !programmes.isEmpty() && Stream.concat(Stream.of(province, commune), concerned.stream())
                .flatMap(area -> programmes.getOrDefault(area, Set.of()).stream()).anyMatch(key -> Marks.belongs(tokens, key));
    }

    private static void add(ArrayList<Criteria> any, String field, Set<UnitId> ids) {
        if (!ids.isEmpty()) {
            any.add(Criteria.where(field).in(ids.stream().map(UnitId::value).collect(Collectors.toSet())));
        }
    }

    /** Puts a branch together. */
    static final class Builder {

        final Set<UnitId> provinces = new HashSet<>();
        final Set<UnitId> communes = new HashSet<>();
        final Set<UnitId> units = new HashSet<>();
        private final Map<UnitId, Depth> shallow = new HashMap<>();
        private final Map<UnitId, Set<String>> programmes = new HashMap<>();

        void shallow(UnitId province, Depth depth) {
            shallow.put(province, depth);
        }

        void ofProgramme(UnitId area, String key) {
            programmes.computeIfAbsent(area, _ -> new HashSet<>()).add(key);
        }

        Branch done() {
            return new Branch(provinces, communes, units, shallow, programmes);
        }
    }
}
